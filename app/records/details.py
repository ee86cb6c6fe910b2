"""An advocate's own details, for next time: kept here, sealed, for twelve months; the cookie holds only a token."""

import secrets
from datetime import datetime, timedelta

from sqlalchemy import delete, select

from app.records.database import Db
from app.records.details_table import details as table
from app.records.drafts import token_hash

KEPT_FOR = timedelta(days=365)


def keep(db: Db, details: dict, now: datetime, instead_of: str | None) -> str:
    """Remember these, and forget those that `instead_of` found. A new token."""
    forget(db, instead_of)
    token = secrets.token_urlsafe(32)
    id = token_hash(token)
    sealed = db.vault.seal_json(details, "details", id, "details")
    db.execute(table.insert(), {"id": id, "details": sealed, "forget_at": now + KEPT_FOR})
    return token


def find(db: Db, token: str | None, now: datetime) -> dict:
    """What this token remembers: the answers by question. Nothing, when it is unknown or its year is over."""
    if not token:
        return {}
    id = token_hash(token)
    current = (table.c.id == id) & (table.c.forget_at > now)
    sealed = db.execute(select(table.c.details).where(current)).scalar_one_or_none()
    return db.vault.open_json(sealed, "details", id, "details") if sealed else {}


def forget(db: Db, token: str | None) -> None:
    if token:
        db.execute(delete(table).where(table.c.id == token_hash(token)))


def forget_old(db: Db, now: datetime) -> int:
    """Forget what is older than twelve months; how many that were."""
    return db.execute(delete(table).where(table.c.forget_at <= now)).rowcount
