"""Pages: how an officer signs in, and the devices they are signed in on."""

from flask import flash, g, redirect, render_template, url_for
from flask_babel import gettext as _

from app.forms.desk import PressForm
from app.forms.desk_signing_in import PasskeyForm
from app.model.london import london_day
from app.pages.desk import door
from app.pages.desk.blueprint import pages
from app.pages.desk.door import fresh, is_fresh, only
from app.pages.here import is_production, now, records
from app.records import desk_sessions, passkeys, second_steps, trail
from app.records.officers import Role
from app.records.trail import Act


@pages.get("/you")
@only(*Role)
def you():
    with records().reading() as db:
        devices = desk_sessions.how_many(db, g.officer.id, now())
        step = second_steps.find(db, g.officer.id)
        codes_left = second_steps.codes_left(db, g.officer.id)
        keys = passkeys.of_officer(db, g.officer.id)
    return render_template(
        "desk/you.html",
        devices=devices,
        step_since=london_day(step.since) if step else None,
        codes_left=codes_left,
        must_have_one=is_production(),
        passkeys=[(key, london_day(key.added_at)) for key in keys],
        new_key=PasskeyForm(),
        is_fresh=is_fresh(),
    )


@pages.get("/you/again")
@only(*Role)
@fresh
def sign_in_again():
    """For whoever signed in a while ago and wants to change how they sign in."""
    return redirect(url_for("desk.you"), code=303)


@pages.post("/you/everywhere")
@only(*Role)
def sign_out_everywhere():
    if not PressForm().validate_on_submit():
        flash(_("We could not be sure that this came from this page. Press again."))
        return redirect(url_for("desk.you"), code=303)
    with records().writing() as db:
        desk_sessions.end_all(db, g.officer.id, now())
        trail.add(db, now(), g.officer.council, g.officer.id, Act.SIGNED_OUT_EVERYWHERE)
    door.leave()
    flash(_("You have signed out on every device."))
    return redirect(url_for("desk.sign_in"), code=303)


@pages.get("/still-here")
@only(*Role)
def still_here():
    """For the script that warns a minute before the end: asking this is being here. How many seconds are left now."""
    seconds = g.desk_session.seconds_left(now())
    return str(seconds), {"Content-Type": "text/plain; charset=utf-8"}
