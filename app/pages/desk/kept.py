"""What an officer had typed when they were signed out: kept on the server, sealed, and theirs alone."""

from urllib.parse import urlsplit

from flask import request, session
from werkzeug.datastructures import MultiDict

from app.pages.desk.going_on import OUR_OWN_PAGE
from app.pages.here import now, records
from app.records import drafts

NEVER_KEPT = frozenset({"csrf_token", "password", "current", "digits", "answer"})
COUNCIL = "desk"  # in place of a council's slug, which this never is
KEY = "kept"


def keep(officer_id: str) -> bool:
    """Keep what this request brought. False when it brought nothing worth keeping."""
    typed = {name: values for name, values in request.form.lists() if name not in NEVER_KEPT}
    path = where_it_was_typed()
    if not typed or path is None:
        return False
    with records().writing() as db:
        drafts.forget(db, session.get(KEY))
        draft = drafts.begin(db, COUNCIL, now())
        drafts.keep(db, draft, now(), answers={"officer": officer_id, "path": path}, offered=typed)
    session[KEY] = draft.token
    return True


def where_it_was_typed() -> str | None:
    """The page with the form: this address, or for what only can be sent, the page of ours that it was sent from."""
    if "GET" in request.url_rule.methods:
        return request.path
    page = urlsplit(request.referrer or "")
    return page.path if page.netloc == request.host and OUR_OWN_PAGE.fullmatch(page.path) else None


def formdata(officer_id: str) -> dict[str, MultiDict]:
    """For a form to be filled in with: what this officer had typed on this page, if they come back to it."""
    if KEY not in session or request.method == "POST":
        return {}
    with records().reading() as db:
        draft = drafts.find(db, session[KEY], COUNCIL, now())
    if draft is None or draft.answers != {"officer": officer_id, "path": request.path}:
        return {}
    return {"formdata": MultiDict(draft.offered)}


def forget_what_was_sent(answer) -> None:
    """A form that was taken leads on with 303: what had been kept of it is of no more use."""
    if request.method != "POST" or KEY not in session or getattr(answer, "status_code", 0) != 303:
        return
    with records().reading() as db:
        draft = drafts.find(db, session[KEY], COUNCIL, now())
    if draft is None or draft.answers["path"] == where_it_was_typed():
        forget()


def forget() -> None:
    """It has been sent after all."""
    if KEY in session:
        with records().writing() as db:
            drafts.forget(db, session.pop(KEY))
