"""The mail server is away for 72 hours: we are told, nothing is lost, and all is gone soon after it is back."""

import random
from contextlib import suppress
from datetime import timedelta

import pytest

from app.post import postman
from app.post.transports import sender_for
from app.records import outbox
from app.records.database import new_id
from tests.post import office
from tests.post.servers import MailRoom, free_port

AWAY = timedelta(hours=72)
TOLD_WITHIN = timedelta(minutes=15)
GONE_WITHIN = timedelta(minutes=10)


@pytest.fixture
def owed(house, clock):
    """Queue letters; each is about nothing, and its bytes are its own."""

    def queue(many: int) -> dict[str, bytes]:
        letters = [office.letter(clock(), id=new_id()) for _ in range(many)]
        with house.records.writing() as db:
            for letter in letters:
                outbox.queue(db, letter)
        return {letter.id: letter.message for letter in letters}

    return queue


def test_away_for_72_hours(house, client, clock, owed):
    chance = random.Random(22).random
    nobody = sender_for(f"smtp://127.0.0.1:{free_port()}")
    letters, began = owed(3), clock()

    def round(send) -> None:
        postman.deliver(house.records, send, clock, chance)

    while clock() <= began + TOLD_WITHIN:
        assert client.get("/health").status_code == 200, "told too early: a mail server may be away for a moment"
        round(nobody)
        clock.move_on(minutes=3)
    health = client.get("/health")
    assert health.status_code == 503 and health.json["oldest_unsent_letter_seconds"] > TOLD_WITHIN.total_seconds()

    for hours in range(1, 72):
        clock.move_to(began + timedelta(hours=hours))
        letters |= owed(1) if hours % 12 == 0 else {}
        round(nobody)
    for minutes in range(5, 60, 5):  # as often as it tries
        clock.move_to(began + AWAY - timedelta(minutes=60 - minutes))
        round(nobody)

    back = began + AWAY
    clock.move_to(back)
    with MailRoom() as mail:
        while client.get("/health").status_code == 503:
            assert clock() <= back + GONE_WITHIN
            round(sender_for(mail.url()))
            clock.move_on(seconds=20)
    assert len(letters) == 8 and sorted(mail.messages) == sorted(letters.values())


def test_given_up_it_is_kept_and_shown_and_one_press_sends_it(house, client, clock, owed):
    """Away for longer than we try: nothing is thrown away."""
    letters, began = owed(2), clock()
    nobody = sender_for(f"smtp://127.0.0.1:{free_port()}")
    while clock() < began + AWAY + timedelta(hours=1):
        with suppress(postman.LettersWentWrong):
            postman.deliver(house.records, nobody, clock, lambda: 1.0)
        clock.move_on(hours=1)
    with house.records.writing() as db:
        shown = outbox.undelivered(db, "sefton")
        assert {letter.id for letter in shown} == set(letters) and all(letter.given_up_at for letter in shown)
        assert all(outbox.send_again(db, letter.id, "sefton", clock()) for letter in shown)
    with MailRoom() as mail:
        assert postman.deliver(house.records, sender_for(mail.url()), clock, lambda: 0.5) == 2
    assert sorted(mail.messages) == sorted(letters.values())
    assert client.get("/health").status_code == 200
