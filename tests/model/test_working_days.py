"""The arithmetic of working days, with a few holidays of our own. tests/councils holds it to the real calendar."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.model.working_days import (
    BankHolidays,
    HolidaysUnknown,
    days_left_out,
    is_working_day,
    working_days_after,
    working_days_between,
)

# England and Wales, from the official list
GOOD_FRIDAY, EASTER_MONDAY = date(2026, 4, 3), date(2026, 4, 6)
CHRISTMAS_DAY, BOXING_DAY_SUBSTITUTE = date(2026, 12, 25), date(2026, 12, 28)
HOLIDAYS = {GOOD_FRIDAY, EASTER_MONDAY, CHRISTMAS_DAY, BOXING_DAY_SUBSTITUTE}

DAYS_OF_2026 = st.dates(date(2026, 1, 1), date(2026, 12, 31))


@pytest.mark.parametrize(
    ("start", "working_days", "due"),
    [
        pytest.param(date(2026, 3, 2), 10, date(2026, 3, 16), id="two plain weeks"),
        pytest.param(date(2026, 4, 1), 10, date(2026, 4, 17), id="Easter adds two days"),
        pytest.param(date(2026, 3, 7), 1, date(2026, 3, 9), id="received on a Saturday"),
        pytest.param(date(2026, 4, 3), 1, date(2026, 4, 7), id="received on Good Friday"),
        pytest.param(date(2026, 12, 24), 1, date(2026, 12, 29), id="Boxing Day given back on Monday"),
    ],
)
def test_counts_only_working_days(start, working_days, due):
    assert working_days_after(start, working_days, HOLIDAYS) == due


@pytest.mark.parametrize("working_days", [0, -1])
def test_a_count_begins_at_one(working_days):
    with pytest.raises(ValueError, match=f"not {working_days}"):
        working_days_after(date(2026, 3, 2), working_days, HOLIDAYS)


def test_refuses_to_guess_a_year_it_has_no_holidays_for():
    with pytest.raises(HolidaysUnknown, match="2027"):
        working_days_after(date(2026, 12, 30), 10, HOLIDAYS)


def test_a_count_that_ends_on_new_years_eve_needs_no_other_year():
    assert working_days_after(date(2026, 12, 30), 1, HOLIDAYS) == date(2026, 12, 31)


def test_no_holidays_at_all_are_a_year_unknown_and_not_a_year_without():
    with pytest.raises(HolidaysUnknown):
        working_days_after(date(2026, 3, 2), 1, set())


@given(start=DAYS_OF_2026, end=DAYS_OF_2026)
def test_counting_back_is_counting_forward_with_a_minus(start, end):
    assert working_days_between(start, end, HOLIDAYS) == -working_days_between(end, start, HOLIDAYS)


@given(start=DAYS_OF_2026, end=DAYS_OF_2026)
def test_every_day_is_either_counted_or_shown_as_left_out(start, end):
    start, end = sorted((start, end))
    left_out = days_left_out(start, end, HOLIDAYS)

    assert working_days_between(start, end, HOLIDAYS) + len(left_out) == (end - start).days
    assert not [day for day in left_out if is_working_day(day, HOLIDAYS)]


def test_the_day_itself_is_not_counted():
    monday = date(2026, 3, 2)
    assert working_days_between(monday, monday, HOLIDAYS) == 0
    assert working_days_between(monday, monday + timedelta(days=1), HOLIDAYS) == 1


def test_what_lies_beyond_the_list_is_projected():
    holidays = BankHolidays({GOOD_FRIDAY: "Good Friday"}, listed_until=2026)

    assert not holidays.is_projected(date(2026, 12, 31))
    assert holidays.is_projected(date(2027, 1, 1))
    assert GOOD_FRIDAY in holidays
    assert list(holidays) == [GOOD_FRIDAY]
    assert len(holidays) == 1
