"""The postman: brings what is owed, one letter at a time, each in transactions of its own.

At least once: if we stop between the mail server's 250 and our mark, the letter goes again when the lease runs
out, with the same Message-ID, Date and bytes. The log names letters by id and errors by class, and nothing else:
what a mail server says often repeats the address.
"""

import logging
import signal
import smtplib
import traceback
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime
from enum import Enum
from threading import Event

from sqlalchemy.exc import SQLAlchemyError

from app.post.acknowledgement import tell_by_hand
from app.post.envelope import sender_of
from app.post.transports import Send
from app.records import outbox
from app.records.database import Records
from app.records.outbox import Claim

LEASE_SECONDS = 180  # more than a letter can take: looking up a name, then WHOLE_SECONDS
PAUSE_SECONDS = 1
PAUSE_AFTER_TROUBLE_SECONDS = 5

Clock = Callable[[], datetime]
Chance = Callable[[], float]  # a number from 0 to 1, such as random.random

log = logging.getLogger(__name__)


class Went(Enum):
    SENT = "sent"
    WAITS = "waits"  # the mail server or the line was at fault
    WRONG = "wrong"  # something else was: a person must look


class LettersWentWrong(RuntimeError):
    """Letters failed in a way no mail server explains, such as a lost key. They wait; the log says where."""


def deliver(records: Records, send: Send, clock: Clock, chance: Chance, lease_seconds: float = LEASE_SECONDS) -> int:
    """One round: try every letter that is due once; how many went.

    A letter that fails waits, with its error, and the rest still go. Raises LettersWentWrong, after the round,
    if any failed in a way that a person must look at.
    """
    began, went = clock(), []
    while (step := deliver_next(records, send, clock, chance, lease_seconds, due_by=began)) is not None:
        went.append(step)
    if wrong := went.count(Went.WRONG):
        raise LettersWentWrong(f"{wrong} of {len(went)} letters failed in a way that a person must look at")
    return went.count(Went.SENT)


def run(
    records: Records, send: Send, clock: Clock, chance: Chance, stop: Event, lease_seconds: float = LEASE_SECONDS,
    pause_seconds: float = PAUSE_SECONDS, only_urgent: bool = False,
) -> None:  # fmt: skip
    """Keep going until `stop` is set; the letter in hand is finished first.

    A second postman with `only_urgent` waits beside the first one: a letter that a slow mail server keeps in hand holds
    up no urgent one.

    A database that is away or locked is waited for; anything unforeseen ends this, in the open.
    """
    while not stop.is_set():
        try:
            step = deliver_next(records, send, clock, chance, lease_seconds, only_urgent=only_urgent)
        except SQLAlchemyError as trouble:
            log.error("the records cannot be reached: %s", type(trouble).__name__)
            stop.wait(PAUSE_AFTER_TROUBLE_SECONDS)
        else:
            if step is None:
                stop.wait(pause_seconds)


def deliver_next(
    records: Records, send: Send, clock: Clock, chance: Chance, lease_seconds: float = LEASE_SECONDS,
    due_by: datetime | None = None, only_urgent: bool = False,
) -> Went | None:  # fmt: skip
    """Claim one letter, send it and mark it. None: nothing was due."""
    with records.reading() as db:
        if not outbox.any_due(db, clock(), due_by, only_urgent):
            return None
    with records.writing() as db:
        claims = outbox.claim(db, clock(), lease_seconds, due_by=due_by, only_urgent=only_urgent)
    return _bring(records, claims[0], send, clock, chance) if claims else None


def run_both(records: Records, send: Send, clock: Clock, chance: Chance, stop: Event) -> None:
    """The postman of all letters, and the one of urgent letters beside him. When one ends, so does the other."""

    def one(only_urgent: bool) -> None:
        try:
            run(records, send, clock, chance, stop, only_urgent=only_urgent)
        finally:
            stop.set()

    with ThreadPoolExecutor(2) as room:
        list(room.map(one, (False, True)))


def stop_when_told() -> Event:
    """An event that SIGTERM and Ctrl-C set. For the main thread, before the work begins."""
    stop = Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: stop.set())
    return stop


def error_name(error: Exception) -> str:
    """What went wrong, without what was said: a class, and the mail server's code if there is one."""
    code = getattr(error, "smtp_code", None)
    refused = getattr(error, "recipients", None)
    if isinstance(refused, dict) and refused:
        code = next(iter(refused.values()))[0]
    return f"{type(error).__name__} {code}" if isinstance(code, int) else type(error).__name__


def is_for_good(error: Exception) -> bool:
    """Does the mail server say that this letter will never reach this address? Then no later try does."""
    if isinstance(error, smtplib.SMTPRecipientsRefused):
        return all(500 <= code < 600 for code, _said in error.recipients.values())
    return isinstance(error, smtplib.SMTPDataError) and 500 <= error.smtp_code < 600


def _bring(records: Records, claim: Claim, send: Send, clock: Clock, chance: Chance) -> Went:
    try:
        with records.reading() as db:
            message, recipient = outbox.get_message(db, claim.id)
        send(message, sender_of(message), recipient)
    except OSError as error:  # smtplib's errors are OSErrors
        return _wait(records, claim, error, clock, chance, Went.WAITS)
    except SQLAlchemyError:
        raise  # the lease runs out by itself
    except Exception as error:  # noqa: BLE001 – noted on the letter and told after the round; the others must still go
        log.error("letter %s, at:\n%s", claim.id, "".join(traceback.format_tb(error.__traceback__)))
        return _wait(records, claim, error, clock, chance, Went.WRONG)
    with records.writing() as db:
        if not outbox.mark_sent(db, claim.id, claim.fence, clock()):
            log.warning("letter %s was sent after its lease: it may come twice", claim.id)
    return Went.SENT


def _wait(records: Records, claim: Claim, error: Exception, clock: Clock, chance: Chance, went: Went) -> Went:
    name = error_name(error)
    log.warning("letter %s waits: %s", claim.id, name)
    with records.writing() as db:
        refused = outbox.mark_refused(db, claim.id, claim.fence, clock(), name) if is_for_good(error) else None
        if refused:
            tell_by_hand(db, refused, claim.id, clock())
        else:
            outbox.mark_failed(db, claim.id, claim.fence, clock(), name, chance)
    return went
