"""Letters to the council about many at once. They hold no words of anybody's, and no more than how many there are."""

from datetime import datetime

from app.councils.council import Council
from app.model.london import london_day
from app.post.addresses import Addresses
from app.post.envelope import build
from app.post.letters import Purpose
from app.post.wording import NEWLINE, moment, render
from app.records.database import new_id
from app.records.outbox import Letter


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


def _write(
    council: Council, purpose: Purpose, once: str, inbox: str, subject: str, now: datetime, addresses: Addresses,
    count: int = 0, urgent: bool = False,
) -> Letter:  # fmt: skip
    id = new_id()
    body = render(str(purpose).replace("-", "_"), subject=subject, count=count, desk=addresses.of_held())
    return Letter(
        id=id,
        council=council.slug,
        purpose=purpose,
        once=once,
        queued_at=now,
        recipient=inbox,
        message=build(id, council.mail_from, inbox, subject, body + NEWLINE, now),
        urgent=urgent,
    )
