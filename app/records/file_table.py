"""The table of files that go with what is told. A file of its own, for tables.py is long enough."""

from sqlalchemy import CheckConstraint, Column, ForeignKey, Index, Integer, Table

from app.records.columns import HASH, ID, WORD, Instant, Sealed, metadata

# A photo, a paper or a voice message: of a draft, or of what was sent from it. What is in it lies in INSTANCE/files,
# sealed with the key that is here. When its draft goes, so does the row.
file = Table(
    "file",
    metadata,
    Column("id", ID, primary_key=True),
    Column("draft_id", HASH, ForeignKey("draft.id", ondelete="CASCADE"), index=True),
    Column("representation_id", ID, ForeignKey("representation.id"), index=True),
    Column("number", Integer, nullable=False),  # the order they were added in
    Column("kind", WORD, nullable=False),  # app.model.file_kind.FileKind
    Column("size", Integer, nullable=False),  # in bytes
    Column("key", Sealed, nullable=False),
    Column("name", Sealed, nullable=False),  # as it came: a child’s words
    Column("added_at", Instant, nullable=False),
    Column("checked", WORD, nullable=False),  # app.model.file_kind.Checked
    Column("scanned_at", Instant),
    CheckConstraint("(draft_id IS NULL) <> (representation_id IS NULL)", name="owner"),
    CheckConstraint("checked IN ('waiting', 'clean', 'infected')", name="checked"),
    Index("ix_file_checked", "checked", "added_at"),
)
