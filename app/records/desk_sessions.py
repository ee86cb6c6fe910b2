"""Who is in at the desk, in which browser. The cookie holds a token and nothing else; here are its hash and the times.

A session that has ended is kept for a day, so that what somebody had typed when it ended finds its way back to them.
"""

import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from sqlalchemy import delete, func, select, update

from app.records.database import Db
from app.records.drafts import token_hash
from app.records.officers import Officer, get
from app.records.tables import desk_session as table

IDLE = timedelta(minutes=15)
LONGEST = timedelta(hours=8)
FOR_THE_REST = timedelta(minutes=10)  # from a right password to the second step
NOTED_EVERY = timedelta(seconds=10)  # so that a page with many parts is one note
REMEMBERED_FOR = timedelta(days=1)


class State(StrEnum):
    SECOND_STEP = "second-step"  # the password was right; the second step is still to come
    SET_UP = "set-up"  # the password was right; they have no second step yet, and need one
    IN = "in"


class Ended(StrEnum):
    IDLE = "idle"
    OVER = "over"  # 8 hours
    ELSEWHERE = "elsewhere"  # signed out, or may not come in any more


@dataclass(frozen=True)
class Session:
    officer: Officer
    state: State
    began_at: datetime
    seen_at: datetime
    ended: Ended | None

    def seconds_left(self, now: datetime) -> int:
        """Until it ends, if nothing more happens after `now`."""
        return max(0, int(min(IDLE, self.began_at + LONGEST - now).total_seconds()))


def begin(db: Db, officer_id: str, state: State, now: datetime) -> str:
    """A new session; its token, for the cookie."""
    token = secrets.token_urlsafe(32)
    row = {
        "id": token_hash(token),
        "officer_id": officer_id,
        "state": state,
        "began_at": now,
        "seen_at": now,
        "forget_at": now + REMEMBERED_FOR,
    }
    db.execute(table.insert(), row)
    return token


def find(db: Db, token: str, now: datetime) -> Session | None:
    """The session this token names, ended or not. None when there is no such thing."""
    row = db.execute(select(table).where(table.c.id == token_hash(token))).one_or_none()
    if row is None:
        return None
    officer, state = get(db, row.officer_id), State(row.state)
    return Session(officer, state, row.began_at, row.seen_at, _ended(row, officer, state, now))


def note_seen(db: Db, token: str, now: datetime) -> None:
    """They are still here. Nothing brings back one that has ended meanwhile."""
    alive = (table.c.id == token_hash(token)) & table.c.ended_at.is_(None)
    db.execute(update(table).where(alive), {"seen_at": now})


def end(db: Db, token: str | None, now: datetime) -> None:
    if token:
        _end(db, table.c.id == token_hash(token), now)


def end_all(db: Db, officer_id: str, now: datetime) -> int:
    """Signed out on every device; on how many they were in."""
    return _end(db, table.c.officer_id == officer_id, now)


def how_many(db: Db, officer_id: str, now: datetime) -> int:
    """On how many devices somebody is in just now."""
    theirs = (table.c.officer_id == officer_id) & (table.c.state == State.IN) & table.c.ended_at.is_(None)
    alive = theirs & (table.c.seen_at >= now - IDLE) & (table.c.began_at >= now - LONGEST)
    return db.execute(select(func.count()).select_from(table).where(alive)).scalar_one()


def forget_old(db: Db, now: datetime) -> int:
    """Forget what began more than a day ago; how many that were."""
    return db.execute(delete(table).where(table.c.forget_at <= now)).rowcount


def _ended(row, officer: Officer, state: State, now: datetime) -> Ended | None:
    if row.ended_at or not officer.active:
        return Ended.ELSEWHERE
    if now - row.seen_at > IDLE or (state is not State.IN and now - row.began_at > FOR_THE_REST):
        return Ended.IDLE
    return Ended.OVER if now - row.began_at > LONGEST else None


def _end(db: Db, which, now: datetime) -> int:
    return db.execute(update(table).where(which & table.c.ended_at.is_(None)), {"ended_at": now}).rowcount
