"""Page: a young person has asked to stop. An officer speaks with them first, and says here what they said."""

from flask import flash, g, redirect, render_template, url_for
from flask_babel import gettext as _

from app.forms.desk import StopForm
from app.model.representation import Representation
from app.model.stage import ENDINGS
from app.pages.desk import drafting, finding, kept, recording, wording
from app.pages.desk.blueprint import pages
from app.pages.desk.door import READERS, only, own_council
from app.pages.here import holidays, now, records, today
from app.records import events, unheard
from app.records.database import Db


@pages.route("/representations/<id>/stop", methods=["GET", "POST"])
@only(*READERS)
def stop(id: str):
    with records().reading() as db:
        told = finding.get(db, id)
        is_asked = _is_asked(db, told)
    form = StopForm(**kept.formdata(g.officer.id), since=told.received_on, today=today())
    if told.needs_recording:
        flash(_("Record it first. Then say here what the young person said."))
        return redirect(url_for("desk.record", id=id), code=303)
    if is_asked and form.validate_on_submit():
        with records().writing() as db:
            told = finding.hold(db, id)
            is_asked = _is_asked(db, told)
            if is_asked:
                _settle(db, told, form)
        if is_asked:
            kept.forget()
            return redirect(url_for("desk.show", id=id), code=303)
    if not is_asked:
        flash(_("Nobody is waiting for this: it is settled, or they have not asked to stop."))
        return redirect(url_for("desk.show", id=id), code=303)
    return render_template("desk/stop.html", form=form, told=told, wording=wording), form.status


def _is_asked(db: Db, told: Representation) -> bool:
    return told.stage not in ENDINGS and unheard.wants_to_stop([event.what for event in events.of(db, told.id)])


def _settle(db: Db, told: Representation, form: StopForm) -> None:
    if form.said.data == "stops":
        recording.stop(db, told, own_council(), g.officer, form.spoken_on.data, holidays(), now())
        drafting.draft(db, told)
        flash(_("It has stopped. Say so in writing, where that is safe."))
    else:
        recording.go_on(db, told, own_council(), g.officer, now())
        flash(_("It goes on, and nothing has changed."))
