"""The form's blueprint, and the draft behind it. The cookie holds only a token; the words stay on the server."""

from datetime import timedelta

from flask import Blueprint, redirect, request, session, url_for
from flask_babel import lazy_gettext as _l

from app.extensions import htmx
from app.forms.answers import Answers
from app.forms.files.form import NUMBER as FILES
from app.forms.journey import next_question
from app.pages.here import council, now
from app.pages.robots import are_many_drafts
from app.records import drafts
from app.records.database import Db
from app.records.drafts import Draft

pages = Blueprint("tell", __name__, url_prefix="/<council>/<language>/form")

ASK_AGAIN_AFTER = timedelta(minutes=20)  # then it may be somebody else who holds the phone

# Told once, on the page that an answer leads to. The key stands in the address, so it says nothing either.
NOTICES = {
    "again": _l("We could not be sure that this came from your page. It is all here. Press the button once more."),
    "lost": _l("We have what you just wrote. We could not find your earlier answers, so we ask for them again."),
    "lost-again": _l(
        "What you just wrote is here. We could not find your earlier answers. Press the button once more, and we ask"
        " for them again."
    ),
    "new": _l("What you sent before is safe. This is a new one, and it begins with what you just wrote."),
    "cookies": _l(
        "Your phone or computer did not keep the small note, called a cookie, that holds your answers together."
        " Allow cookies for this site, then try again. Or tell us another way."
    ),
    "forgotten": _l("Your details are forgotten."),
    "again-files": _l("We could not be sure that this came from your page. Choose your files once more."),
    "busy-files": _l("We could not keep that just now. Wait a minute, then choose your files once more."),
    "much-files": _l("That is too much at once. Add them one by one. Each can be 10 MB at most."),
    "busy": _l("We could not keep that just now. It is still here. Wait a minute, then press the button once more."),
}


def find_draft(db: Db, *, hold: bool = False) -> Draft | None:
    """The draft that this browser has open here. It may have been sent already, in another tab or a moment ago."""
    return drafts.find(db, session.get("drafts", {}).get(council().slug), council().slug, now(), hold=hold)


def begin_draft(db: Db) -> Draft:
    return drafts.begin(db, council().slug, now(), shared=is_shared() or are_many_drafts(db))


def is_shared() -> bool:
    """Did they say that others use this phone too? Said again of a draft that is begun when the first one is gone."""
    return bool(session.get("shared"))


def find_sent(db: Db) -> Draft | None:
    """The draft that was sent last from this browser, while its code may still be shown."""
    return drafts.find(db, session.get("sent", {}).get(council().slug), council().slug, now())


def remember_draft(draft: Draft) -> None:
    if session.get("drafts", {}).get(council().slug) != draft.token:
        session["drafts"] = {**session.get("drafts", {}), council().slug: draft.token}


def remember_sent(draft: Draft) -> None:
    """The token moves: the draft is no longer open, and its code can be shown."""
    session["sent"] = {**session.get("sent", {}), council().slug: draft.token}
    forget_token()


def forget_token() -> None:
    session["drafts"] = {slug: token for slug, token in session.get("drafts", {}).items() if slug != council().slug}


def has_token() -> bool:
    return council().slug in session.get("drafts", {})


def has_sent() -> bool:
    return council().slug in session.get("sent", {})


def draft_to_change(db: Db, number: int) -> tuple[Draft, str | None]:
    """The draft to put an answer in, and what the child should be told if it is not the one they began."""
    draft = find_draft(db, hold=True)
    if draft and not draft.sent_id:
        return draft, None
    if draft:
        remember_sent(draft)
        return begin_draft(db), "new"
    if number == 1 and not has_token():
        return begin_draft(db), None
    return begin_draft(db), "new" if has_sent() and not has_token() else "lost"


def notice_asked() -> str:
    """The notice that the page before sent us here with."""
    key = request.args.get("note", "")
    return NOTICES.get("cookies" if key and not session else key, "")


def page_after(answers: Answers, offered: dict, note: str | None = None) -> str:
    following = next_question(answers, offered)
    if following is None:
        return url_for("tell.check", note=note)
    return url_for("tell.question", number=following.number, note=note)


def files_did_not_come(note: str):
    """Back to the page where files are added, which says what to do."""
    return redirect(url_for("tell.question", number=FILES, note=note), code=303)


def wants_fragment() -> bool:
    """htmx swaps one part of the page; going back through its history it asks for the whole."""
    return bool(htmx) and request.headers.get("HX-Request-Type", "partial") == "partial"


@pages.after_request
def say_what_it_depends_on(response):
    response.vary.add("HX-Request")
    response.vary.add("HX-Request-Type")
    return response
