"""The table of details that advocates asked to have remembered. A file of its own, for tables.py is long enough."""

from sqlalchemy import Column, Table

from app.records.columns import HASH, Instant, Sealed, metadata

# An advocate’s own name and how to reach them, for next time. Nothing of any child.
details = Table(
    "details",
    metadata,
    Column("id", HASH, primary_key=True),  # a hash of the cookie's token
    Column("details", Sealed, nullable=False),
    Column("forget_at", Instant, nullable=False, index=True),
)
