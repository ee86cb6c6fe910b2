"""Tasks: what a person at the council must do by hand, such as telling somebody a number by telephone."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import Select, select, update

from app.model.event import Task, What
from app.records import events
from app.records.database import Db, new_id
from app.records.once import insert_once
from app.records.tables import task as table


@dataclass(frozen=True)
class SetTask:
    id: str
    representation_id: str
    what: Task
    due_on: date
    set_at: datetime
    done_at: datetime | None

    def is_late(self, today: date) -> bool:
        return self.done_at is None and today > self.due_on


def add(db: Db, representation_id: str, council: str, what: Task, due_on: date, now: datetime, once: str) -> bool:
    """Set a task. False if there is one with the same `once`, done or not."""
    row = {"id": new_id(), "representation_id": representation_id, "council": council, "what": what}
    return insert_once(db, table, row | {"due_on": due_on, "set_at": now, "once": once})


def to_do(db: Db, council: str) -> list[SetTask]:
    """A council's tasks that nobody has done, the earliest due first."""
    waiting = table.c.done_at.is_(None) & (table.c.council == council)
    return _read(db, select(table).where(waiting).order_by(table.c.due_on, table.c.set_at))


def of(db: Db, representation_id: str) -> list[SetTask]:
    """All that had to be done for one representation, done or not, the oldest first."""
    return _read(db, select(table).where(table.c.representation_id == representation_id).order_by(table.c.set_at))


def mark_done(db: Db, id: str, council: str, officer: str, now: datetime) -> bool:
    """An officer has done it. False if it was done already, or is not this council's: nothing changes then."""
    open_one = (table.c.id == id) & (table.c.council == council) & table.c.done_at.is_(None)
    if db.execute(update(table).where(open_one).values(done_at=now, done_by=officer)).rowcount != 1:
        return False
    representation_id = db.execute(select(table.c.representation_id).where(table.c.id == id)).scalar_one()
    events.add(db, representation_id, What.TASK_DONE, now, officer=officer)
    return True


def become(db: Db, representation_id: str, whats: Collection[Task], other: Task) -> bool:
    """What was to be done by one of these tasks is now done by another. False when none of them is open."""
    mine = (table.c.representation_id == representation_id) & table.c.done_at.is_(None) & table.c.what.in_(whats)
    return db.execute(update(table).where(mine).values(what=other)).rowcount > 0


def _read(db: Db, sought: Select) -> list[SetTask]:
    return [
        SetTask(row.id, row.representation_id, Task(row.what), row.due_on, row.set_at, row.done_at)
        for row in db.execute(sought)
    ]
