"""The day is the day in London."""

from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.model.london import LONDON, london_day, noon_on, start_of

CLOCKS_GO_FORWARD, CLOCKS_GO_BACK = date(2026, 3, 29), date(2026, 10, 25)
DAYS = st.dates(date(2020, 1, 1), date(2035, 12, 31))


@pytest.mark.parametrize(
    ("instant", "day"),
    [
        pytest.param("2026-07-01T23:30:00+00:00", date(2026, 7, 2), id="00:30 on a summer night is the new day"),
        pytest.param("2026-07-01T22:59:59+00:00", date(2026, 7, 1), id="a second before midnight in summer"),
        pytest.param("2026-07-02T00:30:00+01:00", date(2026, 7, 2), id="said in London's own summer time"),
        pytest.param("2026-12-01T23:30:00+00:00", date(2026, 12, 1), id="winter time is UTC"),
        pytest.param("2026-03-29T00:59:59+00:00", date(2026, 3, 29), id="the clocks go forward"),
        pytest.param("2026-03-28T23:59:59+00:00", date(2026, 3, 28), id="the evening before they do"),
        pytest.param("2026-03-29T23:30:00+00:00", date(2026, 3, 30), id="the evening after they did"),
        pytest.param("2026-10-24T23:30:00+00:00", date(2026, 10, 25), id="the night before the clocks go back"),
        pytest.param("2026-10-25T23:30:00+00:00", date(2026, 10, 25), id="the evening after they went back"),
        pytest.param("2026-11-22T01:00:00+05:00", date(2026, 11, 21), id="tomorrow in Karachi is today here"),
    ],
)
def test_an_instant_belongs_to_the_day_it_is_in_london(instant, day):
    assert london_day(datetime.fromisoformat(instant)) == day


def test_an_instant_without_a_time_zone_is_refused():
    with pytest.raises(ValueError, match="time zone"):
        london_day(datetime(2026, 11, 22, 10))


@pytest.mark.parametrize(("day", "hours"), [(CLOCKS_GO_FORWARD, 23), (CLOCKS_GO_BACK, 25), (date(2026, 11, 22), 24)])
def test_a_day_is_as_long_as_the_clocks_make_it(day, hours):
    assert start_of(day + timedelta(days=1)) - start_of(day) == timedelta(hours=hours)


@given(DAYS)
def test_a_day_begins_with_its_first_instant(day):
    assert london_day(start_of(day)) == day
    assert london_day(start_of(day) - timedelta(microseconds=1)) == day - timedelta(days=1)


@given(DAYS)
def test_noon_is_noon_on_the_clocks_of_london(day):
    assert noon_on(day).tzinfo is UTC
    assert noon_on(day).astimezone(LONDON).strftime("%H:%M %Y-%m-%d") == f"12:00 {day}"


def test_noon_in_summer_is_eleven_in_utc():
    assert noon_on(date(2026, 7, 1)) == datetime(2026, 7, 1, 11, tzinfo=UTC)
    assert noon_on(date(2026, 12, 1)) == datetime(2026, 12, 1, 12, tzinfo=UTC)


@given(st.datetimes(datetime(2020, 1, 1), datetime(2035, 12, 31)), st.integers(-12, 14))
def test_it_does_not_matter_in_which_time_zone_an_instant_is_said(moment, hours_ahead):
    instant = moment.replace(tzinfo=UTC)
    elsewhere = instant.astimezone(timezone(timedelta(hours=hours_ahead)))
    assert london_day(elsewhere) == london_day(instant)
