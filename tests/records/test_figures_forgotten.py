"""Figures are the same after what they count was deleted; and what was kept from somebody stays so."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from app.model.age import AgeGroup
from app.model.figures import count
from app.model.period import Period
from app.records import figures, officers, representations
from app.records.officers import Role
from tests.post.over_and_done import OVER_ON, full, settle, tick
from tests.records.shelf import open_shelf

YEAR = Period(date(2019, 4, 1), date(2020, 3, 31))
LISTED = datetime(OVER_ON.year, OVER_ON.month, OVER_ON.day, 9, tzinfo=UTC)
GONE = LISTED + timedelta(days=31)


@pytest.fixture
def records(any_database_url):
    records = open_shelf(any_database_url)
    yield records
    records.engine.dispose()


def test_deleted_it_is_counted_as_it_was(records):
    told, manager = full(records)
    settle(records)
    with records.writing() as db:
        representations.say_age(db, told.id, AgeGroup.FROM_13)
        officer = officers.add(db, "north@example.org", "sefton", Role.OFFICER, "x", GONE)
    of_team = replace(officer, team="North")
    before = counted(records, manager), counted(records, of_team)
    tick(records, LISTED)
    assert tick(records, GONE)[0] == 2
    assert (counted(records, manager), counted(records, of_team)) == before
    assert len(facts(records, manager)) == 2
    assert len(facts(records, of_team)) == 1, "what was kept from a team stays kept from it"
    assert any(fact.topic for fact in facts(records, manager))
    assert any(fact.age_group is AgeGroup.FROM_13 for fact in facts(records, manager))
    assert told.id not in repr(facts(records, manager))


def test_of_another_time_or_council_it_is_not(records):
    _told, manager = full(records)
    tick(records, LISTED)
    tick(records, GONE)
    assert not facts(records, replace(manager, council="lancashire"))
    assert not facts(records, manager, Period(date(2017, 4, 1), date(2018, 3, 31)))


def facts(records, viewer, period=YEAR):
    with records.reading() as db:
        return list(figures.facts(db, viewer, period, GONE.date()))


def counted(records, viewer):
    return count(facts(records, viewer), YEAR, GONE.date())
