"""The clocks of the procedure: which a move starts, stops or ends, and the day each is due.

Each is kept as it was counted. When the list of bank holidays changes, every open one is counted again from the
same day, with the same number of working days.
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from datetime import date

from app.model.course import Course
from app.model.due import Timetable
from app.model.move import Key, Made
from app.model.procedure import PROCEDURE, From
from app.model.stage import ENDINGS
from app.model.timetable import TimeLimit, Unit, Who
from app.model.working_days import working_days_after, working_days_before, working_days_between

EXTENDABLE = ("stage-1", "stage-2")
ANSWERS = ("stage-1", "stage-2", "stage-3")  # what ends with an answer to the young person


@dataclass(frozen=True)
class Deadline:
    """An open date: which clock, counted from when, due when."""

    clock: str  # its key in app.model.timetable
    starts_on: date  # day zero
    due_on: date
    stopped_on: date | None = None  # it stands still since this day
    held: int = 0  # working days it has stood still so far


def whose(clock: str, timetable: Timetable) -> Who:
    return timetable[clock].who


def started_by(made: Made, course: Course, timetable: Timetable, holidays: Collection[date]) -> Iterator[Deadline]:
    """The clocks that a move starts. `course` has the move in it."""
    for clock, begins in PROCEDURE[made.key].starts.items():
        limit = timetable[clock]
        if clock == "stage-2" and limit.from_the_statement is not (made.key is Key.STATEMENT_AGREED):
            continue
        start = made.said.new_date if begins is From.PANEL_DATE else made.moved_on
        if limit.from_the_panel:
            start = course.panel_on or start
        if start is not None and limit.unit is Unit.WORKING_DAYS:
            yield Deadline(clock, start, due_from(limit, start, holidays))


def due_from(limit: TimeLimit, start: date, holidays: Collection[date]) -> date:
    """The day it is due: as a rule, or at the latest before `start` where it must be kept before something."""
    count = working_days_before if limit.at_least else working_days_after
    return count(start, limit.usual, holidays)


def ended_by(made: Made, open_clocks: Collection[str]) -> frozenset[str]:
    """The clocks that a move ends: all of them, where it ends the whole."""
    if made.stage in ENDINGS and made.key in (Key.SORTED_EARLY, Key.WITHDRAWN):
        return frozenset(open_clocks)
    return frozenset(PROCEDURE[made.key].ends) & frozenset(open_clocks)


def longest_on(deadline: Deadline, limit: TimeLimit, holidays: Collection[date]) -> date:
    """The last day the law allows; what it stood still is not counted."""
    return working_days_after(deadline.starts_on, (limit.longest or limit.usual) + deadline.held, holidays)


def stopped(deadline: Deadline, on: date) -> Deadline:
    return replace(deadline, stopped_on=on)


def went_on(deadline: Deadline, on: date, holidays: Collection[date]) -> Deadline:
    """It is due later by the working days that it stood still."""
    if deadline.stopped_on is None:
        return deadline
    still = max(working_days_between(deadline.stopped_on, on, holidays), 0)
    due_on = working_days_after(deadline.due_on, still, holidays) if still else deadline.due_on
    return replace(deadline, due_on=due_on, stopped_on=None, held=deadline.held + still)


def recounted(start: date, due_on: date, before: Collection[date], now: Collection[date]) -> date:
    """The same number of working days from `start`, by the holidays as they are now. It may lie before `start`."""
    count = working_days_between(start, due_on, before)
    if count == 0:
        return due_on
    if count < 0:
        return working_days_before(start, -count, now)
    return working_days_after(start, count, now)
