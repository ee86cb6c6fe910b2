"""How it felt, when it was, and who was there"""

import sqlalchemy as sa
from alembic import op

from app.records.columns import Sealed

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade():
    op.add_column("representation", sa.Column("account", Sealed(), nullable=True))


def downgrade():
    op.drop_column("representation", "account")
