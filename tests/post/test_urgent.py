"""An urgent letter goes before all others, and nothing holds it up; one that somebody must not read is a notice."""

import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from threading import Event

import pytest

from app.model.event import What
from app.model.representation import Answer, IfAnother, OnBehalfOf, SafeContact, Telling, Way
from app.model.topic import Topic
from app.post.letters import asking_letter, inbox_letter, issued_letter, reminder_letter
from app.post.postman import deliver, run_both
from app.records import outbox
from tests.post.mailbox import Mailbox
from tests.post.office import ADDRESSES, NOTICE, SEFTON, SUNDAY, amina, body_of, letter, read

HALF = lambda: 0.5  # noqa: E731
OTHERS = 500


@pytest.fixture(scope="module")
def mailbox(tmp_path_factory) -> Mailbox:
    return Mailbox(tmp_path_factory.mktemp("mailbox"))


def queue(records, *letters):
    with records.writing() as db:
        for one in letters:
            assert outbox.queue(db, one)


def urgent_one(clock):
    return letter(clock(), urgent=True)


def test_an_urgent_letter_goes_before_500_others(any_records, clock):
    queue(any_records, *(letter(clock()) for _ in range(OTHERS)))
    urgent, sent = urgent_one(clock), []
    queue(any_records, urgent)
    with pytest.raises(KeyboardInterrupt):
        deliver(any_records, _sending(sent, at_most=3), clock, HALF)
    assert sent[0] == urgent.message


def test_one_that_comes_while_a_round_is_under_way_is_the_next_to_go(records, clock):
    queue(records, *(letter(clock()) for _ in range(20)))
    urgent, sent = [], []

    def send(message, sender, recipient):
        sent.append(message)
        if len(sent) == 2:
            clock.move(seconds=1)
            urgent.append(urgent_one(clock))
            queue(records, urgent[0])

    deliver(records, send, clock, HALF)
    assert sent[2] == urgent[0].message


def test_its_first_try_is_within_10_seconds_though_another_letter_hangs_and_500_wait(any_records, clock):
    """The mail server takes the letter before it, and does not let go."""
    queue(any_records, *(letter(clock()) for _ in range(OTHERS)))
    hangs, let_go, stop, tried_at = Event(), Event(), Event(), []
    urgent = urgent_one(clock)

    def send(message, sender, recipient):
        if message == urgent.message:
            tried_at.append(time.monotonic())
            stop.set()
            let_go.set()
        else:
            hangs.set()
            assert let_go.wait(30)

    with ThreadPoolExecutor(1) as room:
        postmen = room.submit(run_both, any_records, send, clock, HALF, stop)
        assert hangs.wait(10)
        queued_at = time.monotonic()
        try:
            queue(any_records, urgent)
            assert stop.wait(10), "nobody has tried it"
        finally:
            stop.set()
            let_go.set()
        postmen.result(30)
    assert tried_at[0] - queued_at < 10


def test_it_goes_to_the_urgent_inbox_and_says_so():
    urgent = inbox_letter(amina(urgent=True, safe=Answer.NO), SEFTON, ADDRESSES, SUNDAY)
    assert (urgent.urgent, urgent.recipient) == (True, "urgent@example.org")
    assert read(urgent.message)["Subject"] == "Urgent: somebody may not be safe"
    assert "Do they feel safe now?\nNo" in body_of(urgent.message)
    plain = inbox_letter(amina(safe=Answer.NOT_SURE), SEFTON, ADDRESSES, SUNDAY)
    assert not plain.urgent and "Do they feel safe now?\nNot sure" in body_of(plain.message)
    later = asking_letter(amina(), SEFTON, What.ASKED_TO_STOP, "", ADDRESSES, SUNDAY, "1", urgent=True)
    assert (later.urgent, later.recipient) == (True, "urgent@example.org")


def every_letter(told, council):
    issued = replace(told, reference="SEF-7K4M-2XQ8", issued_at=SUNDAY)
    return (
        inbox_letter(told, council, ADDRESSES, SUNDAY),
        asking_letter(told, council, What.MESSAGE, "planted message", ADDRESSES, SUNDAY, "1", more={"name": "planted"}),
        asking_letter(told, council, What.ASKED_ADVOCATE, "planted message", ADDRESSES, SUNDAY, "2"),
        reminder_letter(told, council, SUNDAY.date(), ADDRESSES, SUNDAY),
        issued_letter(issued, council, ADDRESSES, SUNDAY),
    )


@pytest.mark.parametrize("mode", ["full", "notice", "sealed"])
@pytest.mark.parametrize("urgent", [False, True])
def test_where_somebody_must_not_read_it_every_letter_is_a_notice_to_the_manager(mode, urgent, mailbox):
    council = replace(SEFTON, mail_mode=mode, mail_certificate=mailbox.certificate)
    told = amina(
        for_manager_only=True, must_not_read="planted Mr Hollow", words="planted words", name="planted", urgent=urgent
    )
    for one in every_letter(told, council):
        assert one.recipient == "manager@example.org"
        body = body_of(one.message)
        assert "planted" not in body and "planted" not in one.message.decode()
        assert f"/desk/representations/{told.id}" in body and "nominated manager" in body
    assert inbox_letter(told, council, ADDRESSES, SUNDAY).urgent == urgent


def test_other_letters_never_go_to_the_manager():
    for council in (SEFTON, NOTICE):
        assert all(one.recipient != "manager@example.org" for one in every_letter(amina(), council))


def test_all_that_was_said_stands_in_the_letter():
    told = amina(
        telling=Telling.FAMILY,
        on_behalf_of=OnBehalfOf(name="Zofia, Marek", bond="Aunt", may_contact=Answer.YES, how_to_contact="At school"),
        contact=SafeContact(
            way=Way.CALL, where="0151 496 0003", when="After six", if_another=IfAnother.CALL_AGAIN,
            keep_from="Never phone home",
        ),
        topic=Topic.MOVING,
    )  # fmt: skip
    body = body_of(inbox_letter(told, SEFTON, ADDRESSES, SUNDAY).message)
    for said in (
        "Zofia, Marek", "Aunt", "May we contact the child ourselves?\nYes", "At school", "After six",
        "Only that we call again", "Never phone home", "What it is about:\nMoving",
    ):  # fmt: skip
        assert said in body, said


def _sending(sent, at_most):
    def send(message, sender, recipient):
        sent.append(message)
        if len(sent) == at_most:
            raise KeyboardInterrupt

    return send
