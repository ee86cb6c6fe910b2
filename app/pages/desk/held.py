"""Page: what may be from a robot. A person releases what is real, and puts away what is not."""

from flask import flash, g, redirect, render_template, request, url_for
from flask_babel import gettext as _
from flask_babel import ngettext

from app.forms.desk import PressForm
from app.model.robots import Why
from app.pages.desk import finding, standing, wording
from app.pages.desk.blueprint import pages
from app.pages.desk.door import READERS, only
from app.pages.desk.rows import how_many_pages
from app.pages.desk.wanted import page_number
from app.pages.here import holidays, now, records, today
from app.records import holding, overview, readers, trail
from app.records.holding import Held
from app.records.listing import PAGE
from app.records.overview import Glance
from app.records.trail import Act

LIKELY_REAL_FIRST = (Why.TOO_MANY, Why.TOO_FAST, Why.HIDDEN_FIELD)


@pages.get("/held")
@only(*READERS)
def held():
    with records().reading() as db:
        by_id = overview.of(db, holding.ids(g.officer.council), readers.may_read(g.officer))
        found = [one for id, one in holding.of_council(db, g.officer.council).items() if id in by_id]
    rows = sorted(((one, by_id[one.representation_id]) for one in found), key=_most_pressing)
    return render_template(
        "desk/held.html",
        waiting=_page([row for row in rows if not row[0].is_robot], "page"),
        put_away=_page([row for row in reversed(rows) if row[0].is_robot], "away"),
        surely=sum(_is_surely_a_robot(one) for one in found),
        page_address=_page_address,
        wording=wording,
    )


@pages.post("/representations/<id>/release")
@only(*READERS)
def release(id: str):
    if _pressed():
        with records().writing() as db:
            finding.hold(db, id)
            if holding.release(db, id, g.officer.id, now()):
                trail.add(db, now(), g.officer.council, g.officer.id, Act.RELEASED, id)
                flash(_("Released. Its letters go now. Please record it."))
            else:
                flash(_("That is not held any more."))
    return redirect(url_for("desk.show", id=id), code=303)


@pages.post("/representations/<id>/put-away")
@only(*READERS)
def put_away(id: str):
    if _pressed():
        with records().writing() as db:
            finding.hold(db, id)
            if holding.put_away(db, id, g.officer.id, now()):
                trail.add(db, now(), g.officer.council, g.officer.id, Act.PUT_AWAY, id)
                flash(_("Put away. You find it at the end of this page, and can release it still."))
            else:
                flash(_("That is not held any more."))
    return redirect(url_for("desk.held"), code=303)


@pages.post("/held/put-away")
@only(*READERS)
def put_all_away():
    """All that filled in what no person sees, and whose code nobody has come back with."""
    if _pressed():
        with records().writing() as db:
            known = overview.of(db, holding.ids(g.officer.council), readers.may_read(g.officer))
            found = holding.of_council(db, g.officer.council).items()
            ids = [id for id, one in found if id in known and _is_surely_a_robot(one)]
            for id in ids:
                holding.put_away(db, id, g.officer.id, now())
                trail.add(db, now(), g.officer.council, g.officer.id, Act.PUT_AWAY, id)
        flash(ngettext("%(num)s was put away.", "%(num)s were put away.", len(ids)))
    return redirect(url_for("desk.held"), code=303)


def _pressed() -> bool:
    if PressForm().validate_on_submit():
        return True
    flash(_("We could not be sure that this came from this page. Press again."))
    return False


def _is_surely_a_robot(one: Held) -> bool:
    return one.is_robot is None and one.why is Why.HIDDEN_FIELD and one.came_back_at is None


def _page(rows: list[tuple[Held, Glance]], name: str) -> dict:
    """The page of these that the address asks for; the last there is, when what was on it has been seen to."""
    last = how_many_pages(len(rows))
    number = min(page_number({"page": request.args.get(name, "")}), last)
    shown = [_row(*row) for row in rows[(number - 1) * PAGE : number * PAGE]]
    return {"rows": shown, "count": len(rows), "number": number, "last": last}


def _page_address(name: str, number: int) -> str:
    """The address with this page of the one list, and the other list as it is."""
    asked = {one: request.args[one] for one in ("page", "away") if one in request.args} | {name: number}
    return url_for("desk.held", **{one: value for one, value in asked.items() if value != 1})


def _row(one: Held, it: Glance) -> dict:
    late = standing.of_reference(it, today(), holidays())
    return {"held": one, "it": it, "waited": standing.waited(it.received_on, today()), "standing": late}


def _most_pressing(row: tuple[Held, Glance]) -> tuple:
    one, it = row
    return (not it.urgent, one.came_back_at is None, LIKELY_REAL_FIRST.index(one.why), one.held_at)
