"""What an officer had typed when they were signed out: kept on the server, sealed, and theirs alone."""

from flask import request, session
from werkzeug.datastructures import MultiDict

from app.pages.here import now, records
from app.records import drafts

COUNCIL = "desk"  # in place of a council's slug, which this never is
KEY = "kept"


def keep(officer_id: str) -> bool:
    """Keep what this request brought. False when it brought nothing worth keeping."""
    typed = {name: values for name, values in request.form.lists() if name != "csrf_token"}
    if not typed or "GET" not in request.url_rule.methods:
        return False
    with records().writing() as db:
        drafts.forget(db, session.get(KEY))
        draft = drafts.begin(db, COUNCIL, now())
        drafts.keep(db, draft, now(), answers={"officer": officer_id, "path": request.path}, offered=typed)
    session[KEY] = draft.token
    return True


def formdata(officer_id: str) -> dict[str, MultiDict]:
    """For a form to be filled in with: what this officer had typed on this page, if they come back to it."""
    if KEY not in session or request.method == "POST":
        return {}
    with records().reading() as db:
        draft = drafts.find(db, session[KEY], COUNCIL, now())
    if draft is None or draft.answers != {"officer": officer_id, "path": request.path}:
        return {}
    return {"formdata": MultiDict(draft.offered)}


def forget() -> None:
    """It has been sent after all."""
    if KEY in session:
        with records().writing() as db:
            drafts.forget(db, session.pop(KEY))
