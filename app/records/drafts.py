"""Drafts: what a child has told us so far, not yet sent. Kept here, sealed; the cookie holds only a token."""

import hashlib
import secrets
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from sqlalchemy import delete, select, update

from app.records import files
from app.records.database import Db
from app.records.tables import draft as table

KEPT_FOR = timedelta(days=1)
KEPT_ON_A_SHARED_PHONE_FOR = timedelta(minutes=20)  # of no use
CODE_SHOWN_FOR = timedelta(hours=1)  # after sending, unless it is said to be written down


@dataclass(frozen=True)
class Draft:
    token: str  # in the cookie, and nowhere else
    council: str
    answers: dict = field(default_factory=dict)  # good answers, by question
    offered: dict = field(default_factory=dict)  # what was typed and is not yet a good answer, by question
    code: str = ""
    sent_id: str = ""
    forget_at: datetime | None = None
    shared: bool = False  # others use this phone too
    began_at: datetime | None = None

    @property
    def kept_for(self) -> timedelta:
        return KEPT_ON_A_SHARED_PHONE_FOR if self.shared else KEPT_FOR

    def is_left_for(self, idle: timedelta, now: datetime) -> bool:
        """Has nothing been answered for that long?"""
        return now - (self.forget_at - self.kept_for) > idle

    @property
    def sending(self) -> str:
        """What the record remembers of the draft it came from."""
        return token_hash(self.token)


def begin(db: Db, council: str, now: datetime, *, shared: bool = False) -> Draft:
    draft = Draft(token=secrets.token_urlsafe(32), council=council, shared=shared, began_at=now)
    draft = replace(draft, forget_at=now + draft.kept_for)
    row = {"id": draft.sending, "council": council, "began_at": now, "forget_at": draft.forget_at, "shared": shared}
    db.execute(table.insert(), row | _sealed(db, draft))
    return draft


def find(db: Db, token: str | None, council: str, now: datetime, *, hold: bool = False) -> Draft | None:
    """The draft this token names, unless it has been forgotten or belongs to another council's form.

    With `hold`, nobody else changes it until the transaction ends: for two tabs, and two presses at once.
    """
    if not token:
        return None
    id = token_hash(token)
    sought = select(table).where(table.c.id == id, table.c.council == council, table.c.forget_at > now)
    row = db.execute(sought.with_for_update() if hold else sought).one_or_none()
    if row is None:
        return None
    return Draft(
        token=token,
        council=row.council,
        answers=db.vault.open_json(row.answers, "draft", id, "answers"),
        offered=db.vault.open_json(row.offered, "draft", id, "offered"),
        code=db.vault.open(row.code, "draft", id, "code") if row.code else "",
        sent_id=row.sent_id or "",
        forget_at=row.forget_at,
        shared=row.shared,
        began_at=row.began_at,
    )


def keep(db: Db, draft: Draft, now: datetime, **changed) -> Draft:
    """Keep the draft as it is now, for another day, or 20 minutes on a shared phone. `changed` are fields of Draft."""
    draft = replace(draft, **changed)
    draft = replace(draft, forget_at=now + draft.kept_for)
    facts = _sealed(db, draft) | {"forget_at": draft.forget_at, "shared": draft.shared}
    db.execute(update(table).where(table.c.id == draft.sending), facts)
    return draft


def go_on(db: Db, draft: Draft, now: datetime) -> None:
    """It is in use: its time begins anew."""
    db.execute(update(table).where(table.c.id == draft.sending), {"forget_at": now + draft.kept_for})


def mark_sent(db: Db, draft: Draft, representation_id: str, now: datetime, left: dict | None = None) -> None:
    """It is sent: forget the words here, and keep the code to show again for an hour. `left` is what the page after
    must know.
    """
    sent = replace(draft, answers=left or {}, offered={})
    facts = {"sent_id": representation_id, "sent_at": now, "forget_at": now + CODE_SHOWN_FOR}
    db.execute(update(table).where(table.c.id == draft.sending), _sealed(db, sent) | facts)


def forget_code(db: Db, draft: Draft) -> None:
    """They have it written down: it is not shown again."""
    db.execute(update(table).where(table.c.id == draft.sending), {"code": None})


def forget(db: Db, token: str | None) -> None:
    """The draft is gone from the disk, and its files with it."""
    if token:
        files.forget_of_drafts(db, [token_hash(token)])
        db.execute(delete(table).where(table.c.id == token_hash(token)))


def forget_old(db: Db, now: datetime) -> int:
    """Forget every draft whose day is over, and its files; how many drafts that were."""
    over = table.c.forget_at <= now
    files.forget_of_drafts(db, db.execute(select(table.c.id).where(over).with_for_update()).scalars().all())
    return db.execute(delete(table).where(over)).rowcount


def token_hash(token: str) -> str:
    """Tokens are 256 bits of chance, so a plain hash of one gives nothing away."""
    return hashlib.sha256(token.encode("utf-8")).hexdigest()


def _sealed(db: Db, draft: Draft) -> dict:
    id = draft.sending
    return {
        "answers": db.vault.seal_json(draft.answers, "draft", id, "answers"),
        "offered": db.vault.seal_json(draft.offered, "draft", id, "offered"),
        "code": db.vault.seal(draft.code, "draft", id, "code") if draft.code else None,
    }
