"""What needs a person now, and the order it is done in: conditions that the database works out."""

from datetime import date, timedelta
from enum import StrEnum

from sqlalchemy import ColumnElement, and_, case
from sqlalchemy.sql.base import ReadOnlyColumnCollection

from app.model.stage import ENDINGS, Stage
from app.records.due_dates import next_due

OPEN = tuple(stage for stage in Stage if stage not in ENDINGS)
SOON = timedelta(days=7)  # ours: on a Friday a calendar week would hide the Monday


class Need(StrEnum):
    """In the order of the desk's first screen. Something may need more than one thing; it is listed at the first."""

    URGENT = "urgent"
    REFERENCE = "reference"  # due, or issued by the clock
    SOON = "soon"  # an answer is due within a week
    LATE = "late"  # an answer was due
    NEWS = "news"  # something was added or asked for
    LATER = "later"  # open, and nothing to do yet


class Due(StrEnum):
    LATE = "late"
    TODAY = "today"
    WEEK = "week"
    LATER = "later"
    NONE = "none"


def needs(need: Need, c: ReadOnlyColumnCollection, today: date) -> ColumnElement[bool]:
    is_open, due = c.stage.in_(OPEN), next_due(c)
    recorded = is_open & c.recorded_at.is_not(None)
    if need is Need.LATER:
        return and_(*(~needs(other, c, today) for other in Need if other is not Need.LATER))
    return {
        Need.URGENT: is_open & c.urgent,
        Need.REFERENCE: is_open & c.recorded_at.is_(None),
        Need.SOON: recorded & due.is_not(None) & due.between(today, today + SOON),
        Need.LATE: recorded & due.is_not(None) & (due < today),
        Need.NEWS: c.unheard_since.is_not(None),
    }[need]


def first_need(c: ReadOnlyColumnCollection, today: date) -> ColumnElement[int]:
    """Its place in `Need`."""
    places = [(needs(need, c, today), place) for place, need in enumerate(Need) if need is not Need.LATER]
    return case(*places, else_=len(Need) - 1)


def is_due(due: Due, c: ReadOnlyColumnCollection, today: date) -> ColumnElement[bool]:
    day = next_due(c)
    is_open = c.stage.in_(OPEN)
    if due is Due.NONE:
        return day.is_(None) | ~is_open
    return (
        is_open
        & {
            Due.LATE: day < today,
            Due.TODAY: day == today,
            Due.WEEK: day.between(today, today + SOON),
            Due.LATER: day > today + SOON,
        }[due]
    )
