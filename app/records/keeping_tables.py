"""Tables of keeping and forgetting. The `forgotten` ones are what stays of what was deleted: figures, and no word.

Everything in those stands in the open: they hold nothing that anybody wrote, and nothing of who they are.
"""

from sqlalchemy import Boolean, Column, Date, ForeignKey, Index, Integer, String, Table, Text

from app.records.columns import ID, WORD, Instant, Sealed, metadata

# It is not deleted while this is open: for a court, an inquiry, a claim. Added; lifting it is noted beside it.
legal_hold = Table(
    "legal_hold",
    metadata,
    Column("id", ID, primary_key=True),
    Column("representation_id", ID, ForeignKey("representation.id"), nullable=False, index=True),
    Column("placed_at", Instant, nullable=False),
    Column("placed_by", ID, ForeignKey("officer.id"), nullable=False),
    Column("why", Sealed, nullable=False),
    Column("lifted_at", Instant),
    Column("lifted_by", ID, ForeignKey("officer.id")),
    Column("why_lifted", Sealed),
)

# What the clock deletes, and on which day: known a month before.
to_delete = Table(
    "to_delete",
    metadata,
    Column("representation_id", ID, ForeignKey("representation.id"), primary_key=True),
    Column("council", WORD, nullable=False),
    Column("delete_on", Date, nullable=False),
    Column("listed_at", Instant, nullable=False),
    Index("ix_to_delete_council", "council", "delete_on"),
)

# One that was deleted. The columns are those of representation, at the end.
forgotten = Table(
    "forgotten",
    metadata,
    Column("id", ID, primary_key=True),  # it had: the trail names it
    Column("council", WORD, nullable=False),
    Column("reference", String(20), unique=True),  # never issued again
    Column("kind", WORD, nullable=False),
    Column("language", String(35), nullable=False),
    Column("telling", WORD, nullable=False),
    Column("came_by", WORD, nullable=False),
    Column("topic", WORD, nullable=False, server_default=""),  # app.model.topic.Topic, "" for not said
    Column("age_group", WORD),
    Column("stage", WORD, nullable=False),
    Column("wants_advocate", Boolean, nullable=False),
    Column("urgent", Boolean, nullable=False),
    Column("is_robot", Boolean, nullable=False),  # it was put away: not to be counted
    Column("received_on", Date, nullable=False),
    Column("reference_due_on", Date, nullable=False),
    Column("issued_at", Instant),
    Column("recorded_at", Instant),
    Column("last_on", Date, nullable=False),  # the last thing done with it
    Column("forgotten_at", Instant, nullable=False),
    Index("ix_forgotten_at", "council", "forgotten_at"),
    Index("ix_forgotten_council", "council", "received_on"),
)

# Its moves, in their order: which, when, and how many points had which outcome.
forgotten_move = Table(
    "forgotten_move",
    metadata,
    Column("forgotten_id", ID, ForeignKey("forgotten.id"), primary_key=True),
    Column("place", Integer, primary_key=True, autoincrement=False),  # from 0
    Column("what", WORD, nullable=False),  # app.model.move.Key
    Column("stage", WORD, nullable=False),
    Column("moved_on", Date, nullable=False),
    Column("upheld", Integer, nullable=False),
    Column("partly", Integer, nullable=False),
    Column("not_upheld", Integer, nullable=False),
    Column("promised", Integer, nullable=False),  # how many things
)

# Its dates, as app.records.deadlines kept them: on time where ended_on is not after due_on.
forgotten_deadline = Table(
    "forgotten_deadline",
    metadata,
    Column("forgotten_id", ID, ForeignKey("forgotten.id"), primary_key=True),
    Column("place", Integer, primary_key=True, autoincrement=False),
    Column("clock", WORD, nullable=False),
    Column("starts_on", Date, nullable=False),
    Column("due_on", Date, nullable=False),
    Column("first_due_on", Date, nullable=False),
    Column("stopped_on", Date),
    Column("held", Integer, nullable=False),
    Column("ended_on", Date),
)

# Whom it was kept from: they do not see in the trail that it was there.
forgotten_from = Table(
    "forgotten_from",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("forgotten_id", ID, ForeignKey("forgotten.id"), nullable=False, index=True),
    Column("officer_id", ID, ForeignKey("officer.id"), index=True),
    Column("team", Text, index=True),
)
