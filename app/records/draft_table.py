"""The table of drafts: what somebody has told us so far, not yet sent. tables.py is long enough."""

from sqlalchemy import Boolean, Column, ForeignKey, Table, false

from app.records.columns import HASH, ID, WORD, Instant, Sealed, metadata

draft = Table(
    "draft",
    metadata,
    Column("id", HASH, primary_key=True),  # a hash of the cookie's token
    Column("council", WORD, nullable=False),
    Column("answers", Sealed, nullable=False),
    Column("offered", Sealed, nullable=False),  # typed, but not yet a good answer
    Column("code", Sealed),  # made with the check page
    Column("shared", Boolean, nullable=False, server_default=false()),  # others use the phone: 20 minutes, not a day
    Column("began_at", Instant, nullable=False),
    Column("forget_at", Instant, nullable=False, index=True),
    Column("sent_id", ID, ForeignKey("representation.id")),
    Column("sent_at", Instant),
)
