"""How old the child is, as a group, where an officer has said it; and drafts of letters, found without a search"""

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None

TABLES = ("representation", "forgotten")


def upgrade():
    for table in TABLES:
        op.add_column(table, sa.Column("age_group", sa.String(length=40), nullable=True))
    is_draft = sa.text("went_at IS NULL")
    op.create_index(
        "ix_child_letter_draft", "child_letter", ["made_at"], sqlite_where=is_draft, postgresql_where=is_draft
    )


def downgrade():
    op.drop_index("ix_child_letter_draft", table_name="child_letter")
    for table in TABLES:
        op.drop_column(table, "age_group")
