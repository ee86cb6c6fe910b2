"""Letters to the council about many at once. They hold no words of anybody's, and no more than how many there are."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from app.councils.certificate import Certificate
from app.councils.council import Council
from app.model.london import LONDON, london_day
from app.post.addresses import Addresses
from app.post.envelope import build
from app.post.letters import Purpose, certificate_at, why_not_sealed
from app.post.wording import GAP, NEWLINE, moment, render
from app.records.database import new_id
from app.records.outbox import Letter


@dataclass(frozen=True)
class Line:
    """One that is told with others."""

    at: str  # 10:31
    what: str  # what its own letter would have said it is
    reference: str  # "" while it has none
    desk: str  # its address there


def urgent_letter(council: Council, count: int, who: str, addresses: Addresses, now: datetime) -> Letter:
    """Very many that are urgent from one address: one letter for them, at once. `who` is that address, as counted."""
    subject = "Urgent: many say that they may not be safe"
    once = f"urgent-many:{moment(now)[-5:-3]}:{london_day(now)}:{count}:{who[:32]}"
    return _write(council, Purpose.URGENT_MANY, once, council.inboxes.urgent, subject, now, addresses, count, True)


def held_letter(council: Council, addresses: Addresses, now: datetime) -> Letter:
    """Something is held in case a robot sent it. Once a day at most, so that a robot cannot make it a flood."""
    once = f"held:{council.slug}:{london_day(now)}"
    subject = "Something is held for you to look at"
    return _write(council, Purpose.HELD, once, council.inboxes.complaints, subject, now, addresses)


def gathered_letter(
    council: Council, mailbox: str, since: datetime, until: datetime, lines: Sequence[Line], now: datetime,
    for_manager: bool = False,
) -> Letter:  # fmt: skip
    """What came between `since` and `until` over the number that goes one by one. A notice in every mail mode, sealed
    where letters are. `for_manager`: it is for the nominated manager alone, and says so.
    """
    begins, ends = (at.astimezone(LONDON).strftime("%H:%M") for at in (since, until))
    subject = f"{len(lines)} more came between {begins} and {ends}"
    body = render(
        "gathered", subject=subject, since=begins, until=ends, on=london_day(since), count=len(lines), lines=lines
    )
    if for_manager:
        body += GAP + render("for_manager_only")
    body += why_not_sealed(council, now)
    id = new_id()
    once, certificate = f"gathered:{id}", certificate_at(council, now)
    return _letter(id, council, Purpose.GATHERED, once, mailbox, subject, body, now, certificate=certificate)


def _write(
    council: Council, purpose: Purpose, once: str, inbox: str, subject: str, now: datetime, addresses: Addresses,
    count: int = 0, urgent: bool = False,
) -> Letter:  # fmt: skip
    body = render(str(purpose).replace("-", "_"), subject=subject, count=count, desk=addresses.of_held())
    return _letter(new_id(), council, purpose, once, inbox, subject, body, now, urgent)


def _letter(
    id: str, council: Council, purpose: Purpose, once: str, inbox: str, subject: str, body: str, now: datetime,
    urgent: bool = False, certificate: Certificate | None = None,
) -> Letter:  # fmt: skip
    return Letter(
        id=id,
        council=council.slug,
        purpose=purpose,
        once=once,
        queued_at=now,
        recipient=inbox,
        message=build(id, council.mail_from, inbox, subject, body + NEWLINE, now, certificate),
        urgent=urgent,
    )
