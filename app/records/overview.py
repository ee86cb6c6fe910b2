"""Representations at a glance, for the desk's list: nothing that a child wrote is opened for it."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import ColumnElement, Select, select

from app.model.representation import CameBy, Kind, Way
from app.model.stage import ENDINGS, Stage
from app.records.database import Db
from app.records.tables import letter, task
from app.records.tables import representation as table


@dataclass(frozen=True)
class Glance:
    id: str
    kind: Kind
    came_by: CameBy
    way: Way
    language: str
    stage: Stage
    reference: str
    received_at: datetime
    received_on: date
    reference_due_on: date
    answer_due_on: date | None
    issued_at: datetime | None
    recorded_at: datetime | None
    recorded_by: str | None
    assigned_to: str | None
    contact_name: str
    urgent: bool

    @property
    def is_open(self) -> bool:
        return self.stage not in ENDINGS


def of(db: Db, ids: Collection[str] | Select, which: ColumnElement[bool] | None = None) -> dict[str, Glance]:
    """Those with these ids, by id: all of them, or only those `which` says."""
    if not isinstance(ids, Select) and not ids:
        return {}  # SQLite reads every row to find none
    columns = [table.c[name] for name in Glance.__dataclass_fields__]
    rows = db.execute(select(*columns).where(table.c.id.in_(ids), *([] if which is None else [which])))
    return {
        row.id: Glance(
            **row._asdict()
            | {
                "kind": Kind(row.kind),
                "came_by": CameBy(row.came_by),
                "way": Way(row.way),
                "stage": Stage(row.stage),
                "reference": row.reference or "",
            }
        )
        for row in rows
    }


def which_of(db: Db, ids: Collection[str | None], which: ColumnElement[bool]) -> set[str]:
    """Those of these ids that `which` says."""
    return set(db.execute(select(table.c.id).where(table.c.id.in_(ids), which)).scalars()) if ids else set()


def find_task(db: Db, id: str, council: str) -> str | None:
    """What a task of this council's is about: the id of the representation. None when the council has no such task."""
    sought = select(task.c.representation_id).where(task.c.id == id, task.c.council == council)
    return db.execute(sought).scalar_one_or_none()


def letter_about(db: Db, id: str, council: str) -> str | None:
    """The id of what a letter of this council's is about, "" for none. None when the council has no such letter."""
    row = db.execute(select(letter.c.representation_id).where(letter.c.id == id, letter.c.council == council)).first()
    return (row.representation_id or "") if row else None
