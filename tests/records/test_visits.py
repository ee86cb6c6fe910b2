"""Visits: twenty minutes after the last page that was looked at, it is over."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from app.records import representations, visits
from app.records.tables import visit as table
from tests.records.shelf import SUNDAY, amina, open_shelf

MINUTE = timedelta(minutes=1)


@pytest.fixture
def db(any_database_url):
    records = open_shelf(any_database_url)
    with records.writing() as db:
        yield db
    records.engine.dispose()


@pytest.fixture
def told(db):
    told = amina()
    representations.receive(db, told)
    return told


def test_a_visit_is_to_what_its_code_opened(db, told):
    token = visits.begin(db, told.id, SUNDAY)
    assert visits.find(db, token, SUNDAY) == told.id


def test_it_is_over_twenty_minutes_after_the_last_page(db, told):
    token = visits.begin(db, told.id, SUNDAY)

    assert visits.find(db, token, SUNDAY + 19 * MINUTE) == told.id
    assert visits.find(db, token, SUNDAY + 38 * MINUTE) == told.id
    assert visits.find(db, token, SUNDAY + 58 * MINUTE) is None


def test_once_over_it_stays_over(db, told):
    token = visits.begin(db, told.id, SUNDAY)
    assert visits.find(db, token, SUNDAY + 20 * MINUTE) is None
    assert visits.find(db, token, SUNDAY + 20 * MINUTE) is None


@pytest.mark.parametrize("wrong", [None, "", "guess"])
def test_nothing_else_finds_it(db, told, wrong):
    visits.begin(db, told.id, SUNDAY)
    assert visits.find(db, wrong, SUNDAY) is None


def test_the_token_is_nowhere_on_the_disk(db, told):
    token = visits.begin(db, told.id, SUNDAY)
    [row] = db.execute(select(table))
    assert token not in str(row)


def test_one_visit_is_forgotten_and_the_other_goes_on(db, told):
    one, other = visits.begin(db, told.id, SUNDAY), visits.begin(db, told.id, SUNDAY)
    visits.forget(db, one)
    visits.forget(db, None)

    assert visits.find(db, one, SUNDAY) is None
    assert visits.find(db, other, SUNDAY) == told.id


def test_the_old_are_forgotten(db, told):
    visits.begin(db, told.id, SUNDAY)
    visits.begin(db, told.id, SUNDAY + MINUTE)
    assert visits.forget_old(db, SUNDAY + 20 * MINUTE) == 1
    assert len(db.execute(select(table)).all()) == 1
