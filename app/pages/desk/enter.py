"""Page: entering what came by telephone, letter or email, or in person, so that its clock runs too."""

import secrets

from flask import flash, g, redirect, render_template, url_for
from flask_babel import gettext as _
from sqlalchemy.exc import IntegrityError

from app.forms.desk_entering import EnterForm
from app.model import due
from app.model.representation import CameBy, Kind, Representation, Telling
from app.pages.desk import kept
from app.pages.desk.blueprint import pages
from app.pages.desk.door import READERS, only, own_council
from app.pages.here import holidays, now, records, today
from app.records import representations, trail
from app.records.database import new_id
from app.records.drafts import token_hash
from app.records.trail import Act


@pages.route("/enter", methods=["GET", "POST"])
@only(*READERS)
def enter():
    first = {"once": secrets.token_hex(16), "language": own_council().languages[0], "received_on": today()}
    form = EnterForm(**kept.formdata(g.officer.id), data=first, today=today())
    if not form.validate_on_submit():
        return render_template("desk/enter.html", form=form), form.status
    id, is_new = _receive(form)
    kept.forget()
    flash(_("It is kept. Now record it.") if is_new else _("It was kept already. Nothing was done twice."))
    return redirect(url_for("desk.show", id=id), code=303)


def _receive(form: EnterForm) -> tuple[str, bool]:
    """Keep it, once however often it is sent. Its id, and whether it is new. Other words are another one."""
    sending = token_hash(f"desk:{g.officer.id}:{form.once.data}:{form.words.data}")
    told = _representation(form)
    try:
        with records().writing() as db:
            known = representations.find_sent(db, sending)
            if known:
                return known, False
            representations.receive(db, told, sending=sending)
            trail.add(db, now(), told.council, g.officer.id, Act.ENTERED, told.id)
        return told.id, True
    except IntegrityError:  # the same at the same moment, from two tabs: the first one stands
        with records().reading() as db:
            known = representations.find_sent(db, sending)
        if known is None:
            raise
        return known, False


def _representation(form: EnterForm) -> Representation:
    council = own_council()
    received_on, kind = form.received_on.data, Kind(form.kind.data)
    return Representation(
        id=new_id(),
        council=council.slug,
        kind=kind,
        words=form.words.data,
        wish=form.wish.data,
        language=form.language.data,
        received_at=now(),
        received_on=received_on,
        telling=Telling(form.telling.data),
        on_behalf_of=form.on_behalf_of,
        came_by=CameBy(form.came_by.data),
        name=(form.name.data or "").strip(),
        contact=form.contact,
        wants_advocate=form.wants_advocate.data or kind is Kind.ADVOCATE,
        reference_due_on=due.reference_due_on(received_on, council.timetable, holidays()),
        answer_due_on=due.answer_due_on(kind, received_on, council.timetable, holidays()),
    )
