"""The tables. Migrations in migrations/ make them; a test holds the two equal.

Every `id` is 32 hexadecimal figures made at random (app.records.database.new_id), so that it can be
bound into what is sealed before the row is there.
"""

from sqlalchemy import Boolean, CheckConstraint, Column, Date, ForeignKey, Index, Integer, String, Table, Text, false

from app.records.child_letter_table import child_letter
from app.records.columns import HASH, ID, WORD, Instant, Sealed, metadata
from app.records.deadline_tables import counted_holiday, deadline
from app.records.desk_tables import export, kept_from, name_mark, trail
from app.records.details_table import details
from app.records.draft_table import draft
from app.records.file_table import file
from app.records.keeping_tables import forgotten, forgotten_from, legal_hold, to_delete
from app.records.robot_tables import holding, tally
from app.records.sign_in_tables import challenge, desk_session, new_password, passkey, recovery_code, second_step

__all__ = [
    "challenge", "child_letter", "counted_holiday", "deadline", "desk_session", "details", "draft", "export", "file",
    "forgotten", "forgotten_from", "holding", "kept_from", "legal_hold", "metadata", "name_mark", "new_password",
    "passkey", "recovery_code", "second_step", "tally", "to_delete", "trail",
]  # and every table below  # fmt: skip

LISTED_BY = (
    "kind",
    "language",
    "stage",
    "assigned_to",
    "recorded_by",
    "recorded_at",
    "reference_due_on",
    "answer_due_on",
)


def about() -> Column:
    """The representation this row belongs to."""
    return Column("representation_id", ID, ForeignKey("representation.id"), nullable=False, index=True)


representation = Table(
    "representation",
    metadata,
    Column("id", ID, primary_key=True),
    Column("council", WORD, nullable=False),
    Column("kind", WORD, nullable=False),
    Column("language", String(35), nullable=False),
    Column("telling", WORD, nullable=False),
    Column("came_by", WORD, nullable=False),
    Column("received_at", Instant, nullable=False),
    Column("received_on", Date, nullable=False),
    Column("reference_due_on", Date, nullable=False),
    Column("answer_due_on", Date),
    Column("stage", WORD, nullable=False),
    Column("wants_advocate", Boolean, nullable=False),
    Column("reference", String(20), unique=True),  # None until it is issued
    Column("issued_at", Instant),
    Column("recorded_at", Instant),
    Column("recorded_by", ID, ForeignKey("officer.id")),
    Column("contact_name", Text, nullable=False, server_default=""),  # of the council, not of the child
    Column("contact_details", Text, nullable=False, server_default=""),
    Column("code_hash", HASH, unique=True),  # None when it did not come by the site
    Column("sending", HASH, unique=True),  # of the draft it was sent from: a repeat makes no second record
    Column("way", WORD, nullable=False),
    Column("may_say_more", Boolean, nullable=False),
    Column("words", Sealed, nullable=False),
    Column("wish", Sealed, nullable=False),
    Column("name", Sealed, nullable=False),
    Column("on_behalf_of", Sealed, nullable=False),
    Column("where", Sealed, nullable=False),  # to reach them: an address, a number
    Column("account", Sealed),  # None: from before there was one
    Column("urgent", Boolean, nullable=False, server_default=false()),
    Column("for_manager_only", Boolean, nullable=False, server_default=false()),
    Column("must_not_read", Sealed),  # None: nothing was said
    Column("more", Sealed),  # the rest of what was said, as JSON
    Column("age_group", WORD),  # app.model.age.AgeGroup; None: no officer has said it
    Column("assigned_to", ID),  # the officer who sees to it; none: the team
    Column("unheard_since", Instant),  # app.records.unheard: something still wants a person
    Column("readers_chosen_at", Instant),  # app.records.readers: a manager has said who must not read it
    CheckConstraint("kind IN ('complaint', 'comment', 'compliment', 'advocate', 'going-on', 'stop')", name="kind"),
    CheckConstraint("telling IN ('child', 'family', 'advocate', 'other')", name="telling"),
    CheckConstraint("(reference IS NULL) = (issued_at IS NULL)", name="issued"),
    Index("ix_representation_council_recorded", "council", "recorded_at", "reference_due_on"),
    Index("ix_representation_for_managers", "council", "for_manager_only", "readers_chosen_at"),
    Index("ix_representation_standing", "council", "stage", "unheard_since"),
    Index("ix_representation_listed", "council", "received_at", *LISTED_BY, "id"),  # read in place of the rows
)

# What happened to a representation, in order. Added, never edited.
event = Table(
    "event",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("id", ID, nullable=False, unique=True),
    about(),
    Column("what", WORD, nullable=False),  # app.model.event.What
    Column("at", Instant, nullable=False),
    Column("officer_id", ID, ForeignKey("officer.id")),  # None: the young person, or the clock
    Column("once", String(120), unique=True),  # the same thing twice is one event
    Column("words", Sealed),
    Column("more", Sealed),  # what else was said with it, as JSON
)

# A move of the procedure. Added, never edited.
move = Table(
    "move",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("id", ID, nullable=False, unique=True),
    about(),
    Column("stage", WORD, nullable=False),
    Column("moved_at", Instant, nullable=False),
    Column("moved_on", Date, nullable=False),  # the day it counts from, which may be earlier
    Column("officer_id", ID, ForeignKey("officer.id")),
    Column("why", Sealed),
    Column("what", WORD, nullable=False, server_default=""),  # app.model.move.Key
    Column("said", Sealed),  # what was said with it, as JSON
    Column("once", String(120), unique=True),  # a press twice is one move
)

# The outbox: letters that are owed.
letter = Table(
    "letter",
    metadata,
    Column("number", Integer, primary_key=True),  # also the order of sending
    Column("id", ID, nullable=False, unique=True),
    Column("representation_id", ID, ForeignKey("representation.id"), index=True),
    Column("council", WORD, nullable=False),
    Column("purpose", WORD, nullable=False),  # app.post.letters.Purpose
    Column("once", String(120), nullable=False, unique=True),  # such as "reminder-2:ID": queued once only
    Column("urgent", Boolean, nullable=False),
    Column("recipient", Sealed, nullable=False),
    Column("message", Sealed, nullable=False),  # the whole email, Message-ID, Date and all
    Column("queued_at", Instant, nullable=False),
    Column("next_try_at", Instant),  # None: sent, given up, or held
    Column("attempts", Integer, nullable=False, server_default="0"),
    Column("last_error", Text, nullable=False, server_default=""),
    Column("claimed_until", Instant),
    Column("fence", Integer, nullable=False, server_default="0"),  # who claimed it last
    Column("sent_at", Instant),
    Column("given_up_at", Instant),
    Column("gather_at", Instant, index=True),  # app.records.gathering: when it is told with others; None: it is not
    Column("gathered_in", ID, index=True),  # the id of the letter that tells it
    Index("ix_letter_waiting", "next_try_at", "number"),
    Index("ix_letter_unsent", "council", "sent_at"),
)

# What a person at the council must do by hand, such as a telephone call.
task = Table(
    "task",
    metadata,
    Column("id", ID, primary_key=True),
    about(),
    Column("council", WORD, nullable=False),
    Column("what", WORD, nullable=False),  # app.model.event.Task
    Column("once", String(120), nullable=False, unique=True),
    Column("due_on", Date, nullable=False),
    Column("set_at", Instant, nullable=False),
    Column("done_at", Instant),
    Column("done_by", ID, ForeignKey("officer.id")),
    Index("ix_task_to_do", "council", "done_at", "due_on"),
)

# Somebody who has given a follow-up code and is looking at their own page.
visit = Table(
    "visit",
    metadata,
    Column("id", HASH, primary_key=True),  # a hash of the cookie's token
    about(),
    Column("forget_at", Instant, nullable=False, index=True),
)

officer = Table(
    "officer",
    metadata,
    Column("id", ID, primary_key=True),
    Column("email", String(254), nullable=False, unique=True),
    Column("name", Text, nullable=False, server_default=""),
    Column("phone", Text, nullable=False, server_default=""),
    Column("council", WORD, nullable=False),
    Column("role", WORD, nullable=False),
    Column("password", Text, nullable=False),  # argon2
    Column("active", Boolean, nullable=False),
    Column("fs_uniquifier", String(64), nullable=False, unique=True),
    Column("added_at", Instant, nullable=False),
    Column("team", Text, nullable=False, server_default=""),  # something may be kept from all of it
    CheckConstraint("role IN ('officer', 'manager', 'auditor', 'editor')", name="role"),
)

# Keys made by the installation itself, sealed with the ring.
vault_key = Table(
    "vault_key",
    metadata,
    Column("name", WORD, primary_key=True),
    Column("key", Sealed, nullable=False),
)
