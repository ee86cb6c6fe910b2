"""Leave quickly: forget the draft, the visit and the session, and go somewhere neutral."""

from flask import Blueprint, Response, abort, make_response, redirect, request, session
from sqlalchemy.exc import OperationalError

from app.extensions import csrf
from app.pages import details
from app.pages.errors import log
from app.pages.headers import OTHER_SITES, is_from_here
from app.pages.here import records
from app.pages.tell_draft import is_shared
from app.records import drafts, visits

pages = Blueprint("leave", __name__)

NEUTRAL = "https://www.bbc.co.uk/weather"


@pages.get("/leave")
def go():
    """A plain link. Going back from there finds a form that is empty.

    A link on somebody else’s page leads to the neutral place too, and destroys nothing of a child’s.
    """
    away = redirect(NEUTRAL, code=303)
    return away if _is_from_elsewhere() else _leave(away)


@pages.post("/leave")
@csrf.exempt  # a beacon carries no token; the origin says that it comes from here
def forget():
    if not is_from_here():
        abort(403)
    return _leave(make_response("", 204))


def _leave(answer: Response) -> Response:
    """Forget, on the server and in the browser: the cookie, the pages saved for later, and the worker that keeps them.

    What an advocate asked us to remember stays for next time, unless others use this phone or computer too.
    """
    shared = is_shared()
    _forget(shared)
    if shared:
        details.take_cookie(answer)
    # Not "cache" as well: browsers hold an answer back until that is done, and it can take them seconds.
    answer.headers["Clear-Site-Data"] = '"storage"'
    return answer


def _forget(shared: bool) -> None:
    """Nobody is kept here because the database is away: the cookie goes, and what is left ends within the day."""
    tokens = [*session.get("drafts", {}).values(), *session.get("sent", {}).values(), session.get("asking")]
    visit = session.get("visit")
    session.clear()
    if not (visit or any(tokens) or shared):
        return
    try:
        with records().writing() as db:
            for token in tokens:
                drafts.forget(db, token)
            visits.forget(db, visit)
            if shared:
                details.forget(db)
    except OperationalError as error:
        log(error)


def _is_from_elsewhere() -> bool:
    """Old browsers do not say. Then an address that led here tells, if it came along; our own pages give theirs."""
    site = request.headers.get("Sec-Fetch-Site")
    if site is not None:
        return site in OTHER_SITES
    led_here = request.headers.get("Referer", "").partition("://")[2]
    return bool(led_here) and led_here.partition("/")[0] != request.host
