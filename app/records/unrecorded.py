"""What still waits for its reference number: for the clock, which must see every one.

Only plain columns are read here, so that one row that does not open keeps nothing from the others.
"""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select

from app.model.stage import Stage
from app.records.database import Db
from app.records.tables import holding
from app.records.tables import representation as table


@dataclass(frozen=True)
class Unrecorded:
    id: str
    council: str
    received_on: date
    reference_due_on: date


def without_reference(db: Db) -> list[Unrecorded]:
    """Of every council: what nobody has recorded, stopped or put away, and the clock has not issued. Oldest first."""
    unseen = table.c.recorded_at.is_(None) & table.c.issued_at.is_(None)
    robots = select(holding.c.representation_id).where(holding.c.is_robot)
    waiting = unseen & (table.c.stage != Stage.WITHDRAWN) & table.c.id.not_in(robots)
    columns = (table.c.id, table.c.council, table.c.received_on, table.c.reference_due_on)
    rows = db.execute(select(*columns).where(waiting).order_by(table.c.received_at, table.c.id))
    return [Unrecorded(*row) for row in rows]


def hold(db: Db, representation_id: str) -> None:
    """Nobody else changes this representation until the transaction ends. Read it after this, not before.

    SQLite needs no more than writing(): there is one writer at a time.
    """
    db.execute(select(table.c.id).where(table.c.id == representation_id).with_for_update())
