"""The tables against robots. A file of its own, for tables.py is long enough."""

from sqlalchemy import Boolean, CheckConstraint, Column, ForeignKey, Index, Integer, String, Table

from app.records.columns import HASH, ID, WORD, Instant, metadata

# How many of something came today, or in this hour, from one address or to one. `who` is a hash with today's salt,
# which is a vault_key that is gone tomorrow.
tally = Table(
    "tally",
    metadata,
    Column("slot", String(13), primary_key=True),  # 2026-11-22, or 2026-11-22T10
    Column("what", WORD, primary_key=True),
    Column("who", HASH, primary_key=True),
    Column("count", Integer, nullable=False),
)

# What may be from a robot: held for a person, and no mail about it goes to anybody until one has released it.
holding = Table(
    "holding",
    metadata,
    Column("representation_id", ID, ForeignKey("representation.id"), primary_key=True),
    Column("council", WORD, nullable=False),
    Column("why", WORD, nullable=False),  # app.model.robots.Why
    Column("held_at", Instant, nullable=False),
    Column("came_back_at", Instant),  # somebody came back with its code: people do
    Column("settled_at", Instant),
    Column("settled_by", ID, ForeignKey("officer.id")),
    Column("is_robot", Boolean),  # None until a person has looked
    CheckConstraint("why IN ('too-many', 'too-fast', 'hidden-field')", name="why"),
    Index("ix_holding_council", "council", "settled_at"),
)
