"""Pages: what will be deleted, and when; and the legal hold that keeps something from it. For managers."""

from flask import flash, g, redirect, render_template, request, url_for
from flask_babel import gettext as _

from app.forms.desk_keeping import LegalHoldForm
from app.model.keeping import rule_for
from app.model.london import london_day
from app.model.representation import Kind
from app.pages.desk import finding, rows, wording
from app.pages.desk.blueprint import pages
from app.pages.desk.door import only, own_council
from app.pages.desk.wanted import page_number
from app.pages.desk.wording_keeping import KEEPS
from app.pages.here import now, records, today
from app.records import legal_holds, overdue, overview, readers, to_delete, trail
from app.records.database import Db
from app.records.officers import Role
from app.records.trail import Act

SHOWN = 100  # of what is kept all the same
RULES = (Kind.COMPLAINT, Kind.ADVOCATE, Kind.COMMENT, Kind.COMPLIMENT)


@pages.get("/to-delete", endpoint="to_delete")
@only(Role.MANAGER)
def show_list():
    number, council = page_number(request.args), own_council()
    with records().reading() as db:
        found = to_delete.count(db, g.officer)
        last = rows.how_many_pages(found)
        if number > last:
            return redirect(url_for("desk.to_delete", page=last), code=303)
        days = to_delete.days(db, g.officer, number)
        over = overdue.of_council(db, council.slug, council.keep, today(), readers.may_read(g.officer))
        kept = [one for one in over if one.keeps]
        about = overview.of(db, {*days, *(one.id for one in kept[:SHOWN])})
        return render_template(
            "desk/to_delete.html",
            rows=[{"it": about[id], "on": day} for id, day in days.items()],
            found=found,
            number=number,
            last=last,
            page_address=lambda page: url_for("desk.to_delete", page=page),
            kept=[{"it": about[one.id], "over": one, "why": KEEPS[one.keeps]} for one in kept[:SHOWN]],
            count_kept=len(kept),
            lately=[{"it": one, "on": london_day(one.forgotten_at)} for one in to_delete.lately(db, g.officer)],
            rules=[(wording.KINDS[kind], rule_for(kind, council.keep)) for kind in RULES],
            wording=wording,
        )


@pages.route("/representations/<id>/legal-hold", methods=["GET", "POST"])
@only(Role.MANAGER)
def legal_hold(id: str):
    with records().reading() as db:
        told = finding.get(db, id)
        found = legal_holds.find_open(db, id)
    form = LegalHoldForm(data={"seen": found.id if found else ""})
    if not form.validate_on_submit():
        return render_template("desk/legal_hold.html", form=form, told=told, hold=found), form.status
    with records().writing() as db:
        finding.hold(db, id)
        said = _change(db, id, form)
    flash(said)
    return redirect(url_for("desk.show", id=id), code=303)


def _change(db: Db, id: str, form: LegalHoldForm) -> str:
    """Place it, or lift the one that was seen. A page that is out of date changes nothing."""
    found, why = legal_holds.find_open(db, id), form.why.data.strip()
    if (found.id if found else "") != (form.seen.data or ""):
        return _("Nothing was changed: somebody was quicker. Here it is as it stands.")
    if found:
        legal_holds.lift(db, found.id, g.officer.id, why, now())
        trail.add(db, now(), g.officer.council, g.officer.id, Act.HOLD_LIFTED, id)
        return _("The legal hold is lifted. When its time is over, it is deleted after a month on the list.")
    legal_holds.place(db, id, g.officer.id, why, now())
    trail.add(db, now(), g.officer.council, g.officer.id, Act.HELD_LEGALLY, id)
    return _("The legal hold is placed. Nothing deletes this until it is lifted.")
