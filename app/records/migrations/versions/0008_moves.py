"""The moves of the procedure, the open dates they start, and the bank holidays those were counted with"""

import secrets

import sqlalchemy as sa
from alembic import op

from app.records.columns import Instant, Sealed

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None

ENDED = ("resolved", "withdrawn")


def upgrade():
    with op.batch_alter_table("move") as table:
        table.add_column(sa.Column("what", sa.String(length=40), server_default="", nullable=False))
        table.add_column(sa.Column("said", Sealed(), nullable=True))
        table.add_column(sa.Column("once", sa.String(length=120), nullable=True))
        table.create_unique_constraint(op.f("uq_move_once"), ["once"])
    op.execute("UPDATE move SET what = CASE stage WHEN 'withdrawn' THEN 'withdrawn' ELSE 'recorded' END")
    op.add_column("representation", sa.Column("assigned_to", sa.String(length=32), nullable=True))
    _make_tables()
    _count_what_is_open()


def _make_tables():
    op.create_table(
        "deadline",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("representation_id", sa.String(length=32), nullable=False),
        sa.Column("council", sa.String(length=40), nullable=False),
        sa.Column("clock", sa.String(length=40), nullable=False),
        sa.Column("starts_on", sa.Date(), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=False),
        sa.Column("first_due_on", sa.Date(), nullable=False),
        sa.Column("stopped_on", sa.Date(), nullable=True),
        sa.Column("held", sa.Integer(), server_default="0", nullable=False),
        sa.Column("ended_on", sa.Date(), nullable=True),
        sa.Column("set_at", Instant(), nullable=False),
        sa.ForeignKeyConstraint(
            ["representation_id"], ["representation.id"], name=op.f("fk_deadline_representation_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_deadline")),
    )
    op.create_index("ix_deadline_representation_id", "deadline", ["representation_id"])
    op.create_index("ix_deadline_open", "deadline", ["council", "ended_on", "due_on"])
    op.create_table(
        "counted_holiday",
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("day", name=op.f("pk_counted_holiday")),
    )


def _count_what_is_open():
    """The answer of stage 1 that each open complaint has been promised is its first clock."""
    connection = op.get_bind()
    told = connection.execute(
        sa.text(
            "SELECT id, council, received_on, received_at, answer_due_on, stage FROM representation"
            " WHERE answer_due_on IS NOT NULL"
        )
    ).all()
    adding = sa.text(
        "INSERT INTO deadline (id, representation_id, council, clock, starts_on, due_on, first_due_on, held, set_at)"
        " VALUES (:id, :about, :council, 'stage-1', :start, :due, :due, 0, :at)"
    )
    for row in told:
        if row.stage not in ENDED:
            facts = {"about": row.id, "council": row.council, "start": row.received_on, "due": row.answer_due_on}
            connection.execute(adding, facts | {"id": secrets.token_hex(16), "at": row.received_at})


def downgrade():
    op.drop_table("counted_holiday")
    op.drop_table("deadline")
    with op.batch_alter_table("representation") as table:
        table.drop_column("assigned_to")
    with op.batch_alter_table("move") as table:
        table.drop_constraint(op.f("uq_move_once"), type_="unique")
        table.drop_column("once")
        table.drop_column("said")
        table.drop_column("what")
