"""The facts of what was deleted, from what was kept for figures (app.records.keeping_tables). No word is opened."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date

from sqlalchemy import ColumnElement, Row, or_, select

from app.model.age import AgeGroup
from app.model.figure_facts import Fact, Moved, Promised, Ran
from app.model.london import london_day
from app.model.move import Key, Outcome
from app.model.period import Period
from app.model.representation import CameBy, Kind, Telling
from app.model.stage import Stage
from app.model.topic import Topic
from app.records import readers
from app.records.database import Db
from app.records.keeping_tables import forgotten, forgotten_deadline, forgotten_move
from app.records.officers import Officer, Role

BATCH = 500


def forgotten_facts(db: Db, viewer: Officer, period: Period, today: date) -> Iterator[Fact]:
    """Of everything deleted that the period is about, for their council; an officer's without what was kept from them.

    Nothing is deleted while a promise is open, so each of its promises was kept; by when it should have been is not
    known any more. A panel that was arranged stands at the day that was said, and no longer at the day it met.
    """
    which = _counts_for(viewer) & _is_about(period, period.seen_on(today))
    ids = db.execute(select(forgotten.c.id).where(which)).scalars().all()
    for start in range(0, len(ids), BATCH):
        batch = ids[start : start + BATCH]
        moves, ran = _of_each(db, forgotten_move, batch), _of_each(db, forgotten_deadline, batch)
        for row in db.execute(select(forgotten).where(forgotten.c.id.in_(batch))):
            yield _fact(row, moves[row.id], ran[row.id])


def _counts_for(viewer: Officer) -> ColumnElement[bool]:
    counted = (forgotten.c.council == viewer.council) & forgotten.c.is_robot.is_(False)
    if viewer.role is Role.OFFICER:
        counted &= forgotten.c.id.not_in(readers.hidden_forgotten(viewer))
    return counted


def _is_about(period: Period, seen_on: date) -> ColumnElement[bool]:
    """It came in the period, or something was done with it, or it was late at the end."""
    moved = select(forgotten_move.c.forgotten_id).where(forgotten_move.c.moved_on.between(period.since, period.until))
    clock = forgotten_deadline.c
    was_open = clock.ended_on.is_(None) | (clock.ended_on > seen_on)
    of_account = or_(clock.ended_on.between(period.since, period.until), was_open & (clock.due_on < seen_on))
    came = forgotten.c.received_on.between(period.since, period.until)
    timed = select(clock.forgotten_id).where(of_account)
    return came | forgotten.c.id.in_(moved) | forgotten.c.id.in_(timed)


def _of_each(db: Db, table, batch: list[str]) -> dict[str, list[Row]]:
    of_each = defaultdict(list)
    for row in db.execute(select(table).where(table.c.forgotten_id.in_(batch)).order_by(table.c.place)):
        of_each[row.forgotten_id].append(row)
    return of_each


def _fact(row: Row, moves: list[Row], ran: list[Row]) -> Fact:
    return Fact(
        kind=Kind(row.kind),
        telling=Telling(row.telling),
        came_by=CameBy(row.came_by),
        language=row.language,
        age_group=AgeGroup(row.age_group) if row.age_group else None,
        topic=Topic(row.topic) if row.topic else None,
        wants_advocate=row.wants_advocate,
        received_on=row.received_on,
        reference_due_on=row.reference_due_on,
        issued_on=london_day(row.issued_at) if row.issued_at else None,
        stage=Stage(row.stage),
        moves=tuple(Moved(Key(one.what), one.moved_on, _outcomes(one)) for one in moves if one.what in list(Key)),
        ran=tuple({one.clock: _ran(one) for one in ran}.values()),  # the last of each
        promised=tuple(_promised(moves)),
    )


def _outcomes(one: Row) -> tuple[Outcome, ...]:
    counts = {Outcome.UPHELD: one.upheld, Outcome.PARTLY: one.partly, Outcome.NOT_UPHELD: one.not_upheld}
    return tuple(outcome for outcome, count in counts.items() for _ in range(count))


def _ran(one: Row) -> Ran:
    return Ran(one.clock, one.first_due_on, one.due_on, one.ended_on, one.stopped_on is not None)


def _promised(moves: list[Row]) -> Iterator[Promised]:
    kept_on = iter([one.moved_on for one in moves if one.what == Key.PROMISE_DONE])
    for one in moves:
        for _ in range(one.promised):
            day = next(kept_on, one.moved_on)
            yield Promised(one.moved_on, by=day, done_on=day)
