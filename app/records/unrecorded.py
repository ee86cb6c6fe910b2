"""What still waits for its reference number: for the clock, which must see every one.

Only plain columns are read here, so that one row that does not open keeps nothing from the others.
"""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select

from app.model.stage import Stage
from app.records.database import Db
from app.records.tables import representation as table


@dataclass(frozen=True)
class Unrecorded:
    id: str
    council: str
    received_on: date
    reference_due_on: date


def without_reference(db: Db) -> list[Unrecorded]:
    """Of every council: what no person has recorded or stopped, and the clock has not issued; the oldest first."""
    unseen = table.c.recorded_at.is_(None) & table.c.issued_at.is_(None)
    waiting = unseen & (table.c.stage != Stage.WITHDRAWN)
    columns = (table.c.id, table.c.council, table.c.received_on, table.c.reference_due_on)
    rows = db.execute(select(*columns).where(waiting).order_by(table.c.received_at, table.c.id))
    return [Unrecorded(*row) for row in rows]


def hold(db: Db, representation_id: str) -> None:
    """Nobody else changes this representation until the transaction ends. Read it after this, not before.

    SQLite needs no more than writing(): there is one writer at a time.
    """
    db.execute(select(table.c.id).where(table.c.id == representation_id).with_for_update())
