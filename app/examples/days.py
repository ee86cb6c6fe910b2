"""Days and instants, told in working days from the day the examples are filled on."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from app.model.london import LONDON, london_day
from app.model.working_days import BankHolidays, working_days_after, working_days_before

NINE, SCHOOL_IS_OVER = time(9, 5), time(15, 30)
MORNING_MINUTES, EVENING_MINUTES = 140, 200


@dataclass(frozen=True)
class Days:
    now: datetime  # UTC
    holidays: BankHolidays

    @property
    def today(self) -> date:
        return london_day(self.now)

    def back(self, working_days: int) -> date:
        """So many working days before today; 0 is today, whatever day that is."""
        return working_days_before(self.today, working_days, self.holidays) if working_days else self.today

    def ahead(self, working_days: int) -> date:
        """So many after today, or before it when the number is negative."""
        if working_days <= 0:
            return self.back(-working_days)
        return working_days_after(self.today, working_days, self.holidays)

    def instant(self, back: int, at: time) -> datetime:
        """That time in London on that day, UTC; never later than now."""
        return min(datetime.combine(self.back(back), at, LONDON).astimezone(UTC), self.now)


def in_the_morning(back: int) -> time:
    """The same time for all of one day: what comes after it on that day says its own."""
    return _later(NINE, back * 37 % MORNING_MINUTES)


def after_school(back: int) -> time:
    return _later(SCHOOL_IS_OVER, back * 53 % EVENING_MINUTES)


def _later(start: time, minutes: int) -> time:
    return (datetime.combine(date.min, start) + timedelta(minutes=minutes)).time()
