"""Page: a new follow-up code, for somebody the officer is sure of. Shown once, to be told in person or by voice."""

import secrets

from flask import g, render_template

from app.forms.desk import NewCodeForm
from app.model.event import What
from app.model.follow_up_code import new_code, parse_code
from app.pages.desk import finding
from app.pages.desk.blueprint import pages
from app.pages.desk.door import READERS, only
from app.pages.here import now, records
from app.records import codes, events, trail
from app.records.trail import Act


@pages.route("/representations/<id>/code", methods=["GET", "POST"])
@only(*READERS)
def make_code(id: str):
    form = NewCodeForm()
    with records().reading() as db:
        told = finding.get(db, id)
        has_code = codes.has_one(db, id)
    if not form.validate_on_submit():
        return render_template("desk/code.html", form=form, told=told, has_code=has_code), form.status
    code = new_code(secrets.randbelow)
    with records().writing() as db:
        finding.hold(db, id)
        codes.replace(db, id, parse_code(code))
        events.add(db, id, What.NEW_CODE, now(), officer=g.officer.id)
        trail.add(db, now(), g.officer.council, g.officer.id, Act.NEW_CODE, id)
    return render_template("desk/new_code.html", told=told, code=code)
