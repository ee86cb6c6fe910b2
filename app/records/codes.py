"""A new follow-up code for somebody who has lost theirs, or never had one. Only a keyed hash of it is kept."""

from sqlalchemy import delete, select, update

from app.records.database import Db
from app.records.tables import representation as table
from app.records.tables import visit


def has_one(db: Db, representation_id: str) -> bool:
    return db.execute(select(table.c.code_hash).where(table.c.id == representation_id)).scalar_one() is not None


def opens(db: Db, representation_id: str, code: str) -> bool:
    """Is this the code that it opens with now?"""
    known = select(table.c.id).where(table.c.id == representation_id, table.c.code_hash == db.hash(code))
    return db.execute(known).first() is not None


def replace(db: Db, representation_id: str, code: str) -> None:
    """From now on this code, as parse_code gives it, opens it. The old one does not, and whoever is looking by it
    sees no more.
    """
    db.execute(update(table).where(table.c.id == representation_id).values(code_hash=db.hash(code)))
    db.execute(delete(visit).where(visit.c.representation_id == representation_id))
