"""Files that go with what is told"""

import sqlalchemy as sa
from alembic import op

from app.records.columns import Instant, Sealed

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade():
    op.create_table(
        "file",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("draft_id", sa.String(length=64), nullable=True),
        sa.Column("representation_id", sa.String(length=32), nullable=True),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("key", Sealed(), nullable=False),
        sa.Column("name", Sealed(), nullable=False),
        sa.Column("added_at", Instant(), nullable=False),
        sa.Column("checked", sa.String(length=40), nullable=False),
        sa.Column("scanned_at", Instant(), nullable=True),
        sa.CheckConstraint("(draft_id IS NULL) <> (representation_id IS NULL)", name=op.f("ck_file_owner")),
        sa.CheckConstraint("checked IN ('waiting', 'clean', 'infected')", name=op.f("ck_file_checked")),
        sa.ForeignKeyConstraint(["draft_id"], ["draft.id"], name=op.f("fk_file_draft_id"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["representation_id"], ["representation.id"], name=op.f("fk_file_representation_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_file")),
    )
    op.create_index(op.f("ix_file_draft_id"), "file", ["draft_id"])
    op.create_index(op.f("ix_file_representation_id"), "file", ["representation_id"])
    op.create_index("ix_file_checked", "file", ["checked", "added_at"])


def downgrade():
    op.drop_table("file")
