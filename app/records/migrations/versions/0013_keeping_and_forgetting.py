"""Legal holds, the list of what will be deleted, and what stays of what was"""

import sqlalchemy as sa
from alembic import op

from app.records.columns import Instant, Sealed

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None

INDEXES = {
    "ix_legal_hold_representation_id": ("legal_hold", ["representation_id"]),
    "ix_to_delete_council": ("to_delete", ["council", "delete_on"]),
    "ix_forgotten_at": ("forgotten", ["council", "forgotten_at"]),
    "ix_forgotten_council": ("forgotten", ["council", "received_on"]),
    "ix_forgotten_from_forgotten_id": ("forgotten_from", ["forgotten_id"]),
    "ix_forgotten_from_officer_id": ("forgotten_from", ["officer_id"]),
    "ix_forgotten_from_team": ("forgotten_from", ["team"]),
}


def upgrade():
    op.create_table(
        "legal_hold",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("representation_id", sa.String(length=32), nullable=False),
        sa.Column("placed_at", Instant(), nullable=False),
        sa.Column("placed_by", sa.String(length=32), nullable=False),
        sa.Column("why", Sealed(), nullable=False),
        sa.Column("lifted_at", Instant(), nullable=True),
        sa.Column("lifted_by", sa.String(length=32), nullable=True),
        sa.Column("why_lifted", Sealed(), nullable=True),
        _about("legal_hold"),
        sa.ForeignKeyConstraint(["placed_by"], ["officer.id"], name=op.f("fk_legal_hold_placed_by")),
        sa.ForeignKeyConstraint(["lifted_by"], ["officer.id"], name=op.f("fk_legal_hold_lifted_by")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_legal_hold")),
    )
    op.create_table(
        "to_delete",
        sa.Column("representation_id", sa.String(length=32), nullable=False),
        sa.Column("council", sa.String(length=40), nullable=False),
        sa.Column("delete_on", sa.Date(), nullable=False),
        sa.Column("listed_at", Instant(), nullable=False),
        _about("to_delete"),
        sa.PrimaryKeyConstraint("representation_id", name=op.f("pk_to_delete")),
    )
    op.create_table(
        "forgotten",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("council", sa.String(length=40), nullable=False),
        sa.Column("reference", sa.String(length=20), nullable=True),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("language", sa.String(length=35), nullable=False),
        sa.Column("telling", sa.String(length=40), nullable=False),
        sa.Column("came_by", sa.String(length=40), nullable=False),
        sa.Column("topic", sa.String(length=40), server_default="", nullable=False),
        sa.Column("stage", sa.String(length=40), nullable=False),
        sa.Column("wants_advocate", sa.Boolean(), nullable=False),
        sa.Column("urgent", sa.Boolean(), nullable=False),
        sa.Column("is_robot", sa.Boolean(), nullable=False),
        sa.Column("received_on", sa.Date(), nullable=False),
        sa.Column("reference_due_on", sa.Date(), nullable=False),
        sa.Column("issued_at", Instant(), nullable=True),
        sa.Column("recorded_at", Instant(), nullable=True),
        sa.Column("last_on", sa.Date(), nullable=False),
        sa.Column("forgotten_at", Instant(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_forgotten")),
        sa.UniqueConstraint("reference", name=op.f("uq_forgotten_reference")),
    )
    op.create_table(
        "forgotten_move",
        sa.Column("forgotten_id", sa.String(length=32), nullable=False),
        sa.Column("place", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("what", sa.String(length=40), nullable=False),
        sa.Column("stage", sa.String(length=40), nullable=False),
        sa.Column("moved_on", sa.Date(), nullable=False),
        sa.Column("upheld", sa.Integer(), nullable=False),
        sa.Column("partly", sa.Integer(), nullable=False),
        sa.Column("not_upheld", sa.Integer(), nullable=False),
        sa.Column("promised", sa.Integer(), nullable=False),
        _of_forgotten("forgotten_move"),
        sa.PrimaryKeyConstraint("forgotten_id", "place", name=op.f("pk_forgotten_move")),
    )
    op.create_table(
        "forgotten_deadline",
        sa.Column("forgotten_id", sa.String(length=32), nullable=False),
        sa.Column("place", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("clock", sa.String(length=40), nullable=False),
        sa.Column("starts_on", sa.Date(), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=False),
        sa.Column("first_due_on", sa.Date(), nullable=False),
        sa.Column("stopped_on", sa.Date(), nullable=True),
        sa.Column("held", sa.Integer(), nullable=False),
        sa.Column("ended_on", sa.Date(), nullable=True),
        _of_forgotten("forgotten_deadline"),
        sa.PrimaryKeyConstraint("forgotten_id", "place", name=op.f("pk_forgotten_deadline")),
    )
    op.create_table(
        "forgotten_from",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("forgotten_id", sa.String(length=32), nullable=False),
        sa.Column("officer_id", sa.String(length=32), nullable=True),
        sa.Column("team", sa.Text(), nullable=True),
        _of_forgotten("forgotten_from"),
        sa.ForeignKeyConstraint(["officer_id"], ["officer.id"], name=op.f("fk_forgotten_from_officer_id")),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_forgotten_from")),
    )
    for index, (table, columns) in INDEXES.items():
        op.create_index(index, table, columns)


def downgrade():
    for index, (table, _columns) in reversed(INDEXES.items()):
        op.drop_index(index, table_name=table)
    for table in ("forgotten_from", "forgotten_deadline", "forgotten_move", "forgotten", "to_delete", "legal_hold"):
        op.drop_table(table)


def _about(table: str) -> sa.ForeignKeyConstraint:
    name = op.f(f"fk_{table}_representation_id")
    return sa.ForeignKeyConstraint(["representation_id"], ["representation.id"], name=name)


def _of_forgotten(table: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(["forgotten_id"], ["forgotten.id"], name=op.f(f"fk_{table}_forgotten_id"))
