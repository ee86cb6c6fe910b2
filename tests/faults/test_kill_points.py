"""A kill at each named point of sending and of bringing, on either database. What is left is whole, and goes on."""

from datetime import UTC, datetime, timedelta
from signal import SIGKILL
from threading import Thread

import pytest
from sqlalchemy import func, select

from app.model.event import What
from app.records import events, outbox
from app.records.database import new_id
from app.records.tables import letter, representation
from tests.faults import proof
from tests.faults.points import ANSWERING, BEFORE_THE_DOT, BEFORE_THE_MARK, IN_THE_POST, IN_THE_WEB, SENDING
from tests.post import office

PAST_THE_COMMIT = ("after COMMIT", "before the answer", "after the answer")
LEASE_OVER = timedelta(minutes=10)


@pytest.mark.parametrize("point", SENDING)
def test_killed_while_sending_there_is_all_of_it_or_the_draft(spot, point):
    child, before = spot.child("goes away when cut"), how_many(spot)
    web = spot.warm.web()
    telling = Thread(target=child.tells)
    spot.warm.fuse.light(f"sending: {point}")
    telling.start()
    assert spot.warm.wait(web) == -SIGKILL
    telling.join()
    assert child.is_away and not child.codes

    kept = how_many(spot) - before
    assert kept == (point in PAST_THE_COMMIT)
    web = spot.warm.web()
    child.comes_back()
    spot.warm.stop(web)
    assert how_many(spot) - before == 1
    assert_whole(spot)


@pytest.mark.parametrize("point", ANSWERING)
def test_killed_while_an_answer_is_kept_no_answer_is_lost(spot, point):
    child = spot.child()
    web = spot.warm.web()
    telling = Thread(target=child.tells)
    spot.warm.fuse.light(f"answering: {point}", passes=4)
    telling.start()
    assert spot.warm.wait(web) == -SIGKILL
    web = spot.warm.web()
    telling.join()
    spot.warm.stop(web)
    assert child.cuts and child.codes
    assert_whole(spot)


@pytest.mark.parametrize("point", IN_THE_POST)
def test_killed_while_bringing_the_letter_still_comes(spot, point):
    id = new_id()
    owed = office.letter(datetime.now(UTC), id=id, purpose="reminder", once=f"reminder:{id}")
    with spot.records.writing() as db:
        outbox.queue(db, owed)
    spot.warm.fuse.light(point, passes=2 if point.endswith("after the mark") else 1)

    assert spot.warm.wait(spot.warm.post()) == -SIGKILL
    with spot.records.reading() as db:
        marked = db.execute(select(letter.c.sent_at).where(letter.c.id == owed.id)).scalar_one()
    assert bool(marked) == point.endswith("after the mark")
    assert spot.warm.wait(spot.warm.post(ahead=LEASE_OVER)) == 0

    came = spot.mail.by_id()[f"<{owed.id}@tell.example.org>"]
    assert {arrival.message for arrival in came} == {owed.message}
    assert len(came) == (2 if point in BEFORE_THE_MARK else 1)
    with spot.records.reading() as db:
        assert not outbox.any_due(db, datetime.now(UTC) + LEASE_OVER)


def test_two_presses_at_once_make_one_record(spot):
    before, children = how_many(spot), [spot.child("twice at once") for _ in range(4)]
    web = spot.warm.web()
    telling = [Thread(target=child.tells) for child in children]
    for thread in telling:
        thread.start()
    for thread in telling:
        thread.join()
    spot.warm.stop(web)
    assert all(child.pressed >= 2 and len(child.codes) == 1 for child in children)
    assert how_many(spot) - before == len(children)
    assert_whole(spot)


def test_every_point_is_killed_at():
    assert len(IN_THE_WEB) == len(ANSWERING) + len(SENDING)
    assert len(IN_THE_POST) == len(BEFORE_THE_DOT) + len(BEFORE_THE_MARK) + 1


def how_many(spot) -> int:
    with spot.records.reading() as db:
        return db.execute(select(func.count()).select_from(representation)).scalar_one()


def assert_whole(spot) -> None:
    """All that the campaign proves of records, for the children that there have been here."""
    with spot.records.reading() as db:
        assert not [*proof.of_each_child(db, spot.children), *proof.of_halves(db)]
        ids = db.execute(select(representation.c.id)).scalars().all()
        assert ids and all(events.of(db, id)[0].what is What.RECEIVED for id in ids)
    assert not list(proof.of_the_file(spot.database_url))
