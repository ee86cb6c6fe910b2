"""Making a move: the move itself, the clocks it starts, stops and ends, and the day the desk lists it under.

All of it in the caller's transaction. Hold the representation first (app.records.unrecorded.hold), so that of two
officers at once one is told what the other did.
"""

from collections.abc import Collection
from dataclasses import dataclass, field, replace
from datetime import date, datetime

from app.model import clocks
from app.model.course import Course, check_offered, course_of
from app.model.due import Timetable
from app.model.move import Key, Made, Said
from app.model.representation import Representation
from app.model.timetable import Who
from app.records import deadlines, moves
from app.records.database import Db


@dataclass(frozen=True, kw_only=True)
class Making:
    """What an officer says, before it is kept."""

    key: Key
    on: date  # the day it counts from
    officer: str  # the officer's id
    why: str = ""
    said: Said = field(default_factory=Said)
    once: str  # of the page it was pressed on


class SeenBefore(Exception):
    """It was made from a page that did not show the newest move."""


def course(db: Db, told: Representation) -> Course:
    return course_of(told, moves.of(db, told.id))


def make(
    db: Db, told: Representation, making: Making, seen: int, timetable: Timetable, holidays: Collection[date],
    now: datetime,
) -> bool:  # fmt: skip
    """Make a move. False when this very press was kept already: then nothing is done twice.

    `seen` is the number of the newest move that the officer saw. Raises SeenBefore when there is a newer one, and
    NotOffered when the procedure has no such move from where it stands.
    """
    once = f"{told.id}:{making.key}:{making.once}"
    if moves.was_made(db, once):
        return False
    before = course(db, told)
    if before.last_number != seen:
        raise SeenBefore(told.id)
    check_offered(before, making.key)
    stage = before.leads_to(making.key)
    facts = {"key": making.key, "said": making.said, "once": once}
    if not moves.add(db, told.id, stage, now, making.on, making.officer, making.why, **facts):
        return False
    after = course_of(replace(told, stage=stage), moves.of(db, told.id))
    keep_time(db, told, after, timetable, holidays, now)
    return True


def keep_time(
    db: Db, told: Representation, after: Course, timetable: Timetable, holidays: Collection[date], now: datetime
) -> None:
    """Start, stop and end what the newest move of the course starts, stops and ends."""
    made = after.made[-1]
    running = deadlines.open_of(db, told.id)
    for clock in clocks.ended_by(made, {kept.deadline.clock for kept in running}):
        deadlines.end(db, told.id, clock, made.said.new_date if made.key is Key.PANEL_ARRANGED else made.moved_on)
    for deadline in clocks.started_by(made, after, timetable, holidays):
        deadlines.start(db, told.id, told.council, deadline, now)
    for kept in deadlines.open_of(db, told.id):
        changed = _changed(kept.deadline, made, timetable, holidays)
        if changed != kept.deadline:
            deadlines.change(db, kept.id, changed)
    note_next(db, told.id, timetable)


def note_next(db: Db, representation_id: str, timetable: Timetable) -> None:
    """The desk lists it under the next day that the council has to keep."""
    mine = [
        kept.deadline.due_on
        for kept in deadlines.open_of(db, representation_id)
        if clocks.whose(kept.deadline.clock, timetable) is not Who.YOU and kept.deadline.stopped_on is None
    ]
    deadlines.note_answer_due(db, representation_id, min(mine, default=None))


def _changed(
    deadline: clocks.Deadline, made: Made, timetable: Timetable, holidays: Collection[date]
) -> clocks.Deadline:
    is_ours = clocks.whose(deadline.clock, timetable) is not Who.YOU
    match made.key:
        case Key.EXTENDED if deadline.clock in clocks.EXTENDABLE:
            return replace(deadline, due_on=made.said.new_date)
        case Key.PAUSED | Key.OUTSIDE if is_ours and deadline.stopped_on is None:
            return clocks.stopped(deadline, made.moved_on)
        case Key.RESUMED:
            return clocks.went_on(deadline, made.moved_on, holidays)
    return deadline
