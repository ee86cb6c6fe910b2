"""An officer's second step: the secret of the app on their phone, sealed, and recovery codes, of which only keyed
hashes are kept.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime

from sqlalchemy import delete, func, or_, select, update

from app.records.database import Db
from app.records.tables import recovery_code, second_step


@dataclass(frozen=True)
class SecondStep:
    secret: str = field(repr=False)  # base32
    counter: int | None  # of the last digits that were taken
    since: datetime


def find(db: Db, officer_id: str) -> SecondStep | None:
    row = db.execute(select(second_step).where(second_step.c.id == officer_id)).one_or_none()
    if row is None:
        return None
    return SecondStep(db.vault.open(row.secret, "second_step", officer_id, "secret"), row.counter, row.since)


def keep(db: Db, officer_id: str, secret: str, counter: int, now: datetime) -> None:
    """In place of the one that was. `counter` is of the digits that proved it."""
    remove(db, officer_id)
    sealed = db.vault.seal(secret, "second_step", officer_id, "secret")
    db.execute(second_step.insert(), {"id": officer_id, "secret": sealed, "counter": counter, "since": now})


def take_digits(db: Db, officer_id: str, counter: int) -> bool:
    """Note that these digits have been used. False when they, or later ones, have been before: nobody is let in twice
    by what was seen over a shoulder.
    """
    unused = or_(second_step.c.counter.is_(None), second_step.c.counter < counter)
    noting = update(second_step).where((second_step.c.id == officer_id) & unused)
    return db.execute(noting, {"counter": counter}).rowcount == 1


def remove(db: Db, officer_id: str) -> bool:
    return db.execute(delete(second_step).where(second_step.c.id == officer_id)).rowcount == 1


def keep_codes(db: Db, officer_id: str, codes: Iterable[str]) -> None:
    """These, and none of those that were."""
    forget_codes(db, officer_id)
    for code in codes:
        db.execute(recovery_code.insert(), {"id": _hash(db, officer_id, code), "officer_id": officer_id})


def take_code(db: Db, officer_id: str, code: str) -> bool:
    """Is it one of theirs that has not been used? It is now."""
    theirs = (recovery_code.c.id == _hash(db, officer_id, code)) & (recovery_code.c.officer_id == officer_id)
    return db.execute(delete(recovery_code).where(theirs)).rowcount == 1


def codes_left(db: Db, officer_id: str) -> int:
    theirs = recovery_code.c.officer_id == officer_id
    return db.execute(select(func.count()).select_from(recovery_code).where(theirs)).scalar_one()


def forget_codes(db: Db, officer_id: str) -> None:
    db.execute(delete(recovery_code).where(recovery_code.c.officer_id == officer_id))


def _hash(db: Db, officer_id: str, code: str) -> str:
    return db.hash(f"recovery code {officer_id} {code}")
