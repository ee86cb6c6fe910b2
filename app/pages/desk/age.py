"""Page: how old the child is, said or put right after it was recorded."""

from flask import flash, g, redirect, render_template, url_for
from flask_babel import gettext as _

from app.forms.desk import DeskForm
from app.forms.desk_age import age_field, age_said
from app.pages.desk import finding
from app.pages.desk.blueprint import pages
from app.pages.desk.door import READERS, only
from app.pages.here import now, records
from app.records import representations, trail
from app.records.trail import Act


class AgeForm(DeskForm):
    age_group = age_field()


@pages.route("/representations/<id>/age", methods=["GET", "POST"])
@only(*READERS)
def age(id: str):
    with records().reading() as db:
        told = finding.get(db, id)
    form = AgeForm(data={"age_group": told.age_group or ""})
    if not form.validate_on_submit():
        return render_template("desk/age.html", form=form, told=told), form.status
    with records().writing() as db:
        told = finding.hold(db, id)
        representations.say_age(db, id, age_said(form.age_group))
        trail.add(db, now(), g.officer.council, g.officer.id, Act.AGE_SAID, id)
    flash(_("It is kept."))
    return redirect(url_for("desk.show", id=id), code=303)
