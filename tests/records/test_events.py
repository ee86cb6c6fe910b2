"""Events: added in order, once each, never edited."""

import threading

import pytest
from sqlalchemy import select

from app.model.event import What
from app.records import events, representations
from app.records.tables import event as table
from tests.records.shelf import AWKWARD, SUNDAY, amina, days, open_shelf


@pytest.fixture
def records(any_database_url):
    records = open_shelf(any_database_url)
    yield records
    records.engine.dispose()


@pytest.fixture
def told(records):
    told = amina()
    with records.writing() as db:
        representations.receive(db, told)
    return told


def test_history_is_told_in_the_order_it_happened_and_not_by_the_clock(records, told):
    with records.writing() as db:
        events.add(db, told.id, What.MESSAGE, SUNDAY + days(2), words="later by the clock")
        events.add(db, told.id, What.ASKED_TO_STOP, SUNDAY + days(1))
        found = events.of(db, told.id)
    assert [event.what for event in found] == [What.RECEIVED, What.MESSAGE, What.ASKED_TO_STOP]
    assert [event.words for event in found] == ["", "later by the clock", ""]
    assert found[1].at == SUNDAY + days(2)
    assert found[1].officer == ""


def test_whatever_was_typed_comes_back_letter_for_letter(records, told):
    with records.writing() as db:
        for words in AWKWARD:
            events.add(db, told.id, What.MESSAGE, SUNDAY, words=words)
        assert [event.words for event in events.of(db, told.id)][1:] == AWKWARD


def test_the_same_thing_twice_is_one_event_and_the_first_stands(records, told):
    with records.writing() as db:
        assert events.add(db, told.id, What.MESSAGE, SUNDAY, words="first", once="same")
    with records.writing() as db:
        assert not events.add(db, told.id, What.MESSAGE, SUNDAY, words="second", once="same")
        assert [event.words for event in events.of(db, told.id)] == ["", "first"]


def test_what_is_not_marked_as_once_may_happen_often(records, told):
    with records.writing() as db:
        assert all(events.add(db, told.id, What.MESSAGE, SUNDAY, words="again") for _ in range(3))
        assert len(events.of(db, told.id)) == 4


def test_of_many_at_once_exactly_one_is_added(records, told):
    added = []

    def add():
        with records.writing() as db:
            added.append(events.add(db, told.id, What.MESSAGE, SUNDAY, words="mine", once="same"))

    presses = [threading.Thread(target=add) for _ in range(6)]
    for press in presses:
        press.start()
    for press in presses:
        press.join()

    assert sorted(added) == [False] * 5 + [True]


def test_the_history_of_one_is_not_the_history_of_another(records, told):
    other = amina()
    with records.writing() as db:
        representations.receive(db, other)
        events.add(db, other.id, What.MESSAGE, SUNDAY, words="of the other")
        assert len(events.of(db, told.id)) == 1


def test_an_event_without_words_keeps_none(records, told):
    with records.reading() as db:
        assert [row.words for row in db.execute(select(table))] == [None]
