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
OTHER_CHECKS = {  # SQLite makes the table anew, and does not carry its checks over by itself
    "ck_representation_telling": "telling IN ('child', 'family', 'advocate', 'other')",
    "ck_representation_issued": "(reference IS NULL) = (issued_at IS NULL)",
}


def upgrade():
    with changing_representation(KINDS) as table:
        table.add_column(sa.Column("urgent", sa.Boolean(), server_default=sa.false(), nullable=False))
        table.add_column(sa.Column("for_manager_only", sa.Boolean(), server_default=sa.false(), nullable=False))
        table.add_column(sa.Column("must_not_read", Sealed(), nullable=True))
        table.add_column(sa.Column("more", Sealed(), nullable=True))
    with op.batch_alter_table("event") as table:
        table.add_column(sa.Column("more", Sealed(), nullable=True))


def downgrade():
    with op.batch_alter_table("event") as table:
        table.drop_column("more")
    with changing_representation(FIRST_KINDS) as table:
        for column in ("more", "must_not_read", "for_manager_only", "urgent"):
            table.drop_column(column)


def changing_representation(kinds: str):
    """The table, with this check of its kinds in place of the one it had."""
    if op.get_bind().dialect.name == "sqlite":
        checks = {KIND: kinds} | OTHER_CHECKS
        anew = [sa.CheckConstraint(rule, name=op.f(name)) for name, rule in checks.items()]
        return op.batch_alter_table("representation", recreate="always", table_args=anew)
    op.drop_constraint(op.f(KIND), "representation", type_="check")
    op.create_check_constraint(op.f(KIND), "representation", kinds)
    return op.batch_alter_table("representation")
