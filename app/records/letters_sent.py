"""The letters about one representation that have gone, for its timeline: what each was for, and when."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select

from app.records.database import Db
from app.records.tables import letter as table


@dataclass(frozen=True)
class Sent:
    purpose: str  # app.post.letters.Purpose
    at: datetime  # UTC


def purpose_of(db: Db, id: str) -> str | None:
    """What a letter is for, gone or not. None when there is no such letter."""
    return db.execute(select(table.c.purpose).where(table.c.id == id)).scalar_one_or_none()


def of(db: Db, representation_id: str) -> list[Sent]:
    """In the order they went."""
    mine = (table.c.representation_id == representation_id) & table.c.sent_at.is_not(None)
    rows = db.execute(select(table.c.purpose, table.c.sent_at).where(mine).order_by(table.c.sent_at, table.c.number))
    return [Sent(row.purpose, row.sent_at) for row in rows]
