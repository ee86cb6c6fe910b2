"""The list of what will be deleted, and when. Nothing is deleted that has not stood here for a month."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import delete, func, select

from app.model.keeping import NOTICE, Kept
from app.model.london import london_day
from app.model.representation import Kind
from app.records import forgetting, overdue, readers, trail, unrecorded
from app.records.database import Db
from app.records.keeping_tables import forgotten
from app.records.keeping_tables import to_delete as table
from app.records.officers import Officer
from app.records.once import insert_once
from app.records.tables import representation

PAGE = 50
ONE = ("representation_id",)


@dataclass(frozen=True)
class Forgotten:
    """One that was deleted."""

    reference: str
    kind: Kind
    received_on: date
    last_on: date
    forgotten_at: datetime


def keep_up(db: Db, council: str, said: Mapping[Kind, Kept], now: datetime) -> None:
    """Put on the list what becomes due, and take off what is not due any more. Bounded by what is nearly due."""
    today = london_day(now)
    near = {one.id: one for one in overdue.of_council(db, council, said, today + NOTICE) if one.keeps is None}
    listed = set(db.execute(select(table.c.representation_id).where(table.c.council == council)).scalars())
    for id in sorted(listed - near.keys()):
        db.execute(delete(table).where(table.c.representation_id == id))
    for id in sorted(near.keys() - listed):
        day = max(near[id].over_on, today + NOTICE)
        row = {"representation_id": id, "council": council, "delete_on": day, "listed_at": now}
        insert_once(db, table, row, of=ONE)


def is_behind(db: Db, council: str, said: Mapping[Kind, Kept], today: date) -> bool:
    """Is there anything for keep_up to do? Costs no lock."""
    near = {one.id for one in overdue.of_council(db, council, said, today + NOTICE) if one.keeps is None}
    return near != set(db.execute(select(table.c.representation_id).where(table.c.council == council)).scalars())


def due(db: Db, council: str, today: date, most: int) -> list[str]:
    """The ids of what is to be deleted by `today`, the earliest first."""
    mine = (table.c.council == council) & (table.c.delete_on <= today)
    found = select(table.c.representation_id).where(mine).order_by(table.c.delete_on, table.c.representation_id)
    return list(db.execute(found.limit(most)).scalars())


def delete_one(db: Db, id: str, council: str, said: Mapping[Kind, Kept], now: datetime) -> bool:
    """Delete it, unless it is not due after all: then it goes off the list."""
    unrecorded.hold(db, id)
    over = overdue.find(db, council, said, london_day(now), id)
    if over is None or over.keeps is not None:
        db.execute(delete(table).where(table.c.representation_id == id))
        return False
    forgetting.forget(db, id, council, over.last_on, now)
    trail.add(db, now, council, trail.CLOCK, trail.Act.DELETED, id)
    return True


def days(db: Db, officer: Officer, number: int) -> dict[str, date]:
    """One page of what will be deleted, as `officer` may see it: the day of each, by id."""
    mine = select(table.c.representation_id, table.c.delete_on).join(representation).where(readers.may_read(officer))
    page = mine.order_by(table.c.delete_on, table.c.representation_id).limit(PAGE).offset((number - 1) * PAGE)
    return {row.representation_id: row.delete_on for row in db.execute(page)}


def count(db: Db, officer: Officer) -> int:
    found = select(func.count()).select_from(table.join(representation)).where(readers.may_read(officer))
    return db.execute(found).scalar_one()


def day_of(db: Db, id: str) -> date | None:
    return db.execute(select(table.c.delete_on).where(table.c.representation_id == id)).scalar_one_or_none()


def deleted_since(db: Db, councils: Collection[str], instant: datetime) -> bool:
    found = select(forgotten.c.id).where(forgotten.c.council.in_(councils), forgotten.c.forgotten_at >= instant)
    return db.execute(found.limit(1)).first() is not None


def lately(db: Db, officer: Officer, most: int = PAGE) -> list[Forgotten]:
    """What was deleted last, without what was kept from this officer."""
    mine = (forgotten.c.council == officer.council) & forgotten.c.id.not_in(readers.hidden_forgotten(officer))
    columns = [forgotten.c[name] for name in Forgotten.__dataclass_fields__]
    rows = db.execute(select(*columns).where(mine).order_by(forgotten.c.forgotten_at.desc()).limit(most))
    return [Forgotten(row.reference or "", Kind(row.kind), *row[2:]) for row in rows]
