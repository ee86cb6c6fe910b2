"""What is counted of whom, in which period; and what may leave."""

from collections import Counter
from datetime import date

import pytest

from app.model.figure_facts import Fact, Moved, Promised, Ran
from app.model.figures import NOT_SAID, Asked, Issued, Kept, Measure, Promise, count
from app.model.move import Key, Outcome
from app.model.period import Period, financial_year, year_before
from app.model.representation import CameBy, Kind, Telling
from app.model.small_numbers import Hidden
from app.model.stage import Stage
from app.model.tables_of_figures import ROWS, publish
from app.model.topic import Topic

YEAR = Period(date(2026, 4, 1), date(2027, 3, 31))
TODAY = date(2027, 1, 20)
UPHELD, PARTLY = Outcome.UPHELD, Outcome.PARTLY


def fact(**changed) -> Fact:
    facts = {
        "kind": Kind.COMPLAINT, "telling": Telling.CHILD, "came_by": CameBy.SITE, "language": "en",
        "topic": Topic.WORKER, "wants_advocate": False, "received_on": date(2026, 11, 2),
        "reference_due_on": date(2026, 11, 5), "issued_on": date(2026, 11, 4), "stage": Stage.LOCAL_RESOLUTION,
    }  # fmt: skip
    return Fact(**facts | changed)


def counted(*facts: Fact, period: Period = YEAR, today: date = TODAY) -> dict[Measure, Counter]:
    return {measure: some for measure, some in count(facts, period, today).items() if some}


def stage_1(ended_on: date | None, due_on: date = date(2026, 11, 16), **more) -> Ran:
    return Ran("stage-1", date(2026, 11, 16), due_on, ended_on, **more)


@pytest.mark.parametrize(
    ("day", "since"),
    [(date(2026, 3, 31), 2025), (date(2026, 4, 1), 2026), (date(2026, 12, 31), 2026), (date(2027, 1, 1), 2026)],
)
def test_a_financial_year_is_april_to_march(day, since):
    assert financial_year(day) == Period(date(since, 4, 1), date(since + 1, 3, 31))
    assert year_before(financial_year(day)) == Period(date(since - 1, 4, 1), date(since, 3, 31))


def test_what_came_in_the_period_is_counted_by_who_how_what_about_and_in_which_language():
    got = counted(fact(), fact(topic=None, language="ur", wants_advocate=True), fact(received_on=date(2026, 3, 31)))
    assert got[Measure.KIND] == {"complaint": 2} and got[Measure.TELLING] == {"child": 2}
    assert got[Measure.TOPIC] == {"worker": 1, NOT_SAID: 1} and got[Measure.LANGUAGE] == {"en": 1, "ur": 1}
    assert got[Measure.ADVOCATE] == {Asked.NO: 1, Asked.YES: 1} and got[Measure.CAME_BY] == {"site": 2}
    assert got[Measure.STANDING] == {"local-resolution": 2}


def test_what_is_no_complaint_is_counted_as_what_it_is_and_nowhere_else():
    assert counted(fact(kind=Kind.COMPLIMENT), fact(kind=Kind.STOP)) == {Measure.KIND: {"compliment": 1, "stop": 1}}


def test_a_reference_number_is_on_time_or_late_or_still_to_come():
    got = counted(
        fact(), fact(issued_on=date(2026, 11, 6)), fact(issued_on=None),
        fact(issued_on=None, reference_due_on=TODAY),
    )  # fmt: skip
    assert got[Measure.REFERENCE] == {Issued.ON_TIME: 1, Issued.LATE: 2, Issued.NOT_YET: 1}


@pytest.mark.parametrize(
    ("ran", "key", "kept"),
    [
        pytest.param(stage_1(date(2026, 11, 16)), Key.STAGE_1_ANSWERED, Kept.USUAL, id="on its day"),
        pytest.param(stage_1(date(2026, 11, 17)), Key.STAGE_1_ANSWERED, Kept.LATE, id="a day after"),
        pytest.param(
            stage_1(date(2026, 11, 17), date(2026, 11, 30)), Key.STAGE_1_ANSWERED, Kept.LONGER, id="longer, and kept"
        ),
        pytest.param(stage_1(date(2026, 11, 3)), Key.SORTED_EARLY, Kept.USUAL, id="sorted before stage 1"),
        pytest.param(stage_1(date(2026, 11, 3)), Key.WITHDRAWN, None, id="stopped before its day"),
        pytest.param(stage_1(date(2026, 11, 17)), Key.STAGE_2_ACCEPTED, Kept.LATE, id="went on because it was late"),
        pytest.param(stage_1(None), Key.RECORDED, Kept.OVERDUE, id="not answered, and over"),
        pytest.param(stage_1(None, TODAY), Key.RECORDED, None, id="due today"),
        pytest.param(stage_1(None, stands_still=True), Key.PAUSED, None, id="it waits for a court"),
        pytest.param(stage_1(date(2026, 3, 31)), Key.STAGE_1_ANSWERED, None, id="answered the year before"),
    ],
)
def test_how_a_time_limit_was_kept(ran, key, kept):
    got = counted(fact(moves=(Moved(key, ran.ended_on or date(2026, 11, 3)),), ran=(ran,)))
    assert got.get(Measure.STAGE_1_TIME, {}) == ({kept: 1} if kept else {})


def test_what_was_late_at_the_end_of_a_year_is_late_there_and_again_where_it_was_answered():
    late = fact(moves=(Moved(Key.STAGE_1_ANSWERED, date(2027, 4, 9)),), ran=(stage_1(date(2027, 4, 9)),))
    next_year, later = Period(date(2027, 4, 1), date(2028, 3, 31)), date(2027, 5, 1)
    assert counted(late, today=later)[Measure.STAGE_1_TIME] == {Kept.OVERDUE: 1}
    assert counted(late, period=next_year, today=later) == {Measure.STAGE_1_TIME: {Kept.LATE: 1}}


def test_a_period_to_come_has_nothing_late_yet():
    assert counted(fact(ran=(stage_1(None),)), period=financial_year(date(2028, 5, 1))) == {}


def test_each_stage_and_each_end_is_counted_once_and_of_an_answer_put_right_the_last():
    moves = (
        Moved(Key.RECORDED, date(2026, 11, 3)), Moved(Key.STAGE_1_ANSWERED, date(2026, 11, 10), (UPHELD, UPHELD)),
        Moved(Key.STAGE_1_ANSWERED, date(2026, 11, 11), (UPHELD, PARTLY)), Moved(Key.CLOSED, date(2026, 11, 20)),
        Moved(Key.STAGE_2_ACCEPTED, date(2026, 12, 1)), Moved(Key.ADJUDICATED, date(2027, 1, 4), (PARTLY,)),
        Moved(Key.CLOSED, date(2027, 1, 8)),
    )  # fmt: skip
    got = counted(fact(received_on=date(2026, 3, 30), moves=moves))
    assert got == {
        Measure.BEGUN: {"local-resolution": 1, "investigation": 1}, Measure.ENDED: {"closed": 1},
        Measure.STAGE_1_OUTCOME: {"upheld": 1, "partly": 1}, Measure.STAGE_2_OUTCOME: {"partly": 1},
    }  # fmt: skip


def test_promises_of_any_kind_are_kept_open_or_over():
    made = date(2026, 12, 1)
    promised = (Promised(made, made, made), Promised(made, TODAY), Promised(made, date(2027, 1, 19)))
    promised += (Promised(date(2026, 3, 1), made),)
    got = counted(fact(kind=Kind.COMMENT, received_on=date(2026, 3, 1), promised=promised))
    assert got == {Measure.PROMISES: {Promise.KEPT: 1, Promise.OPEN: 1, Promise.OVERDUE: 1}}


def test_every_measure_has_its_rows_in_order_and_what_is_unknown_comes_last():
    tables = publish(count([fact(language="cy")] * 6, YEAR, TODAY), ["en", "pl"])
    assert set(tables) == set(Measure) == {*ROWS, Measure.LANGUAGE}
    assert tables[Measure.LANGUAGE].rows == {"en": 0, "pl": 0, "cy": 6} and tables[Measure.LANGUAGE].total == 6
    assert tables[Measure.STAGE_3_TIME].is_empty and not tables[Measure.TOPIC].hides


def test_where_few_praised_the_number_of_complaints_is_shown_and_the_total_is_not():
    some = [fact()] * 30 + [fact(kind=Kind.COMPLIMENT)] * 2
    kinds = publish(count(some, YEAR, TODAY), ["en"])[Measure.KIND]
    assert (kinds.rows["complaint"], kinds.rows["compliment"], kinds.total) == (30, Hidden.FEW, None)
    assert publish(count(some[:30], YEAR, TODAY), ["en"])[Measure.KIND].total == 30


def test_where_few_complained_nothing_is_said_of_them():
    tables = publish(count([fact()] * 3, YEAR, TODAY), ["en"])
    assert tables[Measure.KIND].rows["complaint"] == tables[Measure.TELLING].total == Hidden.FEW
    assert set(tables[Measure.TELLING].rows.values()) == {Hidden.HELD_BACK}


def test_what_the_council_promised_is_not_hidden():
    promised = (Promised(date(2026, 12, 1), TODAY),)
    promises = publish(count([fact(promised=promised)], YEAR, TODAY), ["en"])[Measure.PROMISES]
    assert (promises.rows["open"], promises.total) == (1, 1)
