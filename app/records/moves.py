"""Moves: what was done with a representation, with its day and its reason. Added, never edited."""

from datetime import date, datetime

from sqlalchemy import Row, select, update

from app.model.move import Key, Made, Said
from app.model.stage import Stage
from app.records import said_with
from app.records.database import Db, new_id
from app.records.once import insert_once
from app.records.tables import move as table
from app.records.tables import representation

NOTHING = Said()


def add(
    db: Db, representation_id: str, stage: Stage, moved_at: datetime, moved_on: date, officer: str, why: str = "", *,
    key: Key, said: Said = NOTHING, once: str | None = None,
) -> bool:  # fmt: skip
    """Add a move, after which it stands at `stage`. With `once`, the same one again is not added: then this is False.

    Ask app.model.course.check_offered first whether the procedure has that move.
    """
    id = new_id()
    row = {"id": id, "representation_id": representation_id, "stage": stage, "moved_at": moved_at, "moved_on": moved_on}
    row |= {"officer_id": officer, "what": key, "once": once}
    row["why"] = db.vault.seal(why, "move", id, "why") if why else None
    more = said_with.as_json(said)
    row["said"] = db.vault.seal_json(more, "move", id, "said") if more else None
    if not insert_once(db, table, row):
        return False
    facts = {"stage": stage}
    if key is Key.ASSIGNED:
        facts["assigned_to"] = said.people.get("officer")
    db.execute(update(representation).where(representation.c.id == representation_id).values(facts))
    return True


def of(db: Db, representation_id: str) -> list[Made]:
    """Its moves, the oldest first."""
    rows = db.execute(select(table).where(table.c.representation_id == representation_id).order_by(table.c.number))
    return [_opened(db, row) for row in rows]


def was_made(db: Db, once: str) -> bool:
    """Has this press been kept already?"""
    return db.execute(select(table.c.number).where(table.c.once == once)).first() is not None


def _opened(db: Db, row: Row) -> Made:
    return Made(
        number=row.number,
        key=Key(row.what),
        stage=Stage(row.stage),
        moved_at=row.moved_at,
        moved_on=row.moved_on,
        officer=row.officer_id or "",
        why=db.vault.open(row.why, "move", row.id, "why") if row.why else "",
        said=said_with.from_json(db.vault.open_json(row.said, "move", row.id, "said")) if row.said else NOTHING,
    )
