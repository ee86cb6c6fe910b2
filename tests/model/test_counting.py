"""How the days were counted, as a list and as a calendar."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.model.counting import count_on, counted
from app.model.working_days import BankHolidays

HOLIDAYS = BankHolidays(
    {date(2026, 12, 25): "Christmas Day", date(2026, 12, 28): "Boxing Day", date(2027, 1, 1): "New Year"},
    listed_until=2026,
)


def test_the_days_left_out_are_shown_by_what_they_are():
    how = counted(date(2026, 12, 23), date(2026, 12, 30), date(2026, 12, 24), HOLIDAYS)

    assert how.weekends == ((date(2026, 12, 26), date(2026, 12, 27)),)
    assert how.holidays == ((date(2026, 12, 25), "Christmas Day"), (date(2026, 12, 28), "Boxing Day"))
    assert how.left == 2
    assert not how.about


@pytest.mark.parametrize(
    ("today", "left"),
    [
        pytest.param(date(2026, 12, 24), 0, id="on the day"),
        pytest.param(date(2026, 12, 23), 1, id="the day before"),
        pytest.param(date(2026, 12, 25), -1, id="a holiday after"),
        pytest.param(date(2026, 12, 27), -1, id="the weekend after"),
        pytest.param(date(2026, 12, 29), -1, id="the next working day"),
        pytest.param(date(2026, 12, 30), -2, id="the one after that"),
    ],
)
def test_after_the_day_it_is_late_even_on_a_day_off(today, left):
    assert counted(date(2026, 12, 10), date(2026, 12, 24), today, HOLIDAYS).left == left


def test_a_day_beyond_the_official_list_is_about_right():
    assert counted(date(2026, 12, 30), date(2027, 1, 4), date(2026, 12, 30), HOLIDAYS).about


@pytest.mark.parametrize(
    ("start", "weekends"),
    [
        (date(2026, 11, 20), [2, 2]),  # a Friday
        (date(2026, 11, 21), [1, 2]),  # a Saturday: of that weekend only the Sunday comes after
        (date(2026, 11, 22), [2]),  # a Sunday
    ],
)
def test_a_saturday_and_its_sunday_are_left_out_together(start, weekends):
    how = count_on(start, 10, start, HOLIDAYS)
    assert [len(weekend) for weekend in how.weekends] == weekends


@given(st.dates(date(2026, 1, 1), date(2026, 12, 1)), st.integers(1, 20))
def test_the_calendar_counts_to_the_last_day_in_whole_weeks(start, working_days):
    how = count_on(start, working_days, start, HOLIDAYS)
    squares = [square for week in how.weeks for square in week]

    assert all(len(week) == 7 and week[0].day.weekday() == 0 for week in how.weeks)
    assert [square.number for square in squares if square.number] == list(range(1, working_days + 1))
    assert [square.day for square in squares if square.is_due] == [how.due]
    assert [square.day for square in squares if square.is_start] == [start]
    not_counted = {square.day for square in squares if square.is_between and not square.number}
    assert not_counted == how.left_out
    assert squares[-1].day - squares[0].day == timedelta(days=len(squares) - 1)
