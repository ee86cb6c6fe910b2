"""The days a child is told, counted with the real calendar and the council's own promises."""

from datetime import date, datetime

import pytest

from app.councils.bank_holidays import bank_holidays
from app.councils.library import read_library
from app.model.due import answer_due_on, answer_longest_on, reference_due_on
from app.model.london import london_day
from app.model.representation import Kind
from tests.councils.editor import CONTENT

TIMETABLE = read_library(CONTENT).councils["sefton"].timetable
HOLIDAYS = bank_holidays(date(2026, 11, 22))


def due(received_on: date) -> tuple[date, date, date]:
    """Reference, answer, and answer at the very longest."""
    return (
        reference_due_on(received_on, TIMETABLE, HOLIDAYS),
        answer_due_on(Kind.COMPLAINT, received_on, TIMETABLE, HOLIDAYS),
        answer_longest_on(Kind.COMPLAINT, received_on, TIMETABLE, HOLIDAYS),
    )


@pytest.mark.parametrize(
    ("received_on", "reference", "answer", "longest"),
    [
        pytest.param(
            date(2026, 11, 22), date(2026, 11, 25), date(2026, 12, 4), date(2026, 12, 18),
            id="told on Sunday 22 November: Wednesday 25 November, Friday 4 December, 18 December",
        ),
        pytest.param(
            date(2026, 11, 23), date(2026, 11, 26), date(2026, 12, 7), date(2026, 12, 21), id="told on the Monday",
        ),
        pytest.param(
            date(2026, 12, 23), date(2026, 12, 30), date(2027, 1, 11), date(2027, 1, 25), id="over Christmas",
        ),
        pytest.param(
            date(2026, 4, 1), date(2026, 4, 8), date(2026, 4, 17), date(2026, 5, 1), id="over Easter",
        ),
        pytest.param(
            date(2026, 3, 27), date(2026, 4, 1), date(2026, 4, 14), date(2026, 4, 28), id="clocks go forward",
        ),
        pytest.param(
            date(2026, 10, 23), date(2026, 10, 28), date(2026, 11, 6), date(2026, 11, 20), id="clocks go back",
        ),
        pytest.param(
            date(2028, 2, 28), date(2028, 3, 2), date(2028, 3, 13), date(2028, 3, 27), id="over 29 February",
        ),
    ],
)  # fmt: skip
def test_what_is_promised_is_what_is_counted(received_on, reference, answer, longest):
    assert due(received_on) == (reference, answer, longest)


def test_half_past_midnight_on_a_summer_night_belongs_to_the_new_day():
    half_past_midnight = datetime.fromisoformat("2026-07-06T00:30:00+01:00")  # a Monday; still Sunday in UTC
    assert due(london_day(half_past_midnight)) == due(date(2026, 7, 6))
    assert due(date(2026, 7, 6)) != due(date(2026, 7, 5))


@pytest.mark.parametrize("kind", [Kind.COMMENT, Kind.COMPLIMENT, Kind.ADVOCATE])
def test_only_a_complaint_has_a_day_for_its_answer(kind):
    assert answer_due_on(kind, date(2026, 11, 22), TIMETABLE, HOLIDAYS) is None
    assert answer_longest_on(kind, date(2026, 11, 22), TIMETABLE, HOLIDAYS) is None
