"""A bank holiday is added, or moved: every open date is counted again, once, and the officers are told which moved."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from sqlalchemy import event as listening

from app.model.clocks import Deadline
from app.model.event import Task, What
from app.model.working_days import BankHolidays
from app.post.clock import tick
from app.records import deadlines, events, tasks
from tests.post.office import HOLIDAYS, SUNDAY, amina, keep, read_again
from tests.records.shelf import open_shelf

CORONATION = date(2026, 11, 30)
PANEL = date(2026, 12, 11)


def with_a_new_one(clockwork, day=CORONATION):
    return replace(clockwork, holidays=BankHolidays(dict(HOLIDAYS.names) | {day: "a new one"}, HOLIDAYS.listed_until))


def dates(clockwork, told) -> dict[str, date]:
    with clockwork.records.reading() as db:
        return {kept.deadline.clock: kept.deadline.due_on for kept in deadlines.open_of(db, told.id)}


def recounted(clockwork, told) -> list[dict[str, str]]:
    with clockwork.records.reading() as db:
        return [dict(event.more) for event in events.of(db, told.id) if event.what is What.RECOUNTED]


def test_every_open_date_is_counted_again_once_and_says_from_when_to_when(clockwork):
    told = keep(clockwork.records, amina())
    with clockwork.records.writing() as db:
        deadlines.start(db, told.id, "sefton", Deadline("panel-papers", PANEL, date(2026, 11, 27)), SUNDAY)
    assert tick(clockwork, SUNDAY).recounted == 0

    grown = with_a_new_one(clockwork)
    assert [tick(grown, SUNDAY).recounted for _tick in range(3)] == [1, 0, 0]
    assert dates(clockwork, told) == {"stage-1": date(2026, 12, 7), "panel-papers": date(2026, 11, 26)}
    assert recounted(clockwork, told) == [{"stage-1": "2026-12-04/2026-12-07", "panel-papers": "2026-11-27/2026-11-26"}]
    assert read_again(clockwork.records, told).answer_due_on == date(2026, 11, 26), "the next one to keep"


def test_officers_have_it_to_look_at(clockwork):
    told = keep(clockwork.records, amina())
    tick(clockwork, SUNDAY)
    tick(with_a_new_one(clockwork), SUNDAY)
    with clockwork.records.reading() as db:
        [task] = tasks.to_do(db, "sefton")
    assert (task.what, task.representation_id, task.due_on) == (Task.SEE_NEW_DATE, told.id, date(2026, 11, 25))


def test_the_day_of_the_reference_moves_while_there_is_none(clockwork):
    told = keep(clockwork.records, amina())
    tick(clockwork, SUNDAY)
    tick(with_a_new_one(clockwork, date(2026, 11, 24)), SUNDAY)
    assert read_again(clockwork.records, told).reference_due_on == date(2026, 11, 26)
    later = with_a_new_one(clockwork, date(2026, 11, 24))
    assert tick(later, SUNDAY + timedelta(days=3, hours=3)).issued == 0
    assert tick(later, SUNDAY + timedelta(days=4, hours=3)).issued == 1


def test_a_day_that_was_taken_back_makes_it_earlier_again(clockwork):
    told = keep(clockwork.records, amina())
    tick(clockwork, SUNDAY)
    tick(with_a_new_one(clockwork), SUNDAY)
    tick(clockwork, SUNDAY + timedelta(days=1))
    assert dates(clockwork, told) == {"stage-1": date(2026, 12, 4)}
    assert len(recounted(clockwork, told)) == 2


def test_a_date_that_is_over_and_one_the_day_does_not_touch_stay(clockwork):
    told, other = keep(clockwork.records, amina()), keep(clockwork.records, amina())
    with clockwork.records.writing() as db:
        deadlines.end(db, told.id, "stage-1", date(2026, 11, 22))
    tick(clockwork, SUNDAY)
    assert tick(with_a_new_one(clockwork, date(2027, 5, 10)), SUNDAY).recounted == 0
    tick(with_a_new_one(clockwork), SUNDAY)
    assert (recounted(clockwork, told), len(recounted(clockwork, other))) == ([], 1)


def test_another_year_at_the_end_of_the_list_is_no_new_holiday(clockwork):
    told = keep(clockwork.records, amina())
    tick(clockwork, SUNDAY)
    last = max(day.year for day in HOLIDAYS)
    longer = dict(HOLIDAYS.names) | {date(last + 1, 1, 1): "New Year’s Day"}
    grown = replace(clockwork, holidays=BankHolidays(longer, HOLIDAYS.listed_until))
    assert (tick(grown, SUNDAY).recounted, tick(clockwork, SUNDAY).recounted, tick(grown, SUNDAY).recounted) == (0,) * 3
    assert recounted(clockwork, told) == []


@pytest.mark.parametrize("any_database_url", ["sqlite"], indirect=True)
def test_killed_anywhere_it_is_counted_again_once(clockwork, tmp_path):
    for died_at in range(1, 99):
        records = open_shelf(f"sqlite:///{tmp_path / f'{died_at}.db'}")
        broken = replace(clockwork, records=records)
        told = keep(records, amina())
        tick(broken, SUNDAY)
        count = 0

        def die(*_, died_at=died_at):
            nonlocal count
            count += 1
            if count == died_at:
                raise KeyboardInterrupt

        listening.listen(records.engine, "before_cursor_execute", die)
        try:
            tick(with_a_new_one(broken), SUNDAY)
        except KeyboardInterrupt:
            listening.remove(records.engine, "before_cursor_execute", die)
        else:
            break
        tick(with_a_new_one(broken), SUNDAY)
        assert dates(broken, told) == {"stage-1": date(2026, 12, 7)}, f"killed at statement {died_at}"
        assert len(recounted(broken, told)) == 1
        records.engine.dispose()
    assert died_at > 10
