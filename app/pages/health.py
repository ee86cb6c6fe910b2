"""Page: is all well? For the council's monitoring. 503 when a person should look."""

from datetime import timedelta

from flask import Blueprint, jsonify
from sqlalchemy import func, select

from app.councils.bank_holidays import LISTED_UNTIL
from app.pages.here import now, records, today
from app.records import outbox
from app.records.tables import representation, vault_key

pages = Blueprint("health", __name__)

OLDEST_LETTER = timedelta(minutes=15)
WARN_BEFORE_THE_LIST_ENDS = timedelta(days=365)


@pages.get("/health")
def show():
    with records().writing() as db:  # a transaction that may write: a read-only disk shows here
        db.execute(select(vault_key.c.name)).all()
        oldest = outbox.oldest_unsent_at(db)
        at_risk = representation.c.recorded_at.is_(None) & (representation.c.reference_due_on <= today())
        promises_at_risk = db.execute(select(func.count()).where(at_risk)).scalar_one()
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
