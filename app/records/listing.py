"""The desk's list: found and ordered by the database, fifty at a time, whether a council has forty or 100,000."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import CTE, ColumnElement, Select, case, func, select
from sqlalchemy.sql.base import ReadOnlyColumnCollection

from app.model.representation import Kind
from app.model.stage import ENDINGS, Stage
from app.records import holding
from app.records.database import Db
from app.records.due_dates import next_due
from app.records.needs import OPEN, Due, Need, first_need, is_due, needs
from app.records.officers import Officer
from app.records.readers import may_read
from app.records.tables import representation as table

PAGE = 50
NOBODY = "nobody"  # in place of an officer: not recorded yet
COLUMNS = (
    "id", "kind", "language", "stage", "assigned_to", "recorded_by", "recorded_at", "reference_due_on", "answer_due_on",
    "urgent", "received_at", "unheard_since",
)  # fmt: skip


@dataclass(frozen=True)
class Wanted:
    """What somebody asks to see. As it stands: what is open, by what it needs."""

    need: Need | None = None
    everything: bool = False  # what has ended, too; the newest first
    officer: str = ""  # an id, or NOBODY
    stage: Stage | None = None
    kind: Kind | None = None
    language: str = ""
    due: Due | None = None

    @property
    def is_all_there_is(self) -> bool:
        return self.everything or (self.need is None and self.stage in ENDINGS)


@dataclass(frozen=True)
class Listed:
    ids: tuple[tuple[str, Need | None], ...]  # on this page, each with its first need
    found: int  # on all pages


def page(db: Db, officer: Officer, wanted: Wanted, today: date, number: int = 1) -> Listed:
    """One page of what is wanted, as `officer` may see it. `number` counts from 1."""
    start = (number - 1) * PAGE
    if wanted.is_all_there_is:
        return _everything(db, officer, wanted, today, start)
    c = (found := _open_ones(officer)).c
    which = _filters(c, wanted, today)
    if wanted.need:
        which.append(needs(wanted.need, c, today))
    place = first_need(c, today).label("place")
    order = (place, *_by_day(c), c.received_at, c.id)
    rows = db.execute(select(c.id, place).where(*which).order_by(*order).limit(PAGE).offset(start)).all()
    count = db.execute(select(func.count()).select_from(found).where(*which)).scalar_one()
    return Listed(tuple((row.id, tuple(Need)[row.place]) for row in rows), count)


def counts(db: Db, officer: Officer, today: date) -> dict[Need, int]:
    """How many need each thing: one that needs two is counted at both."""
    c = (found := _open_ones(officer)).c
    each = [func.sum(case((needs(need, c, today), 1), else_=0)) for need in Need]
    row = db.execute(select(*each).select_from(found)).one()
    return {need: count or 0 for need, count in zip(Need, row, strict=True)}


def may_see(officer: Officer) -> ColumnElement[bool]:
    """What this officer may read, and is not held for a person to say whether a robot sent it."""
    return may_read(officer) & table.c.id.not_in(holding.ids(officer.council))


def _open_ones(officer: Officer) -> CTE:
    """What is open; and what has ended, where somebody has added something to it. Each by an index.

    Found first, and then looked through: left to itself, SQLite takes an index of what is asked for, which is longer.
    """
    columns = [table.c[name] for name in COLUMNS]
    mine = select(*columns).where(may_see(officer))
    ended = table.c.stage.in_(list(ENDINGS)) & table.c.unheard_since.is_not(None)
    both = mine.where(table.c.stage.in_(OPEN)).union_all(mine.where(ended))
    return both.cte("open_ones").prefix_with("MATERIALIZED")


def _everything(db: Db, officer: Officer, wanted: Wanted, today: date, start: int) -> Listed:
    which = [may_see(officer), *_filters(table.c, wanted, today)]
    ids: Select = select(table.c.id).where(*which).order_by(table.c.received_at.desc(), table.c.id.desc())
    count = db.execute(select(func.count()).select_from(table).where(*which)).scalar_one()
    return Listed(tuple((id, None) for id in db.execute(ids.limit(PAGE).offset(start)).scalars()), count)


def _filters(c: ReadOnlyColumnCollection, wanted: Wanted, today: date) -> list[ColumnElement[bool]]:
    asked = [(c.stage, wanted.stage), (c.kind, wanted.kind), (c.language, wanted.language)]
    which = [column == value for column, value in asked if value]
    if wanted.officer:
        which.append(_is_with(c, wanted.officer))
    if wanted.due:
        which.append(is_due(wanted.due, c, today))
    return which


def _is_with(c: ReadOnlyColumnCollection, officer: str) -> ColumnElement[bool]:
    """Whose it is: who it was given to, else who recorded it."""
    whose = func.coalesce(c.assigned_to, c.recorded_by)
    return whose.is_(None) if officer == NOBODY else whose == officer


def _by_day(c: ReadOnlyColumnCollection) -> tuple[ColumnElement, ...]:
    """The earliest day first, and what has none last."""
    day = next_due(c)
    return day.is_(None), day
