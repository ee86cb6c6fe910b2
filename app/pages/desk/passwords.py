"""Pages: a new password, by a letter to the officer's own mailbox or after giving the one that was."""

from flask import current_app, flash, g, redirect, render_template, url_for
from flask_babel import gettext as _
from flask_security.utils import hash_password

from app.councils.council import Council
from app.extensions import limiter
from app.forms.desk_signing_in import AskForPasswordForm, ChangePasswordForm, NewPasswordForm
from app.pages.desk import door
from app.pages.desk.blueprint import pages
from app.pages.desk.door import anybody, only
from app.pages.here import library, now, post_addresses, records, sender
from app.post.addresses import find_email
from app.post.to_officers import new_password_letter, password_changed_letter
from app.records import challenges, desk_sessions, new_passwords, officers, outbox, trail
from app.records.database import Db
from app.records.officers import Officer, Role
from app.records.trail import Act

ASKED_FROM_ONE_ADDRESS = "20 per 15 minutes"
WRONG_AT_CHANGING = "10 per 15 minutes"


@pages.route("/new-password", methods=["GET", "POST"])
@anybody
@limiter.limit(ASKED_FROM_ONE_ADDRESS, key_func=lambda: f"desk new password {sender()}", methods=["POST"])
def ask_for_password():
    form = AskForPasswordForm()
    if not form.validate_on_submit():
        return render_template("security/ask_for_password.html", form=form), form.status
    _write_to(form.email.data)
    flash(_("If somebody signs in here with that address, a letter is on its way to it. It works once, for an hour."))
    return redirect(url_for("desk.sign_in"), code=303)


@pages.route("/new-password/<token>", methods=["GET", "POST"])
@anybody
@limiter.limit(ASKED_FROM_ONE_ADDRESS, key_func=lambda: f"desk new password {sender()}", methods=["POST"])
def choose_password(token: str):
    """Looking changes nothing: mail systems open every link before a person does."""
    with records().reading() as db:
        officer = new_passwords.find(db, token, now())
    if officer is None:
        return _used_up()
    form = NewPasswordForm(email=officer.email)
    if not form.validate_on_submit():
        return render_template("security/choose_password.html", form=form, token=token), form.status
    hashed = hash_password(form.password.data)
    with records().writing() as db:
        officer = new_passwords.take(db, token, now())
        if officer:
            _keep(db, officer, hashed)
            trail.add(db, now(), officer.council, officer.id, Act.PASSWORD_CHANGED)
    if officer is None:
        return _used_up()
    flash(_("Your new password is kept, and every device is signed out. Sign in with it now."))
    return redirect(url_for("desk.sign_in"), code=303)


@pages.route("/you/password", methods=["GET", "POST"])
@only(*Role)
@limiter.limit(
    WRONG_AT_CHANGING,
    key_func=lambda: f"desk change {g.officer.id if g.get('officer') else sender()}",
    methods=["POST"],
    deduct_when=lambda response: g.get("wrong_password", False),
)
def change_password():
    form = ChangePasswordForm(email=g.officer.email)
    if not form.validate_on_submit():
        return render_template("security/change_password.html", form=form), form.status
    account = current_app.extensions["security"].datastore.find_user(email=g.officer.email)
    if not account.verify_and_update_password(form.current.data):
        g.wrong_password = True
        form.current.errors = [_("That is not the password you have now. Try again.")]
        return render_template("security/change_password.html", form=form), 422
    hashed = hash_password(form.password.data)
    with records().writing() as db:
        _keep(db, g.officer, hashed)
    door.come_in(g.officer, act=Act.PASSWORD_CHANGED)
    flash(_("Your new password is kept. Every other device is signed out."))
    return redirect(url_for("desk.you"), code=303)


def _keep(db: Db, officer: Officer, hashed: str) -> None:
    officers.keep_password(db, officer.id, hashed)
    new_passwords.forget_of(db, officer.id)
    desk_sessions.end_all(db, officer.id, now())
    council = library().find_council(officer.council)
    if council:  # its folder may be gone; then there is nobody to write from
        outbox.queue(db, password_changed_letter(council, officer.email, now()))


def _write_to(typed: str) -> None:
    """A letter to an officer. For an address that is nobody's as much is done and kept, so that it takes as long."""
    with records().writing() as db:
        officer = officers.find(db, typed)
        council = library().find_council(officer.council) if officer and officer.active else None
        token = new_passwords.ask(db, officer.id, now()) if council else None
        if token:
            outbox.queue(db, _letter(council, officer.email, token))
        else:
            letter = _letter(next(iter(library().councils.values())), find_email(typed) or "nobody@example.org", "x")
            challenges.ask(db, "nobody", {"of": len(letter.message)}, now())
            challenges.ask(db, "nobody", {"of": letter.message.decode("ascii")}, now())


def _letter(council: Council, recipient: str, token: str):
    return new_password_letter(council, recipient, post_addresses().of_new_password(token), now())


def _used_up():
    flash(_("That does not work any more: it works once, for an hour. Ask for another letter."))
    return redirect(url_for("desk.ask_for_password"), code=303)
