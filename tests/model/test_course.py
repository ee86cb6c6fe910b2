"""The procedure as a table: from where each move is offered, and where it leads (SI 2006/1738)."""

import pytest

from app.model.course import NotOffered, check_offered, offered, says_again
from app.model.move import Key
from app.model.procedure import PROCEDURE
from app.model.representation import Kind
from app.model.stage import Stage, moves_from
from app.model.timetable import LAW
from tests.model.the_procedure import TO_ITS_ANSWER, TO_STAGE_1, TO_STAGE_2, TO_STAGE_3, TO_THE_END, course

K = Key
ALWAYS = {K.ASSIGNED, K.WITHDRAWN}
ON_THE_ROAD = ALWAYS | {K.ADR_OFFERED, K.PAUSED, K.OUTSIDE}


def keys(*made: Key, **facts) -> set[Key]:
    return {move.key for move in offered(course(*made, **facts))}


@pytest.mark.parametrize(
    ("made", "ahead"),
    [
        pytest.param(TO_STAGE_1, {K.STAGE_1_ANSWERED, K.EXTENDED, K.STAGE_2_ACCEPTED}, id="stage 1"),
        pytest.param(TO_STAGE_2[:2], {K.STAGE_1_ANSWERED, K.STAGE_2_ACCEPTED, K.CLOSED}, id="stage 1 answered"),
        pytest.param(TO_STAGE_2, {K.STATEMENT_AGREED, K.PEOPLE_NAMED, K.EXTENDED}, id="stage 2"),
        pytest.param(
            TO_ITS_ANSWER[:-2], {K.STATEMENT_AGREED, K.PEOPLE_NAMED, K.REPORTS_IN, K.EXTENDED}, id="investigated"
        ),
        pytest.param(
            TO_ITS_ANSWER[:-1], {K.STATEMENT_AGREED, K.PEOPLE_NAMED, K.REPORTS_IN, K.EXTENDED, K.ADJUDICATED},
            id="reports in",
        ),
        pytest.param(TO_ITS_ANSWER, {K.ADJUDICATED, K.STAGE_2_MEETING, K.PANEL_ASKED, K.CLOSED}, id="stage 2 answered"),
        pytest.param(TO_STAGE_3, {K.PANEL_ARRANGED}, id="stage 3"),
        pytest.param(TO_THE_END[:-3], {K.PANEL_ARRANGED, K.PAPERS_SENT, K.PANEL_REPORT}, id="arranged"),
        pytest.param(TO_THE_END[:-1], {K.PANEL_REPORT, K.FINAL_LETTER}, id="panel's report"),
        pytest.param(TO_THE_END, {K.FINAL_LETTER, K.CLOSED}, id="the end of the road"),
    ],
)  # fmt: skip
def test_only_the_moves_the_procedure_has_from_there_are_offered(made, ahead):
    assert keys(*made) == ahead | ON_THE_ROAD


def test_before_anybody_has_recorded_it_only_what_needs_no_record_is_offered():
    assert keys() == {K.RECORDED, K.ASSIGNED, K.SORTED_EARLY}


@pytest.mark.parametrize("kind", [Kind.COMMENT, Kind.COMPLIMENT, Kind.ADVOCATE])
def test_what_is_no_complaint_has_no_stages(kind):
    assert keys(kind=kind) == {K.RECORDED, K.ASSIGNED}
    assert keys(K.RECORDED, kind=kind) == ALWAYS | {K.CLOSED}


@pytest.mark.parametrize(
    ("made", "goes_on"),
    [
        pytest.param((*TO_STAGE_2[:2], K.CLOSED), {K.STAGE_2_ACCEPTED}, id="closed at stage 1"),
        pytest.param((*TO_ITS_ANSWER, K.CLOSED), {K.PANEL_ASKED}, id="closed at stage 2"),
        pytest.param((*TO_THE_END, K.CLOSED), set(), id="closed at the end"),
        pytest.param((K.SORTED_EARLY,), {K.RECORDED}, id="sorted early"),
        pytest.param((*TO_STAGE_1, K.WITHDRAWN), set(), id="withdrawn"),
        pytest.param((*TO_STAGE_1, K.OUTSIDE), {K.RESUMED}, id="outside"),
    ],
)
def test_what_is_over_goes_on_only_where_the_procedure_does(made, goes_on):
    assert keys(*made) == goes_on


def test_while_it_stands_still_for_a_court_or_the_police_the_road_does_too():
    assert keys(*TO_STAGE_2, K.PAUSED) == ALWAYS | {K.RESUMED, K.OUTSIDE}
    assert keys(*TO_STAGE_2, K.PAUSED, K.RESUMED) == keys(*TO_STAGE_2)


def test_what_comes_back_from_outside_stands_where_it_was():
    back = course(*TO_ITS_ANSWER, K.OUTSIDE, K.RESUMED)
    assert back.stage is Stage.INVESTIGATION
    assert {move.key for move in offered(back)} == keys(*TO_ITS_ANSWER)


def test_help_to_talk_it_over_is_offered_agreed_and_ended_and_takes_nothing_away():
    assert keys(*TO_STAGE_1, K.ADR_OFFERED) == keys(*TO_STAGE_1) - {K.ADR_OFFERED} | {K.ADR_AGREED, K.ADR_ENDED}
    assert keys(*TO_STAGE_1, K.ADR_OFFERED, K.ADR_AGREED, K.ADR_ENDED) == keys(*TO_STAGE_1)


def test_a_move_that_is_not_offered_is_refused():
    with pytest.raises(NotOffered, match="panel-asked is not offered from local-resolution"):
        check_offered(course(*TO_STAGE_1), K.PANEL_ASKED)
    check_offered(course(*TO_STAGE_1), K.STAGE_1_ANSWERED)


def test_what_was_said_at_this_stage_is_put_right_by_saying_it_again():
    answered = course(*TO_STAGE_2[:2])
    assert says_again(answered, K.STAGE_1_ANSWERED)
    assert not says_again(course(*TO_STAGE_1), K.STAGE_1_ANSWERED)
    assert not says_again(course(*TO_STAGE_2), K.STAGE_2_ACCEPTED)


def test_every_move_has_its_line_with_its_source():
    assert set(PROCEDURE) == set(Key)
    assert all(move.source for move in PROCEDURE.values())


def test_every_clock_is_one_the_law_or_a_council_knows():
    named = {clock for move in PROCEDURE.values() for clock in (*move.starts, *move.ends)}
    assert named and named <= set(LAW)


def test_every_change_of_stage_is_one_the_procedure_has():
    changes = [
        (present, move.leads_to)
        for move in PROCEDURE.values() if move.leads_to
        for present in move.stages - {move.leads_to}
    ]  # fmt: skip
    assert len(changes) > 8
    assert [(a, b) for a, b in changes if b not in moves_from(a)] == []
