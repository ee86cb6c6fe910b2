"""Page: is all well? For the council's monitoring. 503 when a person should look."""

from datetime import datetime, timedelta

from flask import Blueprint, jsonify
from sqlalchemy import func, select
from sqlalchemy.exc import OperationalError

from app.councils.bank_holidays import LISTED_UNTIL
from app.pages.errors import log
from app.pages.here import now, records, today
from app.records import outbox
from app.records.tables import holding, representation, vault_key

pages = Blueprint("health", __name__)

OLDEST_LETTER = timedelta(minutes=15)
WARN_BEFORE_THE_LIST_ENDS = timedelta(days=365)


@pages.get("/health")
def show():
    try:
        oldest, promises_at_risk = _look()
    except OperationalError as error:
        log(error)
        return jsonify({"database": "away", "well": False}), 503
    waiting = (now() - oldest).total_seconds() if oldest else 0
    state = {
        "database": "writable",
        "oldest_unsent_letter_seconds": round(max(0, waiting)),
        "promises_at_risk": promises_at_risk,
        "bank_holidays_listed_until": LISTED_UNTIL,
        "bank_holidays_end_within_a_year": (today() + WARN_BEFORE_THE_LIST_ENDS).year > LISTED_UNTIL,
    }
    well = waiting <= OLDEST_LETTER.total_seconds() and not promises_at_risk
    return jsonify(state | {"well": well}), 200 if well else 503


def _look() -> tuple[datetime | None, int]:
    """When the oldest letter still here was queued, and how many promises are at risk."""
    with records().writing() as db:  # a transaction that may write: a read-only disk shows here
        db.execute(select(vault_key.c.name)).all()
        robots = select(holding.c.representation_id).where(holding.c.is_robot)
        unseen = representation.c.recorded_at.is_(None) & representation.c.id.not_in(robots)
        at_risk = unseen & (representation.c.reference_due_on <= today())
        return outbox.oldest_unsent_at(db), db.execute(select(func.count()).where(at_risk)).scalar_one()
