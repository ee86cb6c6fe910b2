"""Pages: the second step of signing in, and setting it up."""

from flask import flash, g, redirect, render_template, request, session, url_for
from flask_babel import gettext as _

from app.extensions import limiter
from app.forms.desk import PressForm
from app.forms.desk_signing_in import SecondStepForm, SetUpForm
from app.pages.desk import digits, door
from app.pages.desk.blueprint import pages
from app.pages.desk.door import at_least, fresh, only
from app.pages.desk.going_on import after, our_own
from app.pages.here import is_production, now, records
from app.records import challenges, desk_sessions, second_steps, trail
from app.records.desk_sessions import State
from app.records.officers import Role
from app.records.trail import Act

WRONG_DIGITS = "5 per 15 minutes"  # by whoever knows the password already: of a million, three are right at a time
WRONG_DIGITS_A_DAY = "50 per day"
SET_UP = "set-up"
ASKED = f"asked-{SET_UP}"


def _whose() -> str:
    return f"desk second step {g.half_in.id}"


def _was_wrong(response) -> bool:
    return g.get("wrong_digits", False)


@pages.route("/sign-in/second-step", methods=["GET", "POST"])
@at_least(State.SECOND_STEP)
@limiter.limit(WRONG_DIGITS, key_func=_whose, methods=["POST"], deduct_when=_was_wrong)
@limiter.limit(WRONG_DIGITS_A_DAY, key_func=_whose, methods=["POST"], deduct_when=_was_wrong)
def second_step():
    form = SecondStepForm(data={"then": request.args.get("then", "")})
    if not form.validate_on_submit():
        return render_template("security/second_step.html", form=form), form.status
    act = _take(form.digits.data)
    if act is None:
        g.wrong_digits = True
        form.digits.errors = [_("Those digits, or that code, are not right, or have been used. Try again.")]
        return render_template("security/second_step.html", form=form), 422
    door.come_in(g.half_in, act=act)
    if act is Act.SIGNED_IN_BY_RECOVERY_CODE:
        flash(_("That recovery code is used up. Make new ones, or set up the app again, under your name."))
    return redirect(after(form.then.data), code=303)


@pages.route("/second-step", methods=["GET", "POST"])
@at_least(State.SET_UP, State.IN)
@fresh
def set_up():
    """The secret is shown until the app has given the right digits for it; only then does it count."""
    secret = _secret_to_show()
    form = SetUpForm(data={"then": request.args.get("then", "")})
    if form.validate_on_submit():
        counter = digits.counter_of(secret, form.digits.data, now())
        if counter is not None:
            return _keep(secret, counter, form.then.data)
        form.digits.errors = [_("Those digits are not right. Is the clock of the phone right? Try the next ones.")]
    page = {"picture": digits.picture(secret, g.half_in.email), "secret": digits.in_groups(secret)}
    return render_template("security/set_up.html", form=form, **page), form.status if form.form_errors else (
        422 if form.errors else 200
    )


@pages.post("/you/recovery-codes")
@only(*Role)
@fresh
def make_recovery_codes():
    if not PressForm().validate_on_submit():
        flash(_("We could not be sure that this came from this page. Press again."))
        return redirect(url_for("desk.you"), code=303)
    return _show_codes(url_for("desk.you"))


@pages.post("/you/second-step-off")
@only(*Role)
@fresh
def second_step_off():
    """In development only: in production everybody has one."""
    if is_production() or not PressForm().validate_on_submit():
        flash(_("The second step stays."))
        return redirect(url_for("desk.you"), code=303)
    with records().writing() as db:
        second_steps.remove(db, g.officer.id)
        second_steps.forget_codes(db, g.officer.id)
        trail.add(db, now(), g.officer.council, g.officer.id, Act.SECOND_STEP_OFF)
    flash(_("There is no second step any more."))
    return redirect(url_for("desk.you"), code=303)


def go_on(officer, then: str | None):
    """After a right password: in, or first the second step, or first setting it up."""
    with records().reading() as db:
        has_one = second_steps.find(db, officer.id) is not None
    if has_one:
        door.come_in(officer, State.SECOND_STEP)
        return redirect(url_for("desk.second_step", then=our_own(then)), code=303)
    if is_production():
        door.come_in(officer, State.SET_UP)
        return redirect(url_for("desk.set_up", then=our_own(then)), code=303)
    door.come_in(officer)
    return redirect(after(then), code=303)


def _take(typed: str) -> Act | None:
    """Take these digits or this recovery code; how they came in then."""
    officer = g.half_in
    with records().writing() as db:
        step = second_steps.find(db, officer.id)
        counter = digits.counter_for(step, typed, now()) if step else None
        if counter is not None and second_steps.take_digits(db, officer.id, counter):
            return Act.SIGNED_IN
        if second_steps.take_code(db, officer.id, digits.tidy_code(typed)):
            return Act.SIGNED_IN_BY_RECOVERY_CODE
    return None


def _secret_to_show() -> str:
    with records().writing() as db:
        asked = challenges.find(db, session.get(ASKED), SET_UP, now())
        if asked and asked["officer"] == g.half_in.id:
            return asked["secret"]
        secret = digits.new_secret()
        session[ASKED] = challenges.ask(db, SET_UP, {"officer": g.half_in.id, "secret": secret}, now())
    return secret


def _keep(secret: str, counter: int, then: str | None):
    officer = g.half_in
    with records().writing() as db:
        challenges.take(db, session.pop(ASKED, None), SET_UP, now())
        second_steps.keep(db, officer.id, secret, counter, now())
        desk_sessions.end_all(db, officer.id, now())  # a device that came in without it comes in with it
        trail.add(db, now(), officer.council, officer.id, Act.SECOND_STEP_SET)
    door.come_in(officer)
    g.officer = officer
    return _show_codes(after(then))


def _show_codes(go_to: str):
    codes = digits.new_codes()
    with records().writing() as db:
        second_steps.keep_codes(db, g.officer.id, codes)
        trail.add(db, now(), g.officer.council, g.officer.id, Act.RECOVERY_CODES_MADE)
    return render_template("security/recovery_codes.html", codes=codes, go_to=go_to)
