"""“I told them on …”: the days that follow."""

from datetime import date, timedelta

import pytest

from app.model.promises import held_to
from app.model.timetable import LAW, after_the_panel, longest_road
from app.model.told import FURTHEST_AHEAD, Told, TooFarAhead, TooLongAgo, days_if_told
from app.model.working_days import BankHolidays

TODAY = date(2026, 11, 22)
HOLIDAYS = BankHolidays(
    {
        date(2025, 12, 25): "Christmas Day",
        date(2026, 12, 25): "Christmas Day",
        date(2026, 12, 28): "Boxing Day (observed)",
        date(2027, 1, 1): "New Year's Day",
        date(2028, 1, 3): "New Year's Day (observed)",
    },
    listed_until=2027,
)
SEFTON = held_to({})


def told(on: date, today: date = TODAY) -> Told:
    return days_if_told(on, today, SEFTON, HOLIDAYS)


def test_told_today_the_days_are_those_that_are_promised():
    days = told(TODAY)
    assert (days.reference.due, days.answer.due) == (date(2026, 11, 25), date(2026, 12, 4))
    assert days.longest.due == date(2026, 12, 18)
    assert days.is_today
    assert not days.is_to_come


def test_asking_for_stage_2_is_counted_from_the_letter_and_over_christmas():
    days = told(date(2026, 12, 1))
    assert days.answer.due == date(2026, 12, 15)
    assert days.days_to_ask == 20
    assert days.ask_next.start == days.answer.due
    assert days.ask_next.due == date(2027, 1, 15)


@pytest.mark.parametrize(
    ("today", "after_the_usual", "late"),
    [
        (date(2026, 12, 4), False, False),
        (date(2026, 12, 5), True, False),
        (date(2026, 12, 18), True, False),
        (date(2026, 12, 19), False, True),
    ],
)
def test_it_is_late_when_even_the_longest_time_is_over(today, after_the_usual, late):
    days = told(TODAY, today)
    assert (days.is_after_the_usual, days.is_late) == (after_the_usual, late)


def test_a_day_is_not_counted_from_where_it_cannot_be():
    with pytest.raises(TooLongAgo):
        told(date(2024, 12, 31))
    with pytest.raises(TooFarAhead):
        told(TODAY + FURTHEST_AHEAD + timedelta(days=1))
    assert told(date(2025, 1, 1)).is_late
    assert told(TODAY + FURTHEST_AHEAD).is_to_come


def test_only_a_far_day_says_its_year():
    days = told(TODAY)
    assert not days.needs_year(date(2027, 1, 11))
    assert days.needs_year(date(2025, 11, 22))


def test_of_the_longest_road_40_days_are_the_young_persons():
    road = longest_road(LAW)
    assert (road.working_days, road.yours) == (175, 40)
    assert after_the_panel(LAW) == 20
