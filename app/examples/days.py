"""Days and instants, told in working days from the day the examples are filled on."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time

from app.model.london import LONDON, london_day
from app.model.working_days import BankHolidays, working_days_after, working_days_before


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
