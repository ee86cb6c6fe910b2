"""“I told them on …”: the days that follow from the day somebody told the council."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from app.model.counting import Counted, count_on
from app.model.timetable import TimeLimit
from app.model.working_days import BankHolidays

FURTHEST_AHEAD = timedelta(days=366)
SAYS_ITS_YEAR = timedelta(days=183)


class TooLongAgo(ValueError):
    """Before the first year whose bank holidays we know."""


class TooFarAhead(ValueError):
    """More than a year from now: nobody plans that far, and the holidays are not certain."""


@dataclass(frozen=True)
class Told:
    """What to expect of stage 1, and until when one asks for stage 2."""

    on: date
    today: date
    reference: Counted
    answer: Counted
    longest: Counted
    days_to_ask: int  # for stage 2
    ask_next: Counted  # from the day of the answer, if it comes on its day

    @property
    def is_today(self) -> bool:
        return self.on == self.today

    @property
    def is_to_come(self) -> bool:
        return self.on > self.today

    @property
    def is_late(self) -> bool:
        """Even the longest time is over."""
        return self.today > self.longest.due

    @property
    def is_after_the_usual(self) -> bool:
        return self.answer.due < self.today <= self.longest.due

    def needs_year(self, day: date) -> bool:
        """So far from today that a day and month alone would mislead."""
        return abs(day - self.today) > SAYS_ITS_YEAR


def days_if_told(on: date, today: date, timetable: Mapping[str, TimeLimit], holidays: BankHolidays) -> Told:
    """Raises TooLongAgo or TooFarAhead for a day that we cannot count from."""
    if on.year < min(holidays).year:
        raise TooLongAgo(f"no bank holidays are known for {on.year}")
    if on - today > FURTHEST_AHEAD:
        raise TooFarAhead(f"{on} is more than a year after {today}")
    stage_1, ask = timetable["stage-1"], timetable["ask-stage-2"]
    answer = count_on(on, stage_1.usual, today, holidays)
    return Told(
        on=on,
        today=today,
        reference=count_on(on, timetable["reference"].usual, today, holidays),
        answer=answer,
        longest=count_on(on, stage_1.longest or stage_1.usual, today, holidays),
        days_to_ask=ask.usual,
        ask_next=count_on(answer.due, ask.usual, today, holidays),
    )
