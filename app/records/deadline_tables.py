"""The tables of open dates, and of the bank holidays they were counted with; tables.py is long enough."""

from sqlalchemy import Column, Date, ForeignKey, Index, Integer, Table, Text

from app.records.columns import ID, WORD, Instant, metadata

# One clock of the procedure. A move changes it; the moves themselves are what is never edited.
deadline = Table(
    "deadline",
    metadata,
    Column("id", ID, primary_key=True),
    Column("representation_id", ID, ForeignKey("representation.id"), nullable=False, index=True),
    Column("council", WORD, nullable=False),
    Column("clock", WORD, nullable=False),  # its key in app.model.timetable
    Column("starts_on", Date, nullable=False),  # day zero
    Column("due_on", Date, nullable=False),
    Column("first_due_on", Date, nullable=False),  # before it was made longer or counted again
    Column("stopped_on", Date),  # it stands still since then
    Column("held", Integer, nullable=False, server_default="0"),  # working days it stood still
    Column("ended_on", Date),  # the day of what ended it
    Column("set_at", Instant, nullable=False),
    Index("ix_deadline_open", "council", "ended_on", "due_on"),
)

# What every open date was last counted with. When the list grows, the clock counts again and says which moved.
counted_holiday = Table(
    "counted_holiday",
    metadata,
    Column("day", Date, primary_key=True),
    Column("name", Text, nullable=False),
)
