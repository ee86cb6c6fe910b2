"""The outbox: nothing is queued twice, nothing is lost, and nothing is given up in silence."""

from datetime import timedelta

import pytest
import sqlalchemy

from app.post.letters import Purpose
from app.records import outbox
from app.records.tables import letter as table
from tests.post.office import SUNDAY, TestClock, letter
from tests.records.shelf import open_shelf

LEASE = 60
HALF = lambda: 0.5  # noqa: E731


@pytest.fixture
def records(any_database_url):
    records = open_shelf(any_database_url)
    yield records
    records.engine.dispose()


def queue(records, **facts):
    queued = letter(**facts)
    with records.writing() as db:
        outbox.queue(db, queued)
    return queued


def claim(records, now=SUNDAY, most=1):
    with records.writing() as db:
        return outbox.claim(db, now, LEASE, most)


def row_of(records, id):
    with records.reading() as db:
        return db.execute(sqlalchemy.select(table).where(table.c.id == id)).one()


def test_the_same_letter_is_queued_once_and_the_first_stands(records):
    first, second = letter(once="inbox:1"), letter(once="inbox:1")
    with records.writing() as db:
        assert outbox.queue(db, first)
        assert not outbox.queue(db, second)
    assert [claimed.id for claimed in claim(records, most=9)] == [first.id]


def test_a_letter_comes_out_as_it_went_in_and_lies_sealed(records):
    queued = queue(records, message=b"From: x\r\n\r\n\x00 planted words", recipient="planted@young.example.com")
    with records.reading() as db:
        assert outbox.get_message(db, queued.id) == (queued.message, queued.recipient)
    row = row_of(records, queued.id)
    assert b"planted" not in row.message and b"planted" not in row.recipient
    assert "planted" not in repr(queued)


def test_urgent_letters_go_first_and_then_the_oldest(records):
    old = queue(records, now=SUNDAY - timedelta(hours=2))
    new = queue(records, now=SUNDAY - timedelta(hours=1))
    urgent = queue(records, urgent=True)
    assert [claimed.id for claimed in claim(records, most=9)] == [urgent.id, old.id, new.id]


def test_a_claimed_letter_is_left_alone_until_its_lease_is_over(records):
    queue(records)
    [first] = claim(records)
    assert claim(records, SUNDAY + timedelta(seconds=LEASE - 1)) == []
    [second] = claim(records, SUNDAY + timedelta(seconds=LEASE))
    assert second.id == first.id and second.fence > first.fence


def test_only_the_one_who_claimed_it_last_can_mark_it(records):
    queued = queue(records)
    [slow] = claim(records)
    [quick] = claim(records, SUNDAY + timedelta(seconds=LEASE))
    with records.writing() as db:
        assert not outbox.mark_sent(db, slow.id, slow.fence, SUNDAY)
        assert not outbox.mark_failed(db, slow.id, slow.fence, SUNDAY, "TimeoutError", HALF)
        assert outbox.mark_sent(db, quick.id, quick.fence, SUNDAY)
        assert not outbox.mark_failed(db, quick.id, quick.fence, SUNDAY, "TimeoutError", HALF)
        assert outbox.oldest_unsent_at(db) is None
    assert row_of(records, queued.id).sent_at == SUNDAY


def test_waits_grow_to_five_minutes_and_never_all_come_at_once():
    longest = [outbox.wait_after(attempts, 1).total_seconds() for attempts in range(1, 9)]
    shortest = [outbox.wait_after(attempts, 0).total_seconds() for attempts in range(1, 9)]
    assert longest == [10, 20, 40, 80, 160, 300, 300, 300]
    assert shortest == [wait / 2 for wait in longest]
    assert outbox.wait_after(100_000, 1) == timedelta(minutes=5)


def refuse_until_given_up(records, clock, pause=timedelta()):
    """Each try is refused; how many there were before it was given up."""
    for attempt in range(1, 10_000):
        [claimed] = claim(records, clock.now)
        with records.writing() as db:
            assert outbox.mark_failed(db, claimed.id, claimed.fence, clock.now, "SMTPDataError 451", lambda: 1)
        row = row_of(records, claimed.id)
        if row.given_up_at:
            return attempt
        clock.now = max(row.next_try_at, clock.now + pause)


@pytest.mark.parametrize("any_database_url", ["sqlite"], indirect=True)
def test_after_72_hours_it_is_kept_and_shown_and_sent_again_at_a_press(records):
    queued, clock = queue(records), TestClock()
    assert refuse_until_given_up(records, clock, timedelta(hours=1)) == 73
    assert clock.now - SUNDAY == timedelta(hours=72)
    assert claim(records, clock.now + timedelta(days=300)) == []
    with records.writing() as db:
        [shown] = outbox.undelivered(db, "sefton")
        assert (shown.id, shown.last_error, shown.given_up_at) == (queued.id, "SMTPDataError 451", clock.now)
        assert outbox.oldest_unsent_at(db) == SUNDAY
        assert outbox.undelivered(db, "liverpool") == []
        assert not outbox.send_again(db, queued.id, "liverpool", clock.now)
        assert outbox.send_again(db, queued.id, "sefton", clock.now)
        assert not outbox.send_again(db, queued.id, "sefton", clock.now)
    [again] = claim(records, clock.now)
    with records.reading() as db:
        assert outbox.get_message(db, again.id)[0] == queued.message
        assert outbox.undelivered(db, "sefton"), "it still shows until it has gone"


@pytest.mark.parametrize("any_database_url", ["sqlite"], indirect=True)
@pytest.mark.parametrize("purpose", Purpose)
def test_a_young_persons_mistyped_address_does_not_sound_the_alarm_for_ever(records, purpose):
    queue(records, purpose=purpose)
    refuse_until_given_up(records, TestClock(), timedelta(hours=1))
    with records.reading() as db:
        assert outbox.undelivered(db, "sefton"), "it is on the desk all the same"
        alarm = outbox.oldest_unsent_at(db)
    to_one_person = {Purpose.RECEIPT, Purpose.ACKNOWLEDGEMENT, Purpose.NEWS}
    to_one_person |= {Purpose.NEW_PASSWORD, Purpose.PASSWORD_CHANGED, Purpose.CHILD_LETTER}
    assert alarm == (None if purpose in to_one_person else SUNDAY)


def test_a_post_room_that_was_away_for_a_week_does_not_give_up_at_the_first_refusal(records):
    queue(records)
    clock = TestClock(SUNDAY + timedelta(days=7))
    assert refuse_until_given_up(records, clock) == outbox.LEAST_TRIES


@pytest.mark.parametrize("astray", [timedelta(hours=1), timedelta(days=3653)], ids=["an hour", "ten years"])
def test_a_clock_that_ran_ahead_keeps_no_letter_waiting_for_it(records, astray):
    queue(records, now=SUNDAY + astray)
    [claimed] = claim(records)
    queue(records)
    with records.writing() as db:
        outbox.mark_failed(db, claimed.id, claimed.fence, SUNDAY + astray, "TimeoutError", HALF)
    assert len(claim(records, most=9)) == 2


def test_a_round_takes_only_what_was_due_when_it_began(records):
    queue(records, now=SUNDAY + timedelta(seconds=5))
    with records.writing() as db:
        assert not outbox.claim(db, SUNDAY + timedelta(seconds=9), LEASE, due_by=SUNDAY)
        assert not outbox.any_due(db, SUNDAY + timedelta(seconds=9), due_by=SUNDAY)
        assert outbox.any_due(db, SUNDAY + timedelta(seconds=9))


def test_only_letters_that_were_refused_show_as_undelivered(records):
    waiting, refused = queue(records), queue(records)
    for claimed in claim(records, most=2):
        if claimed.id == refused.id:
            with records.writing() as db:
                outbox.mark_failed(db, claimed.id, claimed.fence, SUNDAY, "ConnectionRefusedError", HALF)
    with records.reading() as db:
        assert [shown.id for shown in outbox.undelivered(db, "sefton")] == [refused.id]
    assert waiting.id != refused.id
