"""Pages: the stage map, and each step's own page."""

from flask import Blueprint, abort, render_template, request

from app.councils.wording import Wording
from app.extensions import htmx
from app.forms.told import NotADay, read_day
from app.model.timetable import longest_road
from app.model.told import Told, TooFarAhead, TooLongAgo, days_if_told
from app.pages.here import book, council, holidays, language, today
from app.pages.kept import keep_pages_of
from app.pages.told_words import WHY_NOT

pages = Blueprint("stage_map", __name__, url_prefix="/<council>/<language>")
keep_pages_of(pages)


@pages.get("/")
def show():
    """The map. Asked with ?told=2026-11-02 it counts from that day, and not from today; htmx takes only the days."""
    typed = request.args.get("told", "").strip()
    told, why_not = _days(typed) if typed else (_days_from_today(), "")
    facts = {"told": told, "typed": typed, "why_not": why_not, "road": _road()}
    if htmx and "told" in request.args:  # never of an address that is kept whole
        return render_template("stage_map/days.html", **facts)
    map, contacts = book().stage_map, book().contacts
    return render_template("stage_map/show.html", map=map, contacts=contacts, here=None, **facts)


@pages.get("/steps/")
def steps():
    """Every step's words on one page: fetched quietly by the map, so that a pop-up opens at once."""
    return render_template("stage_map/steps.html", map=book().stage_map)


@pages.get("/steps/<step>")
def step(step: str):
    found = book().stage_map.find_step(step) or abort(404)
    return render_template("stage_map/step.html", step=found, map=book().stage_map)


def _days(typed: str) -> tuple[Told, str]:
    """The days from the one that was typed; or, with a word why not, from today."""
    try:
        return days_if_told(read_day(typed), today(), council().timetable, holidays()), ""
    except (NotADay, TooLongAgo, TooFarAhead) as wrong:
        return _days_from_today(), WHY_NOT[type(wrong)]


def _days_from_today() -> Told:
    return days_if_told(today(), today(), council().timetable, holidays())


def _road() -> dict[str, str]:
    """How long the whole way takes at the very longest, and how much of it is the young person's own."""
    said, road = Wording(language()), longest_road(council().timetable)
    return {"weeks": said.weeks(road.working_days), "yours": said.weeks(road.yours)}
