"""Searching at the desk: by a reference number, however it was typed, or by every word of a name."""

from sqlalchemy import Select, func, select

from app.model.reference_number import InvalidReference, parse_reference
from app.records import names
from app.records.database import Db
from app.records.listing import PAGE, Listed
from app.records.officers import Officer
from app.records.readers import may_read
from app.records.tables import representation as table


def find(db: Db, officer: Officer, typed: str, prefix: str, number: int = 1) -> Listed:
    """What this officer may read of what was typed, the newest first. Held ones too. `number` of the page, from 1."""
    sought = _ids(db, officer, typed, prefix)
    if sought is None:
        return Listed((), 0)
    ids = sought.cte("sought").prefix_with("MATERIALIZED")  # found first: few, where the records are very many
    found = select(table.c.id, table.c.received_at).join(ids, ids.c.id == table.c.id).where(may_read(officer))
    c = (theirs := found.cte("found").prefix_with("MATERIALIZED")).c
    count = db.execute(select(func.count()).select_from(theirs)).scalar_one()
    order = select(c.id).order_by(c.received_at.desc(), c.id.desc())
    some = db.execute(order.limit(PAGE).offset((number - 1) * PAGE)).scalars()
    return Listed(tuple((id, None) for id in some), count)


def _ids(db: Db, officer: Officer, typed: str, prefix: str) -> Select | None:
    try:
        return select(table.c.id).where(table.c.reference == parse_reference(typed, prefix))
    except InvalidReference:
        return names.found(db, officer.council, typed)
