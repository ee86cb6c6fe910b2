"""Letters that come too thick to go one by one: they wait for the end of their hour, and are told in one letter.

Each stays in the outbox as it is. While it waits it is nobody's to claim; `gathered_in` then names the letter that
tells it, set in the transaction that queues that letter: so it is named in exactly one, and never in none.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Protocol

from sqlalchemy import ColumnElement, or_, select, update

from app.records import tally
from app.records.database import Db
from app.records.tables import letter as table
from app.records.tables import representation

EACH_ALONE = 20  # an hour, to one mailbox
HOUR = timedelta(hours=1)


class ALetter(Protocol):
    id: str
    council: str
    recipient: str
    queued_at: datetime


@dataclass(frozen=True)
class Waiting:
    """A letter that waits to be told with others."""

    id: str
    representation_id: str
    queued_at: datetime
    gather_at: datetime  # the end of its hour
    reference: str  # what it is about has it now, or ""
    for_manager_only: bool  # since it was queued, perhaps


def count(db: Db, letter: ALetter) -> None:
    """One more for this mailbox in this hour. Over the limit it waits for the end of it. Right after it is queued."""
    mailbox = tally.who(db, f"{letter.council} {letter.recipient}", letter.queued_at)
    if tally.this_hour(db, "to-inbox", mailbox, letter.queued_at) > EACH_ALONE:
        waits = {"next_try_at": None, "gather_at": end_of_hour(letter.queued_at)}
        db.execute(update(table).where(table.c.id == letter.id).values(waits))


def end_of_hour(instant: datetime) -> datetime:
    """London's hours begin when those of UTC do."""
    return instant.replace(minute=0, second=0, microsecond=0) + HOUR


def councils_due(db: Db, now: datetime) -> list[str]:
    return list(db.execute(select(table.c.council).where(_is_due(now)).distinct().order_by(table.c.council)).scalars())


def due(db: Db, council: str, now: datetime) -> list[Waiting]:
    """Those of a council whose hour is over, the oldest first; nobody else has them until the transaction ends."""
    columns = (table.c.id, table.c.representation_id, table.c.queued_at, table.c.gather_at)
    about = (representation.c.reference, representation.c.for_manager_only)
    mine = select(*columns, *about).join(representation).where(_is_due(now), table.c.council == council)
    rows = db.execute(mine.order_by(table.c.number).with_for_update(of=table))
    return [Waiting(**row._asdict() | {"reference": row.reference or ""}) for row in rows]


def mark_gathered(db: Db, ids: list[str], in_letter: str) -> None:
    told = {"gather_at": None, "gathered_in": in_letter}
    db.execute(update(table).where(table.c.id.in_(ids)).values(told))


def mark_sent(db: Db, in_letter: str, now: datetime) -> None:
    """The letter that tells them has gone: so have they."""
    db.execute(update(table).where(table.c.gathered_in == in_letter).values(sent_at=now))


def _is_due(now: datetime) -> ColumnElement[bool]:
    """One that is to wait for longer than an hour was set by a clock gone wrong."""
    return or_(table.c.gather_at <= now, table.c.gather_at > now + HOUR)
