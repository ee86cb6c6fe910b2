"""Searching at the desk: by a reference number, however it was typed, or by every word of a name."""

from sqlalchemy import func, select

from app.model.reference_number import InvalidReference, parse_reference
from app.records import names
from app.records.database import Db
from app.records.listing import PAGE, Listed
from app.records.officers import Officer
from app.records.readers import may_read
from app.records.tables import representation as table


def find(db: Db, officer: Officer, typed: str, prefix: str, number: int = 1) -> Listed:
    """What this officer may read of what was typed, the newest first. Held ones too. `number` of the page, from 1."""
    which = _which(db, officer, typed, prefix)
    if which is None:
        return Listed((), 0)
    found = [may_read(officer), which]
    count = db.execute(select(func.count()).select_from(table).where(*found)).scalar_one()
    ids = select(table.c.id).where(*found).order_by(table.c.received_at.desc(), table.c.id.desc())
    some = db.execute(ids.limit(PAGE).offset((number - 1) * PAGE)).scalars()
    return Listed(tuple((id, None) for id in some), count)


def _which(db: Db, officer: Officer, typed: str, prefix: str):
    try:
        return table.c.reference == parse_reference(typed, prefix)
    except InvalidReference:
        ids = names.found(db, officer.council, typed)
    return None if ids is None else table.c.id.in_(ids)
