"""The postman brings every letter, at least once, and none of them holds up another."""

import os
import signal
import smtplib
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from threading import Event, Thread

import pytest
from sqlalchemy import select, update

from app.post.postman import LettersWentWrong, deliver, error_name, run, stop_when_told
from app.post.transports import sender_for
from app.records import outbox
from app.records.tables import letter as table
from tests.post.office import letter
from tests.post.servers import until

HALF = lambda: 0.5  # noqa: E731


def queue(records, clock, **facts):
    queued = letter(clock(), **facts)
    with records.writing() as db:
        outbox.queue(db, queued)
    return queued


def rows(records):
    with records.reading() as db:
        return {row.id: row for row in db.execute(select(table))}


def test_a_round_brings_every_letter_as_it_was_written(any_records, clock, mail_room):
    queued = [queue(any_records, clock), queue(any_records, clock, recipient="amina@young.example.com")]
    assert deliver(any_records, sender_for(mail_room.url()), clock, HALF) == 2
    assert mail_room.received == [("no-reply@tell.example.org", one.recipient, one.message) for one in queued]
    assert deliver(any_records, sender_for(mail_room.url()), clock, HALF) == 0


def test_a_letter_the_server_refuses_waits_and_the_next_still_goes(records, clock):
    refused, good = queue(records, clock), queue(records, clock)
    sent = []

    def send(message, sender, recipient):
        if message == refused.message:
            raise ConnectionRefusedError("amina@young.example.com is not wanted here")
        sent.append(message)

    assert deliver(records, send, clock, HALF) == 1
    assert sent == [good.message]
    waiting = rows(records)[refused.id]
    assert waiting.last_error == "ConnectionRefusedError", "the class alone: what is said may hold an address"
    assert waiting.next_try_at > clock()
    assert waiting.claimed_until is None


def test_a_letter_that_does_not_open_waits_and_is_told_after_the_round(records, clock, mail_room, caplog):
    broken, good = queue(records, clock), queue(records, clock)
    with records.writing() as db:
        db.execute(update(table).where(table.c.id == broken.id).values(message=good.message))
    with pytest.raises(LettersWentWrong, match="1 of 2"):
        deliver(records, sender_for(mail_room.url()), clock, HALF)
    assert mail_room.messages == [good.message]
    assert rows(records)[broken.id].last_error == "CannotOpen"
    assert broken.id in caplog.text


def test_killed_between_the_250_and_the_mark_it_comes_again_the_same(any_records, clock, mail_room):
    queued = queue(any_records, clock)
    brings = sender_for(mail_room.url())

    def send_and_die(*letter):
        brings(*letter)
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        deliver(any_records, send_and_die, clock, HALF, lease_seconds=60)
    assert deliver(any_records, brings, clock, HALF) == 0, "the lease holds"
    clock.move(seconds=60)
    assert deliver(any_records, brings, clock, HALF) == 1
    assert mail_room.messages == [queued.message] * 2


def test_a_postman_who_comes_back_after_his_lease_changes_nothing(any_records, clock, mail_room):
    queued = queue(any_records, clock)
    brings = sender_for(mail_room.url())

    def send_slowly(*letter):
        clock.move(seconds=61)
        assert deliver(any_records, brings, clock, HALF) == 1  # another postman, meanwhile
        raise TimeoutError

    deliver(any_records, send_slowly, clock, HALF, lease_seconds=60)
    assert mail_room.messages == [queued.message]
    row = rows(any_records)[queued.id]
    assert row.sent_at and not row.last_error


def test_two_postmen_at_once_bring_each_letter_once(any_records, clock, mail_room):
    queued = [queue(any_records, clock) for _ in range(20)]
    send = sender_for(mail_room.url())
    with ThreadPoolExecutor(2) as pool:
        done = [pool.submit(deliver, any_records, send, clock, HALF) for _ in range(2)]
    assert sum(one.result() for one in done) == len(queued)
    assert Counter(mail_room.messages) == Counter(one.message for one in queued)


def test_a_server_that_was_away_for_72_hours_has_everything_within_ten_minutes(records, clock, mail_room):
    def refuse(*letter):
        raise ConnectionRefusedError

    first = queue(records, clock)
    for _ in range(24):
        deliver(records, refuse, clock, HALF)
        clock.move(hours=3)
    last = queue(records, clock)
    deliver(records, refuse, clock, lambda: 1)
    clock.move(minutes=5)
    given_up = {id for id, row in rows(records).items() if row.given_up_at}
    assert given_up == {first.id}, "72 hours: kept and shown"
    with records.writing() as db:
        outbox.send_again(db, first.id, "sefton", clock())
    assert deliver(records, sender_for(mail_room.url()), clock, HALF) == 2
    assert set(mail_room.messages) == {first.message, last.message}


def test_it_keeps_going_until_told_to_stop_and_finishes_the_letter_in_hand(records, clock, mail_room):
    stop, in_hand, go_on = Event(), Event(), Event()
    brings = sender_for(mail_room.url())

    def send(*letter):
        in_hand.set()
        go_on.wait(10)
        brings(*letter)

    postman = Thread(target=run, args=(records, send, clock, HALF, stop), kwargs={"pause_seconds": 0.01})
    postman.start()
    queued, _ = queue(records, clock), queue(records, clock)
    assert in_hand.wait(10)
    stop.set()
    go_on.set()
    postman.join(10)
    assert not postman.is_alive()
    assert mail_room.messages == [queued.message]
    assert rows(records)[queued.id].sent_at


def test_it_waits_for_records_that_are_away(records, clock, mail_room, tmp_path, monkeypatch, caplog):
    monkeypatch.setattr("app.post.postman.PAUSE_AFTER_TROUBLE_SECONDS", 0.01)
    stop = Event()
    file, away = tmp_path / "records.db", tmp_path / "away.db"
    queue(records, clock)
    records.engine.dispose()
    file.rename(away)
    file.write_text("not a database" * 100)
    postman = Thread(target=run, args=(records, sender_for(mail_room.url()), clock, HALF, stop, 60, 0.01))
    postman.start()
    until(lambda: "cannot be reached" in caplog.text)
    away.replace(file)  # in one: in between, a connection would make a file of its own and hold on to it
    until(lambda: mail_room.messages)
    stop.set()
    postman.join(10)


def test_sigterm_asks_it_to_stop():
    before = {number: signal.getsignal(number) for number in (signal.SIGTERM, signal.SIGINT)}
    try:
        stop = stop_when_told()
        os.kill(os.getpid(), signal.SIGTERM)
        assert stop.wait(5)
    finally:
        for number, was in before.items():
            signal.signal(number, was)


def test_errors_are_named_without_what_was_said():
    refused = smtplib.SMTPRecipientsRefused({"amina@young.example.com": (550, b"no amina here")})
    assert error_name(refused) == "SMTPRecipientsRefused 550"
    assert error_name(smtplib.SMTPDataError(451, b"later, amina")) == "SMTPDataError 451"
    assert error_name(OSError(28, "no space for amina")) == "OSError"
