"""The first tables"""

import sqlalchemy as sa
from alembic import op

from app.records.columns import Instant, Sealed

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade():
    op.create_table(
        "officer",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("email", sa.String(length=254), nullable=False),
        sa.Column("name", sa.Text(), server_default="", nullable=False),
        sa.Column("phone", sa.Text(), server_default="", nullable=False),
        sa.Column("council", sa.String(length=40), nullable=False),
        sa.Column("role", sa.String(length=40), nullable=False),
        sa.Column("password", sa.Text(), nullable=False),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.Column("fs_uniquifier", sa.String(length=64), nullable=False),
        sa.Column("added_at", Instant(), nullable=False),
        sa.CheckConstraint("role IN ('officer', 'manager', 'auditor', 'editor')", name=op.f("ck_officer_role")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_officer")),
        sa.UniqueConstraint("email", name=op.f("uq_officer_email")),
        sa.UniqueConstraint("fs_uniquifier", name=op.f("uq_officer_fs_uniquifier")),
    )
    op.create_table(
        "trail",
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("at", Instant(), nullable=False),
        sa.Column("council", sa.String(length=40), nullable=False),
        sa.Column("officer_id", sa.String(length=32), nullable=False),
        sa.Column("act", sa.String(length=40), nullable=False),
        sa.Column("representation_id", sa.String(length=32), server_default="", nullable=False),
        sa.Column("hash", sa.String(length=64), nullable=False),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_trail")),
        sa.UniqueConstraint("hash", name=op.f("uq_trail_hash")),
    )
    op.create_table(
        "vault_key",
        sa.Column("name", sa.String(length=40), nullable=False),
        sa.Column("key", Sealed(), nullable=False),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_vault_key")),
    )
    op.create_table(
        "representation",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("council", sa.String(length=40), nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("language", sa.String(length=35), nullable=False),
        sa.Column("telling", sa.String(length=40), nullable=False),
        sa.Column("came_by", sa.String(length=40), nullable=False),
        sa.Column("received_at", Instant(), nullable=False),
        sa.Column("received_on", sa.Date(), nullable=False),
        sa.Column("reference_due_on", sa.Date(), nullable=False),
        sa.Column("answer_due_on", sa.Date(), nullable=True),
        sa.Column("stage", sa.String(length=40), nullable=False),
        sa.Column("wants_advocate", sa.Boolean(), nullable=False),
        sa.Column("reference", sa.String(length=20), nullable=True),
        sa.Column("issued_at", Instant(), nullable=True),
        sa.Column("recorded_at", Instant(), nullable=True),
        sa.Column("recorded_by", sa.String(length=32), nullable=True),
        sa.Column("contact_name", sa.Text(), server_default="", nullable=False),
        sa.Column("contact_details", sa.Text(), server_default="", nullable=False),
        sa.Column("code_hash", sa.String(length=64), nullable=True),
        sa.Column("sending", sa.String(length=64), nullable=True),
        sa.Column("way", sa.String(length=40), nullable=False),
        sa.Column("may_say_more", sa.Boolean(), nullable=False),
        sa.Column("words", Sealed(), nullable=False),
        sa.Column("wish", Sealed(), nullable=False),
        sa.Column("name", Sealed(), nullable=False),
        sa.Column("on_behalf_of", Sealed(), nullable=False),
        sa.Column("where", Sealed(), nullable=False),
        sa.CheckConstraint(
            "kind IN ('complaint', 'comment', 'compliment', 'advocate')", name=op.f("ck_representation_kind")
        ),
        sa.CheckConstraint(
            "telling IN ('child', 'family', 'advocate', 'other')", name=op.f("ck_representation_telling")
        ),
        sa.CheckConstraint("(reference IS NULL) = (issued_at IS NULL)", name=op.f("ck_representation_issued")),
        sa.ForeignKeyConstraint(["recorded_by"], ["officer.id"], name=op.f("fk_representation_recorded_by")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_representation")),
        sa.UniqueConstraint("code_hash", name=op.f("uq_representation_code_hash")),
        sa.UniqueConstraint("reference", name=op.f("uq_representation_reference")),
        sa.UniqueConstraint("sending", name=op.f("uq_representation_sending")),
    )
    with op.batch_alter_table("representation", schema=None) as batch_op:
        batch_op.create_index(
            "ix_representation_council_recorded", ["council", "recorded_at", "reference_due_on"], unique=False
        )

    op.create_table(
        "draft",
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("council", sa.String(length=40), nullable=False),
        sa.Column("answers", Sealed(), nullable=False),
        sa.Column("offered", Sealed(), nullable=False),
        sa.Column("code", Sealed(), nullable=True),
        sa.Column("began_at", Instant(), nullable=False),
        sa.Column("forget_at", Instant(), nullable=False),
        sa.Column("sent_id", sa.String(length=32), nullable=True),
        sa.Column("sent_at", Instant(), nullable=True),
        sa.ForeignKeyConstraint(["sent_id"], ["representation.id"], name=op.f("fk_draft_sent_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_draft")),
    )
    with op.batch_alter_table("draft", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_draft_forget_at"), ["forget_at"], unique=False)

    op.create_table(
        "event",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("representation_id", sa.String(length=32), nullable=False),
        sa.Column("what", sa.String(length=40), nullable=False),
        sa.Column("at", Instant(), nullable=False),
        sa.Column("officer_id", sa.String(length=32), nullable=True),
        sa.Column("once", sa.String(length=120), nullable=True),
        sa.Column("words", Sealed(), nullable=True),
        sa.ForeignKeyConstraint(["officer_id"], ["officer.id"], name=op.f("fk_event_officer_id")),
        sa.ForeignKeyConstraint(["representation_id"], ["representation.id"], name=op.f("fk_event_representation_id")),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_event")),
        sa.UniqueConstraint("id", name=op.f("uq_event_id")),
        sa.UniqueConstraint("once", name=op.f("uq_event_once")),
    )
    with op.batch_alter_table("event", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_event_representation_id"), ["representation_id"], unique=False)

    op.create_table(
        "letter",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("representation_id", sa.String(length=32), nullable=True),
        sa.Column("council", sa.String(length=40), nullable=False),
        sa.Column("purpose", sa.String(length=40), nullable=False),
        sa.Column("once", sa.String(length=120), nullable=False),
        sa.Column("urgent", sa.Boolean(), nullable=False),
        sa.Column("recipient", Sealed(), nullable=False),
        sa.Column("message", Sealed(), nullable=False),
        sa.Column("queued_at", Instant(), nullable=False),
        sa.Column("next_try_at", Instant(), nullable=True),
        sa.Column("attempts", sa.Integer(), server_default="0", nullable=False),
        sa.Column("last_error", sa.Text(), server_default="", nullable=False),
        sa.Column("claimed_until", Instant(), nullable=True),
        sa.Column("fence", sa.Integer(), server_default="0", nullable=False),
        sa.Column("sent_at", Instant(), nullable=True),
        sa.Column("given_up_at", Instant(), nullable=True),
        sa.ForeignKeyConstraint(["representation_id"], ["representation.id"], name=op.f("fk_letter_representation_id")),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_letter")),
        sa.UniqueConstraint("id", name=op.f("uq_letter_id")),
        sa.UniqueConstraint("once", name=op.f("uq_letter_once")),
    )
    with op.batch_alter_table("letter", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_letter_representation_id"), ["representation_id"], unique=False)
        batch_op.create_index("ix_letter_waiting", ["next_try_at", "number"], unique=False)

    op.create_table(
        "move",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("representation_id", sa.String(length=32), nullable=False),
        sa.Column("stage", sa.String(length=40), nullable=False),
        sa.Column("moved_at", Instant(), nullable=False),
        sa.Column("moved_on", sa.Date(), nullable=False),
        sa.Column("officer_id", sa.String(length=32), nullable=True),
        sa.Column("why", Sealed(), nullable=True),
        sa.ForeignKeyConstraint(["officer_id"], ["officer.id"], name=op.f("fk_move_officer_id")),
        sa.ForeignKeyConstraint(["representation_id"], ["representation.id"], name=op.f("fk_move_representation_id")),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_move")),
        sa.UniqueConstraint("id", name=op.f("uq_move_id")),
    )
    with op.batch_alter_table("move", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_move_representation_id"), ["representation_id"], unique=False)

    op.create_table(
        "task",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("representation_id", sa.String(length=32), nullable=False),
        sa.Column("council", sa.String(length=40), nullable=False),
        sa.Column("what", sa.String(length=40), nullable=False),
        sa.Column("once", sa.String(length=120), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=False),
        sa.Column("set_at", Instant(), nullable=False),
        sa.Column("done_at", Instant(), nullable=True),
        sa.Column("done_by", sa.String(length=32), nullable=True),
        sa.ForeignKeyConstraint(["done_by"], ["officer.id"], name=op.f("fk_task_done_by")),
        sa.ForeignKeyConstraint(["representation_id"], ["representation.id"], name=op.f("fk_task_representation_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_task")),
        sa.UniqueConstraint("once", name=op.f("uq_task_once")),
    )
    with op.batch_alter_table("task", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_task_representation_id"), ["representation_id"], unique=False)

    op.create_table(
        "visit",
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("representation_id", sa.String(length=32), nullable=False),
        sa.Column("forget_at", Instant(), nullable=False),
        sa.ForeignKeyConstraint(["representation_id"], ["representation.id"], name=op.f("fk_visit_representation_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_visit")),
    )
    with op.batch_alter_table("visit", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_visit_forget_at"), ["forget_at"], unique=False)
        batch_op.create_index(batch_op.f("ix_visit_representation_id"), ["representation_id"], unique=False)


def downgrade():
    with op.batch_alter_table("visit", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_visit_representation_id"))
        batch_op.drop_index(batch_op.f("ix_visit_forget_at"))

    op.drop_table("visit")
    with op.batch_alter_table("task", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_task_representation_id"))

    op.drop_table("task")
    with op.batch_alter_table("move", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_move_representation_id"))

    op.drop_table("move")
    with op.batch_alter_table("letter", schema=None) as batch_op:
        batch_op.drop_index("ix_letter_waiting")
        batch_op.drop_index(batch_op.f("ix_letter_representation_id"))

    op.drop_table("letter")
    with op.batch_alter_table("event", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_event_representation_id"))

    op.drop_table("event")
    with op.batch_alter_table("draft", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_draft_forget_at"))

    op.drop_table("draft")
    with op.batch_alter_table("representation", schema=None) as batch_op:
        batch_op.drop_index("ix_representation_council_recorded")

    op.drop_table("representation")
    op.drop_table("vault_key")
    op.drop_table("trail")
    op.drop_table("officer")
