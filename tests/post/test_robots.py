"""What is held writes to nobody: not the inbox, not the young person, not when the clock issues its number."""

import random
from dataclasses import replace
from datetime import timedelta

import pytest
from flask import Flask
from sqlalchemy import select, update

from app.councils.bank_holidays import bank_holidays
from app.model.london import london_day
from app.model.robots import MAILS_A_DAY, Why
from app.post.acknowledgement import acknowledge
from app.post.addresses import Addresses
from app.post.clock import Clockwork, tick
from app.post.gathered import held_letter, urgent_letter
from app.post.letters import inbox_letter
from app.post.postman import deliver
from app.records import holding, outbox, tasks
from app.records.tables import letter as table
from tests.post.office import ADDRESSES, SEFTON, SUNDAY, amina, body_of, keep, read, read_again

LATE = SUNDAY + timedelta(days=5)


def clockwork_of(app: Flask) -> Clockwork:
    """The clock of a whole site."""
    house = app.extensions["house"]
    days = bank_holidays(london_day(house.clock()))
    choose = random.Random(22).choice
    return Clockwork(house.records, house.library.councils, days, Addresses("http://localhost"), choose)


@pytest.fixture
def told(clockwork):
    told = keep(clockwork.records, amina())
    with clockwork.records.writing() as db:
        holding.hold(db, told.id, "sefton", Why.TOO_MANY, SUNDAY)
        outbox.queue(db, inbox_letter(told, SEFTON, ADDRESSES, SUNDAY))
    return told


def goes(clockwork, at) -> list[str]:
    to: list[str] = []
    deliver(clockwork.records, lambda _message, _sender, recipient: to.append(recipient), lambda: at, lambda: 0.5)
    return to


def purposes(clockwork) -> list[str]:
    with clockwork.records.reading() as db:
        return list(db.execute(select(table.c.purpose).order_by(table.c.number)).scalars())


def test_its_clock_runs_and_nobody_gets_a_letter(clockwork, told):
    assert goes(clockwork, SUNDAY) == []
    assert tick(clockwork, SUNDAY + timedelta(days=1, hours=20)).reminded == 1
    assert tick(clockwork, LATE).issued == 1
    assert read_again(clockwork.records, told).reference
    assert read_again(clockwork.records, told).issued_at == LATE, "late is recorded as late"
    assert goes(clockwork, LATE) == []
    assert purposes(clockwork) == ["inbox", "reminder", "issued-by-the-clock", "acknowledgement"]


def test_released_its_letters_go_but_for_stale_reminders(clockwork, told):
    tick(clockwork, SUNDAY + timedelta(days=1, hours=20))
    tick(clockwork, LATE)
    with clockwork.records.writing() as db:
        assert holding.release(db, told.id, None, LATE)
        assert not holding.release(db, told.id, None, LATE), "once"
    assert goes(clockwork, LATE) == ["complaints@example.org", "complaints@example.org", "amina@young.example.com"]
    assert goes(clockwork, LATE + timedelta(days=9)) == []


def test_released_after_a_week_it_has_its_72_hours_still(clockwork, told):
    def refuse(*_letter):
        raise ConnectionRefusedError

    with clockwork.records.writing() as db:
        db.execute(update(table).values(attempts=9))
        holding.release(db, told.id, None, SUNDAY + timedelta(days=7))
    deliver(clockwork.records, refuse, lambda: SUNDAY + timedelta(days=7), lambda: 0.5)
    with clockwork.records.reading() as db:
        assert db.execute(select(table)).one().given_up_at is None


def test_after_it_is_released_new_letters_go_at_once(clockwork, told):
    with clockwork.records.writing() as db:
        holding.release(db, told.id, None, SUNDAY)
    goes(clockwork, SUNDAY)
    tick(clockwork, LATE)
    assert len(goes(clockwork, LATE)) == 2


def test_put_away_the_clock_leaves_it_and_nothing_goes(clockwork, told):
    with clockwork.records.writing() as db:
        assert holding.put_away(db, told.id, None, SUNDAY)
        assert not holding.put_away(db, told.id, None, SUNDAY), "once"
    assert tick(clockwork, LATE).issued == 0
    assert goes(clockwork, LATE) == []
    assert read_again(clockwork.records, told).words == told.words, "the record stays"


def test_put_away_by_mistake_it_can_be_released(clockwork, told):
    with clockwork.records.writing() as db:
        holding.put_away(db, told.id, None, SUNDAY)
        assert holding.release(db, told.id, None, SUNDAY)
    assert goes(clockwork, SUNDAY) == ["complaints@example.org"]
    assert tick(clockwork, LATE).issued == 1


def test_whoever_comes_back_with_the_code_is_looked_at_once_more(clockwork, told):
    with clockwork.records.writing() as db:
        holding.put_away(db, told.id, None, SUNDAY)
        holding.note_return(db, told.id, SUNDAY)
        found = holding.find(db, told.id)
        assert (found.is_robot, found.came_back_at) == (None, SUNDAY)
        holding.release(db, told.id, None, SUNDAY)
        holding.note_return(db, told.id, LATE)
        assert holding.find(db, told.id).is_robot is False, "what was released stays released"
    assert tick(clockwork, LATE).issued == 1


def test_held_letters_sound_no_alarm(clockwork, told):
    with clockwork.records.reading() as db:
        assert outbox.oldest_unsent_at(db) is None
        assert outbox.undelivered(db, "sefton") == []


def test_three_letters_a_day_to_one_address_and_a_person_sees_to_the_rest(clockwork):
    def acknowledges(at) -> None:
        told = keep(clockwork.records, amina())
        with clockwork.records.writing() as db:
            issued = replace(told, reference=f"SEF-{told.id[:8]}", issued_at=at)
            acknowledge(db, issued, SEFTON, ADDRESSES, at)

    for _ in range(MAILS_A_DAY + 2):
        acknowledges(SUNDAY)
    assert goes(clockwork, SUNDAY) == ["amina@young.example.com"] * MAILS_A_DAY
    with clockwork.records.reading() as db:
        assert len(tasks.to_do(db, "sefton")) == 2
    acknowledges(SUNDAY + timedelta(days=1))
    assert len(goes(clockwork, SUNDAY + timedelta(days=1))) == 1


def test_the_letter_that_something_is_held_goes_once_a_day(clockwork):
    for hours in (0, 1, 5, 26):
        at = SUNDAY + timedelta(hours=hours)
        with clockwork.records.writing() as db:
            outbox.queue(db, held_letter(SEFTON, ADDRESSES, at))
    assert goes(clockwork, SUNDAY + timedelta(days=2)) == ["complaints@example.org"] * 2


def test_letters_about_many_point_to_the_desk_and_name_how_many(clockwork):
    urgent = urgent_letter(SEFTON, 21, "f" * 64, ADDRESSES, SUNDAY)
    assert urgent.urgent and urgent.recipient == "urgent@example.org"
    assert "Within this hour 21 have come from one place" in body_of(urgent.message)
    for letter in (urgent, held_letter(SEFTON, ADDRESSES, SUNDAY)):
        assert "https://tell.example.org/desk/held" in body_of(letter.message)
        assert read(letter.message)["To"] == letter.recipient
