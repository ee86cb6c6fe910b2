"""How days were counted: from when to when, and which days were left out. For "How we counted"."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from app.model.working_days import (
    ONE_DAY,
    SATURDAY,
    BankHolidays,
    days_after,
    days_left_out,
    working_days_after,
    working_days_between,
)

DAYS_A_WEEK = 7


@dataclass(frozen=True)
class Square:
    """One day on the calendar that shows the count."""

    day: date
    number: int  # of the working day; 0 when it is not counted
    is_start: bool
    is_due: bool
    is_between: bool  # after the start, up to and with the last


@dataclass(frozen=True)
class Counted:
    """How a due date was counted."""

    start: date  # day zero
    due: date
    weekends: tuple[tuple[date, ...], ...]  # each Saturday with its Sunday, where both were left out
    holidays: tuple[tuple[date, str], ...]  # on a weekday, with their names
    left: int  # working days from today; negative when late, be it by a weekend only
    about: bool  # it lies beyond the official list of holidays, so it may yet change

    @property
    def left_out(self) -> frozenset[date]:
        return frozenset(day for weekend in self.weekends for day in weekend) | {day for day, _name in self.holidays}

    @property
    def weeks(self) -> list[list[Square]]:
        """Whole weeks, Monday first, from the start to the last day."""
        monday = self.start - ONE_DAY * self.start.weekday()
        sunday = self.due + ONE_DAY * (DAYS_A_WEEK - 1 - self.due.weekday())
        squares = list(self._squares(days_after(monday - ONE_DAY, sunday)))
        return [squares[place : place + DAYS_A_WEEK] for place in range(0, len(squares), DAYS_A_WEEK)]

    def _squares(self, days: Iterable[date]) -> Iterator[Square]:
        count, left_out = 0, self.left_out
        for day in days:
            is_between = self.start < day <= self.due
            counts = is_between and day not in left_out
            count += counts
            yield Square(day, count if counts else 0, day == self.start, day == self.due, is_between)


def counted(start: date, due: date, today: date, holidays: BankHolidays) -> Counted:
    out = days_left_out(start, due, holidays)
    left = working_days_between(today, due, holidays)
    return Counted(
        start=start,
        due=due,
        weekends=_together([day for day in out if day.weekday() >= SATURDAY]),
        holidays=tuple((day, holidays.names[day]) for day in out if day.weekday() < SATURDAY),
        left=min(left, -1) if today > due else left,
        about=holidays.is_projected(due),
    )


def count_on(start: date, working_days: int, today: date, holidays: BankHolidays) -> Counted:
    """The day that falls `working_days` after `start`, and how we came to it."""
    return counted(start, working_days_after(start, working_days, holidays), today, holidays)


def _together(weekend_days: list[date]) -> tuple[tuple[date, ...], ...]:
    weekends: list[tuple[date, ...]] = []
    for day in weekend_days:
        if weekends and weekends[-1][-1] + ONE_DAY == day:
            weekends[-1] += (day,)
        else:
            weekends.append((day,))
    return tuple(weekends)
