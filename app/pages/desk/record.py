"""Page: recording. The officer chooses whom the young person can ask, and confirms the dates."""

from flask import flash, g, redirect, render_template, url_for
from flask_babel import gettext as _

from app.forms.desk import RecordForm
from app.forms.desk_age import age_said
from app.model import due
from app.model.event import What
from app.model.representation import Representation
from app.model.stage import ENDINGS
from app.pages.desk import drafting, finding, kept, recording, standing, wording
from app.pages.desk.blueprint import pages
from app.pages.desk.door import READERS, only, own_council
from app.pages.here import holidays, now, records, today
from app.records import events, officers, readers, representations
from app.records.database import Db
from app.records.officers import Officer

TEAM = "team"


@pages.route("/representations/<id>/record", methods=["GET", "POST"])
@only(*READERS)
def record(id: str):
    with records().reading() as db:
        told = finding.get(db, id)
        kept = readers.of(db, id)
        contacts = _contacts([one for one in officers.of_council(db, g.officer.council) if not kept.keeps_out(one)])
    form = _form(told, contacts)
    if told.recorded_at is None and form.validate_on_submit():
        with records().writing() as db:
            told = finding.hold(db, id)
            if told.recorded_at is None:
                answer = form.answer_due_on.data if "answer_due_on" in form else None
                name, details = contacts[form.contact.data]
                reference = recording.record(
                    db, told, own_council(), g.officer, (name, details), answer, finding.addresses(), now()
                )
                representations.say_age(db, id, age_said(form.age_group))
                drafting.draft(db, representations.get(db, id, told.council))
                flash(_("Recorded. The reference number is %(reference)s.", reference=reference))
                told = None
    if told is None or told.recorded_at is not None:
        return _go_back(id, is_done=told is None)
    return render_template(
        "desk/record.html",
        form=form,
        told=told,
        reference_standing=standing.of_reference(told, today(), holidays()),
        longest=form.longest,
        details={key: details for key, (_name, details) in contacts.items()},
        wording=wording,
    ), form.status


def _go_back(id: str, is_done: bool):
    """To the representation; and where somebody else was quicker, say who."""
    kept.forget()
    if not is_done:
        with records().reading() as db:
            who = _recorded_by(db, id)
        if who is None or who.id == g.officer.id:
            flash(_("You have recorded it already. Nothing was done twice."))
        else:
            flash(_("%(name)s has recorded it already. Nothing was changed.", name=who.called))
    return redirect(url_for("desk.show", id=id), code=303)


def _form(told: Representation, contacts: dict[str, tuple[str, str]]) -> RecordForm:
    usual = longest = None
    if told.answer_due_on and told.stage not in ENDINGS:
        usual = told.answer_due_on
        longest = due.answer_longest_on(told.kind, told.received_on, own_council().timetable, holidays())
    return RecordForm(
        **kept.formdata(g.officer.id),
        data={"contact": g.officer.id, "answer_due_on": usual, "age_group": told.age_group or ""},
        contacts=[(key, name) for key, (name, _details) in contacts.items()],
        usual=usual,
        longest=longest,
        today=today(),
        holidays=holidays(),
    )


def _contacts(all_of_them: list[Officer]) -> dict[str, tuple[str, str]]:
    """Whom a young person may be told to ask: this officer, the others who read here, or the team."""
    others = [one for one in all_of_them if one.active and one.role in READERS and one.id != g.officer.id]
    people = {one.id: (one.called, one.details) for one in (g.officer, *others)}
    team = own_council().team
    return people | {TEAM: (team.name, team.details)}


def _recorded_by(db: Db, id: str) -> Officer | None:
    history = events.of(db, id)
    who = next((event.officer for event in history if event.what is What.RECORDED), "")
    return next((one for one in officers.of_council(db, g.officer.council) if one.id == who), None)
