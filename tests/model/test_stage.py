"""The moves the procedure has, and none besides."""

from itertools import product

import pytest

from app.model.stage import ENDINGS, MOVES, REOPENINGS, MoveNotAllowed, Stage, check_move, moves_from

S = Stage


@pytest.mark.parametrize(
    ("present", "wanted", "settled_at"),
    [
        (S.RECEIVED, S.LOCAL_RESOLUTION, None),
        (S.RECEIVED, S.INVESTIGATION, None),
        (S.LOCAL_RESOLUTION, S.INVESTIGATION, None),
        (S.INVESTIGATION, S.REVIEW_PANEL, None),
        (S.REVIEW_PANEL, S.RESOLVED, None),
        (S.RESOLVED, S.INVESTIGATION, S.LOCAL_RESOLUTION),
        (S.RESOLVED, S.REVIEW_PANEL, S.INVESTIGATION),
        (S.RESOLVED, S.LOCAL_RESOLUTION, S.RECEIVED),
        (S.OUTSIDE, S.INVESTIGATION, None),
    ],
)
def test_the_road_goes_on(present, wanted, settled_at):
    check_move(present, wanted, settled_at)


@pytest.mark.parametrize(
    ("present", "wanted", "settled_at"),
    [
        pytest.param(S.LOCAL_RESOLUTION, S.REVIEW_PANEL, None, id="past stage 2"),
        pytest.param(S.RECEIVED, S.REVIEW_PANEL, None, id="straight to the panel"),
        pytest.param(S.INVESTIGATION, S.LOCAL_RESOLUTION, None, id="back to stage 1"),
        pytest.param(S.REVIEW_PANEL, S.INVESTIGATION, None, id="back to stage 2"),
        pytest.param(S.WITHDRAWN, S.LOCAL_RESOLUTION, None, id="after it was taken back"),
        pytest.param(S.RESOLVED, S.REVIEW_PANEL, S.LOCAL_RESOLUTION, id="settled at stage 1, then the panel"),
        pytest.param(S.RESOLVED, S.INVESTIGATION, S.REVIEW_PANEL, id="settled by the panel"),
        pytest.param(S.RESOLVED, S.INVESTIGATION, None, id="settled, nobody knows at which stage"),
    ],
)
def test_the_road_has_no_such_step(present, wanted, settled_at):
    with pytest.raises(MoveNotAllowed, match=f"{present} cannot become {wanted}"):
        check_move(present, wanted, settled_at)


@pytest.mark.parametrize("present", [stage for stage in Stage if stage not in ENDINGS])
def test_a_complaint_under_way_may_end_at_any_stage(present):
    assert moves_from(present) >= ENDINGS


@pytest.mark.parametrize(("present", "settled_at"), list(product(Stage, [None, *Stage])))
def test_nothing_moves_to_where_it_is_or_back_to_received(present, settled_at):
    assert not {present, Stage.RECEIVED} & moves_from(present, settled_at)


def test_every_stage_has_its_line():
    assert set(MOVES) == set(Stage)
    assert not set(REOPENINGS) & ENDINGS
