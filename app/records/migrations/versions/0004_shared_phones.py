"""Drafts on shared phones"""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade():
    op.add_column("draft", sa.Column("shared", sa.Boolean(), server_default=sa.false(), nullable=False))


def downgrade():
    op.drop_column("draft", "shared")
