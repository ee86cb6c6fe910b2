"""Leave quickly: forget the draft, the visit and the session, and go somewhere neutral."""

from flask import Blueprint, Response, abort, make_response, redirect, request, session
from sqlalchemy.exc import OperationalError

from app.extensions import csrf
from app.pages.errors import log
from app.pages.headers import OTHER_SITES, is_from_here
from app.pages.here import records
from app.records import drafts, visits

pages = Blueprint("leave", __name__)

NEUTRAL = "https://www.bbc.co.uk/weather"


@pages.get("/leave")
def go():
    """A plain link. Going back from there finds a form that is empty.

    A link on somebody else’s page leads to the neutral place too, and destroys nothing of a child’s.
    """
    away = redirect(NEUTRAL, code=303)
    if _is_from_elsewhere():
        return away
    _forget()
    return _and_what_is_saved(away)


@pages.post("/leave")
@csrf.exempt  # a beacon carries no token; the origin says that it comes from here
def forget():
    if not is_from_here():
        abort(403)
    _forget()
    return _and_what_is_saved(make_response("", 204))


def _and_what_is_saved(answer: Response) -> Response:
    """The browser forgets the pages saved for later, and the worker that keeps them. Not "cache" as well: browsers
    hold an answer back until that is done, and it can take them seconds."""
    answer.headers["Clear-Site-Data"] = '"storage"'
    return answer


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


def _is_from_elsewhere() -> bool:
    """Old browsers do not say. Then an address that led here tells, if it came along; our own pages give theirs."""
    site = request.headers.get("Sec-Fetch-Site")
    if site is not None:
        return site in OTHER_SITES
    led_here = request.headers.get("Referer", "").partition("://")[2]
    return bool(led_here) and led_here.partition("/")[0] != request.host
