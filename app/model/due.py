"""When things are due: worked out once, when a representation arrives, and then kept. What we promise on
the screen is what the clock counts.

The day of receipt is day zero. Time limits come from the timetable the council is held to.
"""

from collections.abc import Collection, Mapping
from datetime import date, datetime

from app.model.london import noon_on
from app.model.representation import Kind
from app.model.timetable import TimeLimit
from app.model.working_days import ONE_DAY, is_working_day, working_days_after

Timetable = Mapping[str, TimeLimit]


def reference_due_on(received_on: date, timetable: Timetable, holidays: Collection[date]) -> date:
    """The day by which the young person has a reference number, whatever kind they sent."""
    return working_days_after(received_on, timetable["reference"].usual, holidays)


def reminder_days(received_on: date, due_on: date, holidays: Collection[date]) -> tuple[date, ...]:
    """The days that begin with a reminder of what nobody has recorded: the last two working days before it is
    due, the due day with them. Working days 2 and 3 for a promise of 3; only day 1 for a promise of 1.
    """
    day_before = due_on - ONE_DAY
    while day_before > received_on and not is_working_day(day_before, holidays):
        day_before -= ONE_DAY
    return (day_before, due_on) if day_before > received_on else (due_on,)


def issue_at(due_on: date) -> datetime:
    """The instant at which the system issues the reference itself: noon in London on the due day."""
    return noon_on(due_on)


def answer_due_on(kind: Kind, received_on: date, timetable: Timetable, holidays: Collection[date]) -> date | None:
    """The day by which the answer usually comes. None: only complaints have a time limit."""
    return _stage_1(kind, received_on, timetable["stage-1"].usual, holidays)


def answer_longest_on(kind: Kind, received_on: date, timetable: Timetable, holidays: Collection[date]) -> date | None:
    """The day by which the answer comes at the very longest."""
    return _stage_1(kind, received_on, timetable["stage-1"].longest, holidays)


def _stage_1(kind: Kind, received_on: date, working_days: int, holidays: Collection[date]) -> date | None:
    return working_days_after(received_on, working_days, holidays) if kind is Kind.COMPLAINT else None
