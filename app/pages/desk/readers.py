"""Page: this is about somebody at the council. A manager says who must not read it, with the child's words at hand."""

from flask import flash, g, redirect, render_template, url_for
from flask_babel import gettext as _

from app.forms.desk_readers import ReadersForm
from app.pages.desk import finding
from app.pages.desk.blueprint import pages
from app.pages.desk.door import only
from app.pages.here import now, records
from app.records import officers, readers, trail
from app.records.database import Db
from app.records.officers import Officer, Role
from app.records.readers import KeptFrom
from app.records.trail import Act


@pages.route("/representations/<id>/readers", methods=["GET", "POST"])
@only(Role.MANAGER)
def choose_readers(id: str):
    with records().reading() as db:
        told = finding.get(db, id)
        everybody = officers.of_council(db, g.officer.council)
        kept = readers.of(db, id)
        is_chosen = readers.are_chosen(db, id)
    form = _form(everybody, kept, is_chosen)
    if not form.validate_on_submit():
        return render_template("desk/readers.html", form=form, told=told), form.status
    with records().writing() as db:
        finding.hold(db, id)
        _choose(db, id, form.kept)
    flash(_("Kept. Whoever must not read it cannot see that it exists."))
    is_theirs = form.kept.keeps_out(g.officer)
    return redirect(url_for("desk.today") if is_theirs else url_for("desk.show", id=id), code=303)


def _choose(db: Db, id: str, kept: KeptFrom) -> None:
    readers.choose(db, id, kept, g.officer, now())
    trail.add(db, now(), g.officer.council, g.officer.id, Act.READERS_CHOSEN, id)


def _form(everybody: list[Officer], kept: KeptFrom, is_chosen: bool) -> ReadersForm:
    """Everybody who can sign in, whatever their role; and those who are kept out already."""
    people = [one for one in everybody if one.active or one.id in kept.officers]
    teams = sorted({one.team for one in everybody if one.team} | kept.teams)
    chosen = {"officers": sorted(kept.officers), "teams": sorted(kept.teams), "nobody": is_chosen and not kept}
    return ReadersForm(people=people, teams=teams, data=chosen)
