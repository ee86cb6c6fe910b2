"""Which move starts, stops and ends which clock; and the days, by SI 2006/1738 and the bank holidays."""

from dataclasses import replace
from datetime import date

import pytest

from app.model.clocks import Deadline, ended_by, longest_on, recounted, started_by, stopped, went_on
from app.model.move import Key
from app.model.promises import Promise, held_to
from app.model.stage import Stage
from app.model.working_days import working_days_before, working_days_between
from tests.model.the_procedure import TO_STAGE_3, TO_THE_END, course, made

MAY_DAY = date(2026, 5, 4)
CHRISTMAS = {date(2026, 12, 25), date(2026, 12, 28), date(2027, 1, 1), date(2025, 12, 25), MAY_DAY}
TIMETABLE = held_to({})
PANEL = date(2027, 1, 29)


def started(move, keys=(), timetable=TIMETABLE) -> list[tuple[str, date, date]]:
    return [(d.clock, d.starts_on, d.due_on) for d in started_by(move, course(*keys), timetable, CHRISTMAS)]


@pytest.mark.parametrize(
    ("key", "clocks"),
    [
        (Key.STAGE_1_ANSWERED, [("ask-stage-2", date(2026, 12, 18), date(2027, 1, 20))]),
        (Key.STAGE_2_ACCEPTED, [("stage-2", date(2026, 12, 18), date(2027, 1, 27))]),
        (Key.STATEMENT_AGREED, []),
        (Key.ADJUDICATED, [("ask-stage-3", date(2026, 12, 18), date(2027, 1, 20))]),
        (Key.PANEL_ASKED, [("panel", date(2026, 12, 18), date(2027, 2, 3))]),
        (Key.PANEL_REPORT, [("stage-3", date(2026, 12, 18), date(2027, 1, 13))]),
        (Key.FINAL_LETTER, []),
    ],
)
def test_each_clock_starts_on_the_day_of_its_move(key, clocks):
    assert started(made(key, on=date(2026, 12, 18))) == clocks


def test_a_council_may_count_stage_2_from_the_statement_of_complaint():
    from_the_statement = held_to({"stage-2": Promise(25, from_the_statement=True)})
    assert started(made(Key.STAGE_2_ACCEPTED), timetable=from_the_statement) == []
    agreed = started(made(Key.STATEMENT_AGREED, on=date(2026, 12, 18)), timetable=from_the_statement)
    assert agreed == [("stage-2", date(2026, 12, 18), date(2027, 1, 27))]


def test_the_papers_are_due_ten_working_days_before_the_panel_and_its_report_five_after():
    arranged = made(Key.PANEL_ARRANGED, new_date=PANEL)
    assert started(arranged, TO_STAGE_3) == [
        ("panel-papers", PANEL, date(2027, 1, 15)),
        ("panel-report", PANEL, date(2027, 2, 5)),
    ]


def test_a_council_may_count_its_last_answer_from_the_panels_day():
    from_the_panel = held_to({"stage-3": Promise(15, from_the_panel=True)})
    arranged = replace(course(*TO_THE_END[:-2]), stage=Stage.REVIEW_PANEL)
    moves = tuple(
        replace(move, said=replace(move.said, new_date=PANEL)) if move.key is Key.PANEL_ARRANGED else move
        for move in arranged.made
    )
    report = made(Key.PANEL_REPORT, on=date(2027, 2, 4))
    [clock] = started_by(report, replace(arranged, made=moves), from_the_panel, CHRISTMAS)
    assert (clock.starts_on, clock.due_on) == (PANEL, date(2027, 2, 19))


def test_an_answer_ends_its_clock_and_withdrawing_ends_them_all():
    running = {"stage-1", "ask-stage-2"}
    assert ended_by(made(Key.STAGE_1_ANSWERED), running) == {"stage-1"}
    assert ended_by(made(Key.STAGE_2_ACCEPTED, stage=Stage.INVESTIGATION), running) == running
    assert ended_by(made(Key.WITHDRAWN), running) == running
    assert ended_by(made(Key.ASSIGNED), running) == set()


@pytest.mark.parametrize(
    ("end", "count", "day"),
    [
        (PANEL, 10, date(2027, 1, 15)),
        (date(2027, 1, 4), 1, date(2026, 12, 31)),
        (date(2027, 1, 4), 4, date(2026, 12, 24)),
        (date(2027, 1, 3), 1, date(2026, 12, 30)),
    ],
)
def test_days_before_are_working_days_and_never_fewer(end, count, day):
    assert working_days_before(end, count, CHRISTMAS) == day
    assert working_days_between(day, end, CHRISTMAS) == count


def test_what_it_stood_still_is_not_counted_against_the_council():
    clock = Deadline("stage-2", date(2026, 11, 2), date(2026, 12, 7))
    still = stopped(clock, date(2026, 11, 9))
    on = went_on(still, date(2026, 11, 16), CHRISTMAS)
    assert (on.due_on, on.held, on.stopped_on) == (date(2026, 12, 14), 5, None)
    assert went_on(clock, date(2026, 11, 16), CHRISTMAS) == clock
    assert working_days_between(clock.starts_on, longest_on(on, TIMETABLE["stage-2"], CHRISTMAS), CHRISTMAS) == 70


@pytest.mark.parametrize(
    ("start", "due", "now"),
    [
        pytest.param(date(2026, 4, 27), date(2026, 5, 11), date(2026, 5, 12), id="a new one before it: later"),
        pytest.param(date(2026, 5, 5), date(2026, 5, 19), date(2026, 5, 19), id="a new one that is over: the same"),
        pytest.param(date(2026, 5, 15), date(2026, 5, 1), date(2026, 4, 30), id="counted back from the panel"),
    ],
)
def test_a_new_bank_holiday_counts_again_with_the_same_number_of_days(start, due, now):
    old = CHRISTMAS - {MAY_DAY} | {date(2026, 1, 1)}
    assert recounted(start, due, old, CHRISTMAS) == now
    assert recounted(start, now, CHRISTMAS, old) == due
