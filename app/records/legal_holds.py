"""Legal holds: while one is open, nothing deletes what it is about. A manager places and lifts it, for a reason."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Row, Select, select, update

from app.records.database import Db, new_id
from app.records.keeping_tables import legal_hold as table


@dataclass(frozen=True)
class LegalHold:
    id: str
    placed_at: datetime
    placed_by: str  # the officer's id
    why: str
    lifted_at: datetime | None
    lifted_by: str
    why_lifted: str


def place(db: Db, representation_id: str, officer: str, why: str, now: datetime) -> bool:
    """False when there is an open one: that one stands. Hold the representation first."""
    if find_open(db, representation_id):
        return False
    id = new_id()
    row = {"id": id, "representation_id": representation_id, "placed_at": now, "placed_by": officer}
    db.execute(table.insert(), row | {"why": db.vault.seal(why, "legal_hold", id, "why")})
    return True


def lift(db: Db, id: str, officer: str, why: str, now: datetime) -> bool:
    """False when it was lifted already."""
    sealed = db.vault.seal(why, "legal_hold", id, "why_lifted")
    still = (table.c.id == id) & table.c.lifted_at.is_(None)
    facts = {"lifted_at": now, "lifted_by": officer, "why_lifted": sealed}
    return db.execute(update(table).where(still).values(facts)).rowcount == 1


def of(db: Db, representation_id: str) -> list[LegalHold]:
    """All there were, the oldest first."""
    mine = select(table).where(table.c.representation_id == representation_id)
    return [_opened(db, row) for row in db.execute(mine.order_by(table.c.placed_at, table.c.id))]


def find_open(db: Db, representation_id: str) -> LegalHold | None:
    return next((hold for hold in of(db, representation_id) if hold.lifted_at is None), None)


def held_ids() -> Select:
    """The ids of all that must not be deleted now."""
    return select(table.c.representation_id).where(table.c.lifted_at.is_(None))


def _opened(db: Db, row: Row) -> LegalHold:
    def words(field: str) -> str:
        sealed = getattr(row, field)
        return db.vault.open(sealed, "legal_hold", row.id, field) if sealed else ""

    by = row.lifted_by or ""
    return LegalHold(row.id, row.placed_at, row.placed_by, words("why"), row.lifted_at, by, words("why_lifted"))
