"""Pages: writing to the young person on their own page, and saying that what they added has been read."""

import hashlib
import secrets

from flask import flash, g, redirect, render_template, url_for
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from app.councils.languages import ENGLISH, LANGUAGES, Language
from app.forms.desk_messages import HeardForm, MessageForm
from app.model.event import What
from app.model.representation import Representation, Way
from app.pages.desk import finding, kept
from app.pages.desk.blueprint import pages
from app.pages.desk.door import READERS, only, own_council
from app.pages.here import holidays, now, records
from app.post.news import tell_news
from app.records import codes, events, messages, officers, trail, unheard
from app.records.database import Db
from app.records.events import Event
from app.records.messages import Message
from app.records.trail import Act

ONCE_LETTERS = 32
STALE = 409  # something has come, or somebody else was quicker
BY_HAND = _l("Telling them that there is news, in the way that is safe, is set as a task for a person.")
# How they hear that there is a message.
HOW_TOLD = dict.fromkeys(Way, BY_HAND) | {
    Way.EMAIL: _l("They get an email that says only that there is news, and where to look."),
    Way.CODE: _l("Nobody tells them that it is there: they see it when they next look with their code."),
}


@pages.route("/representations/<id>/messages", methods=["GET", "POST"])
@only(*READERS)
def write(id: str):
    with records().reading() as db:
        told = finding.get(db, id)
        said = messages.of(events.of(db, id))
    theirs = LANGUAGES.get(told.language) or Language(told.language, told.language)
    first = {"once": secrets.token_hex(16), "seen": str(messages.last_number(said))}
    form = MessageForm(**kept.formdata(g.officer.id), data=first, theirs=theirs, has_name=bool(g.officer.name))
    status = form.status
    if form.validate_on_submit():
        if _send(id, form):
            kept.forget()
            return redirect(url_for("desk.show", id=id), code=303)
        status = STALE
    elif form.is_submitted():
        status = form.status
    return _page(id, form, status)


@pages.post("/representations/<id>/messages/read")
@only(*READERS)
def mark_read(id: str):
    form = HeardForm()
    good = form.validate_on_submit()
    with records().writing() as db:
        finding.hold(db, id)
        last = messages.last_number(messages.of(events.of(db, id)))
        is_last = good and last == form.number_seen
        is_new = is_last and messages.mark_heard(db, id, g.officer.id, last, now())
        if is_new:
            trail.add(db, now(), g.officer.council, g.officer.id, Act.HEARD, id)
    if not good:
        flash(_("We could not be sure that this came from this page. Press again."))
    elif not is_last:
        flash(_("Something has come since. Read it too, and press again."))
    else:
        flash(_("Kept: it has been read.") if is_new else _("That was done already."))
    return redirect(url_for("desk.show", id=id), code=303)


def shown(db: Db, told: Representation, history: list[Event]) -> dict:
    """For the page of a representation, and for the one to write on."""
    said = messages.of(history)
    heard = HeardForm(formdata=None)
    heard.seen.data = str(messages.last_number(said))
    names = {one.id: one.called for one in officers.of_council(db, g.officer.council)}
    return {
        "talk": [{"it": one, "by": names.get(one.officer, ""), "in": _in(one)} for one in said],
        "heard": heard if What.MESSAGE in unheard.of(db, [told.id]).get(told.id, {}) else None,
    }


def _in(one: Message) -> str:
    """The name of the language it was written in, where that is not English."""
    return LANGUAGES[one.language].english if one.language in LANGUAGES and one.language != ENGLISH.tag else ""


def _page(id: str, form: MessageForm, status: int):
    """With everything that was said before, so that it is a reading of it: in the trail."""
    with records().writing() as db:
        told = finding.get(db, id)
        history = events.of(db, id)
        facts = shown(db, told, history) | {"has_code": codes.has_one(db, id)}
        trail.add(db, now(), g.officer.council, g.officer.id, Act.READ, id)
    changed = [row for row in facts["talk"] if row["it"].number > max(form.number_seen, 0)]
    form.seen.data = str(messages.last_number(messages.of(history)))  # they see everything now
    return render_template(
        "desk/write.html", form=form, told=told, changed=changed, how_told=HOW_TOLD[told.contact.way], **facts
    ), status


def _send(id: str, form: MessageForm) -> bool:
    """Whether it stands now: sent, or sent already by the very same press. False when something has come meanwhile."""
    words, council = form.words.data, own_council()
    pressed = "\n".join((g.officer.id, (form.once.data or "")[:ONCE_LETTERS], words))
    once = f"{id}:{hashlib.sha256(pressed.encode()).hexdigest()[:32]}"
    signed = g.officer.name if form.is_signed else ""
    with records().writing() as db:
        told = finding.hold(db, id)
        is_known = messages.is_written(db, id, once)
        if not is_known:
            if messages.last_number(messages.of(events.of(db, id))) > form.number_seen:
                return False
            messages.write(db, id, g.officer.id, words, form.language_tag, signed, now(), once)
            tell_news(db, told, council, finding.addresses(), holidays(), now(), f"message:{once}")
            trail.add(db, now(), council.slug, g.officer.id, Act.WROTE, id)
    flash(_("It was sent already. Nothing was done twice.") if is_known else _("Sent. It is on their own page now."))
    return True
