"""Pages: signing in with a passkey, and the passkeys an officer has."""

from flask import abort, flash, g, redirect, render_template, request, session, url_for
from flask_babel import gettext as _

from app.extensions import limiter
from app.forms.desk import PressForm
from app.forms.desk_signing_in import PasskeyForm
from app.pages.desk import door, webauthn_talk
from app.pages.desk.blueprint import pages
from app.pages.desk.door import anybody, fresh, only
from app.pages.desk.finding import check_id
from app.pages.desk.going_on import after
from app.pages.desk.webauthn_talk import Desk, NotProved
from app.pages.here import now, post_addresses, records, sender
from app.records import challenges, passkeys, trail
from app.records.officers import Officer, Role
from app.records.trail import Act

TRIES_FROM_ONE_ADDRESS = "60 per 15 minutes"
JSON = {"Content-Type": "application/json"}
PASSKEY = "passkey"
ASKED = f"asked-{PASSKEY}"


@pages.route("/sign-in/passkey", methods=["GET", "POST"])
@anybody
@limiter.limit(TRIES_FROM_ONE_ADDRESS, key_func=lambda: f"desk passkey {sender()}")
def sign_in_with_passkey():
    """GET: the question, for the page's script. POST: the answer."""
    desk = where()
    if desk is None:
        return redirect(url_for("desk.sign_in"), code=303)
    if request.method != "POST":
        return _ask(desk.ask_for_one())
    form = PasskeyForm()
    officer = _prove(desk, form.answer.data) if form.validate_on_submit() else None
    if officer is None:
        flash(_("That passkey did not let you in. Try again, or give your password."))
        return redirect(url_for("desk.sign_in"), code=303)
    door.come_in(officer, act=Act.SIGNED_IN_BY_PASSKEY)
    return redirect(after(form.then.data), code=303)


@pages.route("/you/passkeys", methods=["GET", "POST"])
@only(*Role)
def add_passkey():
    """GET: the question, for the page's script. POST: the answer, and what the officer calls it."""
    if not door.is_fresh():
        return door.ask_to_sign_in_again() if request.method == "POST" else ("", 403)
    desk = where()
    if desk is None:
        return redirect(url_for("desk.you"), code=303)
    if request.method != "POST":
        with records().reading() as db:
            known = passkeys.of_officer(db, g.officer.id)
        return _ask(desk.ask_for_new(g.officer, known))
    form = PasskeyForm()
    if form.validate_on_submit() and _add(desk, form.answer.data, (form.name.data or "").strip()):
        flash(_("Your passkey is kept. Next time it lets you in by itself."))
    else:
        flash(_("That passkey was not kept. Try again."))
    return redirect(url_for("desk.you"), code=303)


@pages.route("/you/passkeys/<id>/remove", methods=["GET", "POST"])
@only(*Role)
@fresh
def remove_passkey(id: str):
    check_id(id)
    with records().reading() as db:
        key = next((key for key in passkeys.of_officer(db, g.officer.id) if key.id == id), None) or abort(404)
    form = PressForm()
    if not form.validate_on_submit():
        return render_template("security/remove_passkey.html", form=form, key=key), form.status
    with records().writing() as db:
        if passkeys.remove(db, id, g.officer.id):
            trail.add(db, now(), g.officer.council, g.officer.id, Act.PASSKEY_REMOVED)
    flash(_("That passkey opens nothing any more."))
    return redirect(url_for("desk.you"), code=303)


def where() -> Desk | None:
    """The address that passkeys are for. None where there cannot be any."""
    return webauthn_talk.desk_at(post_addresses().desk)


def _ask(question: str):
    with records().writing() as db:
        session[ASKED] = challenges.ask(db, PASSKEY, {"question": question}, now())
    return question, JSON


def _asked() -> str | None:
    with records().writing() as db:
        asked = challenges.take(db, session.pop(ASKED, None), PASSKEY, now())
    return asked["question"] if asked else None


def _prove(desk: Desk, answer: str) -> Officer | None:
    asked = _asked()
    if asked is None:
        return None
    try:
        with records().writing() as db:
            found = passkeys.find(db, webauthn_talk.credential_of(answer))
            if found is None:
                return None
            key, officer = found
            passkeys.note_used(db, key.id, desk.uses_of(answer, asked, key), now())
    except NotProved:
        return None
    return officer


def _add(desk: Desk, answer: str, name: str) -> bool:
    asked = _asked()
    if asked is None:
        return False
    try:
        credential, public_key, uses = desk.new_one(answer, asked)
    except NotProved:
        return False
    with records().writing() as db:
        is_new = passkeys.add(db, g.officer.id, credential, public_key, uses, name or _("Passkey"), now())
        if is_new:
            trail.add(db, now(), g.officer.council, g.officer.id, Act.PASSKEY_ADDED)
    return is_new
