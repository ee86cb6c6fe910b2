"""The law's timetable, line by line."""

import pytest

from app.model.promises import held_to
from app.model.timetable import LAW, OWN_PROMISES, WHOLE_ROAD, Mark, Unit, Who, whole_road

WORKING_DAYS, MONTHS = Unit.WORKING_DAYS, Unit.MONTHS


@pytest.mark.parametrize(
    ("key", "who", "usual", "longest", "unit", "mark"),
    [
        ("complain", Who.YOU, 12, None, MONTHS, Mark.LAW),
        ("reference", Who.COUNCIL, 3, 3, WORKING_DAYS, Mark.PROMISE),
        ("stage-1", Who.COUNCIL, 10, 20, WORKING_DAYS, Mark.LAW),
        ("ask-stage-2", Who.YOU, 20, None, WORKING_DAYS, Mark.PROMISE),
        ("stage-2", Who.COUNCIL, 25, 65, WORKING_DAYS, Mark.LAW),
        ("ask-stage-3", Who.YOU, 20, None, WORKING_DAYS, Mark.PROMISE),
        ("panel", Who.COUNCIL, 30, 30, WORKING_DAYS, Mark.LAW),
        ("panel-papers", Who.COUNCIL, 10, None, WORKING_DAYS, Mark.PROMISE),
        ("panel-report", Who.PANEL, 5, 5, WORKING_DAYS, Mark.LAW),
        ("stage-3", Who.COUNCIL, 15, 15, WORKING_DAYS, Mark.LAW),
        ("ombudsman", Who.YOU, 12, None, MONTHS, Mark.LAW),
        ("panel-acknowledged", Who.COUNCIL, 2, 2, WORKING_DAYS, Mark.UNVERIFIED),
        ("panel-chair", Who.COUNCIL, 10, 10, WORKING_DAYS, Mark.UNVERIFIED),
    ],
)
def test_each_line_is_as_it_was_read(key, who, usual, longest, unit, mark):
    limit = LAW[key]
    assert (limit.who, limit.usual, limit.longest, limit.unit, limit.mark) == (who, usual, longest, unit, mark)


def test_the_table_above_leaves_no_line_out():
    lines = test_each_line_is_as_it_was_read.pytestmark[0].args[1]
    assert {line[0] for line in lines} == set(LAW)


@pytest.mark.parametrize("key", [*LAW, *OWN_PROMISES])
def test_every_line_says_where_it_was_read(key):
    assert (LAW | OWN_PROMISES)[key].source.strip()


@pytest.mark.parametrize("key", [key for key, limit in LAW.items() if limit.mark is Mark.LAW])
def test_a_line_of_the_law_names_the_law_or_the_ombudsman(key):
    assert "reg" in LAW[key].source or "Ombudsman" in LAW[key].source


def test_only_the_papers_are_a_least_and_not_a_most():
    assert [key for key, limit in LAW.items() if limit.at_least] == ["panel-papers"]


def test_nobody_is_turned_away_for_asking_late():
    theirs = {key: limit for key, limit in LAW.items() if limit.who is Who.YOU}
    assert theirs
    assert {limit.longest for limit in theirs.values()} == {None}


def test_the_whole_road_is_175_working_days():
    assert whole_road(LAW) == 175


def test_of_the_whole_road_135_days_are_the_councils_and_40_the_young_persons():
    days = dict.fromkeys(Who, 0)
    for key in WHOLE_ROAD:
        days[LAW[key].who] += LAW[key].longest or LAW[key].usual
    assert days[Who.YOU] == 40
    assert days[Who.COUNCIL] + days[Who.PANEL] == 135


def test_a_council_that_promises_nothing_is_held_to_the_law():
    assert held_to({}) == LAW
