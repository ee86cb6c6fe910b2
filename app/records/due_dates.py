"""Which day counts next for a representation. Asked here alone, so that it is answered in one place."""

from datetime import date
from typing import Protocol

from sqlalchemy import ColumnElement, case
from sqlalchemy.sql.base import ReadOnlyColumnCollection


class Stands(Protocol):
    recorded_at: object
    reference_due_on: date
    answer_due_on: date | None


def next_due_on(stands: Stands) -> date | None:
    """The day of the reference until it is recorded, and of the answer after that. None: no day counts."""
    return stands.answer_due_on if stands.recorded_at else stands.reference_due_on


def next_due(c: ReadOnlyColumnCollection) -> ColumnElement[date | None]:
    """The same, for the database to work out from the columns of a representation."""
    return case((c.recorded_at.is_(None), c.reference_due_on), else_=c.answer_due_on)
