"""The table of letters to the young person. A file of its own, for tables.py is long enough."""

from sqlalchemy import CheckConstraint, Column, ForeignKey, Index, Integer, String, Table

from app.records.columns import ID, WORD, Instant, Sealed, metadata

# One for each move that tells them something. A draft until it goes; after that it is never changed.
child_letter = Table(
    "child_letter",
    metadata,
    Column("id", ID, primary_key=True),
    Column("representation_id", ID, ForeignKey("representation.id"), nullable=False),
    Column("move_number", Integer, ForeignKey("move.number"), nullable=False, unique=True),
    Column("what", WORD, nullable=False),  # app.model.move.Key
    Column("language", String(35), nullable=False),
    Column("words", Sealed, nullable=False),  # its title and words, and the same in English, as JSON
    Column("version", Integer, nullable=False),  # grows with each change: whoever saw another is shown it
    Column("made_at", Instant, nullable=False),
    Column("made_by", ID, ForeignKey("officer.id"), nullable=False),
    Column("changed_at", Instant),
    Column("changed_by", ID, ForeignKey("officer.id")),
    Column("went_at", Instant),  # None: a draft
    Column("went_by", ID, ForeignKey("officer.id")),
    Column("way", WORD),  # app.model.letter.Went
    CheckConstraint("(went_at IS NULL) = (way IS NULL)", name="went"),
    Index("ix_child_letter_representation_id", "representation_id"),
)
IS_DRAFT = child_letter.c.went_at.is_(None)
Index("ix_child_letter_draft", child_letter.c.made_at, sqlite_where=IS_DRAFT, postgresql_where=IS_DRAFT)
