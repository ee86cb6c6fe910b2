"""The open dates: kept as they were counted, so that the screen, the clock and the letters say the same day."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import Row, select, text, update

from app.model.clocks import Deadline
from app.records.database import Db, new_id
from app.records.tables import counted_holiday, representation
from app.records.tables import deadline as table


@dataclass(frozen=True)
class Kept:
    """A date as it is kept, open or over."""

    id: str
    representation_id: str
    council: str
    deadline: Deadline
    first_due_on: date  # before it was made longer or counted again
    ended_on: date | None


def start(db: Db, representation_id: str, council: str, deadline: Deadline, now: datetime) -> None:
    """Begin a clock. One of the same name that is open ends: what is said again counts from the last time."""
    end(db, representation_id, deadline.clock, deadline.starts_on)
    row = {"id": new_id(), "representation_id": representation_id, "council": council, "clock": deadline.clock}
    row |= {"starts_on": deadline.starts_on, "due_on": deadline.due_on, "first_due_on": deadline.due_on}
    db.execute(table.insert(), row | {"stopped_on": deadline.stopped_on, "held": deadline.held, "set_at": now})


def end(db: Db, representation_id: str, clock: str, on: date) -> None:
    one = (table.c.representation_id == representation_id) & (table.c.clock == clock) & table.c.ended_on.is_(None)
    db.execute(update(table).where(one).values(ended_on=on))


def change(db: Db, id: str, deadline: Deadline) -> None:
    """It is due on another day, or stands still, or goes on."""
    facts = {"due_on": deadline.due_on, "stopped_on": deadline.stopped_on, "held": deadline.held}
    db.execute(update(table).where(table.c.id == id).values(facts))


def of(db: Db, representation_id: str) -> list[Kept]:
    """All its dates, open or over, in the order they began."""
    order = (table.c.starts_on, table.c.due_on, table.c.set_at, table.c.id)
    return _read(db, select(table).where(table.c.representation_id == representation_id).order_by(*order))


def open_of(db: Db, representation_id: str) -> list[Kept]:
    return [kept for kept in of(db, representation_id) if kept.ended_on is None]


def all_open(db: Db) -> list[Kept]:
    """Of every council."""
    return _read(db, select(table).where(table.c.ended_on.is_(None)).order_by(table.c.due_on, table.c.id))


def promise(db: Db, representation_id: str, council: str, starts_on: date, due_on: date, now: datetime) -> None:
    """The day of the answer of stage 1: told with the reference number, and confirmed when it is recorded."""
    mine = [kept for kept in open_of(db, representation_id) if kept.deadline.clock == "stage-1"]
    if not mine:
        start(db, representation_id, council, Deadline("stage-1", starts_on, due_on), now)
    for kept in mine:
        db.execute(update(table).where(table.c.id == kept.id).values(due_on=due_on, first_due_on=due_on))


def note_answer_due(db: Db, representation_id: str, due_on: date | None) -> None:
    """The day that the desk lists it under: the next one the council has to keep."""
    db.execute(
        update(representation).where(representation.c.id == representation_id).values(answer_due_on=due_on)
    )  # fmt: skip


def counted_with(db: Db) -> dict[date, str]:
    """The bank holidays that all open dates were last counted with. None yet: nobody has noted them."""
    return {row.day: row.name for row in db.execute(select(counted_holiday))}


def hold_counting(db: Db) -> None:
    """Nobody else counts again until the transaction ends. SQLite has one writer at a time already."""
    if db.connection.dialect.name == "postgresql":
        db.execute(text("LOCK TABLE counted_holiday IN EXCLUSIVE MODE"))


def note_counted_with(db: Db, names: Mapping[date, str]) -> None:
    db.execute(counted_holiday.delete())
    db.execute(counted_holiday.insert(), [{"day": day, "name": names[day]} for day in sorted(names)])


def _read(db: Db, sought) -> list[Kept]:
    return [_kept(row) for row in db.execute(sought)]


def _kept(row: Row) -> Kept:
    counted = Deadline(row.clock, row.starts_on, row.due_on, row.stopped_on, row.held)
    return Kept(row.id, row.representation_id, row.council, counted, row.first_due_on, row.ended_on)
