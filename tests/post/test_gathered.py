"""More than twenty an hour to one mailbox: the rest stand in one letter at the end of the hour, each in exactly one."""

import re
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import timedelta

import pytest
from flask import current_app
from sqlalchemy import event, func, select, update

from app.model.event import What
from app.model.representation import Answer, Kind
from app.post.clock import tick
from app.post.gather import gather
from app.post.letters import asking_letter, inbox_letter
from app.post.postman import LEASE_SECONDS, deliver
from app.records import outbox, representations
from app.records.gathering import EACH_ALONE
from app.records.letters_sent import of as letters_sent
from app.records.tables import letter as table
from app.records.tables import representation
from tests.faults import proof
from tests.post.mailbox import Mailbox
from tests.post.office import ADDRESSES, NOTICE, SEFTON, SUNDAY, amina, body_of, keep, read

HALF = lambda: 0.5  # noqa: E731
NEXT_HOUR = SUNDAY.replace(hour=11)
A_LINK = re.compile(r"/desk/representations/([0-9a-f]{32})")


def comes(records, count: int, at=SUNDAY, council=SEFTON, **facts) -> list[str]:
    """So many come in, each with its letter; their ids."""
    ids = []
    for _ in range(count):
        told = amina(at, council, **facts)
        with records.writing() as db:
            representations.receive(db, told)
            outbox.queue(db, inbox_letter(told, council, ADDRESSES, at))
        ids.append(told.id)
    return ids


def goes(records, at) -> list[tuple[str, bytes]]:
    """What the postman brings at this instant."""
    sent: list[tuple[str, bytes]] = []
    deliver(records, lambda message, _sender, recipient: sent.append((recipient, message)), lambda: at, HALF)
    return sent


def named_in(message: bytes) -> list[str]:
    return A_LINK.findall(body_of(message))


def gathers(records, at=NEXT_HOUR, council=SEFTON) -> int:
    return gather(records, council, ADDRESSES, at)


def test_twenty_go_one_by_one_and_the_rest_in_one_letter_at_the_end_of_the_hour(any_records):
    ids = comes(any_records, 43, SUNDAY + timedelta(minutes=31))
    alone = goes(any_records, SUNDAY + timedelta(minutes=32))
    assert [named_in(message) for _to, message in alone] == [[id] for id in ids[:EACH_ALONE]]
    assert gathers(any_records, NEXT_HOUR - timedelta(seconds=1)) == 0
    assert gathers(any_records) == 23
    [(recipient, message)] = goes(any_records, NEXT_HOUR)
    assert recipient == "complaints@example.org"
    assert read(message)["Subject"] == "23 more came between 10:00 and 11:00"
    assert named_in(message) == ids[EACH_ALONE:], "in the order they came"
    assert "10:31: A new complaint has come in.\n" in body_of(message)
    assert gathers(any_records) == 0 and goes(any_records, NEXT_HOUR) == []


def test_none_of_their_words_is_in_it(any_records):
    """In any mode: it is a notice, and the desk has the words."""
    comes(any_records, 22, words="planted words", name="planted")
    goes(any_records, SUNDAY)
    gathers(any_records)
    [(_to, message)] = goes(any_records, NEXT_HOUR)
    assert "planted" not in body_of(message) and "planted" not in message.decode()


def test_the_next_hour_begins_anew_and_each_mailbox_and_council_has_its_own_count(records):
    comes(records, 20)
    comes(records, 1, kind=Kind.COMMENT, answer_due_on=None)
    comes(records, 1, council=replace(SEFTON, slug="otherton"))
    comes(records, 1, NEXT_HOUR)
    assert len(goes(records, NEXT_HOUR)) == 23
    assert gathers(records, NEXT_HOUR + timedelta(hours=2)) == 0


def test_each_hour_has_its_own_letter_though_the_clock_was_down(records):
    first, second = comes(records, 22), comes(records, 23, NEXT_HOUR)
    goes(records, NEXT_HOUR)
    assert gathers(records, NEXT_HOUR + timedelta(days=3)) == 5
    letters = [message for _to, message in goes(records, NEXT_HOUR + timedelta(days=3))]
    assert [named_in(message) for message in letters] == [first[20:], second[20:]]
    assert [read(message)["Subject"] for message in letters] == [
        "2 more came between 10:00 and 11:00", "3 more came between 11:00 and 12:00",
    ]  # fmt: skip


def test_an_urgent_one_and_a_notice_to_the_manager_are_never_gathered_nor_counted(records):
    comes(records, 30)
    goes(records, SUNDAY)
    comes(records, 25, urgent=True, safe=Answer.NO)
    comes(records, 25, for_manager_only=True)
    sent = Counter(to for to, _message in goes(records, SUNDAY))
    assert sent == {"urgent@example.org": 25, "manager@example.org": 25}
    told = keep(records, amina())
    with records.writing() as db:
        outbox.queue(db, asking_letter(told, SEFTON, What.MESSAGE, "x", ADDRESSES, SUNDAY, "1", urgent=True))
    assert [to for to, _message in goes(records, SUNDAY)] == ["urgent@example.org"]


def test_what_is_named_as_not_to_be_read_by_somebody_meanwhile_is_told_to_the_manager_alone(records):
    ids = comes(records, 24)
    goes(records, SUNDAY)
    with records.writing() as db:
        db.execute(update(representation).where(representation.c.id == ids[-1]).values(for_manager_only=True))
    assert gathers(records) == 4
    sent = dict(goes(records, NEXT_HOUR))
    assert named_in(sent["complaints@example.org"]) == ids[20:-1]
    assert named_in(sent["manager@example.org"]) == ids[-1:]
    assert "nominated manager" in body_of(sent["manager@example.org"])
    assert "nominated manager" not in body_of(sent["complaints@example.org"])


def test_what_was_asked_stands_with_its_reference(records):
    comes(records, 20)
    told = keep(records, amina())
    with records.writing() as db:
        reference = representations.issue(db, told, "SEF", SUNDAY, lambda letters: letters[0], "", "")
        told = replace(told, reference=reference)
        outbox.queue(db, asking_letter(told, SEFTON, What.ASKED_NEXT_STAGE, "planted", ADDRESSES, SUNDAY, "1"))
    goes(records, SUNDAY)
    gathers(records)
    [(_to, message)] = goes(records, NEXT_HOUR)
    assert f"10:00: Somebody is asking for the next stage ({reference}).\n" in body_of(message)
    assert read(message)["Subject"] == "1 more came between 10:00 and 11:00"


def test_the_same_letter_queued_again_is_counted_once(records):
    """The clock asks for its reminders each minute."""
    told = keep(records, amina())
    for _ in range(30):
        with records.writing() as db:
            outbox.queue(db, inbox_letter(told, SEFTON, ADDRESSES, SUNDAY))
    comes(records, 19)
    assert len(goes(records, SUNDAY)) == 20


def test_sealed_where_letters_are_and_else_it_says_why_not(records, tmp_path):
    mailbox = Mailbox(tmp_path)
    council = replace(SEFTON, mail_mode="sealed", mail_certificate=mailbox.certificate)
    [*_alone, last] = comes(records, 21, council=council)
    goes(records, SUNDAY)
    gathers(records, council=council)
    [(_to, message)] = goes(records, NEXT_HOUR)
    assert last not in message.decode() and "smime.p7m" in message.decode()
    unsealed = replace(council, mail_certificate=None)
    comes(records, 1, council=council)
    gathers(records, council=unsealed)
    [(_to, message)] = goes(records, NEXT_HOUR)
    assert "certificate" in body_of(message)


class Killed(RuntimeError):
    pass


def test_killed_at_any_statement_each_is_named_in_exactly_one_letter(any_records):
    ids = comes(any_records, 26, council=NOTICE)
    goes(any_records, SUNDAY)
    left, kills = [0], 0

    @event.listens_for(any_records.engine, "before_cursor_execute")
    def die(connection, cursor, statement, *_more):
        left[0] -= 1
        if left[0] == 0:
            raise Killed

    while True:
        left[0] = kills + 1
        try:
            done = gathers(any_records)
        except Killed:
            kills += 1
            left[0] = 0
            assert waiting(any_records) == 6 and goes(any_records, NEXT_HOUR) == [], "nothing is half done"
        else:
            break
    left[0] = 0
    assert kills >= 5, "found too few statements to be killed at: check this test"
    assert done == 6
    named = [id for _to, message in goes(any_records, NEXT_HOUR) for id in named_in(message)]
    assert named == ids[20:]


def waiting(records) -> int:
    with records.reading() as db:
        return db.execute(select(func.count()).where(table.c.gather_at.is_not(None))).scalar_one()


def test_killed_between_the_250_and_the_mark_the_same_letter_goes_again_byte_for_byte(any_records):
    comes(any_records, 23)
    goes(any_records, SUNDAY)
    gathers(any_records)
    sent = []

    def is_killed(message, _sender, _recipient):
        sent.append(message)
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        deliver(any_records, is_killed, lambda: NEXT_HOUR, HALF)
    assert gathers(any_records, NEXT_HOUR + timedelta(minutes=1)) == 0
    again = goes(any_records, NEXT_HOUR + timedelta(seconds=LEASE_SECONDS + 1))
    assert [message for _to, message in again] == sent


def test_of_many_at_once_twenty_go_alone_and_two_clocks_at_once_tell_the_rest_once(any_records):
    app = current_app._get_current_object()
    letters = [inbox_letter(keep(any_records, amina()), SEFTON, ADDRESSES, SUNDAY) for _ in range(32)]

    def one_comes(letter):
        with any_records.writing() as db:
            outbox.queue(db, letter)

    def one_gathers(_number) -> int:
        with app.app_context():
            return gathers(any_records)

    with ThreadPoolExecutor(4) as pool:
        list(pool.map(one_comes, letters))
        assert len(goes(any_records, SUNDAY)) == EACH_ALONE
        assert sum(pool.map(one_gathers, range(4))) == 12
    [(_to, message)] = goes(any_records, NEXT_HOUR)
    assert len(set(named_in(message))) == 12


def test_they_are_owed_from_the_end_of_the_hour_and_went_when_their_letter_did(records):
    ids = comes(records, 21)
    goes(records, SUNDAY)
    with records.reading() as db:
        assert outbox.oldest_unsent_at(db) == NEXT_HOUR, "no alarm before that"
        assert letters_sent(db, ids[20]) == []
    gathers(records)
    goes(records, NEXT_HOUR + timedelta(minutes=2))
    with records.reading() as db:
        assert outbox.oldest_unsent_at(db) is None
        assert [one.at for one in letters_sent(db, ids[20])] == [NEXT_HOUR + timedelta(minutes=2)]


def test_a_clock_that_went_wrong_makes_none_wait_for_longer_than_an_hour(records):
    comes(records, 21, SUNDAY + timedelta(days=365))
    assert gathers(records, SUNDAY) == 1


def test_one_that_does_not_open_keeps_nothing_from_the_others_and_sounds_the_alarm(records):
    ids = comes(records, 24)
    goes(records, SUNDAY)
    with records.writing() as db:
        db.execute(update(table).where(table.c.representation_id == ids[21]).values(message=b"not sealed by us"))
    assert gathers(records) == 3
    [(_to, message)] = goes(records, NEXT_HOUR)
    assert named_in(message) == [ids[20], *ids[22:]]
    with records.reading() as db:
        assert outbox.oldest_unsent_at(db) == NEXT_HOUR


def test_the_proof_of_the_campaign_sees_one_that_stands_in_no_letter_or_went_twice(records):
    comes(records, 22)
    goes(records, SUNDAY)
    gathers(records)
    goes(records, NEXT_HOUR)
    with records.writing() as db:
        rows = db.execute(select(table)).all()
        assert list(proof.of_the_gathered(db, rows, {})) == []
        one, other = (row for row in rows if row.gathered_in)
        went = {f"<{one.id}@tell.example.org>": []}
        assert ["went by itself too" in said for said in proof.of_the_gathered(db, rows, went)] == [True]
        db.execute(update(table).where(table.c.id == other.id).values(gathered_in=one.id, sent_at=None))
        assert len(list(proof.of_the_gathered(db, db.execute(select(table)).all(), {}))) == 2


def test_the_clock_does_it(clockwork):
    comes(clockwork.records, 22)
    goes(clockwork.records, SUNDAY)
    assert tick(clockwork, NEXT_HOUR).gathered == 2
    assert tick(clockwork, NEXT_HOUR).gathered == 0
    assert len(goes(clockwork.records, NEXT_HOUR)) == 1
