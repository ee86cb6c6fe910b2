"""When things are due, across weekends, bank holidays and both clock changes."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from app.councils.bank_holidays import bank_holidays
from app.model.due import answer_due_on, answer_longest_on, issue_at, reference_due_on, reminder_days
from app.model.representation import Kind
from app.model.timetable import LAW

HOLIDAYS = bank_holidays(date(2026, 11, 22))


def promising(working_days: int) -> dict:
    return LAW | {"reference": replace(LAW["reference"], usual=working_days, longest=working_days)}


@pytest.mark.parametrize(
    ("received_on", "promise", "reminders"),
    [
        pytest.param(date(2026, 11, 22), 3, [date(2026, 11, 24), date(2026, 11, 25)], id="on a Sunday"),
        pytest.param(date(2026, 11, 23), 3, [date(2026, 11, 25), date(2026, 11, 26)], id="on a Monday"),
        pytest.param(date(2026, 11, 19), 3, [date(2026, 11, 23), date(2026, 11, 24)], id="over a weekend"),
        pytest.param(date(2026, 11, 18), 3, [date(2026, 11, 20), date(2026, 11, 23)], id="a weekend between the two"),
        pytest.param(date(2026, 12, 24), 3, [date(2026, 12, 30), date(2026, 12, 31)], id="over Christmas"),
        pytest.param(date(2026, 4, 1), 3, [date(2026, 4, 7), date(2026, 4, 8)], id="over Easter"),
        pytest.param(date(2026, 11, 22), 1, [date(2026, 11, 23)], id="promised in a day"),
        pytest.param(date(2026, 11, 21), 1, [date(2026, 11, 23)], id="promised in a day, on a Saturday"),
        pytest.param(date(2026, 11, 21), 2, [date(2026, 11, 23), date(2026, 11, 24)], id="promised in two"),
        pytest.param(date(2026, 11, 20), 5, [date(2026, 11, 26), date(2026, 11, 27)], id="promised in five"),
    ],
)
def test_reminders_come_on_the_last_two_working_days(received_on, promise, reminders):
    due_on = reference_due_on(received_on, promising(promise), HOLIDAYS)
    assert due_on == reminders[-1]
    assert list(reminder_days(received_on, due_on, HOLIDAYS)) == reminders


@pytest.mark.parametrize(
    ("due_on", "instant"),
    [
        pytest.param(date(2026, 11, 25), datetime(2026, 11, 25, 12, tzinfo=UTC), id="in winter"),
        pytest.param(date(2026, 7, 1), datetime(2026, 7, 1, 11, tzinfo=UTC), id="in summer"),
        pytest.param(date(2026, 3, 30), datetime(2026, 3, 30, 11, tzinfo=UTC), id="the day after clocks go forward"),
        pytest.param(date(2026, 10, 26), datetime(2026, 10, 26, 12, tzinfo=UTC), id="the day after they go back"),
    ],
)
def test_the_system_issues_at_noon_in_london(due_on, instant):
    assert issue_at(due_on) == instant


def test_only_a_complaint_has_a_day_for_its_answer():
    sunday = date(2026, 11, 22)
    assert answer_due_on(Kind.COMPLAINT, sunday, LAW, HOLIDAYS) == date(2026, 12, 4)
    assert answer_longest_on(Kind.COMPLAINT, sunday, LAW, HOLIDAYS) == date(2026, 12, 18)
    others = [kind for kind in Kind if kind is not Kind.COMPLAINT]
    assert others
    for kind in others:
        assert answer_due_on(kind, sunday, LAW, HOLIDAYS) is None
        assert answer_longest_on(kind, sunday, LAW, HOLIDAYS) is None
