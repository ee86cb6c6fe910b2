"""Pages: a young person adds something, asks for the next stage or an advocate, or asks to stop."""

import hashlib

from flask import abort, redirect, render_template, session, url_for
from flask_wtf.csrf import CSRFError

from app.extensions import csrf
from app.forms.follow import AskForm
from app.model.event import What
from app.model.representation import Representation
from app.pages.follow import find_visited, may_ask, pages
from app.pages.here import council, now, post_addresses, records
from app.post.letters import asking_letter
from app.records import drafts, events, outbox
from app.records.database import Db

# Neutral addresses: nothing in the browser's history says what was asked.
ASKINGS = {
    "more": What.MESSAGE,
    "next": What.ASKED_NEXT_STAGE,
    "help": What.ASKED_ADVOCATE,
    "end": What.ASKED_TO_STOP,
}


@pages.get("/<any(more, next, help, end):asking>")
def ask(asking: str):
    what = ASKINGS[asking]
    with records().writing() as db:
        told = find_visited(db)
        if told is None:
            return redirect(url_for("follow.show"), code=303)
        if what not in may_ask(told):
            abort(404)
        draft = _draft_of(db, told)
    offered = draft.offered.get(asking)
    form = AskForm(what=what, meta={"csrf": False}, data={"words": offered or "", "once": f"{draft.sending}:{asking}"})
    again = session.pop("ask_again", False)
    if offered is not None and not again:
        form.validate()
    return render_template("follow/ask.html", form=form, asking=asking, what=what, told=told, again=again)


@pages.post("/<any(more, next, help, end):asking>")
@csrf.exempt  # checked here, so that the words are kept when it fails
def send(asking: str):
    what = ASKINGS[asking]
    form = AskForm(what=what, meta={"csrf": False})
    form.words.data = (form.words.data or "").replace("\r\n", "\n").replace("\r", "\n")
    token_is_good = _has_good_token()
    with records().writing() as db:
        told = find_visited(db)
        if told is None or not token_is_good or not form.validate():
            _keep_words(db, told, asking, form.words.data)
            session["ask_again"] = not token_is_good
            return redirect(url_for("follow.ask", asking=asking) if told else url_for("follow.show"), code=303)
        if what not in may_ask(told):
            abort(404)
        _receive(db, told, what, form)
        drafts.forget(db, session.pop("asking", None))
    session["asked"] = what
    return redirect(url_for("follow.show"), code=303)


def _receive(db: Db, told: Representation, what: What, form: AskForm) -> None:
    """The event and its letter to the council, in the one transaction: both, or neither.

    The same words from the same page are one asking, however often they are sent; other words are another.
    """
    sent = "\n".join((what, form.once.data or "", form.words.data))
    once = f"{told.id}:{hashlib.sha256(sent.encode()).hexdigest()}"
    if events.add(db, told.id, what, now(), words=form.words.data, once=once):
        outbox.queue(db, asking_letter(told, council(), what, form.words.data, post_addresses(), now(), once))


def _has_good_token() -> bool:
    try:
        csrf.protect()
    except CSRFError:
        return False
    return True


def _draft_of(db: Db, told: Representation) -> drafts.Draft:
    """The draft of what is being asked about this representation; never somebody else's words."""
    draft = drafts.find(db, session.get("asking"), council().slug, now())
    if draft and draft.answers.get("of") in (told.id, None):
        return drafts.keep(db, draft, now(), answers={"of": told.id})
    drafts.forget(db, session.get("asking"))
    draft = drafts.keep(db, drafts.begin(db, council().slug, now()), now(), answers={"of": told.id})
    session["asking"] = draft.token
    return draft


def _keep_words(db: Db, told: Representation | None, asking: str, words: str) -> None:
    """Nothing typed is lost: it waits until the code is given again, or the mistake is mended."""
    if told:
        draft = _draft_of(db, told)
    else:
        found = drafts.find(db, session.get("asking"), council().slug, now())
        draft = found or drafts.begin(db, council().slug, now())
        session["asking"] = draft.token
    drafts.keep(db, draft, now(), offered=draft.offered | {asking: words})
