"""Working days, as the Regulations count them.

Source: The Children Act 1989 Representations Procedure (England) Regulations
2006 (SI 2006/1738), reg. 2. A working day is any day but a Saturday, a Sunday,
Christmas Day, Boxing Day, Good Friday or a bank holiday.
"""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

SATURDAY = 5
ONE_DAY = timedelta(days=1)


class HolidaysUnknown(LookupError):
    """Asked to count into a year whose bank holidays we have not been given."""


@dataclass(frozen=True)
class BankHolidays(Collection[date]):
    """The bank holidays of England and Wales, each with its name.

    `listed_until` is the last year of the official list. Later years are worked
    out from the law's rules: a date that falls there is "about", never certain.
    """

    names: Mapping[date, str]
    listed_until: int

    def __contains__(self, day: object) -> bool:
        return day in self.names

    def __iter__(self) -> Iterator[date]:
        return iter(self.names)

    def __len__(self) -> int:
        return len(self.names)

    def is_projected(self, day: date) -> bool:
        """Does `day` lie beyond the official list, so that it may yet change?"""
        return day.year > self.listed_until


def working_days_after(start: date, working_days: int, holidays: Collection[date]) -> date:
    """The date that falls `working_days` working days after `start`, which is day zero.

    Raises ValueError if `working_days` is less than one, and HolidaysUnknown if
    the count reaches a year with no holidays listed: no date is better than a
    wrong one.
    """
    if working_days < 1:
        raise ValueError(f"expected at least 1 working day, not {working_days}")

    known_years = {holiday.year for holiday in holidays}
    day = start
    while working_days:
        day += ONE_DAY
        if day.year not in known_years:
            raise HolidaysUnknown(f"no bank holidays listed for {day.year}")
        if is_working_day(day, holidays):
            working_days -= 1
    return day


def working_days_before(end: date, working_days: int, holidays: Collection[date]) -> date:
    """The last working day with at least `working_days` working days after it, up to and with `end`.

    Raises ValueError and HolidaysUnknown as above.
    """
    if working_days < 1:
        raise ValueError(f"expected at least 1 working day, not {working_days}")
    known_years = {holiday.year for holiday in holidays}
    day, counted = end, 0
    while counted < working_days or not is_working_day(day, holidays):
        if day.year not in known_years:
            raise HolidaysUnknown(f"no bank holidays listed for {day.year}")
        counted += is_working_day(day, holidays)
        day -= ONE_DAY
    return day


def working_days_between(start: date, end: date, holidays: Collection[date]) -> int:
    """How many working days come after `start`, up to and with `end`; negative when `end` is earlier."""
    if end < start:
        return -working_days_between(end, start, holidays)
    return sum(is_working_day(day, holidays) for day in days_after(start, end))


def days_left_out(start: date, end: date, holidays: Collection[date]) -> list[date]:
    """The days after `start`, up to and with `end`, that do not count. For "How we counted"."""
    return [day for day in days_after(start, end) if not is_working_day(day, holidays)]


def days_after(start: date, end: date) -> Iterator[date]:
    """Each day after `start`, up to and with `end`."""
    return (start + ONE_DAY * count for count in range(1, (end - start).days + 1))


def is_working_day(day: date, holidays: Collection[date]) -> bool:
    return day.weekday() < SATURDAY and day not in holidays
