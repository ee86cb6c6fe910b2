"""Pages: the trail, for the auditor and the manager: who read or did what, and when; and taking it out as a file."""

from datetime import timedelta
from math import ceil

from flask import g, make_response, render_template, request, url_for

from app.forms.desk import given_day
from app.forms.desk_trail import ExportForm
from app.model.csv_text import csv_text
from app.model.london import LONDON, london_day
from app.pages.desk.blueprint import pages
from app.pages.desk.door import only
from app.pages.desk.wanted import page_number
from app.pages.desk.wording_trail import ACTS, NO_PERSON
from app.pages.here import now, records, today
from app.records import officers, trail_reading
from app.records.officers import Role
from app.records.trail import Act
from app.records.trail_reading import PAGE, Asked, Entry

WATCHERS = (Role.AUDITOR, Role.MANAGER)
A_MONTH = timedelta(days=30)
HEADINGS = ("number", "instant (UTC)", "who", "email", "did", "reference", "record", "reason", "hash")


@pages.get("/trail", endpoint="trail")
@only(*WATCHERS)
def show_trail():
    asked, number = _asked(), page_number(request.args)
    with records().reading() as db:
        found = trail_reading.count(db, g.officer, asked)
        rows = [_row(entry) for entry in trail_reading.entries(db, g.officer, asked, number)]
        people = officers.of_council(db, g.officer.council)
    said = {name: value for name, value in request.args.items() if value and name != "page"}
    return render_template(
        "desk/trail.html",
        rows=rows,
        found=found,
        number=number,
        last=max(1, ceil(found / PAGE)),
        page_address=lambda page: url_for("desk.trail", **said, page=page),
        asked=asked,
        people=people,
        acts=ACTS,
    )


@pages.route("/trail/export", methods=["GET", "POST"])
@only(*WATCHERS)
def export_trail():
    form = ExportForm(today=today(), data={"since": today() - A_MONTH, "until": today()})
    if not form.validate_on_submit():
        return render_template("desk/trail_export.html", form=form), form.status
    asked = Asked(since=form.since.data, until=form.until.data)
    with records().writing() as db:
        trail_reading.note_export(db, g.officer, asked, form.reason.data.strip(), now())
        rows = [_cells(entry) for entry in trail_reading.entries(db, g.officer, asked)]
    answer = make_response(csv_text([HEADINGS, *rows]))
    answer.headers["Content-Type"] = "text/csv; charset=utf-8"
    answer.headers["Content-Disposition"] = f'attachment; filename="trail-{asked.since}-{asked.until}.csv"'
    return answer


def _asked() -> Asked:
    """What the address asks for. What it cannot mean is left out."""
    officer, act = request.args.get("officer", ""), request.args.get("act")
    return Asked(
        since=given_day(request.args.get("since", "")),
        until=given_day(request.args.get("until", "")),
        officer=officer if officer.isalnum() else "",
        act=Act(act) if act in list(Act) else None,
    )


def _row(entry: Entry) -> dict:
    return {
        "it": entry,
        "on": london_day(entry.at),
        "time": entry.at.astimezone(LONDON).strftime("%H:%M:%S"),
        "who": entry.name or NO_PERSON.get(entry.officer_id, entry.officer_id),
        "did": ACTS.get(entry.act, entry.act),
        "is_record": bool(entry.about) and entry.act != Act.EXPORTED,
    }


def _cells(entry: Entry) -> tuple:
    who = entry.name or entry.officer_id
    record = "" if entry.act == Act.EXPORTED else entry.about
    at = entry.at.isoformat(timespec="seconds")
    return entry.number, at, who, entry.email, entry.act, entry.reference, record, entry.reason, entry.hash
