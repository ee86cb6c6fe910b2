"""Counting again: when the list of bank holidays changes, every open date gets the same number of working days.

At a tick of the clock. What was counted before is compared with a list kept in the records, so that it happens once,
however often the clock ticks or the site starts; each representation has an event that says which of its days moved.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime

from sqlalchemy import select

from app.councils.council import Council
from app.model.clocks import recounted
from app.model.due import reference_due_on
from app.model.event import Task, What
from app.model.london import london_day
from app.model.working_days import BankHolidays
from app.records import deadlines, events, making, representations, tasks, unrecorded
from app.records.database import Db, Records, new_id
from app.records.tables import representation as table


@dataclass(frozen=True)
class Lists:
    """The days off as they were counted before, and as they are now."""

    before: frozenset[date]
    now: BankHolidays


def recount(records: Records, councils: Mapping[str, Council], holidays: BankHolidays, now: datetime) -> int:
    """Count every open date again, if the list has changed; how many representations had a day that moved."""
    with records.reading() as db:
        if _is_known(deadlines.counted_with(db), holidays):
            return 0
    with records.writing() as db:
        deadlines.hold_counting(db)
        known = deadlines.counted_with(db)  # another clock may have been quicker
        lists = _lists(known, holidays)
        moved = 0
        if known and lists.before != frozenset(holidays):
            moved = sum(_one(db, id, slug, councils, lists, now) for id, slug in _with_open_dates(db))
        deadlines.note_counted_with(db, holidays.names)
    return moved


def _is_known(known: Mapping[date, str], holidays: BankHolidays) -> bool:
    """A clock that was put back sees fewer years: that is no change."""
    last = max(day.year for day in holidays)
    return {day for day in known if day.year <= last} == frozenset(holidays)


def _lists(known: Mapping[date, str], holidays: BankHolidays) -> Lists:
    """Years that only one list reaches were counted with that one, and are again."""
    last, last_now = max((day.year for day in known), default=0), max(day.year for day in holidays)
    both = {day for day in known if day.year <= last_now}
    return Lists(frozenset(both | {day for day in holidays if day.year > last}), holidays)


def _with_open_dates(db: Db) -> list[tuple[str, str]]:
    waiting = db.execute(select(table.c.id, table.c.council).where(table.c.issued_at.is_(None)))
    found = {row.id: row.council for row in waiting}
    found |= {kept.representation_id: kept.council for kept in deadlines.all_open(db)}
    return sorted(found.items())


def _one(db: Db, id: str, slug: str, councils: Mapping[str, Council], lists: Lists, now: datetime) -> bool:
    council = councils.get(slug)
    if council is None:
        return False
    unrecorded.hold(db, id)
    moved = _reference(db, id, lists) | _dates(db, id, lists)
    if not moved:
        return False
    making.note_next(db, id, council.timetable)
    events.add(db, id, What.RECOUNTED, now, more=moved)
    due_on = reference_due_on(london_day(now), council.timetable, lists.now)
    tasks.add(db, id, slug, Task.SEE_NEW_DATE, due_on, now, f"recounted:{new_id()}")
    return True


def _dates(db: Db, id: str, lists: Lists) -> dict[str, str]:
    moved = {}
    for kept in deadlines.open_of(db, id):
        mine = kept.deadline
        due_on = recounted(mine.starts_on, mine.due_on, lists.before, lists.now)
        if due_on != mine.due_on:
            deadlines.change(db, kept.id, replace(mine, due_on=due_on))
            moved[mine.clock] = f"{mine.due_on.isoformat()}/{due_on.isoformat()}"
    return moved


def _reference(db: Db, id: str, lists: Lists) -> dict[str, str]:
    """The day of the reference number, while there is none."""
    row = db.execute(
        select(table.c.received_on, table.c.reference_due_on).where(table.c.id == id, table.c.issued_at.is_(None))
    ).one_or_none()
    if row is None:
        return {}
    due_on = recounted(row.received_on, row.reference_due_on, lists.before, lists.now)
    if due_on == row.reference_due_on:
        return {}
    representations.promise_reference(db, id, due_on)
    return {"reference": f"{row.reference_due_on.isoformat()}/{due_on.isoformat()}"}
