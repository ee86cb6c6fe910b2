""" "You are here"."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from app.model.representation import Kind, Representation
from app.model.stage import Stage
from app.model.standing import FIRST_STEP, find_here

PATH = ["talk-first", "recorded", "looked-at", "investigation", "panel-arranged"]
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


def test_every_stage_but_settled_and_outside_has_its_step():
    assert set(Stage) - set(FIRST_STEP) == {Stage.RESOLVED, Stage.OUTSIDE}


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
