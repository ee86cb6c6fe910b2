"""Our bank holidays are the government's own, and counting with them is right."""

from bisect import bisect_right
from datetime import date, timedelta

import pytest
from govuk_bank_holidays.bank_holidays import BankHolidays as OfficialList
from hypothesis import given
from hypothesis import strategies as st

from app.councils.bank_holidays import FIRST_YEAR, LISTED_UNTIL, YEARS_AHEAD, bank_holidays
from app.model.working_days import HolidaysUnknown, is_working_day, working_days_after, working_days_between

OFFICIAL = {
    holiday["date"] for holiday in OfficialList(use_cached_holidays=True).get_holidays(OfficialList.ENGLAND_AND_WALES)
}
FIRST_DAY, LAST_DAY = date(FIRST_YEAR, 1, 1), date(LISTED_UNTIL, 12, 31)
EVERY_DAY = [FIRST_DAY + timedelta(days=n) for n in range((LAST_DAY - FIRST_DAY).days + 1)]
OFFICIAL_WORKING_DAYS = [day for day in EVERY_DAY if day.isoweekday() <= 5 and day not in OFFICIAL]
TODAY = date(2026, 11, 22)
HOLIDAYS = bank_holidays(TODAY)

STARTS = st.dates(FIRST_DAY, LAST_DAY - timedelta(days=400))
COUNTS = st.integers(1, 175)


@pytest.mark.parametrize("year", range(FIRST_YEAR, LISTED_UNTIL + 1))
def test_our_list_is_the_governments_own_day_by_day(year):
    of_year = [day for day in EVERY_DAY if day.year == year]
    assert len([day for day in of_year if day in OFFICIAL]) >= 8
    ours = [day for day in of_year if is_working_day(day, HOLIDAYS)]
    assert ours == [day for day in of_year if day in OFFICIAL_WORKING_DAYS]


def test_ours_has_every_day_of_theirs_and_besides_only_what_fell_on_a_weekend():
    ours = {day for day in HOLIDAYS if day <= LAST_DAY}
    assert ours >= {day for day in OFFICIAL if FIRST_DAY <= day <= LAST_DAY}
    assert {day.isoweekday() for day in ours - OFFICIAL} == {6, 7}


def test_the_governments_list_has_not_grown():
    last_year = max(OFFICIAL).year
    assert last_year == LISTED_UNTIL, (
        f"The government's list now goes to {last_year}, and ours is marked as certain until {LISTED_UNTIL} only: set"
        " LISTED_UNTIL in app/councils/bank_holidays.py, and count the open dates of later years again"
    )


@given(STARTS, COUNTS)
def test_counting_agrees_with_the_governments_list(start, working_days):
    first_after = bisect_right(OFFICIAL_WORKING_DAYS, start)
    assert working_days_after(start, working_days, HOLIDAYS) == OFFICIAL_WORKING_DAYS[first_after + working_days - 1]


@given(STARTS, COUNTS)
def test_a_due_day_is_a_working_day_and_exactly_so_many_after(start, working_days):
    due = working_days_after(start, working_days, HOLIDAYS)

    assert is_working_day(due, HOLIDAYS)
    assert working_days_between(start, due, HOLIDAYS) == working_days


@given(STARTS, COUNTS)
def test_a_day_later_is_never_due_earlier(start, working_days):
    next_day = start + timedelta(days=1)
    assert working_days_after(next_day, working_days, HOLIDAYS) >= working_days_after(start, working_days, HOLIDAYS)


@given(STARTS, COUNTS, COUNTS)
def test_counting_on_from_where_we_stopped_is_counting_the_sum(start, first, then):
    stop = working_days_after(start, first, HOLIDAYS)
    assert working_days_after(stop, then, HOLIDAYS) == working_days_after(start, first + then, HOLIDAYS)


def test_a_year_we_know_nothing_of_is_an_error():
    with pytest.raises(HolidaysUnknown, match=str(TODAY.year + YEARS_AHEAD + 1)):
        working_days_after(date(TODAY.year + YEARS_AHEAD, 12, 31), 1, HOLIDAYS)
    with pytest.raises(HolidaysUnknown, match=str(FIRST_YEAR - 1)):
        working_days_after(date(FIRST_YEAR - 1, 3, 2), 1, HOLIDAYS)


def test_ten_years_from_now_there_are_still_holidays_to_count_with():
    in_ten_years = TODAY.replace(year=TODAY.year + 10)
    later = bank_holidays(in_ten_years)
    due = working_days_after(in_ten_years, 175, later)

    assert later.is_projected(due)
    assert not HOLIDAYS.is_projected(LAST_DAY)


def test_each_holiday_has_its_name():
    assert HOLIDAYS.names[date(2026, 12, 25)] == "Christmas Day"
    assert all(HOLIDAYS.names.values())


def test_a_holiday_of_scotland_alone_is_a_working_day_here():
    second_of_january, st_andrews = date(2026, 1, 2), date(2026, 11, 30)
    assert is_working_day(second_of_january, HOLIDAYS)
    assert is_working_day(st_andrews, HOLIDAYS)


@pytest.mark.parametrize(
    "coronation_and_the_like", [date(2020, 5, 8), date(2022, 6, 3), date(2022, 9, 19), date(2023, 5, 8)]
)
def test_holidays_given_once_are_in_it(coronation_and_the_like):
    assert coronation_and_the_like in HOLIDAYS
