"""Questions whose answer comes with a later request: to a browser, or to the council's own sign-in. Each is kept here,
sealed, for a few minutes; the cookie holds only a token.
"""

import secrets
from datetime import datetime, timedelta

from sqlalchemy import delete, select

from app.records.database import Db
from app.records.drafts import token_hash
from app.records.tables import challenge as table

KEPT_FOR = timedelta(minutes=10)


def ask(db: Db, what: str, more: dict, now: datetime) -> str:
    """A new one; its token, for the cookie."""
    token = secrets.token_urlsafe(32)
    id = token_hash(token)
    sealed = db.vault.seal_json(more, "challenge", id, "more")
    db.execute(table.insert(), {"id": id, "what": what, "more": sealed, "forget_at": now + KEPT_FOR})
    return token


def find(db: Db, token: str | None, what: str, now: datetime) -> dict | None:
    """What was asked, if that is not long ago and has not been answered."""
    if not token:
        return None
    id = token_hash(token)
    sought = select(table.c.more).where(table.c.id == id, table.c.what == what, table.c.forget_at > now)
    sealed = db.execute(sought).scalar_one_or_none()
    return db.vault.open_json(sealed, "challenge", id, "more") if sealed else None


def take(db: Db, token: str | None, what: str, now: datetime) -> dict | None:
    """What was asked, once: whoever comes second with the same answer gets None."""
    asked = find(db, token, what, now)
    is_first = asked is not None and db.execute(delete(table).where(table.c.id == token_hash(token))).rowcount == 1
    return asked if is_first else None


def forget_old(db: Db, now: datetime) -> int:
    return db.execute(delete(table).where(table.c.forget_at <= now)).rowcount
