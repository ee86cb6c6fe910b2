"""What has been kept for long enough: it has ended, and its years are over. And what keeps it all the same."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from sqlalchemy import ColumnElement, Row, func, select, true

from app.model.course import Course
from app.model.keeping import PUT_AWAY_YEARS, Kept, rule_for, years_after, years_before
from app.model.london import london_day, start_of
from app.model.representation import Kind
from app.model.stage import ENDINGS, Stage
from app.model.working_days import ONE_DAY
from app.records import moves
from app.records.database import Db
from app.records.legal_holds import held_ids
from app.records.tables import holding, move, task
from app.records.tables import representation as table

IS_HELD = table.c.id.in_(held_ids()).label("is_held")


class Keeps(StrEnum):
    """Why something is kept though its years are over."""

    LEGAL_HOLD = "legal-hold"
    PROMISE = "promise"  # the council has not done what it promised
    TASK = "task"
    NEWS = "news"  # something was added or asked for, and nobody has seen to it


@dataclass(frozen=True)
class Over:
    id: str
    kind: Kind
    last_on: date  # the last thing done with it
    over_on: date  # its years are over
    years: int
    keeps: Keeps | None


def of_council(
    db: Db, council: str, said: Mapping[Kind, Kept], by: date, which: ColumnElement[bool] | None = None
) -> list[Over]:
    """Of a council, what has ended and whose years are over on the day `by`; the earliest first.

    `said` are the council's own years. `which` is another condition, of one representation or for one reader.
    """
    which = true() if which is None else which
    found = _put_away(db, council, by, which)
    for kind in Kind:
        found += _of_kind(db, council, kind, rule_for(kind, said).years, by, which)
    return sorted((one for one in found if one.over_on <= by), key=lambda one: (one.over_on, one.id))


def find(db: Db, council: str, said: Mapping[Kind, Kept], by: date, id: str) -> Over | None:
    """The same of one: None when it has not ended, or its years are not over."""
    return next(iter(of_council(db, council, said, by, table.c.id == id)), None)


def _of_kind(db: Db, council: str, kind: Kind, years: int, by: date, which: ColumnElement[bool]) -> list[Over]:
    """What has ended, found by when it came: all but what is nearly over is left out by an index."""
    latest = years_before(by, years)
    last = select(func.max(move.c.moved_on)).where(move.c.representation_id == table.c.id).scalar_subquery()
    undone = select(task.c.id).where(task.c.representation_id == table.c.id, task.c.done_at.is_(None)).exists()
    columns = (table.c.id, table.c.stage, table.c.unheard_since, last.label("last_on"), IS_HELD, undone.label("task"))
    mine = (table.c.council == council) & (table.c.kind == kind) & (table.c.received_at < start_of(latest + ONE_DAY))
    sought = select(*columns).where(mine, table.c.stage.in_(list(ENDINGS)), last <= latest, which)
    return [
        Over(row.id, kind, row.last_on, years_after(row.last_on, years), years, _keeps(db, row, kind))
        for row in db.execute(sought).all()
    ]


def _put_away(db: Db, council: str, by: date, which: ColumnElement[bool]) -> list[Over]:
    """What a person has said a robot sent."""
    before = start_of(years_before(by, PUT_AWAY_YEARS) + ONE_DAY)
    mine = (holding.c.council == council) & holding.c.is_robot & (holding.c.settled_at < before)
    sought = select(table.c.id, table.c.kind, holding.c.settled_at, IS_HELD).join(holding)
    found = db.execute(sought.where(mine, table.c.stage == Stage.RECEIVED, which)).all()
    return [_of_robot(row, london_day(row.settled_at)) for row in found]


def _of_robot(row: Row, last_on: date) -> Over:
    keeps = Keeps.LEGAL_HOLD if row.is_held else None
    return Over(row.id, Kind(row.kind), last_on, years_after(last_on, PUT_AWAY_YEARS), PUT_AWAY_YEARS, keeps)


def _keeps(db: Db, row: Row, kind: Kind) -> Keeps | None:
    if row.is_held:
        return Keeps.LEGAL_HOLD
    if row.unheard_since is not None:
        return Keeps.NEWS
    if row.task:
        return Keeps.TASK
    course = Course(kind, Stage(row.stage), True, tuple(moves.of(db, row.id)))
    return Keeps.PROMISE if any(one.done_on is None for one in course.promised) else None
