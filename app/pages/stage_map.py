"""Pages: the stage map, and each step's own page."""

from flask import Blueprint, abort, render_template

from app.model.timetable import Who
from app.model.working_days import working_days_after
from app.pages.here import book, council, holidays, today
from app.pages.kept import keep_pages_of

pages = Blueprint("stage_map", __name__, url_prefix="/<council>/<language>")
keep_pages_of(pages)


@pages.get("/")
def show():
    stage_1 = council().timetable["stage-1"]
    answer_by = working_days_after(today(), stage_1.usual, holidays())
    return render_template(
        "stage_map/show.html",
        map=book().stage_map,
        answer_by=answer_by,
        here=None,
        Who=Who,
        contacts=book().contacts,
    )


@pages.get("/steps/")
def steps():
    """Every step's words on one page: fetched quietly by the map, so that a pop-up opens at once."""
    return render_template("stage_map/steps.html", map=book().stage_map)


@pages.get("/steps/<step>")
def step(step: str):
    found = book().stage_map.find_step(step) or abort(404)
    return render_template("stage_map/step.html", step=found, map=book().stage_map)
