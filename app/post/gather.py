"""What came too thick to go one by one, told in one letter to each mailbox for each hour. For the clock.

Each letter stands in the one that tells it, or waits: both are in one transaction, so a kill anywhere leaves either.
"""

import logging
from collections.abc import Iterator, Sequence
from datetime import datetime
from email import policy
from email.parser import BytesParser
from itertools import groupby

from app.councils.council import Council
from app.model.london import LONDON
from app.post.addresses import Addresses
from app.post.gathered import Line, gathered_letter
from app.records import gathering, outbox
from app.records.database import Db, Records
from app.records.gathering import Waiting
from app.records.vault import CannotOpen

Row = tuple[str, Waiting, str]  # to which mailbox it goes, what waits, and what its own letter says it is

log = logging.getLogger(__name__)


def councils_due(records: Records, now: datetime) -> list[str]:
    """The slugs of those for whom an hour is over in which more came than go one by one."""
    with records.reading() as db:
        return gathering.councils_due(db, now)


def gather(records: Records, council: Council, addresses: Addresses, now: datetime) -> int:
    """Queue what is due for one council; how many were told together. A repeat finds nothing left to do.

    One that does not open keeps nothing from the others: it waits, `/health` tells of it, and the log says which it is.
    """
    with records.writing() as db:
        waiting = list(_opened(db, council, gathering.due(db, council.slug, now)))
        for to, group in groupby(sorted(waiting, key=_whereto), key=_whereto):
            (mailbox, ends, for_manager), rows = to, list(group)
            lines = [_line(one, what, addresses) for _mailbox, one, what in rows]
            letter = gathered_letter(council, mailbox, ends - gathering.HOUR, ends, lines, now, for_manager)
            outbox.queue(db, letter)
            gathering.mark_gathered(db, [one.id for _mailbox, one, _what in rows], letter.id)
    return len(waiting)


def _opened(db: Db, council: Council, waiting: Sequence[Waiting]) -> Iterator[Row]:
    """Whoever must not read it may have been named since it came: then it goes to the manager."""
    for one in waiting:
        try:
            message, recipient = outbox.get_message(db, one.id)
        except CannotOpen:
            log.error("letter %s cannot be told with others: it does not open", one.id)
            continue
        subject = str(BytesParser(policy=policy.default).parsebytes(message, headersonly=True)["Subject"])
        yield council.inboxes.manager if one.for_manager_only else recipient, one, subject.partition(": ")[0]


def _whereto(row: Row) -> tuple[str, datetime, bool]:
    """One letter for each: the mailbox, the end of the hour, and whether it is the nominated manager's alone."""
    mailbox, one, _what = row
    return mailbox, one.gather_at, one.for_manager_only


def _line(one: Waiting, what: str, addresses: Addresses) -> Line:
    at = one.queued_at.astimezone(LONDON).strftime("%H:%M")
    return Line(at, what, one.reference, addresses.of_desk(one.representation_id))
