"""Telling the young person: their reference number, whom to ask, and when the answer is due.

In the way they said is safe, and as fully as they said is safe there. No message ever carries their code.
"""

from datetime import date, datetime

from app.councils.council import Council
from app.model.event import Task
from app.model.london import london_day
from app.model.representation import Representation, Way
from app.model.robots import MAILS_A_DAY
from app.post.addresses import Addresses, find_email
from app.post.letters import Purpose, write
from app.post.wording import render_for_child, subject_in
from app.records import letters_sent, outbox, tally, tasks
from app.records.database import Db
from app.records.outbox import Letter, Refused


def _(text: str) -> str:
    """Marks a text for the catalogue; it is put into a language when the letter is written."""
    return text


SUBJECT = _("There is news for you")  # the same whatever the news


def receipt(told: Representation, council: Council, addresses: Addresses, now: datetime) -> Letter | None:
    """That we have it, and by which day the reference comes; only where they said that details are safe.

    None of their words is in it: whoever looks at a phone may be somebody else than it was when they said so.
    """
    recipient = find_email(told.contact.where)
    if told.contact.way is not Way.EMAIL or not told.contact.may_say_more or not recipient:
        return None
    body = render_for_child(
        "receipt", told.language, told=told, follow=addresses.of_follow(council.slug, told.language)
    )
    subject = subject_in(told.language, SUBJECT)
    return write(told, council, Purpose.RECEIPT, f"receipt:{told.id}", recipient, subject, body, now)


def acknowledge(db: Db, told: Representation, council: Council, addresses: Addresses, now: datetime) -> None:
    """Tell them, or set a person to tell them. Once when the clock issued the number, and once when it is recorded.

    `told` must be read after the number was issued.
    """
    if not told.reference:
        raise ValueError("issue the reference before acknowledging, and read the representation again")
    once = f"{'issued' if told.issued_by_the_clock else 'recorded'}:{told.id}"
    if told.contact.way is Way.CODE:
        return  # the follow page shows it
    address = find_email(told.contact.where) if told.contact.way is Way.EMAIL else None
    if address and may_write_to(db, address, Purpose.ACKNOWLEDGEMENT, now):
        outbox.queue(db, acknowledgement(told, council, addresses, now, f"acknowledgement-{once}"))
    else:
        _set_task(db, told.id, council.slug, told.reference_due_on, once, now)


def may_write_to(db: Db, address: str, purpose: Purpose, now: datetime) -> bool:
    """Three letters of a kind to one address a day, so that nobody can be buried in ours.

    Counted by a hash that says nothing tomorrow. Ask once for each letter, where it is queued.
    """
    return tally.today(db, f"mail-{purpose}", tally.who(db, address.casefold(), now), now) <= MAILS_A_DAY


def tell_by_hand(db: Db, refused: Refused, letter_id: str, now: datetime) -> None:
    """Their address will never take the letter: a person tells them, or takes it to them today."""
    once = f"refused:{letter_id}"
    if letters_sent.purpose_of(db, letter_id) == Purpose.CHILD_LETTER:
        tasks.add(db, refused.representation_id, refused.council, Task.GIVE_LETTER, london_day(now), now, once)
        return
    _set_task(db, refused.representation_id, refused.council, refused.reference_due_on, once, now)


def _set_task(db: Db, representation_id: str, council: str, due_on: date, once: str, now: datetime) -> None:
    """Unless a person has it to do already."""
    if not any(task.what is Task.TELL_REFERENCE and task.done_at is None for task in tasks.of(db, representation_id)):
        tasks.add(db, representation_id, council, Task.TELL_REFERENCE, due_on, now, f"tell-reference-{once}")


def acknowledgement(told: Representation, council: Council, addresses: Addresses, now: datetime, once: str) -> Letter:
    """The letter to the young person: in full only where they said so, else that there is news and where to look."""
    in_full = told.contact.way is Way.EMAIL and told.contact.may_say_more
    body = render_for_child(
        "acknowledgement" if in_full else "news",
        told.language,
        told=told,
        follow=addresses.of_follow(council.slug, told.language),
        by_the_clock=told.issued_by_the_clock,
        late=london_day(told.issued_at or now) > told.reference_due_on,
    )
    purpose = Purpose.ACKNOWLEDGEMENT if in_full else Purpose.NEWS
    recipient = find_email(told.contact.where) or ""
    return write(told, council, purpose, once, recipient, subject_in(told.language, SUBJECT), body, now)
