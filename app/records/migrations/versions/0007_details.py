"""An advocate's own details, remembered when they ask for it"""

import sqlalchemy as sa
from alembic import op

from app.records.columns import Instant, Sealed

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade():
    op.create_table(
        "details",
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("details", Sealed(), nullable=False),
        sa.Column("forget_at", Instant(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_details")),
    )
    op.create_index("ix_details_forget_at", "details", ["forget_at"])


def downgrade():
    op.drop_table("details")
