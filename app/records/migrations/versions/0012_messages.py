"""Letters told together; and what a young person added wants an answer: opening it is not enough"""

import sqlalchemy as sa
from alembic import op
from flask import current_app

from app.model.event import What
from app.records import unheard
from app.records.columns import Instant
from app.records.database import Db

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None


def upgrade():
    op.add_column("letter", sa.Column("gather_at", Instant(), nullable=True))
    op.add_column("letter", sa.Column("gathered_in", sa.String(length=32), nullable=True))
    op.create_index("ix_letter_gather_at", "letter", ["gather_at"])
    op.create_index("ix_letter_gathered_in", "letter", ["gathered_in"])
    records = current_app.extensions["house"].records
    db = Db(op.get_bind(), records.vault, records.files)
    added = sa.text("SELECT DISTINCT representation_id FROM event WHERE what = :what").bindparams(what=What.MESSAGE)
    for id in db.execute(added).scalars().all():
        unheard.note(db, id)


def downgrade():
    """Letters that wait to be told together go by themselves again."""
    op.execute("UPDATE letter SET next_try_at = queued_at WHERE gather_at IS NOT NULL")
    op.drop_index("ix_letter_gathered_in", table_name="letter")
    op.drop_index("ix_letter_gather_at", table_name="letter")
    op.drop_column("letter", "gathered_in")
    op.drop_column("letter", "gather_at")
