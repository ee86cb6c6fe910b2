"""A council may be quicker than the law, and never slower."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.model.promises import Promise, PromiseRefused, held_to
from app.model.timetable import LAW, OWN_PROMISES, Mark, Unit, whole_road

SEFTON = {
    "talk-first": Promise(2, Unit.DAYS, "Sefton's page"),
    "reference": Promise(3),
    "ask-stage-2": Promise(20),
    "ask-stage-3": Promise(20),
    "panel-arranged": Promise(20),
    "panel-papers": Promise(10),
}


@pytest.mark.parametrize(
    ("promises", "at", "why"),
    [
        pytest.param({"stage-1": Promise(25)}, "stage-1", "at most 10", id="slower than the law"),
        pytest.param({"stage-1": Promise(11)}, "stage-1", "at most 10", id="slower by a day"),
        pytest.param({"stage-2": Promise(65)}, "stage-2", "at most 25", id="the longest is not the usual"),
        pytest.param({"panel": Promise(31)}, "panel", "at most 30", id="a panel too late"),
        pytest.param({"stage-3": Promise(16)}, "stage-3", "at most 15", id="a final letter too late"),
        pytest.param({"panel": Promise(3)}, "panel", "at least 11", id="a panel before its own papers"),
        pytest.param(
            {"panel": Promise(25), "panel-arranged": Promise(20)}, "panel", "at least 30", id="no room for both"
        ),
        pytest.param({"panel-papers": Promise(9)}, "panel-papers", "at least 10", id="papers too late"),
        pytest.param({"ask-stage-2": Promise(10)}, "ask-stage-2", "at least 20", id="less time for the young person"),
        pytest.param({"complain": Promise(6, Unit.MONTHS)}, "complain", "at least 12", id="less time to complain"),
        pytest.param({"stage-1": Promise(4)}, "stage-1", "under half of 10", id="unlikely, and not confirmed"),
        pytest.param({"reference": Promise(1)}, "reference", "under half of 3", id="a reference within a day"),
        pytest.param({"reference": Promise(6)}, "reference", "at most 5", id="longer than any council takes"),
        pytest.param({"panel-arranged": Promise(31)}, "panel-arranged", "at most 30", id="own, beyond the law"),
        pytest.param({"stage-4": Promise(10)}, "stage-4", "no time limit called stage-4", id="unknown"),
        pytest.param({"panel-chair": Promise(10)}, "panel-chair", "nobody has verified", id="not verified"),
        pytest.param({"stage-1": Promise(10, Unit.DAYS)}, "stage-1", "working-days", id="in another unit"),
        pytest.param({"complain": Promise(12)}, "complain", "months", id="months as working days"),
        pytest.param(
            {"panel-arranged": Promise(20, Unit.MONTHS)}, "panel-arranged", "working-days", id="own, in another unit"
        ),
        pytest.param({"stage-1": Promise(0)}, "stage-1", "give 1 or more", id="nothing"),
        pytest.param({"talk-first": Promise(-2, Unit.DAYS)}, "talk-first", "give 1 or more", id="less than nothing"),
    ],
)
def test_a_promise_is_refused_with_a_reason(promises, at, why):
    with pytest.raises(PromiseRefused, match=why) as refused:
        held_to(promises)
    assert refused.value.key == at


def test_an_unlikely_promise_stands_once_somebody_has_confirmed_it():
    confirmed = Promise(4, confirmed_by="Complaints Manager", confirmed_on=date(2026, 11, 1))
    assert held_to({"stage-1": confirmed})["stage-1"].usual == 4


@pytest.mark.parametrize(
    "half_confirmed", [Promise(4, confirmed_by="Complaints Manager"), Promise(4, confirmed_on=date(2026, 11, 1))]
)
def test_half_a_confirmation_is_none(half_confirmed):
    with pytest.raises(PromiseRefused, match="confirmed_by"):
        held_to({"stage-1": half_confirmed})


def test_seftons_promises_stand():
    timetable = held_to(SEFTON)

    assert {key: timetable[key].usual for key in SEFTON} == {key: promise.count for key, promise in SEFTON.items()}
    assert timetable["talk-first"].unit is Unit.DAYS
    assert timetable["talk-first"].source == "Sefton's page"
    assert timetable["reference"].source == LAW["reference"].source


def test_a_quicker_stage_1_may_still_be_extended_as_the_law_allows():
    stage_1 = held_to({"stage-1": Promise(5)})["stage-1"]
    assert (stage_1.usual, stage_1.longest, stage_1.mark) == (5, 20, Mark.PROMISE)


def test_a_limit_that_cannot_be_extended_is_kept_when_it_is_made_quicker():
    stage_3 = held_to({"stage-3": Promise(10)})["stage-3"]
    assert (stage_3.usual, stage_3.longest) == (10, 10)


def test_the_law_itself_is_not_changed_by_a_promise():
    before = dict(LAW)
    held_to({"stage-1": Promise(5)})
    assert before == LAW


@given(
    st.dictionaries(
        st.sampled_from([*LAW, *OWN_PROMISES]),
        st.builds(Promise, st.integers(-5, 100), st.sampled_from(Unit)),
        max_size=5,
    )
)
def test_whatever_is_promised_no_council_is_held_to_less_than_the_law(promises):
    try:
        timetable = held_to(promises)
    except PromiseRefused as refused:
        assert refused.key in {*promises, "panel"}
        return
    assert whole_road(timetable) <= whole_road(LAW) + sum(
        promise.count for key, promise in promises.items() if key.startswith("ask-")
    )
    for key in ("stage-1", "stage-2", "panel", "panel-report", "stage-3"):
        assert timetable[key].usual <= LAW[key].usual
        assert timetable[key].longest <= LAW[key].longest
        assert timetable[key].unit is LAW[key].unit
