"""Moves: a change of stage, with its day and its reason. Added, never edited."""

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import select, update

from app.model.stage import Stage
from app.records.database import Db, new_id
from app.records.tables import move as table
from app.records.tables import representation


@dataclass(frozen=True)
class Move:
    stage: Stage
    moved_at: datetime  # UTC
    moved_on: date  # the day it counts from
    officer: str  # the officer's id
    why: str


def add(
    db: Db, representation_id: str, stage: Stage, moved_at: datetime, moved_on: date, officer: str, why: str = ""
) -> None:
    """Move it to `stage`. Ask app.model.stage.check_move first whether the procedure has that move."""
    id = new_id()
    row = {"id": id, "representation_id": representation_id, "stage": stage, "moved_at": moved_at, "moved_on": moved_on}
    sealed = db.vault.seal(why, "move", id, "why") if why else None
    db.execute(table.insert(), row | {"officer_id": officer, "why": sealed})
    db.execute(update(representation).where(representation.c.id == representation_id).values(stage=stage))


def of(db: Db, representation_id: str) -> list[Move]:
    """Its moves, the oldest first."""
    rows = db.execute(select(table).where(table.c.representation_id == representation_id).order_by(table.c.number))
    return [
        Move(
            stage=Stage(row.stage),
            moved_at=row.moved_at,
            moved_on=row.moved_on,
            officer=row.officer_id or "",
            why=db.vault.open(row.why, "move", row.id, "why") if row.why else "",
        )
        for row in rows
    ]
