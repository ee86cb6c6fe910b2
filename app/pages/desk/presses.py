"""What is done at the desk with one press: a task is done, a letter goes again."""

from flask import abort, flash, g, redirect, url_for
from flask_babel import gettext as _

from app.forms.desk import PressForm
from app.pages.desk.blueprint import pages
from app.pages.desk.door import READERS, only
from app.pages.desk.finding import check_id, check_may_read
from app.pages.here import now, records
from app.records import outbox, overview, tasks, trail
from app.records.trail import Act


@pages.post("/tasks/<id>/done")
@only(*READERS)
def mark_done(id: str):
    check_id(id)
    if PressForm().validate_on_submit():
        with records().writing() as db:
            about = overview.find_task(db, id, g.officer.council) or abort(404)
            check_may_read(db, about)
            if tasks.mark_done(db, id, g.officer.council, g.officer.id, now()):
                trail.add(db, now(), g.officer.council, g.officer.id, Act.TASK_DONE, about)
                flash(_("Done."))
            else:
                flash(_("That was done already."))
    else:
        flash(_("We could not be sure that this came from this page. Press again."))
    return redirect(url_for("desk.today"), code=303)


@pages.post("/letters/<id>/send-again")
@only(*READERS)
def send_again(id: str):
    check_id(id)
    if PressForm().validate_on_submit():
        with records().writing() as db:
            about = overview.letter_about(db, id, g.officer.council)
            if about is None:
                abort(404)
            if about:
                check_may_read(db, about)
            if outbox.send_again(db, id, g.officer.council, now()):
                trail.add(db, now(), g.officer.council, g.officer.id, Act.SENT_AGAIN)
                flash(_("The letter will be tried again for another three days."))
            else:
                flash(_("That letter is not waiting any more."))
    else:
        flash(_("We could not be sure that this came from this page. Press again."))
    return redirect(url_for("desk.today"), code=303)
