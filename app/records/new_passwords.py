"""Ways to choose a new password, as they go out in letters. Each works once, for an hour; here are their hashes."""

import secrets
from datetime import datetime, timedelta

from sqlalchemy import delete, func, select

from app.records.database import Db
from app.records.drafts import token_hash
from app.records.officers import Officer, get
from app.records.tables import new_password as table

WORKS_FOR = timedelta(hours=1)
MOST_AN_HOUR = 3  # ours: whoever presses for somebody else fills nobody's mailbox


def ask(db: Db, officer_id: str, now: datetime) -> str | None:
    """A new one; its token, for the letter. None when there were three within the hour."""
    theirs = (table.c.officer_id == officer_id) & (table.c.asked_at > now - WORKS_FOR)
    if db.execute(select(func.count()).select_from(table).where(theirs)).scalar_one() >= MOST_AN_HOUR:
        return None
    token = secrets.token_urlsafe(32)
    row = {"id": token_hash(token), "officer_id": officer_id, "asked_at": now, "forget_at": now + WORKS_FOR}
    db.execute(table.insert(), row)
    return token


def find(db: Db, token: str, now: datetime) -> Officer | None:
    """Whose it is. None when it was used, is too old, or belongs to somebody who may not come in any more."""
    sought = select(table.c.officer_id).where(table.c.id == token_hash(token), table.c.forget_at > now)
    id = db.execute(sought).scalar_one_or_none()
    officer = get(db, id) if id else None
    return officer if officer and officer.active else None


def take(db: Db, token: str, now: datetime) -> Officer | None:
    """Whose it is, once: after it all of theirs are used up."""
    officer = find(db, token, now)
    if officer is None or db.execute(delete(table).where(table.c.id == token_hash(token))).rowcount != 1:
        return None
    forget_of(db, officer.id)
    return officer


def forget_of(db: Db, officer_id: str) -> None:
    db.execute(delete(table).where(table.c.officer_id == officer_id))


def forget_old(db: Db, now: datetime) -> int:
    return db.execute(delete(table).where(table.c.forget_at <= now)).rowcount
