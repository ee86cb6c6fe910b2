"""Letters to the young person: a draft for each move, and the words that went out"""

import sqlalchemy as sa
from alembic import op

from app.records.columns import Instant, Sealed

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None

KEYS = {
    "representation_id": "representation.id",
    "move_number": "move.number",
    "made_by": "officer.id",
    "changed_by": "officer.id",
    "went_by": "officer.id",
}


def upgrade():
    op.create_table(
        "child_letter",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("representation_id", sa.String(length=32), nullable=False),
        sa.Column("move_number", sa.Integer(), nullable=False),
        sa.Column("what", sa.String(length=40), nullable=False),
        sa.Column("language", sa.String(length=35), nullable=False),
        sa.Column("words", Sealed(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("made_at", Instant(), nullable=False),
        sa.Column("made_by", sa.String(length=32), nullable=False),
        sa.Column("changed_at", Instant(), nullable=True),
        sa.Column("changed_by", sa.String(length=32), nullable=True),
        sa.Column("went_at", Instant(), nullable=True),
        sa.Column("went_by", sa.String(length=32), nullable=True),
        sa.Column("way", sa.String(length=40), nullable=True),
        sa.CheckConstraint("(went_at IS NULL) = (way IS NULL)", name=op.f("ck_child_letter_went")),
        *(
            sa.ForeignKeyConstraint([column], [target], name=op.f(f"fk_child_letter_{column}"))
            for column, target in KEYS.items()
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_child_letter")),
        sa.UniqueConstraint("move_number", name=op.f("uq_child_letter_move_number")),
    )
    op.create_index("ix_child_letter_representation_id", "child_letter", ["representation_id"])


def downgrade():
    op.drop_index("ix_child_letter_representation_id", table_name="child_letter")
    op.drop_table("child_letter")
