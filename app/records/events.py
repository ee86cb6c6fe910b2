"""What happened to a representation: added, never edited."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from sqlalchemy import select

from app.model.event import What
from app.records import unheard, unrecorded
from app.records.database import Db, new_id
from app.records.once import insert_once
from app.records.tables import event as table


@dataclass(frozen=True)
class Event:
    number: int  # in the order of everything that happened, here and elsewhere
    what: What
    at: datetime  # UTC
    officer: str  # the officer's id; "" for the young person and for the clock
    words: str
    more: Mapping[str, str] = field(default_factory=dict)  # what else was said with it, such as by whom


def add(
    db: Db, representation_id: str, what: What, at: datetime, *, words: str = "", officer: str | None = None,
    once: str | None = None, more: Mapping[str, str] | None = None,
) -> bool:  # fmt: skip
    """Add an event. With `once`, the same one again is not added; then this is False.

    What somebody must hear of is added by one at a time, or an answer to what was there before would take it along.
    """
    if what in unheard.CHANGES_IT:
        unrecorded.hold(db, representation_id)
    id = new_id()
    sealed = db.vault.seal(words, "event", id, "words") if words else None
    row = {"id": id, "representation_id": representation_id, "what": what, "at": at}
    row["more"] = db.vault.seal_json(dict(more), "event", id, "more") if more else None
    is_new = insert_once(db, table, row | {"officer_id": officer, "once": once, "words": sealed})
    if is_new and what in unheard.CHANGES_IT:
        unheard.note(db, representation_id)
    return is_new


def is_there(db: Db, representation_id: str, once: str) -> bool:
    """Has this been added?"""
    one = (table.c.once == once) & (table.c.representation_id == representation_id)
    return db.execute(select(table.c.number).where(one)).first() is not None


def of(db: Db, representation_id: str) -> list[Event]:
    """Its history, the oldest first."""
    rows = db.execute(select(table).where(table.c.representation_id == representation_id).order_by(table.c.number))
    return [
        Event(
            number=row.number,
            what=What(row.what),
            at=row.at,
            officer=row.officer_id or "",
            words=db.vault.open(row.words, "event", row.id, "words") if row.words else "",
            more=db.vault.open_json(row.more, "event", row.id, "more") if row.more else {},
        )
        for row in rows
    ]
