"""A young person’s address that refuses a letter for good: a person has it to do at once, not after 72 hours."""

import smtplib

import pytest
from sqlalchemy import select

from app.model.event import Task
from app.post.postman import deliver
from app.post.transports import sender_for
from app.records import outbox, tasks
from app.records.tables import letter as table
from tests.post.office import amina, keep, letter
from tests.post.servers import BadServer

HALF = lambda: 0.5  # noqa: E731


@pytest.fixture
def told(any_records):
    return keep(any_records, amina())


def queue(records, clock, told, purpose="acknowledgement"):
    queued = letter(clock(), purpose=purpose, recipient="amina@young.example.com", representation_id=told.id)
    with records.writing() as db:
        outbox.queue(db, queued)
    return queued


def after(records, told):
    with records.reading() as db:
        row = db.execute(select(table).where(table.c.representation_id == told.id)).one()
        return row, tasks.of(db, told.id)


@pytest.mark.parametrize("purpose", ["acknowledgement", "news"])
@pytest.mark.parametrize("step", ["RCPT", "DATA", "."])
def test_refused_for_good_it_is_a_task_at_once_and_is_not_tried_again(any_records, clock, told, step, purpose):
    queue(any_records, clock, told, purpose)
    with BadServer(step, b"550 no such mailbox: amina@young.example.com") as server:
        deliver(any_records, sender_for(server.url), clock, HALF)
    row, [task] = after(any_records, told)
    assert row.given_up_at == clock() and row.next_try_at is None
    assert "amina" not in row.last_error and "550" in row.last_error
    assert (task.what, task.due_on, task.done_at) == (Task.TELL_REFERENCE, told.reference_due_on, None)


def test_a_letter_of_an_officer_that_is_refused_is_taken_to_them_by_hand(any_records, clock, told):
    queue(any_records, clock, told, "child-letter")
    with BadServer("RCPT", b"550 no such mailbox") as server:
        deliver(any_records, sender_for(server.url), clock, HALF)
    _row, [task] = after(any_records, told)
    assert (task.what, task.due_on) == (Task.GIVE_LETTER, clock().date())


@pytest.mark.parametrize(
    ("step", "answer"),
    [("RCPT", b"450 try later"), (".", b"451 try later"), ("CONNECT", b"554 not now"), ("MAIL", b"530 who are you")],
)
def test_what_may_pass_is_tried_again(any_records, clock, told, step, answer):
    queue(any_records, clock, told)
    with BadServer(step, answer) as server:
        deliver(any_records, sender_for(server.url), clock, HALF)
    row, set_tasks = after(any_records, told)
    assert set_tasks == []
    assert row.next_try_at > clock() and row.given_up_at is None


def test_a_letter_to_the_inbox_goes_on_trying_and_sounds_the_alarm(any_records, clock, told):
    queue(any_records, clock, told, "inbox")
    with BadServer("RCPT", b"550 no such mailbox") as server:
        deliver(any_records, sender_for(server.url), clock, HALF)
    row, set_tasks = after(any_records, told)
    assert set_tasks == [] and row.next_try_at


def test_a_task_that_is_there_is_not_set_twice_and_one_that_is_done_is_set_anew(any_records, clock, told):
    def refuse(*_letter):
        raise smtplib.SMTPRecipientsRefused({"amina@young.example.com": (550, b"no")})

    def refused() -> list:
        queue_again = letter(clock(), purpose="news", recipient="a@young.example.com", representation_id=told.id)
        with any_records.writing() as db:
            outbox.queue(db, queue_again)
        deliver(any_records, refuse, clock, HALF)
        with any_records.reading() as db:
            return [task for task in tasks.of(db, told.id) if task.done_at is None]

    [first] = refused()
    assert refused() == [first]
    with any_records.writing() as db:
        tasks.mark_done(db, first.id, "sefton", None, clock())
    [second] = refused()
    assert second.id != first.id
