"""What has been kept for long enough: it has ended, and its years are over. And what keeps it all the same."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from sqlalchemy import ColumnElement, and_, func, or_, select, true

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
    found = [
        one
        for kind in Kind
        for one in _of_kind(db, council, kind, rule_for(kind, said).years, by, true() if which is None else which)
    ]
    return sorted(found, key=lambda one: (one.over_on, one.id))


def find(db: Db, council: str, said: Mapping[Kind, Kept], by: date, id: str) -> Over | None:
    """The same of one: None when it has not ended, or its years are not over."""
    return next(iter(of_council(db, council, said, by, table.c.id == id)), None)


def _of_kind(db: Db, council: str, kind: Kind, years: int, by: date, which: ColumnElement[bool]) -> list[Over]:
    last = select(func.max(move.c.moved_on)).where(move.c.representation_id == table.c.id).scalar_subquery()
    away = select(holding.c.settled_at).where(holding.c.representation_id == table.c.id, holding.c.is_robot)
    away_at = away.scalar_subquery()
    undone = select(task.c.id).where(task.c.representation_id == table.c.id, task.c.done_at.is_(None)).exists()
    latest = years_before(by, years)
    put_away_before = start_of(years_before(by, PUT_AWAY_YEARS) + ONE_DAY)
    ended = and_(table.c.stage.in_(list(ENDINGS)), last <= latest, table.c.received_at < start_of(latest + ONE_DAY))
    robots = and_(table.c.stage == Stage.RECEIVED, away_at < put_away_before, table.c.received_at < put_away_before)
    sought = select(
        table.c.id, table.c.stage, table.c.unheard_since, last.label("last_on"), away_at.label("away_at"),
        table.c.id.in_(held_ids()).label("is_held"), undone.label("has_task"),
    ).where(table.c.council == council, table.c.kind == kind, which, or_(ended, robots))  # fmt: skip
    return [over for row in db.execute(sought) if (over := _read(db, row, kind, years)).over_on <= by]


def _read(db: Db, row, kind: Kind, years: int) -> Over:
    is_robot = row.away_at is not None and row.stage == Stage.RECEIVED
    last_on, kept_for = (london_day(row.away_at), PUT_AWAY_YEARS) if is_robot else (row.last_on, years)
    return Over(row.id, kind, last_on, years_after(last_on, kept_for), kept_for, _keeps(db, row, kind, is_robot))


def _keeps(db: Db, row, kind: Kind, is_robot: bool) -> Keeps | None:
    if row.is_held:
        return Keeps.LEGAL_HOLD
    if is_robot:
        return None
    if row.unheard_since is not None:
        return Keeps.NEWS
    if row.has_task:
        return Keeps.TASK
    course = Course(kind, Stage(row.stage), True, tuple(moves.of(db, row.id)))
    return Keeps.PROMISE if any(one.done_on is None for one in course.promised) else None
