"""Messages: events of both sides, in order; and when each was first shown, on either database."""

import threading

import pytest
from sqlalchemy import select

from app.model.event import What
from app.records import events, messages, representations, unheard
from app.records.tables import officer, representation
from tests.records.shelf import SUNDAY, amina, days, open_shelf

ANN = "a" * 32


@pytest.fixture
def records(any_database_url):
    records = open_shelf(any_database_url)
    with records.writing() as db:
        row = {"id": ANN, "email": "ann@example.org", "council": "sefton", "role": "officer", "password": "x"}
        db.execute(officer.insert(), row | {"active": True, "fs_uniquifier": ANN, "added_at": SUNDAY})
    yield records
    records.engine.dispose()


@pytest.fixture
def told(records):
    told = amina()
    with records.writing() as db:
        representations.receive(db, told)
    return told


def of(db, told) -> list[messages.Message]:
    return messages.of(events.of(db, told.id))


def write(db, told, words: str, once: str) -> bool:
    return messages.write(db, told.id, ANN, words, "pl", "", SUNDAY, once)


def test_what_came_while_their_page_was_made_is_not_taken_for_shown(records, told):
    with records.writing() as db:
        assert write(db, told, "one", "1")
        on_the_page = of(db, told)
        assert write(db, told, "two", "2")
        messages.note_shown(db, told.id, on_the_page, SUNDAY + days(1))
        messages.note_shown(db, told.id, on_the_page, SUNDAY + days(2))
        one, two = of(db, told)
    assert (one.shown_at, two.shown_at) == (SUNDAY + days(1), None)
    assert (one.language, one.is_ours) == ("pl", True)
    with records.writing() as db:
        messages.note_shown(db, told.id, of(db, told), SUNDAY + days(3))
        assert [one.shown_at for one in of(db, told)] == [SUNDAY + days(1), SUNDAY + days(3)]


def test_the_same_press_again_is_the_same_message(records, told):
    with records.writing() as db:
        assert write(db, told, "one", "1") and not write(db, told, "one", "1")
        assert messages.is_written(db, told.id, "1") and not messages.is_written(db, amina().id, "1")
        assert len(of(db, told)) == 1


def test_what_the_child_adds_as_an_officer_says_it_is_read_is_never_taken_for_read(records, told):
    """Each waits for the other: whichever is second sees the first."""
    with records.writing() as db:
        events.add(db, told.id, What.MESSAGE, SUNDAY, words="first")
        last = of(db, told)[-1].number
    reading, go_on = threading.Event(), threading.Event()

    def child_adds():
        reading.wait(5)
        with records.writing() as db:
            events.add(db, told.id, What.MESSAGE, SUNDAY + days(1), words="second")

    adding = threading.Thread(target=child_adds)
    adding.start()
    with records.writing() as db:
        db.execute(select(representation.c.id).where(representation.c.id == told.id).with_for_update())
        reading.set()
        go_on.wait(0.3)  # time enough for the child to be first, if nothing held it
        assert messages.last_number(of(db, told)) == last
        assert messages.mark_heard(db, told.id, ANN, last, SUNDAY + days(1))
    adding.join()
    with records.reading() as db:
        assert What.MESSAGE in unheard.of(db, [told.id])[told.id]
        since = db.execute(select(representation.c.unheard_since)).scalar_one()
    assert since == SUNDAY + days(1)
