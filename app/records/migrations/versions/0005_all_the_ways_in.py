"""All the ways in: going on and stopping, what is urgent, who must not read it, and the rest of what was said"""

import sqlalchemy as sa
from alembic import op

from app.records.columns import Sealed

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

KIND = "ck_representation_kind"
FIRST_KINDS = "kind IN ('complaint', 'comment', 'compliment', 'advocate')"
KINDS = "kind IN ('complaint', 'comment', 'compliment', 'advocate', 'going-on', 'stop')"


def upgrade():
    with op.batch_alter_table("representation") as table:
        table.add_column(sa.Column("urgent", sa.Boolean(), server_default=sa.false(), nullable=False))
        table.add_column(sa.Column("for_manager_only", sa.Boolean(), server_default=sa.false(), nullable=False))
        table.add_column(sa.Column("must_not_read", Sealed(), nullable=True))
        table.add_column(sa.Column("more", Sealed(), nullable=True))
        table.drop_constraint(op.f(KIND), type_="check")
        table.create_check_constraint(op.f(KIND), KINDS)
    with op.batch_alter_table("event") as table:
        table.add_column(sa.Column("more", Sealed(), nullable=True))


def downgrade():
    with op.batch_alter_table("event") as table:
        table.drop_column("more")
    with op.batch_alter_table("representation") as table:
        for column in ("more", "must_not_read", "for_manager_only", "urgent"):
            table.drop_column(column)
        table.drop_constraint(op.f(KIND), type_="check")
        table.create_check_constraint(op.f(KIND), FIRST_KINDS)
