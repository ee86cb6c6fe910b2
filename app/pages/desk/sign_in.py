"""Pages: signing in at the desk, and out of it."""

import re

from flask import current_app, flash, g, redirect, render_template, request, url_for
from flask_babel import gettext as _
from flask_limiter import RateLimitExceeded
from flask_security.utils import hash_password, login_user

from app.extensions import limiter
from app.forms.desk import PressForm, SignInForm
from app.pages.desk import door
from app.pages.desk.blueprint import pages
from app.pages.desk.door import anybody, only
from app.pages.here import now, records, sender
from app.records import officers, trail
from app.records.officers import Role, tidy
from app.records.trail import Act

WRONG_FROM_ONE_ADDRESS = "30 per 15 minutes"  # a whole council may stand behind one
WRONG_FOR_ONE_ACCOUNT = "10 per 15 minutes"  # from one address: nobody can keep an officer out from elsewhere
WRONG_FOR_ONE_ACCOUNT_ANYWHERE = "100 per 15 minutes"
OUR_OWN_PAGE = re.compile(r"/desk/[A-Za-z0-9/-]*(\?[A-Za-z0-9=&_-]*)?")


def _address() -> str:
    return f"desk {sender()}"


def _account() -> str:
    return f"desk account {tidy(request.form.get('email', ''))[:254]}"


def _account_from_one_address() -> str:
    return f"{_account()} {sender()}"


def _was_wrong(response) -> bool:
    return g.get("wrong_password", False)


@pages.route("/sign-in", methods=["GET", "POST"])
@anybody
@limiter.limit(WRONG_FROM_ONE_ADDRESS, key_func=_address, methods=["POST"], deduct_when=_was_wrong)
@limiter.limit(WRONG_FOR_ONE_ACCOUNT, key_func=_account_from_one_address, methods=["POST"], deduct_when=_was_wrong)
@limiter.limit(WRONG_FOR_ONE_ACCOUNT_ANYWHERE, key_func=_account, methods=["POST"], deduct_when=_was_wrong)
def sign_in():
    if door.find_officer():
        return redirect(url_for("desk.today"), code=303)
    form = SignInForm(data={"then": request.args.get("then", "")})
    if form.validate_on_submit():
        account = _find_account(form.email.data, form.password.data)
        if account is not None:
            _let_in(account)
            return redirect(_after(form.then.data), code=303)
        g.wrong_password = True
        form.form_errors = [_("That address and password do not belong together. Try again.")]
        return render_template("security/sign_in.html", form=form), 422
    return render_template("security/sign_in.html", form=form), form.status


@pages.errorhandler(RateLimitExceeded)
def wait(error: RateLimitExceeded):
    form = SignInForm()
    form.form_errors = [_("There were many tries in a short time. Wait a quarter of an hour, then try again.")]
    return render_template("security/sign_in.html", form=form), 429, {"Retry-After": "900"}


@pages.post("/sign-out")
@only(*Role)
def sign_out():
    if not PressForm().validate_on_submit():
        flash(_("We could not be sure that this came from this page. Press again."))
        return redirect(url_for("desk.today"), code=303)
    with records().writing() as db:
        officers.end_sessions(db, g.officer.id)
        trail.add(db, now(), g.officer.council, g.officer.id, Act.SIGNED_OUT)
    door.leave()
    flash(_("You have signed out."))
    return redirect(url_for("desk.sign_in"), code=303)


def _find_account(email: str, password: str):
    """Whose address and password these are. An unknown address takes as long as a wrong password."""
    account = current_app.extensions["security"].datastore.find_user(email=email)
    if account is None:
        hash_password(password)
        return None
    return account if account.verify_and_update_password(password) and account.active else None


def _let_in(account) -> None:
    with records().writing() as db:  # first: nobody is in of whom the trail does not know
        trail.add(db, now(), account.officer.council, account.officer.id, Act.SIGNED_IN)
    login_user(account, remember=False, authn_via=["password"])
    door.come_in(account.officer)


def _after(then: str | None) -> str:
    """A page of the desk, and nothing else, whoever wrote the link."""
    return then if then and OUR_OWN_PAGE.fullmatch(then) else url_for("desk.today")
