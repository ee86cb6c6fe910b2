"""Page: a new follow-up code, for somebody the officer is sure of. Shown once, to be told in person or by voice."""

import secrets
from datetime import timedelta

from flask import flash, g, redirect, render_template, url_for
from flask_babel import gettext as _

from app.forms.desk import NewCodeForm
from app.model.event import What
from app.model.follow_up_code import LENGTH, parse_code, written
from app.pages.desk import finding
from app.pages.desk.blueprint import pages
from app.pages.desk.door import READERS, only
from app.pages.here import now, records
from app.records import codes, events, trail
from app.records.database import Db
from app.records.trail import Act

SHOWN_AGAIN_FOR = timedelta(minutes=5)  # to a press twice, or a page that never arrived


@pages.route("/representations/<id>/code", methods=["GET", "POST"])
@only(*READERS)
def make_code(id: str):
    form = NewCodeForm(data={"once": secrets.token_hex(16)})
    with records().reading() as db:
        told = finding.get(db, id)
        has_code = codes.has_one(db, id)
    if not form.validate_on_submit():
        return render_template("desk/code.html", form=form, told=told, has_code=has_code), form.status
    with records().writing() as db:
        finding.hold(db, id)
        code = _make_once(db, id, form.once.data or "")
    if code is None:
        flash(_("That page has made its code already. Make another if they do not have it."))
        return redirect(url_for("desk.show", id=id), code=303)
    return render_template("desk/new_code.html", told=told, code=code)


def _make_once(db: Db, id: str, once: str) -> str | None:
    """The code that this page makes: the same one however often it is pressed, while it is new. None after that."""
    pressed = f"{g.officer.id}:{once}"
    code = _code_of(db, id, pressed)
    if events.add(db, id, What.NEW_CODE, now(), officer=g.officer.id, once=f"new-code:{id}:{db.hash(pressed)[:32]}"):
        codes.replace(db, id, parse_code(code))
        trail.add(db, now(), g.officer.council, g.officer.id, Act.NEW_CODE, id)
        return code
    made_at = max(event.at for event in events.of(db, id) if event.what is What.NEW_CODE)
    is_new = now() - made_at <= SHOWN_AGAIN_FOR and codes.opens(db, id, parse_code(code))
    return code if is_new else None


def _code_of(db: Db, id: str, pressed: str) -> str:
    """Digits that only the vault’s own key can make of this press: nothing of them is kept."""
    return written(f"{int(db.hash(f'code:{id}:{pressed}'), 16) % 10**LENGTH:0{LENGTH}d}")
