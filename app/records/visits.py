"""Visits: somebody has given a follow-up code and may look at their own page for a while."""

import secrets
from datetime import datetime, timedelta

from sqlalchemy import delete, select, update

from app.records.database import Db
from app.records.drafts import token_hash
from app.records.tables import visit as table

KEPT_FOR = timedelta(minutes=20)  # after the last page looked at


def begin(db: Db, representation_id: str, now: datetime) -> str:
    """A new visit; its token, for the cookie."""
    token = secrets.token_urlsafe(32)
    row = {"id": token_hash(token), "representation_id": representation_id, "forget_at": now + KEPT_FOR}
    db.execute(table.insert(), row)
    return token


def find(db: Db, token: str | None, now: datetime) -> str | None:
    """The id of the representation this visit is to, and the visit goes on; None when it is over."""
    if not token:
        return None
    current = (table.c.id == token_hash(token)) & (table.c.forget_at > now)
    id = db.execute(select(table.c.representation_id).where(current)).scalar_one_or_none()
    if id is not None:
        db.execute(update(table).where(current), {"forget_at": now + KEPT_FOR})
    return id


def forget(db: Db, token: str | None) -> None:
    if token:
        db.execute(delete(table).where(table.c.id == token_hash(token)))


def forget_old(db: Db, now: datetime) -> int:
    """Forget every visit that is over; how many that were."""
    return db.execute(delete(table).where(table.c.forget_at <= now)).rowcount
