"""Robots at the form: what may be from one is held for a person. The child, if it is one, sees no difference."""

from datetime import UTC, datetime

from flask import request, session

from app.model.representation import Representation
from app.model.robots import DRAFTS_A_DAY, URGENT_AN_HOUR, Why, is_told_together, why_held
from app.pages.here import council, now, post_addresses, sender
from app.post import owed
from app.post.gathered import held_letter, urgent_letter
from app.records import holding, tally
from app.records.database import Db
from app.records.drafts import Draft

HIDDEN_FIELD = "homepage"  # on the check page, where no person sees it: components/not_for_people.html
FIRST_SEEN = "first"  # in the session: when the page before the first question was first shown
ALL_SEEN = "all"  # in the session: when the page of all the questions was


def note_seen(what: str) -> None:
    session.setdefault(what, int(now().timestamp()))


def hold_if_robot(db: Db, sent: Representation, draft: Draft) -> bool:
    """Count it, and hold it if it may be from a robot. After it is received, before any letter about it is queued."""
    at = now()
    who = tally.who(db, sender(), at)
    this_hour, today = tally.this_hour(db, "sent", who, at), tally.today(db, "sent", who, at)
    if sent.urgent:
        why = Why.TOO_MANY if is_one_urgent_too_many(db, sent) else None
    else:
        took = at - _first_seen(draft)
        filled_in = bool(request.form.get(HIDDEN_FIELD))
        why = why_held(hidden_field=filled_in, took=took, this_hour=this_hour, today=today)
    if why:
        holding.hold(db, sent.id, sent.council, why, at)
        owed.queue(db, sent, lambda: held_letter(council(), post_addresses(), at), at)
    return why is not None


def is_one_urgent_too_many(db: Db, told: Representation) -> bool:
    """Count `told`, which is urgent. Those over the limit have no letter of their own: they are told together."""
    who = tally.who(db, sender(), now())
    urgent = tally.this_hour(db, "urgent", who, now())
    if is_told_together(urgent):
        owed.queue(db, told, lambda: urgent_letter(council(), urgent, who, post_addresses(), now()), now())
    return urgent > URGENT_AN_HOUR


def are_many_drafts(db: Db) -> bool:
    """Have more been begun from this address today than a school could? Then they are kept, and for 20 minutes only."""
    who = tally.who(db, sender(), now())
    return tally.today(db, "draft", who, now()) > DRAFTS_A_DAY


def _first_seen(draft: Draft) -> datetime:
    seen = [session[what] for what in (FIRST_SEEN, ALL_SEEN) if what in session]
    return min([draft.began_at, *(datetime.fromtimestamp(at, UTC) for at in seen)])
