"""Tables that only the desk asks for. A file of its own, for tables.py is long enough."""

from sqlalchemy import CheckConstraint, Column, Date, ForeignKey, Index, Integer, String, Table, Text

from app.records.columns import HASH, ID, WORD, Instant, Sealed, metadata

# The words of the names that were given, to be found by: each as a hash that nobody can make without the vault.
name_mark = Table(
    "name_mark",
    metadata,
    Column("representation_id", ID, ForeignKey("representation.id", ondelete="CASCADE"), primary_key=True),
    Column("mark", HASH, primary_key=True),
    Column("council", WORD, nullable=False),
    Index("ix_name_mark_council", "council", "mark", "representation_id"),
)

# Whom something is kept from: an officer, or everybody in a team. They cannot see that it exists.
kept_from = Table(
    "kept_from",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("representation_id", ID, ForeignKey("representation.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("officer_id", ID, ForeignKey("officer.id"), index=True),
    Column("team", Text, index=True),
    CheckConstraint("(officer_id IS NULL) <> (team IS NULL)", name="who"),
)

# Who read or did what. Each row holds a hash of itself and the one before.
trail = Table(
    "trail",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("at", Instant, nullable=False),
    Column("council", WORD, nullable=False),
    Column("officer_id", ID, nullable=False),  # "clock" or "command" when no person did it
    Column("act", WORD, nullable=False),
    Column("representation_id", String(32), nullable=False, server_default=""),
    Column("hash", HASH, nullable=False, unique=True),
    Index("ix_trail_about", "representation_id", "act", "at"),
    Index("ix_trail_council", "council", "number"),
)

# The trail, given out: to whom, for which days, and why. The trail says so too, and names the row here.
export = Table(
    "export",
    metadata,
    Column("id", ID, primary_key=True),
    Column("at", Instant, nullable=False),
    Column("council", WORD, nullable=False, index=True),
    Column("officer_id", ID, ForeignKey("officer.id"), nullable=False),
    Column("since", Date, nullable=False),
    Column("until", Date, nullable=False),
    Column("reason", Sealed, nullable=False),
)
