"""Counting what comes from one address, and holding what may be from a robot"""

import sqlalchemy as sa
from alembic import op

from app.records.columns import Instant

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade():
    op.create_table(
        "tally",
        sa.Column("slot", sa.String(length=13), nullable=False),
        sa.Column("what", sa.String(length=40), nullable=False),
        sa.Column("who", sa.String(length=64), nullable=False),
        sa.Column("count", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("slot", "what", "who", name=op.f("pk_tally")),
    )
    op.create_table(
        "holding",
        sa.Column("representation_id", sa.String(length=32), nullable=False),
        sa.Column("council", sa.String(length=40), nullable=False),
        sa.Column("why", sa.String(length=40), nullable=False),
        sa.Column("held_at", Instant(), nullable=False),
        sa.Column("came_back_at", Instant(), nullable=True),
        sa.Column("settled_at", Instant(), nullable=True),
        sa.Column("settled_by", sa.String(length=32), nullable=True),
        sa.Column("is_robot", sa.Boolean(), nullable=True),
        sa.CheckConstraint("why IN ('too-many', 'too-fast', 'hidden-field')", name=op.f("ck_holding_why")),
        sa.ForeignKeyConstraint(
            ["representation_id"], ["representation.id"], name=op.f("fk_holding_representation_id")
        ),
        sa.ForeignKeyConstraint(["settled_by"], ["officer.id"], name=op.f("fk_holding_settled_by")),
        sa.PrimaryKeyConstraint("representation_id", name=op.f("pk_holding")),
    )
    op.create_index("ix_holding_council", "holding", ["council", "settled_at"])


def downgrade():
    op.drop_table("holding")
    op.drop_table("tally")
