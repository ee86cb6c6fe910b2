"""Passkeys: what a browser proves who somebody is with. Here are only public keys; they open nothing by themselves."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Row, delete, select, update

from app.records.database import Db, new_id
from app.records.officers import Officer, get
from app.records.once import insert_once
from app.records.tables import passkey as table


@dataclass(frozen=True)
class Passkey:
    id: str
    officer_id: str
    credential: str  # base64url
    public_key: bytes
    uses: int
    name: str
    added_at: datetime
    used_at: datetime | None = None


def add(
    db: Db, officer_id: str, credential: str, public_key: bytes, uses: int, name: str, now: datetime
) -> bool:  # fmt: skip
    """False when somebody has this one already."""
    key = Passkey(new_id(), officer_id, credential, public_key, uses, name, now)
    return insert_once(db, table, vars(key), of=("credential",))


def of_officer(db: Db, officer_id: str) -> list[Passkey]:
    rows = db.execute(select(table).where(table.c.officer_id == officer_id).order_by(table.c.added_at, table.c.id))
    return [_read(row) for row in rows]


def find(db: Db, credential: str) -> tuple[Passkey, Officer] | None:
    """It, and whose it is. None for one that nobody has, or whose owner may not come in any more."""
    row = db.execute(select(table).where(table.c.credential == credential)).one_or_none()
    officer = get(db, row.officer_id) if row else None
    return (_read(row), officer) if officer and officer.active else None


def note_used(db: Db, id: str, uses: int, now: datetime) -> None:
    db.execute(update(table).where(table.c.id == id), {"uses": uses, "used_at": now})


def remove(db: Db, id: str, officer_id: str) -> bool:
    theirs = (table.c.id == id) & (table.c.officer_id == officer_id)
    return db.execute(delete(table).where(theirs)).rowcount == 1


def remove_all(db: Db, officer_id: str) -> None:
    db.execute(delete(table).where(table.c.officer_id == officer_id))


def _read(row: Row) -> Passkey:
    return Passkey(**{column: getattr(row, column) for column in Passkey.__dataclass_fields__})
