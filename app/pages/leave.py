"""Leave quickly: forget the draft, the visit and the session, and go somewhere neutral."""

from flask import Blueprint, abort, redirect, request, session
from sqlalchemy.exc import OperationalError

from app.extensions import csrf
from app.pages.errors import log
from app.pages.here import records
from app.records import drafts, visits

pages = Blueprint("leave", __name__)

NEUTRAL = "https://www.bbc.co.uk/weather"


@pages.get("/leave")
def go():
    """A plain link. Going back from there finds a form that is empty."""
    _forget()
    return redirect(NEUTRAL, code=303)


@pages.post("/leave")
@csrf.exempt  # a beacon carries no token; the origin says that it comes from here
def forget():
    if not _is_from_here():
        abort(403)
    _forget()
    return "", 204


def _forget() -> None:
    """Nobody is kept here because the database is away: the cookie goes, and what is left ends within the day."""
    tokens = [*session.get("drafts", {}).values(), *session.get("sent", {}).values(), session.get("asking")]
    visit = session.get("visit")
    session.clear()
    if not (visit or any(tokens)):
        return
    try:
        with records().writing() as db:
            for token in tokens:
                drafts.forget(db, token)
            visits.forget(db, visit)
    except OperationalError as error:
        log(error)


def _is_from_here() -> bool:
    site = request.headers.get("Sec-Fetch-Site")
    if site is not None:
        return site == "same-origin"
    origin = request.headers.get("Origin")
    return origin is not None and origin.partition("://")[2] == request.host
