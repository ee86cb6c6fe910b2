"""Tasks: set once, late until somebody has done them, and done once."""

from datetime import date, timedelta

import pytest

from app.model.event import Task, What
from app.records import events, tasks
from app.records.tables import officer as officers
from tests.post.office import SUNDAY, amina, keep
from tests.records.shelf import open_shelf

DUE_ON = date(2026, 11, 25)
OFFICER = "0" * 32


@pytest.fixture
def records(any_database_url):
    records = open_shelf(any_database_url)
    with records.writing() as db:
        officer = {"id": OFFICER, "email": "officer@example.org", "council": "sefton", "role": "officer"}
        secrets = {"password": "-", "active": True, "fs_uniquifier": "-", "added_at": SUNDAY}
        db.execute(officers.insert(), officer | secrets)
    yield records
    records.engine.dispose()


@pytest.fixture
def told(records):
    return keep(records, amina())


def add(records, told, once="tell-reference-recorded:1"):
    with records.writing() as db:
        return tasks.add(db, told.id, "sefton", Task.TELL_REFERENCE, DUE_ON, SUNDAY, once)


def test_a_task_is_set_once(records, told):
    assert add(records, told)
    assert not add(records, told)
    with records.reading() as db:
        [task] = tasks.to_do(db, "sefton")
        assert tasks.to_do(db, "liverpool") == []
        assert tasks.of(db, told.id) == [task]
    assert (task.what, task.due_on, task.set_at) == (Task.TELL_REFERENCE, DUE_ON, SUNDAY)


def test_it_is_late_from_the_day_after_until_it_is_done(records, told):
    add(records, told)
    with records.writing() as db:
        [task] = tasks.to_do(db, "sefton")
        assert not task.is_late(DUE_ON)
        assert task.is_late(DUE_ON + timedelta(days=1))
        assert tasks.mark_done(db, task.id, "sefton", OFFICER, SUNDAY)
        [done] = tasks.of(db, told.id)
        assert not done.is_late(DUE_ON + timedelta(days=1))
        assert tasks.to_do(db, "sefton") == []


def test_it_is_done_once_by_its_own_council_and_the_history_says_by_whom(records, told):
    add(records, told)
    with records.writing() as db:
        [task] = tasks.to_do(db, "sefton")
        assert not tasks.mark_done(db, task.id, "liverpool", OFFICER, SUNDAY)
        assert tasks.mark_done(db, task.id, "sefton", OFFICER, SUNDAY)
        assert not tasks.mark_done(db, task.id, "sefton", OFFICER, SUNDAY)
        done = [event for event in events.of(db, told.id) if event.what is What.TASK_DONE]
    assert [event.officer for event in done] == [OFFICER]


def test_a_council_sees_the_earliest_due_first(records, told):
    with records.writing() as db:
        for once, due_on in (("b", DUE_ON), ("a", DUE_ON - timedelta(days=1))):
            tasks.add(db, told.id, "sefton", Task.TELL_REFERENCE, due_on, SUNDAY, once)
        assert [task.due_on.day for task in tasks.to_do(db, "sefton")] == [24, 25]
