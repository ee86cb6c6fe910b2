"""A period that figures are for: from one day up to and with another."""

from dataclasses import dataclass
from datetime import date

APRIL = 4


@dataclass(frozen=True)
class Period:
    since: date
    until: date  # the last day of it

    def __contains__(self, day: date | None) -> bool:
        return day is not None and self.since <= day <= self.until

    def seen_on(self, today: date) -> date:
        """The day it is looked at from: its last one, or today while it is not over."""
        return min(self.until, today)


def financial_year(day: date) -> Period:
    """The year that a local authority reports on: 1 April to 31 March, with this day in it."""
    begins = day.year if day.month >= APRIL else day.year - 1
    return Period(date(begins, APRIL, 1), date(begins + 1, APRIL - 1, 31))


def year_before(period: Period) -> Period:
    """The financial year before the one that this period begins in."""
    return financial_year(date(financial_year(period.since).since.year - 1, APRIL, 1))
