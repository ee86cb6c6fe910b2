""" "You are here", and how the days were counted."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from app.model.representation import Kind, Representation
from app.model.stage import Stage
from app.model.standing import FIRST_STEP, counted, find_here
from app.model.working_days import BankHolidays

PATH = ["talk-first", "recorded", "looked-at", "investigation", "panel-arranged"]
HOLIDAYS = BankHolidays(
    {date(2026, 12, 25): "Christmas Day", date(2026, 12, 28): "Boxing Day", date(2027, 1, 1): "New Year"},
    listed_until=2026,
)
AMINAS = Representation(
    id="0" * 32,
    council="sefton",
    kind=Kind.COMPLAINT,
    words="My worker never comes when she says.",
    language="en",
    received_at=datetime(2026, 11, 22, 10, tzinfo=UTC),
    received_on=date(2026, 11, 22),
    reference_due_on=date(2026, 11, 25),
)


@pytest.mark.parametrize(
    ("stage", "step", "behind"),
    [
        (Stage.RECEIVED, "recorded", {"talk-first"}),
        (Stage.LOCAL_RESOLUTION, "looked-at", {"talk-first", "recorded"}),
        (Stage.INVESTIGATION, "investigation", {"talk-first", "recorded", "looked-at"}),
        (Stage.REVIEW_PANEL, "panel-arranged", {"talk-first", "recorded", "looked-at", "investigation"}),
    ],
)
def test_a_complaint_stands_at_the_first_step_of_its_stage_with_the_rest_behind(stage, step, behind):
    here = find_here(replace(AMINAS, stage=stage), PATH)
    assert (here.step, here.done) == (step, behind)


def test_one_that_was_taken_back_stands_beside_the_path_with_nothing_behind():
    here = find_here(replace(AMINAS, stage=Stage.WITHDRAWN), PATH)
    assert (here.step, here.done) == ("withdraw", frozenset())


def test_one_that_is_settled_stands_nowhere():
    assert find_here(replace(AMINAS, stage=Stage.RESOLVED), PATH) is None


def test_every_stage_but_settled_has_its_step():
    assert set(Stage) - set(FIRST_STEP) == {Stage.RESOLVED}


def test_the_days_left_out_are_shown_by_what_they_are():
    how = counted(date(2026, 12, 23), date(2026, 12, 30), date(2026, 12, 24), HOLIDAYS)

    assert how.weekends == (date(2026, 12, 26), date(2026, 12, 27))
    assert how.holidays == (date(2026, 12, 25), date(2026, 12, 28))
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


def test_it_needs_recording_until_a_person_has_picked_it_up():
    at_noon = datetime(2026, 11, 25, 12, tzinfo=UTC)
    issued = replace(AMINAS, reference="SEF-7K4M-2XQ8", issued_at=at_noon)
    recorded = replace(issued, recorded_at=at_noon)

    assert AMINAS.needs_recording
    assert not AMINAS.issued_by_the_clock
    assert issued.needs_recording
    assert issued.issued_by_the_clock
    assert not recorded.needs_recording
    assert not recorded.issued_by_the_clock
