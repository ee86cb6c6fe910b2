"""What a young person added wants an answer, or somebody who says that it has been read: opening it is not enough"""

import sqlalchemy as sa
from alembic import op
from flask import current_app

from app.model.event import What
from app.records import unheard
from app.records.database import Db

revision = "0012"
down_revision = "0010"
branch_labels = None
depends_on = None


def upgrade():
    records = current_app.extensions["house"].records
    db = Db(op.get_bind(), records.vault, records.files)
    added = sa.text("SELECT DISTINCT representation_id FROM event WHERE what = :what").bindparams(what=What.MESSAGE)
    for id in db.execute(added).scalars().all():
        unheard.note(db, id)


def downgrade():
    """Nothing: whoever opens one takes it off the list, as before."""
