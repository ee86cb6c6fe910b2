"""Signing in at the desk: sessions on the server, a second step, recovery codes, new passwords, passkeys"""

import sqlalchemy as sa
from alembic import op

from app.records.columns import Instant, Sealed

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade():
    op.create_table(
        "desk_session",
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("officer_id", sa.String(length=32), nullable=False),
        sa.Column("state", sa.String(length=40), nullable=False),
        sa.Column("began_at", Instant(), nullable=False),
        sa.Column("seen_at", Instant(), nullable=False),
        sa.Column("ended_at", Instant(), nullable=True),
        sa.Column("forget_at", Instant(), nullable=False),
        sa.CheckConstraint("state IN ('second-step', 'set-up', 'in')", name=op.f("ck_desk_session_state")),
        _officer("desk_session"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_desk_session")),
    )
    op.create_index("ix_desk_session_officer_id", "desk_session", ["officer_id"])
    op.create_index("ix_desk_session_forget_at", "desk_session", ["forget_at"])
    op.create_table(
        "second_step",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("secret", Sealed(), nullable=False),
        sa.Column("counter", sa.BigInteger(), nullable=True),
        sa.Column("since", Instant(), nullable=False),
        sa.ForeignKeyConstraint(["id"], ["officer.id"], name=op.f("fk_second_step_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_second_step")),
    )
    op.create_table(
        "recovery_code",
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("officer_id", sa.String(length=32), nullable=False),
        _officer("recovery_code"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_recovery_code")),
    )
    op.create_index("ix_recovery_code_officer_id", "recovery_code", ["officer_id"])
    op.create_table(
        "new_password",
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("officer_id", sa.String(length=32), nullable=False),
        sa.Column("asked_at", Instant(), nullable=False),
        sa.Column("forget_at", Instant(), nullable=False),
        _officer("new_password"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_new_password")),
    )
    op.create_index("ix_new_password_officer_id", "new_password", ["officer_id"])
    op.create_index("ix_new_password_forget_at", "new_password", ["forget_at"])
    op.create_table(
        "passkey",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("officer_id", sa.String(length=32), nullable=False),
        sa.Column("credential", sa.Text(), nullable=False),
        sa.Column("public_key", sa.LargeBinary(), nullable=False),
        sa.Column("uses", sa.BigInteger(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("added_at", Instant(), nullable=False),
        sa.Column("used_at", Instant(), nullable=True),
        _officer("passkey"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_passkey")),
        sa.UniqueConstraint("credential", name=op.f("uq_passkey_credential")),
    )
    op.create_index("ix_passkey_officer_id", "passkey", ["officer_id"])
    op.create_table(
        "challenge",
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("what", sa.String(length=20), nullable=False),
        sa.Column("more", Sealed(), nullable=False),
        sa.Column("forget_at", Instant(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_challenge")),
    )
    op.create_index("ix_challenge_forget_at", "challenge", ["forget_at"])


def _officer(table: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(["officer_id"], ["officer.id"], name=op.f(f"fk_{table}_officer_id"))


def downgrade():
    for table in ("challenge", "passkey", "new_password", "recovery_code", "second_step", "desk_session"):
        op.drop_table(table)
