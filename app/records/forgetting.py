"""Deleting what was told: every row about it goes, its files with it, and what figures need stays, without a word."""

from collections import Counter
from datetime import date, datetime

from sqlalchemy import Table, delete

from app.model.move import Outcome
from app.records import deadlines, files, holding, moves, readers, representations
from app.records.database import Db
from app.records.keeping_tables import forgotten, forgotten_deadline, forgotten_from, forgotten_move
from app.records.tables import metadata, representation

AS_IT_WAS = (
    "id", "council", "kind", "language", "telling", "came_by", "age_group", "stage", "wants_advocate", "urgent",
    "received_on", "reference_due_on", "issued_at", "recorded_at",
)  # fmt: skip


def forget(db: Db, id: str, council: str, last_on: date, now: datetime) -> None:
    """Delete it. Whether it may be is for the caller to know, who holds it. Add to the trail after this."""
    _keep_what_figures_need(db, id, council, last_on, now)
    files.forget_of_representation(db, id)
    for table in about_it():
        [mine] = [key.parent for key in table.foreign_keys if key.column.table is representation]
        db.execute(delete(table).where(mine == id))
    db.execute(delete(representation).where(representation.c.id == id))


def about_it() -> list[Table]:
    """Every table that has rows of a representation, those first that others do not point to."""
    return [
        table
        for table in reversed(metadata.sorted_tables)
        if any(key.column.table is representation for key in table.foreign_keys)
    ]


def _keep_what_figures_need(db: Db, id: str, council: str, last_on: date, now: datetime) -> None:
    told = representations.get(db, id, council)
    held = holding.find(db, id)
    row = {name: getattr(told, name) for name in AS_IT_WAS}
    row |= {"reference": told.reference or None, "topic": told.topic or "", "last_on": last_on, "forgotten_at": now}
    db.execute(forgotten.insert(), row | {"is_robot": bool(held and held.is_robot)})
    for place, made in enumerate(moves.of(db, id)):
        outcomes = Counter(point.outcome for point in made.said.points)
        facts = {"what": made.key, "stage": made.stage, "moved_on": made.moved_on}
        counts = {outcome.replace("-", "_"): outcomes[outcome] for outcome in Outcome}
        counts["promised"] = len(made.said.undertakings)
        db.execute(forgotten_move.insert(), {"forgotten_id": id, "place": place} | facts | counts)
    for place, kept in enumerate(deadlines.of(db, id)):
        facts = {name: getattr(kept.deadline, name) for name in ("clock", "starts_on", "due_on", "stopped_on", "held")}
        facts |= {"first_due_on": kept.first_due_on, "ended_on": kept.ended_on}
        db.execute(forgotten_deadline.insert(), {"forgotten_id": id, "place": place} | facts)
    kept_from = readers.of(db, id)
    rows = [{"forgotten_id": id, "officer_id": one, "team": None} for one in sorted(kept_from.officers)]
    rows += [{"forgotten_id": id, "officer_id": None, "team": team} for team in sorted(kept_from.teams)]
    if rows:
        db.execute(forgotten_from.insert(), rows)
