"""The audit trail: who read or did what, and when. Added, never edited.

Each row holds a keyed hash of itself and of the row before, so that a row changed, taken out or slipped in shows. The
key is in the vault: whoever can write the database, and has not the vault, cannot make the chain anew. The last rows
cut off do not show here: for that, keep the last number and hash somewhere else now and then, and give it to `verify`.

Add to the trail last in a transaction: on PostgreSQL, writers wait here for one another until it ends.
"""

import json
from collections.abc import Callable, Collection
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
    EXPORTED = "exported"  # in place of a representation, the id of the export
    FIGURES_TAKEN = "figures-taken"  # the file, or the report with what officers promised
    RECORDED = "recorded"
    ENTERED = "entered"
    TASK_DONE = "task-done"
    SENT_AGAIN = "sent-again"
    STOPPED = "stopped"
    GOES_ON = "goes-on"
    JOINED = "joined"
    AGE_SAID = "age-said"
    NEW_CODE = "new-code"
    LETTER_KEPT = "letter-kept"  # a letter to the young person was changed, or put away
    LETTER_SENT = "letter-sent"
    LETTER_PRINTED = "letter-printed"
    WROTE = "wrote"  # a message, to the young person
    HEARD = "heard"  # said that what they added has been read
    MOVED = "moved"  # a move of the procedure; which one stands in the moves
    READERS_CHOSEN = "readers-chosen"
    RELEASED = "released"
    PUT_AWAY = "put-away"
    SIGNED_IN_ELSEWHERE = "signed-in-elsewhere"  # with the council's own account
    SIGNED_IN_BY_PASSKEY = "signed-in-by-passkey"
    PASSKEY_ADDED = "passkey-added"
    PASSKEY_REMOVED = "passkey-removed"
    SIGNED_IN_BY_RECOVERY_CODE = "signed-in-by-recovery-code"
    SECOND_STEP_SET = "second-step-set"
    SECOND_STEP_OFF = "second-step-off"
    RECOVERY_CODES_MADE = "recovery-codes-made"
    PASSWORD_CHANGED = "password-changed"
    SIGNED_OUT_EVERYWHERE = "signed-out-everywhere"
    HELD_LEGALLY = "held-legally"
    HOLD_LIFTED = "hold-lifted"
    DELETED = "deleted"  # its time was over
    TAKEN_OUT = "taken-out"  # one whole record, as a bundle
    OFFICER_ADDED = "officer-added"
    OFFICER_MOVED = "officer-moved"
    OFFICER_DISABLED = "officer-disabled"


def add(db: Db, at: datetime, council: str, officer_id: str, act: str, representation_id: str = "") -> int:
    """Add a row; its number. Needs a writing transaction."""
    if db.connection.dialect.name == "postgresql":
        db.execute(text("LOCK TABLE trail IN EXCLUSIVE MODE"))  # SQLite has one writer at a time already
    known, before = last(db)
    number = known + 1
    row = {
        "number": number,
        "at": at,
        "council": council,
        "officer_id": officer_id,
        "act": str(act),
        "representation_id": representation_id,
    }
    db.execute(table.insert(), row | {"hash": _hash(db.hasher(), before, **row)})
    return number


def verify(db: Db, known: tuple[int, str] | None = None) -> int | None:
    """The number of the first row that is broken or missing; None when the trail is whole.

    `known` is a number and its hash that were kept elsewhere: the trail must still have them.
    """
    expected, before, hashed = 1, BEGINNING, db.hasher()
    for row in db.execute(select(table).order_by(table.c.number)):
        is_known = known is None or known[0] != row.number or known[1] == row.hash
        if row.number != expected or row.hash != _hash_of(hashed, before, row) or not is_known:
            return expected
        expected, before = expected + 1, row.hash
    return expected if known and known[0] >= expected else None


def last(db: Db) -> tuple[int, str]:
    """The number and the hash of the last row, to be kept elsewhere."""
    row = db.execute(select(table.c.number, table.c.hash).order_by(table.c.number.desc()).limit(1)).one_or_none()
    return (row.number, row.hash) if row else (0, BEGINNING)


def last_read(db: Db, ids: Collection[str]) -> dict[str, datetime]:
    """When each of these representations was last opened by anybody. Those that never were are left out."""
    opened = (table.c.act == Act.READ) & table.c.representation_id.in_(ids)
    latest = select(table.c.representation_id, func.max(table.c.at).label("at"))
    rows = db.execute(latest.where(opened).group_by(table.c.representation_id))
    return {row.representation_id: row.at for row in rows}


def _hash_of(hashed: Callable[[str], str], before: str, row: Row) -> str:
    columns = ("number", "at", "council", "officer_id", "act", "representation_id")
    return _hash(hashed, before, **{column: getattr(row, column) for column in columns})


def _hash(
    hashed: Callable[[str], str], before: str, number: int, at: datetime, council: str, officer_id: str, act: str,
    representation_id: str,
) -> str:  # fmt: skip
    moment = at.astimezone(UTC).isoformat(timespec="microseconds")
    whole = [before, number, moment, council, officer_id, act, representation_id]
    return hashed(f"trail:{json.dumps(whole, ensure_ascii=True)}")
