"""The clock: everything that time does. Reminders, reference numbers that nobody issued, forgetting, deleting.

It may be started twice at once, or killed anywhere: each representation has a transaction of its own, which looks
again at what is so, and what it sends and notes is named so that it happens once.
"""

import logging
import traceback
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import Enum
from functools import partial
from threading import Event

from sqlalchemy.exc import SQLAlchemyError

from app.councils.council import Council
from app.model.due import issue_at, reminder_days
from app.model.event import What
from app.model.london import start_of
from app.model.representation import Representation
from app.model.working_days import BankHolidays
from app.post import retention
from app.post.acknowledgement import acknowledge
from app.post.addresses import Addresses
from app.post.clamd import Scanner
from app.post.gather import councils_due, gather
from app.post.letters import issued_letter, reminder_letter
from app.post.recount import recount
from app.post.virus_scan import scan
from app.records import (
    challenges,
    desk_sessions,
    details,
    drafts,
    events,
    files,
    new_passwords,
    outbox,
    representations,
    tally,
    unrecorded,
    visits,
)
from app.records.database import Db, Records
from app.records.unrecorded import Unrecorded

EVERY_SECONDS = 60
KEEPERS = (
    drafts,
    visits,
    files,
    tally,
    details,
    desk_sessions,
    challenges,
    new_passwords,
)  # each forgets what is old, and today's salt is all that is kept of addresses

log = logging.getLogger(__name__)


class Did(Enum):
    NOTHING = "nothing"
    REMINDED = "reminded"
    ISSUED = "issued"
    WRONG = "wrong"


@dataclass(frozen=True)
class Ticked:
    """What one tick did. `wrong` names what went wrong; the rest was done all the same."""

    reminded: int = 0
    issued: int = 0
    forgotten: int = 0
    scanned: int = 0  # files, for viruses
    gathered: int = 0  # letters that were told in one with others
    deleted: int = 0  # representations whose time was over
    recounted: int = 0  # representations with a day that a bank holiday moved
    wrong: tuple[str, ...] = field(default=())


@dataclass(frozen=True)
class Clockwork:
    """What the clock needs to do its work."""

    records: Records
    councils: Mapping[str, Council]
    holidays: BankHolidays
    addresses: Addresses
    choose: Callable[[Sequence[str]], str]  # chance, for reference numbers, such as secrets.choice
    scanner: Scanner | None = None  # of viruses


def tick(clockwork: Clockwork, now: datetime) -> Ticked:
    """Do what is due at `now`, once. What was due earlier is done now, and is not made out to be earlier."""
    wrong: list[str] = []
    counted_again = _recount(clockwork, now, wrong)  # first: the days that follow are read after it
    with clockwork.records.reading() as db:
        waiting = unrecorded.without_reference(db)
    did = [_one(clockwork, one, now, wrong) for one in waiting]
    return Ticked(
        reminded=did.count(Did.REMINDED),
        issued=did.count(Did.ISSUED),
        gathered=_gather(clockwork, now, wrong),
        forgotten=sum(_forget(clockwork.records, kept, now, wrong) for kept in KEEPERS),
        deleted=retention.see_to(clockwork.records, clockwork.councils, now, partial(_note, wrong=wrong)),
        recounted=counted_again,
        scanned=scan(clockwork.records, clockwork.scanner, now, wrong),
        wrong=tuple(wrong),
    )


def run(tick_once: Callable[[], Ticked], stop: Event, every_seconds: float = EVERY_SECONDS) -> None:
    """Tick until `stop` is set. A database that is away is waited for."""
    while not stop.is_set():
        try:
            tick_once()
        except SQLAlchemyError as trouble:
            log.error("the records cannot be reached: %s", type(trouble).__name__)
        stop.wait(every_seconds)


def _one(clockwork: Clockwork, one: Unrecorded, now: datetime, wrong: list[str]) -> Did:
    try:
        with clockwork.records.writing() as db:
            return _see_to(db, clockwork, one, now)
    except Exception as error:  # noqa: BLE001 – told in the log and the exit status; the others must not wait for it
        _note(f"representation {one.id}", error, wrong)
        return Did.WRONG


def _see_to(db: Db, clockwork: Clockwork, one: Unrecorded, now: datetime) -> Did:
    is_issuing = now >= issue_at(one.reference_due_on)
    days = reminder_days(one.received_on, one.reference_due_on, clockwork.holidays)
    begun = [day for day in days if start_of(day) <= now]
    if not (is_issuing or begun):
        return Did.NOTHING
    unrecorded.hold(db, one.id)
    told = representations.get(db, one.id, one.council)
    if told.recorded_at or told.reference:
        return Did.NOTHING  # somebody was quicker
    council = clockwork.councils[one.council]
    if is_issuing:
        _issue(db, clockwork, told, council, now)
        return Did.ISSUED
    letter = reminder_letter(told, council, begun[-1], clockwork.addresses, now)
    if not outbox.queue(db, letter):
        return Did.NOTHING
    events.add(db, told.id, What.REMINDED, now, once=letter.once)
    return Did.REMINDED


def _issue(db: Db, clockwork: Clockwork, told: Representation, council: Council, now: datetime) -> None:
    team = council.team
    representations.issue(db, told, council.prefix, now, clockwork.choose, team.name, team.details)
    told = representations.get(db, told.id, council.slug)  # with its number
    events.add(db, told.id, What.ISSUED_BY_THE_CLOCK, now, once=f"issued:{told.id}")
    outbox.queue(db, issued_letter(told, council, clockwork.addresses, now))
    acknowledge(db, told, council, clockwork.addresses, now)


def _recount(clockwork: Clockwork, now: datetime, wrong: list[str]) -> int:
    try:
        return recount(clockwork.records, clockwork.councils, clockwork.holidays, now)
    except Exception as error:  # noqa: BLE001 – as above
        _note("the bank holidays", error, wrong)
        return 0


def _gather(clockwork: Clockwork, now: datetime, wrong: list[str]) -> int:
    done = 0
    for slug in councils_due(clockwork.records, now):
        try:
            done += gather(clockwork.records, clockwork.councils[slug], clockwork.addresses, now)
        except Exception as error:  # noqa: BLE001 – as above
            _note(f"letters to {slug} that are told together", error, wrong)
    return done


def _forget(records: Records, kept, now: datetime, wrong: list[str]) -> int:
    """Forget old drafts, old visits, or files that nothing knows of: `kept` is the module that keeps them."""
    try:
        with records.writing() as db:
            return kept.forget_old(db, now)
    except Exception as error:  # noqa: BLE001 – as above
        _note(kept.__name__, error, wrong)
        return 0


def _note(what: str, error: Exception, wrong: list[str]) -> None:
    log.error("%s: %s, at:\n%s", what, type(error).__name__, "".join(traceback.format_tb(error.__traceback__)))
    wrong.append(f"{what}: {type(error).__name__}")
