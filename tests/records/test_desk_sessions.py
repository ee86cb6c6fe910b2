"""Sessions of the desk, on the server: how long they last, and how they end."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from app.records import desk_sessions, officers
from app.records.desk_sessions import Ended, State
from app.records.officers import Role
from app.records.tables import desk_session as table
from tests.records.shelf import SUNDAY, open_shelf

MINUTE = timedelta(minutes=1)


@pytest.fixture
def db(any_database_url):
    records = open_shelf(any_database_url)
    with records.writing() as db:
        yield db
    records.engine.dispose()


@pytest.fixture
def ann(db):
    return officers.add(db, "ann@example.org", "sefton", Role.OFFICER, "x", SUNDAY)


def test_the_token_itself_is_nowhere_in_the_table(db, ann):
    token = desk_sessions.begin(db, ann.id, State.IN, SUNDAY)
    [row] = db.execute(select(table))
    assert token not in map(str, row)
    assert desk_sessions.find(db, token, SUNDAY).officer == ann
    assert desk_sessions.find(db, row.id, SUNDAY) is None


def test_it_ends_after_fifteen_idle_minutes_and_eight_hours(db, ann):
    token = desk_sessions.begin(db, ann.id, State.IN, SUNDAY)
    assert desk_sessions.find(db, token, SUNDAY + 15 * MINUTE).ended is None
    assert desk_sessions.find(db, token, SUNDAY + 15.1 * MINUTE).ended is Ended.IDLE
    desk_sessions.note_seen(db, token, SUNDAY + 480 * MINUTE)
    assert desk_sessions.find(db, token, SUNDAY + 480 * MINUTE).ended is None
    assert desk_sessions.find(db, token, SUNDAY + 480.1 * MINUTE).ended is Ended.OVER


def test_what_is_left_is_never_more_than_the_eight_hours(db, ann):
    found = desk_sessions.find(db, desk_sessions.begin(db, ann.id, State.IN, SUNDAY), SUNDAY)
    assert found.seconds_left(SUNDAY) == 15 * 60
    assert found.seconds_left(SUNDAY + 475 * MINUTE) == 5 * 60
    assert found.seconds_left(SUNDAY + 500 * MINUTE) == 0


def test_a_half_begun_one_has_ten_minutes_whatever_it_does(db, ann):
    token = desk_sessions.begin(db, ann.id, State.SECOND_STEP, SUNDAY)
    desk_sessions.note_seen(db, token, SUNDAY + 9 * MINUTE)
    assert desk_sessions.find(db, token, SUNDAY + 10 * MINUTE).ended is None
    assert desk_sessions.find(db, token, SUNDAY + 10.1 * MINUTE).ended is Ended.IDLE


def test_all_of_an_officers_end_at_once_and_nobody_elses(db, ann):
    bo = officers.add(db, "bo@example.org", "sefton", Role.OFFICER, "x", SUNDAY)
    tokens = [desk_sessions.begin(db, ann.id, State.IN, SUNDAY) for _ in range(3)]
    other = desk_sessions.begin(db, bo.id, State.IN, SUNDAY)
    assert desk_sessions.how_many(db, ann.id, SUNDAY) == 3
    assert desk_sessions.end_all(db, ann.id, SUNDAY) == 3
    assert {desk_sessions.find(db, token, SUNDAY).ended for token in tokens} == {Ended.ELSEWHERE}
    assert desk_sessions.find(db, other, SUNDAY).ended is None
    assert desk_sessions.how_many(db, ann.id, SUNDAY) == 0


def test_one_that_has_ended_is_never_brought_back(db, ann):
    token = desk_sessions.begin(db, ann.id, State.IN, SUNDAY)
    desk_sessions.end(db, token, SUNDAY)
    desk_sessions.note_seen(db, token, SUNDAY + MINUTE)
    assert desk_sessions.find(db, token, SUNDAY + MINUTE).ended is Ended.ELSEWHERE


def test_the_clock_forgets_them_after_a_day(db, ann):
    token = desk_sessions.begin(db, ann.id, State.IN, SUNDAY)
    assert desk_sessions.forget_old(db, SUNDAY + timedelta(hours=23)) == 0
    assert desk_sessions.forget_old(db, SUNDAY + timedelta(hours=24)) == 1
    assert desk_sessions.find(db, token, SUNDAY) is None
