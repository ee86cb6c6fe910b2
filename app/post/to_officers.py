"""Letters to an officer about how they sign in. They name nobody, and hold nothing of what children told us."""

from datetime import datetime

from app.councils.council import Council
from app.post.envelope import build
from app.post.letters import Purpose
from app.post.wording import NEWLINE, moment, render
from app.records.database import new_id
from app.records.outbox import Letter

SUBJECT = "About signing in"  # the same whatever it is about


def new_password_letter(council: Council, recipient: str, link: str, now: datetime) -> Letter:
    """The way to choose a new password, for whoever reads that mailbox. `link` works once, for an hour."""
    return _write(council, Purpose.NEW_PASSWORD, recipient, now, link=link)


def password_changed_letter(council: Council, recipient: str, now: datetime) -> Letter:
    """So that they hear of it when it was somebody else."""
    return _write(council, Purpose.PASSWORD_CHANGED, recipient, now)


def _write(council: Council, purpose: Purpose, recipient: str, now: datetime, **facts) -> Letter:
    id = new_id()
    body = render(str(purpose).replace("-", "_"), at=moment(now), **facts)
    return Letter(
        id=id,
        council=council.slug,
        purpose=purpose,
        once=f"{purpose}:{id}",
        queued_at=now,
        recipient=recipient,
        message=build(id, council.mail_from, recipient, SUBJECT, body + NEWLINE, now),
    )
