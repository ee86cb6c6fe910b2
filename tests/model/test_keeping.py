"""How long what was told is kept: a council's years, or what is usual; counted in whole years."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.model.keeping import LEAST_YEARS, USUAL, KeepingRefused, Kept, check_years, rule_for, years_after, years_before
from app.model.representation import Kind

DAYS = st.dates(date(1990, 1, 1), date(2090, 1, 1))


@pytest.mark.parametrize("kind", list(Kind))
def test_every_kind_has_its_years_and_where_they_come_from(kind):
    assert rule_for(kind, {}).years >= 1 and rule_for(kind, {}).source


def test_a_councils_own_years_go_before_what_is_usual():
    said = {Kind.COMPLAINT: Kept(10, "our schedule")}
    assert rule_for(Kind.COMPLAINT, said).years == rule_for(Kind.STOP, said).years == 10
    assert rule_for(Kind.COMMENT, said) == USUAL[Kind.COMMENT]


def test_a_leap_day_is_over_on_the_28th():
    assert years_after(date(2024, 2, 29), 6) == date(2030, 2, 28)
    assert years_after(date(2024, 2, 29), 4) == date(2028, 2, 29)


@given(DAYS, DAYS, st.integers(1, 30))
def test_the_two_ways_to_count_agree(last, today, years):
    """What is over by a day is what was last touched on or before the day that many years ago; a leap day aside."""
    if (last.month, last.day) != (2, 29) and (today.month, today.day) != (2, 29):
        assert (years_after(last, years) <= today) == (last <= years_before(today, years))


@given(DAYS, st.integers(1, 30))
def test_nothing_is_left_out_that_is_over_on_a_day(last, years):
    over_on = years_after(last, years)
    assert years_before(over_on, years) >= last or (last.month, last.day) == (2, 29)


@pytest.mark.parametrize(("kind", "years"), [(kind, least - 1) for kind, least in LEAST_YEARS.items()])
def test_too_short_is_refused(kind, years):
    with pytest.raises(KeepingRefused):
        check_years(kind, years)
    check_years(kind, years + 1)
