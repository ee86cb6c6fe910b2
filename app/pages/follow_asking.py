"""Pages: a young person adds something, asks for the next stage or an advocate, or asks to stop."""

import hashlib
import re
from functools import partial

from flask import abort, redirect, render_template, session, url_for
from flask_wtf.csrf import CSRFError

from app.extensions import csrf
from app.forms.follow import AskForm
from app.model.event import What
from app.model.representation import Representation
from app.pages.follow import find_visited, may_ask, owner_of, pages
from app.pages.here import council, now, post_addresses, records
from app.pages.ways import language_wanted
from app.post import owed
from app.post.letters import asking_letter
from app.records import drafts, events, visits
from app.records.database import Db

AN_OWNER = re.compile(r"[0-9a-f]{64}")
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
        owner = owner_of(db, told)
        draft = _draft_of(db, owner)
    offered = draft.offered.get(asking)
    shown = {"words": offered or "", "once": f"{draft.sending}:{asking}", "under": owner}
    form = AskForm(what=what, meta={"csrf": False}, data=shown)
    again = session.pop("ask_again", False)
    if offered is not None and not again:
        form.validate()
    return render_template(
        "follow/ask.html", form=form, asking=asking, what=what, told=told, again=again, saving="asking"
    )


@pages.post("/<any(more, next, help, end):asking>")
@csrf.exempt  # checked here, so that the words are kept when it fails
def send(asking: str):
    what = ASKINGS[asking]
    form = AskForm(what=what, meta={"csrf": False})
    form.words.data = (form.words.data or "").replace("\r\n", "\n").replace("\r", "\n")
    token_is_good = _has_good_token()
    with records().writing() as db:
        told = _find_owner(db, form)
        language = language_wanted()
        if told is None or not token_is_good or language or not form.validate():
            if language and token_is_good and not form.words.data.strip():
                return redirect(url_for("follow.ask", asking=asking, language=language), code=303)
            _keep_words(db, form.under.data or "", asking, form.words.data)
            session["ask_again"] = not token_is_good
            way = {"language": language} if language else {}
            address = url_for("follow.ask", asking=asking, **way) if told else url_for("follow.show", **way)
            return redirect(address, code=303)
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
        letter = partial(asking_letter, told, council(), what, form.words.data, post_addresses(), now(), once)
        owed.queue(db, told, letter, now())


def _has_good_token() -> bool:
    try:
        csrf.protect()
    except CSRFError:
        return False
    return True


def _find_owner(db: Db, form: AskForm) -> Representation | None:
    """What this visit is to, if the page was opened under the same code. Another code has been given in this browser
    since: then nobody sees or sends anything before the right one is given again.
    """
    told = find_visited(db)
    if told and form.under.data != owner_of(db, told):
        visits.forget(db, session.pop("visit"))
        return None
    return told


def _draft_of(db: Db, owner: str) -> drafts.Draft:
    """The draft of what is being asked under one code; never somebody else's words."""
    draft = drafts.find(db, session.get("asking"), council().slug, now())
    if draft and draft.answers.get("under") == owner:
        return drafts.keep(db, draft, now())
    drafts.forget(db, session.get("asking"))
    draft = drafts.keep(db, drafts.begin(db, council().slug, now()), now(), answers={"under": owner})
    session["asking"] = draft.token
    return draft


def _keep_words(db: Db, owner: str, asking: str, words: str) -> None:
    """Nothing typed is lost: it waits until its own code is given again, or the mistake is mended."""
    if AN_OWNER.fullmatch(owner):  # else it was not typed on a page of ours
        draft = _draft_of(db, owner)
        drafts.keep(db, draft, now(), offered=draft.offered | {asking: words})
