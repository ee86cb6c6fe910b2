"""The letters about one representation with everything in them, as they went: for who asks for their record."""

import email
from dataclasses import dataclass, field
from datetime import datetime
from email import policy

from sqlalchemy import select

from app.records import outbox
from app.records.database import Db
from app.records.tables import letter as table


@dataclass(frozen=True)
class WholeLetter:
    purpose: str  # app.post.letters.Purpose
    queued_at: datetime
    sent_at: datetime | None
    recipient: str
    subject: str
    words: str  # "" where it is sealed for the council: only its mailbox opens it
    message: bytes = field(repr=False)


def of(db: Db, representation_id: str) -> list[WholeLetter]:
    """In the order they were written, those that have not gone too."""
    columns = (table.c.id, table.c.purpose, table.c.queued_at, table.c.sent_at)
    mine = select(*columns).where(table.c.representation_id == representation_id).order_by(table.c.number)
    return [_opened(db, *row) for row in db.execute(mine).all()]


def _opened(db: Db, id: str, purpose: str, queued_at: datetime, sent_at: datetime | None) -> WholeLetter:
    message, recipient = outbox.get_message(db, id)
    read = email.message_from_bytes(message, policy=policy.default)
    body = read.get_body(("plain",))
    words = body.get_content().replace("\r\n", "\n") if body is not None else ""
    return WholeLetter(purpose, queued_at, sent_at, recipient, str(read["Subject"] or ""), words, message)
