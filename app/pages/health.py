"""Page: is all well? For the council's monitoring. 503 when a person should look."""

from datetime import datetime, timedelta

from flask import Blueprint, jsonify
from sqlalchemy import func, select
from sqlalchemy.exc import OperationalError

from app.councils.bank_holidays import LISTED_UNTIL
from app.model.stage import ENDINGS
from app.pages.errors import log
from app.pages.here import has_virus_scanner, now, records, today
from app.records import files, outbox
from app.records.tables import holding, representation, vault_key

pages = Blueprint("health", __name__)

OLDEST_OF_ITS_KIND = timedelta(minutes=15)  # a letter that waits to be sent, a file that waits to be scanned
WARN_BEFORE_THE_LIST_ENDS = timedelta(days=365)


@pages.get("/health")
def show():
    try:
        oldest, oldest_file, promises_at_risk = _look()
    except OperationalError as error:
        log(error)
        return jsonify({"database": "away", "well": False}), 503
    waiting, unscanned = _seconds_since(oldest), _seconds_since(oldest_file)
    state = {
        "database": "writable",
        "oldest_unsent_letter_seconds": waiting,
        "oldest_unscanned_file_seconds": unscanned,
        "promises_at_risk": promises_at_risk,
        "bank_holidays_listed_until": LISTED_UNTIL,
        "bank_holidays_end_within_a_year": (today() + WARN_BEFORE_THE_LIST_ENDS).year > LISTED_UNTIL,
    }
    well = max(waiting, unscanned) <= OLDEST_OF_ITS_KIND.total_seconds() and not promises_at_risk
    return jsonify(state | {"well": well}), 200 if well else 503


def _seconds_since(instant: datetime | None) -> int:
    return round(max(0, (now() - instant).total_seconds())) if instant else 0


def _look() -> tuple[datetime | None, datetime | None, int]:
    """When the oldest letter still here was queued, and the oldest file that a scanner must look at was added; and
    how many promises are at risk.
    """
    with records().writing() as db:  # a transaction that may write: a read-only disk shows here
        db.execute(select(vault_key.c.name)).all()
        robots = select(holding.c.representation_id).where(holding.c.is_robot)
        unseen = representation.c.recorded_at.is_(None) & representation.c.id.not_in(robots)
        goes_on = representation.c.stage.not_in(list(ENDINGS))
        at_risk = unseen & goes_on & (representation.c.reference_due_on <= today())
        oldest_file = files.oldest_waiting(db) if has_virus_scanner() else None
        at_risk = db.execute(select(func.count()).where(at_risk)).scalar_one()
        return outbox.oldest_unsent_at(db), oldest_file, at_risk
