"""Leave quickly: forget the draft, the visit and the session, and go somewhere neutral."""

from urllib.parse import urlsplit

from flask import Blueprint, abort, redirect, request, session

from app.extensions import csrf
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
    with records().writing() as db:
        for token in [*session.get("drafts", {}).values(), *session.get("sent", {}).values(), session.get("asking")]:
            drafts.forget(db, token)
        visits.forget(db, session.get("visit"))
    session.clear()


def _is_from_here() -> bool:
    site = request.headers.get("Sec-Fetch-Site")
    if site is not None:
        return site == "same-origin"
    origin = request.headers.get("Origin")
    return origin is not None and urlsplit(origin).netloc == request.host
