"""A day as people and browsers write it."""

from datetime import date

import pytest

from app.forms.told import NotADay, read_day


@pytest.mark.parametrize(
    "typed", ["2026-11-02", " 2026-11-02 ", "2/11/2026", "02.11.2026", "2-11-2026", "2 11 2026", "٢/١١/٢٠٢٦"]
)
def test_a_day_is_read(typed):
    assert read_day(typed) == date(2026, 11, 2)


@pytest.mark.parametrize(
    "typed",
    ["", "2026-02-30", "0000-01-01", "11/2026", "yesterday", "2026-11-02T10:00", "2026-W01-1", "9" * 5000, "²/11/2026",
     "-1/1/2026", "<b>", "2026-11-2-", "12345-01-01", "\x00", "2026–11–02"],
)  # fmt: skip
def test_what_no_calendar_has_is_not_a_day(typed):
    with pytest.raises(NotADay):
        read_day(typed)
