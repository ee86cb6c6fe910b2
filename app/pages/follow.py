"""Pages: give the follow-up code, and see where it stands on your own map."""

import hashlib
import hmac

from flask import Blueprint, current_app, g, redirect, render_template, request, session, url_for
from flask_wtf.csrf import CSRFError

from app.councils.languages import LANGUAGES
from app.extensions import limiter
from app.forms.follow import CodeForm
from app.model.course import Course
from app.model.event import What
from app.model.follow_up_code import LENGTH, InvalidCode, parse_code
from app.model.london import london_day
from app.model.representation import Kind, Representation
from app.model.stage import ENDINGS
from app.model.standing import find_here
from app.pages import follow_course
from app.pages.follow_words import ASKED, DAYS, WAYS
from app.pages.guessing import note_wrong_guess
from app.pages.here import book, council, now, records, sender, today
from app.records import (
    child_letters,
    deadlines,
    drafts,
    events,
    holding,
    making,
    messages,
    representations,
    visits,
)
from app.records.database import Db
from app.records.events import Event

pages = Blueprint("follow", __name__, url_prefix="/<council>/<language>/follow")

GUESSES = "30 per minute"  # from one address, which a whole school may share; app/pages/guessing.py slows them all
NO_CODE = "0" * LENGTH  # searched for when what was typed is no code: the same work, the same answer


@pages.get("")
def show():
    told = None
    if session.get("visit"):  # without one, this page needs no database
        with records().writing() as db:
            told = find_visited(db)
            history = events.of(db, told.id) if told else []
            course = making.course(db, told) if told else None
            dates = deadlines.of(db, told.id) if told else []
            letters = child_letters.for_the_child(db, told.id) if told else []
            talk = messages.of(history)
            if told and request.method == "GET":
                messages.note_shown(db, told.id, talk, now())
    if told is None:
        return render_template("follow/code.html", form=CodeForm(), wrong=session.pop("wrong_code", False))
    return render_template(
        "follow/show.html",
        told=told,
        asked=session.pop("asked", None),
        asked_words=ASKED,
        days_words=DAYS,
        ways=WAYS,
        asks=may_ask(told),
        letters=[(one, london_day(one.went_at), LANGUAGES[one.language]) for one in letters],
        is_complaint=told.kind is Kind.COMPLAINT,
        talk=talk,
        is_news=any(one.is_ours and one.shown_at is None for one in talk),
        reference_late=not told.reference and told.reference_due_on < today(),
        **_on_the_map(told, course, history),
        **follow_course.shown(course, dates),
    )


def _address_today() -> str:
    """Who is guessing: a hash of the address that says nothing tomorrow."""
    secret = f"{current_app.secret_key}{today()}".encode()
    return hmac.new(secret, sender().encode(), hashlib.sha256).hexdigest()


@pages.post("")
@limiter.limit(GUESSES, key_func=_address_today, deduct_when=lambda response: g.get("wrong_code", False))
def give_code():
    try:
        code = parse_code(CodeForm().code.data or "")
    except InvalidCode:
        code = NO_CODE
    with records().writing() as db:
        told = representations.find_by_code(db, code, council().slug)
        if told is None:
            g.wrong_code = session["wrong_code"] = True
            note_wrong_guess()
            return redirect(url_for("follow.show"), code=303)
        holding.note_return(db, told.id, now())
        visits.forget(db, session.get("visit"))
        session["visit"] = visits.begin(db, told.id, now())
        waiting = _waiting(db, told)
    if waiting:
        session["ask_again"] = True
        return redirect(url_for("follow.ask", asking=waiting), code=303)
    return redirect(url_for("follow.show"), code=303)


@pages.post("/close")
def close():
    """Done looking, on a phone that others use."""
    with records().writing() as db:
        visits.forget(db, session.pop("visit", None))
    return redirect(url_for("stage_map.show"), code=303)


@pages.errorhandler(CSRFError)
def once_more(error: CSRFError):
    """The page was open too long. Nothing but a code was typed, and a code is not kept: ask for it again."""
    return redirect(url_for("follow.show"), code=303)


def find_visited(db: Db) -> Representation | None:
    """What this visit is to, if it is of this council and not over."""
    id = visits.find(db, session.get("visit"), now())
    try:
        return representations.get(db, id, council().slug) if id else None
    except representations.NoSuchRepresentation:
        return None


def _waiting(db: Db, told: Representation) -> str | None:
    """The page whose words were typed when the visit was over: they wait there to be sent."""
    draft = drafts.find(db, session.get("asking"), council().slug, now())
    if draft is None or draft.answers.get("under") != owner_of(db, told):
        return None
    may = may_ask(told)
    return next((asking for asking, what, *_words in WAYS if asking in draft.offered and what in may), None)


def owner_of(db: Db, told: Representation) -> str:
    """Whose words are typed on this one's pages: says nothing to anybody, and nobody can make it up."""
    return db.hash(f"asking:{told.id}")


def may_ask(told: Representation) -> list[What]:
    """What the young person may add or ask for now."""
    if told.stage in ENDINGS:
        return [What.MESSAGE, What.ASKED_NEXT_STAGE] if told.kind is Kind.COMPLAINT else [What.MESSAGE]
    if told.kind is Kind.COMPLAINT:
        return [What.MESSAGE, What.ASKED_NEXT_STAGE, What.ASKED_ADVOCATE, What.ASKED_TO_STOP]
    return [What.MESSAGE, What.ASKED_ADVOCATE, What.ASKED_TO_STOP]


def _on_the_map(told: Representation, course: Course, happened: list[Event]) -> dict:
    if told.kind is not Kind.COMPLAINT:
        told_of = follow_course.history(happened, course.made, None)
        return {"map": None, "here": None, "place": None, "ombudsman": None, "history": told_of}
    map = book().stage_map
    road = [step.id for step in map.steps if step.land not in ("before", "beside")]  # who knows if they talked first?
    here = find_here(told, road, course.made)
    return {
        "map": map,
        "here": here,
        "place": map.find_step(here.step) if here else None,
        "ombudsman": map.find_step("ombudsman"),
        "history": follow_course.history(happened, course.made, map),
    }
