"""The audit trail: who read or did what, and when. Added, never edited.

Each row holds a hash of itself and of the row before, so that a row changed, taken out or slipped in shows. The last
rows cut off do not show here: for that, keep the last number and hash somewhere else now and then.

Add to the trail last in a transaction: on PostgreSQL, writers wait here for one another until it ends.
"""

import hashlib
import json
from collections.abc import Collection
from datetime import UTC, datetime
from enum import StrEnum

from sqlalchemy import Row, func, select, text

from app.records.database import Db
from app.records.tables import trail as table

COMMAND = "command"  # in place of an officer's id, for what was done by a command
CLOCK = "clock"
BEGINNING = "0" * 64  # the hash before the first


class Act(StrEnum):
    SIGNED_IN = "signed-in"
    SIGNED_OUT = "signed-out"
    SEARCHED = "searched"
    READ = "read"
    FETCHED_FILE = "fetched-file"
    RECORDED = "recorded"
    ENTERED = "entered"
    TASK_DONE = "task-done"
    SENT_AGAIN = "sent-again"
    STOPPED = "stopped"
    GOES_ON = "goes-on"
    JOINED = "joined"
    NEW_CODE = "new-code"
    READERS_CHOSEN = "readers-chosen"
    RELEASED = "released"
    PUT_AWAY = "put-away"
    OFFICER_ADDED = "officer-added"
    OFFICER_MOVED = "officer-moved"
    OFFICER_DISABLED = "officer-disabled"


def add(db: Db, at: datetime, council: str, officer_id: str, act: str, representation_id: str = "") -> int:
    """Add a row; its number. Needs a writing transaction."""
    if db.connection.dialect.name == "postgresql":
        db.execute(text("LOCK TABLE trail IN EXCLUSIVE MODE"))  # SQLite has one writer at a time already
    last = db.execute(select(table.c.number, table.c.hash).order_by(table.c.number.desc()).limit(1)).one_or_none()
    number, before = (last.number + 1, last.hash) if last else (1, BEGINNING)
    row = {
        "number": number,
        "at": at,
        "council": council,
        "officer_id": officer_id,
        "act": str(act),
        "representation_id": representation_id,
    }
    db.execute(table.insert(), row | {"hash": _hash(before, **row)})
    return number


def verify(db: Db) -> int | None:
    """The number of the first row that is broken or missing; None when the trail is whole."""
    expected, before = 1, BEGINNING
    for row in db.execute(select(table).order_by(table.c.number)):
        if row.number != expected or row.hash != _hash_of(before, row):
            return expected
        expected, before = expected + 1, row.hash
    return None


def last_read(db: Db, ids: Collection[str]) -> dict[str, datetime]:
    """When each of these representations was last opened by anybody. Those that never were are left out."""
    opened = (table.c.act == Act.READ) & table.c.representation_id.in_(ids)
    latest = select(table.c.representation_id, func.max(table.c.at).label("at"))
    rows = db.execute(latest.where(opened).group_by(table.c.representation_id))
    return {row.representation_id: row.at for row in rows}


def _hash_of(before: str, row: Row) -> str:
    columns = ("number", "at", "council", "officer_id", "act", "representation_id")
    return _hash(before, **{column: getattr(row, column) for column in columns})


def _hash(
    before: str, number: int, at: datetime, council: str, officer_id: str, act: str, representation_id: str
) -> str:
    moment = at.astimezone(UTC).isoformat(timespec="microseconds")
    whole = [before, number, moment, council, officer_id, act, representation_id]
    return hashlib.sha256(json.dumps(whole, ensure_ascii=True).encode("ascii")).hexdigest()
