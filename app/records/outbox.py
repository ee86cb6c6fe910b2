"""The outbox: letters that are owed. At least once each; never lost, and given up only in the open.

A postman claims a letter for a while (the lease) under a number (the fence). If the postman dies, the lease
runs out and another claims it under a higher number; from then on the first one's marks no longer count.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from sqlalchemy import func, or_, select, update

from app.model.waiting import LONGEST_WAIT_SECONDS, wait_after
from app.records import gathering, holding
from app.records.database import Db
from app.records.once import insert_once
from app.records.tables import letter as table
from app.records.tables import representation

KEPT_TRYING_FOR = timedelta(hours=72)
LEAST_TRIES = 5  # a post room that was away for days does not give up at the first refusal
LONGEST_LEASE_SECONDS = 3600
TO_THE_YOUNG_PERSON = ("receipt", "acknowledgement", "news", "child-letter")
TO_AN_OFFICER = ("new-password", "password-changed")


@dataclass(frozen=True, kw_only=True)
class Letter:
    """One email to one recipient, whole: its Message-ID and Date are fixed before it is queued."""

    id: str
    council: str
    purpose: str
    once: str  # such as "inbox:ID": the same letter is queued once only
    queued_at: datetime
    recipient: str = field(repr=False)
    message: bytes = field(repr=False)
    representation_id: str | None = None
    urgent: bool = False
    gathers: bool = False  # over so many an hour it is told with others, in one letter


@dataclass(frozen=True)
class Claim:
    """A letter in the postman's hand."""

    id: str
    fence: int


@dataclass(frozen=True)
class Refused:
    """What a letter that an address will never take was about."""

    representation_id: str
    council: str
    reference_due_on: date


@dataclass(frozen=True)
class Undelivered:
    """A letter that has been refused at least once, for the desk."""

    id: str
    representation_id: str | None
    purpose: str
    queued_at: datetime
    attempts: int
    last_error: str
    given_up_at: datetime | None  # None: still trying


def queue(db: Db, letter: Letter) -> bool:
    """Put the letter in the outbox. False if one with the same `once` is there: that one stands."""
    row = {
        "id": letter.id,
        "representation_id": letter.representation_id,
        "council": letter.council,
        "purpose": letter.purpose,
        "once": letter.once,
        "urgent": letter.urgent,
        "recipient": db.vault.seal(letter.recipient, "letter", letter.id, "recipient"),
        "message": db.vault.seal_bytes(letter.message, "letter", letter.id, "message"),
        "queued_at": letter.queued_at,
        "next_try_at": None if holding.keeps(db, letter) else letter.queued_at,
    }
    is_new = insert_once(db, table, row)
    if is_new and letter.gathers and row["next_try_at"]:
        gathering.count(db, letter)
    return is_new


def claim(
    db: Db, now: datetime, lease_seconds: float, most: int = 1, due_by: datetime | None = None, *, only_urgent=False
) -> list[Claim]:
    """Take letters that are due: the urgent first, then those due longest. `due_by` is now, unless a round says."""
    order = (table.c.urgent.desc(), table.c.next_try_at, table.c.number)
    sought = select(table.c.id, table.c.fence).where(_due(now, due_by or now, only_urgent)).order_by(*order).limit(most)
    claims = [Claim(row.id, row.fence + 1) for row in db.execute(sought.with_for_update(skip_locked=True))]
    for claimed in claims:
        facts = {
            "fence": claimed.fence,
            "attempts": table.c.attempts + 1,
            "claimed_until": now + timedelta(seconds=lease_seconds),
        }
        db.execute(update(table).where(table.c.id == claimed.id).values(facts))
    return claims


def any_due(db: Db, now: datetime, due_by: datetime | None = None, only_urgent: bool = False) -> bool:
    """Is there anything to claim? Costs no lock, so that an idle postman disturbs nobody."""
    return db.execute(select(table.c.id).where(_due(now, due_by or now, only_urgent)).limit(1)).first() is not None


def get_message(db: Db, id: str) -> tuple[bytes, str]:
    """The letter's bytes and its recipient. Raises CannotOpen if the key is gone."""
    row = db.execute(select(table.c.message, table.c.recipient).where(table.c.id == id)).one()
    message = db.vault.open_bytes(row.message, "letter", id, "message")
    return message, db.vault.open(row.recipient, "letter", id, "recipient")


def mark_sent(db: Db, id: str, fence: int, now: datetime) -> bool:
    """The mail server has it. False if somebody has claimed it since: theirs is the mark that counts."""
    facts = {"sent_at": now, "next_try_at": None, "claimed_until": None, "last_error": ""}
    if db.execute(update(table).where(_held(id, fence)).values(facts)).rowcount != 1:
        return False
    gathering.mark_sent(db, id, now)
    return True


def mark_failed(db: Db, id: str, fence: int, now: datetime, error: str, chance: Callable[[], float]) -> bool:
    """It did not go: try again later, or after 72 hours give up, keep it and show it.

    `error` is a class or an SMTP code, never an address or words. `chance` gives a number from 0 to 1.
    """
    row = db.execute(select(table.c.queued_at, table.c.attempts).where(_held(id, fence))).one_or_none()
    if row is None:
        return False
    gives_up = now >= row.queued_at + KEPT_TRYING_FOR and row.attempts >= LEAST_TRIES
    facts = {
        "last_error": error,
        "claimed_until": None,
        "next_try_at": None if gives_up else now + wait_after(row.attempts, chance()),
        "given_up_at": now if gives_up else None,
    }
    return db.execute(update(table).where(_held(id, fence)).values(facts)).rowcount == 1


def mark_refused(db: Db, id: str, fence: int, now: datetime, error: str) -> Refused | None:
    """Their own address will never take it: give it up, and say what it was about. None if it is not ours to."""
    about = select(table.c.representation_id, table.c.council, representation.c.reference_due_on)
    theirs = _held(id, fence) & table.c.purpose.in_(TO_THE_YOUNG_PERSON)
    row = db.execute(about.join(representation).where(theirs)).one_or_none()
    if row is None:
        return None
    facts = {"last_error": error, "claimed_until": None, "next_try_at": None, "given_up_at": now}
    db.execute(update(table).where(table.c.id == id).values(facts))
    return Refused(*row)


def send_again(db: Db, id: str, council: str, now: datetime) -> bool:
    """Queue a letter that was given up anew, with the same bytes, for another 72 hours. False if it was not."""
    given_up = (table.c.id == id) & (table.c.council == council) & table.c.given_up_at.is_not(None)
    anew = {"given_up_at": None, "next_try_at": now, "queued_at": now, "attempts": 0}
    return db.execute(update(table).where(given_up), anew).rowcount == 1


def undelivered(db: Db, council: str) -> list[Undelivered]:
    """A council's letters that were refused and have not gone since, given up or not; the oldest first."""
    columns = [table.c[name] for name in Undelivered.__dataclass_fields__]
    refused = table.c.sent_at.is_(None) & (table.c.last_error != "") & (table.c.council == council)
    return [Undelivered(*row) for row in db.execute(select(*columns).where(refused).order_by(table.c.number))]


def oldest_unsent_at(db: Db) -> datetime | None:
    """Since when the oldest letter still here is due, given up or not. None: nothing is owed.

    A letter to one person that was given up is on the desk for somebody to see to. It does not count here: an
    address with a slip in it would sound the alarm for ever, and nobody would hear a real one.
    """
    refused_address = table.c.given_up_at.is_not(None) & table.c.purpose.in_(TO_THE_YOUNG_PERSON + TO_AN_OFFICER)
    is_held = table.c.next_try_at.is_(None) & table.c.given_up_at.is_(None) & table.c.gather_at.is_(None)
    since = func.min(func.coalesce(table.c.gather_at, table.c.queued_at))
    oldest = select(since).where(table.c.sent_at.is_(None), ~refused_address, ~is_held)
    return db.execute(oldest).scalar_one()


def _due(now: datetime, due_by: datetime, only_urgent: bool = False):
    """Due, and in nobody's hand. A wait or a lease longer than any we give was set by a clock gone wrong. An urgent
    letter that nobody has tried yet belongs to every round, even one that began before it came."""
    too_far = table.c.next_try_at > now + timedelta(seconds=LONGEST_WAIT_SECONDS)
    lease_too_far = table.c.claimed_until > now + timedelta(seconds=LONGEST_LEASE_SECONDS)
    free = or_(table.c.claimed_until.is_(None), table.c.claimed_until <= now, lease_too_far)
    untried = table.c.urgent & (table.c.attempts == 0) & (table.c.next_try_at <= now)
    due = table.c.next_try_at.is_not(None) & or_(table.c.next_try_at <= due_by, untried, too_far) & free
    return due & table.c.urgent if only_urgent else due


def _held(id: str, fence: int):
    return (table.c.id == id) & (table.c.fence == fence) & table.c.sent_at.is_(None)
