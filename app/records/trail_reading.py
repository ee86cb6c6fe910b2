"""Reading the trail, and giving it out. What is kept from whoever looks is left out, its every trace with it."""

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import ColumnElement, func, select

from app.model.london import start_of
from app.model.working_days import ONE_DAY
from app.records import readers, trail
from app.records.database import Db, new_id
from app.records.officers import Officer
from app.records.tables import export, forgotten, representation
from app.records.tables import officer as officers
from app.records.tables import trail as table
from app.records.trail import Act

PAGE = 50
REFERENCE = func.coalesce(representation.c.reference, forgotten.c.reference).label("reference")


@dataclass(frozen=True)
class Asked:
    """What of the trail is asked for. Days are London's, both with what happened on them."""

    since: date | None = None
    until: date | None = None
    officer: str = ""
    act: Act | None = None


@dataclass(frozen=True)
class Entry:
    number: int
    at: datetime
    officer_id: str
    name: str  # "" when no person did it
    email: str
    act: str
    about: str  # the id of a representation, or of an export; "" for neither
    reference: str
    reason: str  # of an export
    hash: str


def count(db: Db, viewer: Officer, asked: Asked) -> int:
    return db.execute(select(func.count()).select_from(table).where(*_which(viewer, asked))).scalar_one()


def entries(db: Db, viewer: Officer, asked: Asked, number: int | None = None) -> list[Entry]:
    """The latest first, one page of them; or all of them, the first of all first, when no page is named."""
    joined = (
        table.outerjoin(representation, representation.c.id == table.c.representation_id)
        .outerjoin(forgotten, forgotten.c.id == table.c.representation_id)
        .outerjoin(officers, officers.c.id == table.c.officer_id)
        .outerjoin(export, export.c.id == table.c.representation_id)
    )
    columns = (*table.c, REFERENCE, officers.c.name, officers.c.email, export.c.reason)
    found = select(*columns).select_from(joined).where(*_which(viewer, asked))
    if number is None:
        found = found.order_by(table.c.number)
    else:
        found = found.order_by(table.c.number.desc()).limit(PAGE).offset((number - 1) * PAGE)
    return [
        Entry(
            number=row.number, at=row.at, officer_id=row.officer_id, name=row.name or row.email or "",
            email=row.email or "", act=row.act, about=row.representation_id, reference=row.reference or "",
            reason=db.vault.open(row.reason, "export", row.representation_id, "reason") if row.reason else "",
            hash=row.hash,
        )
        for row in db.execute(found)
    ]  # fmt: skip


def note_export(db: Db, viewer: Officer, asked: Asked, reason: str, now: datetime) -> None:
    """That it was given out, and why: in the trail, before anything goes."""
    id = new_id()
    row = {"id": id, "at": now, "council": viewer.council, "officer_id": viewer.id}
    row |= {"since": asked.since, "until": asked.until, "reason": db.vault.seal(reason, "export", id, "reason")}
    db.execute(export.insert(), row)
    trail.add(db, now, viewer.council, viewer.id, Act.EXPORTED, id)


def _which(viewer: Officer, asked: Asked) -> list[ColumnElement[bool]]:
    which = [table.c.council == viewer.council, table.c.representation_id.not_in(readers.hidden(viewer))]
    which.append(table.c.representation_id.not_in(readers.hidden_forgotten(viewer)))
    if asked.since:
        which.append(table.c.at >= start_of(asked.since))
    if asked.until:
        which.append(table.c.at < start_of(asked.until + ONE_DAY))
    if asked.officer:
        which.append(table.c.officer_id == asked.officer)
    if asked.act:
        which.append(table.c.act == asked.act)
    return which
