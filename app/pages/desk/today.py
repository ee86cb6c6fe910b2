"""Page: what needs a person now."""

from flask import g, render_template

from app.councils.languages import LANGUAGES
from app.pages.desk import standing, wording
from app.pages.desk.blueprint import pages
from app.pages.desk.door import READERS, only
from app.pages.here import holidays, records, today
from app.records import holding, outbox, overview, tasks
from app.records.overview import Glance
from app.records.tasks import SetTask


@pages.get("/", endpoint="today")
@only(*READERS)
def today_page():
    slug = g.officer.council
    with records().reading() as db:
        all_of_them = overview.of_council(db, slug)
        unheard = overview.unheard(db, slug)
        to_do = tasks.to_do(db, slug)
        letters = outbox.undelivered(db, slug)
        held = holding.of_council(db, slug)
    by_id = {glance.id: glance for glance in all_of_them}
    recorded = [glance for glance in all_of_them if glance.recorded_at]
    unrecorded = [glance for glance in all_of_them if not glance.recorded_at]
    return render_template(
        "desk/today.html",
        waiting=[_waiting(glance) for glance in sorted(unrecorded, key=_urgent_first) if glance.id not in held],
        held=sum(not one.is_robot for one in held.values()),
        tasks=[_task(task, by_id[task.representation_id]) for task in to_do if task.representation_id not in held],
        letters=[{"letter": letter, "about": by_id.get(letter.representation_id)} for letter in letters],
        recorded=[_recorded(glance) for glance in sorted(recorded, key=_most_pressing)],
        unheard=unheard,
        languages=LANGUAGES,
        wording=wording,
    )


def _waiting(glance: Glance) -> dict:
    return {
        "it": glance,
        "waited": standing.waited(glance.received_on, today()),
        "standing": standing.of_reference(glance, today(), holidays()),
    }


def _task(task: SetTask, glance: Glance) -> dict:
    words = wording.TASKS[task.what, glance.way]
    return {"task": task, "it": glance, "words": words, "standing": standing.of_day(task.due_on, today(), holidays())}


def _recorded(glance: Glance) -> dict:
    counts = glance.is_open and glance.answer_due_on is not None
    return {"it": glance, "standing": standing.of_day(glance.answer_due_on, today(), holidays()) if counts else None}


def _urgent_first(glance: Glance) -> bool:
    """Those that somebody may be in danger in; the rest stay as they are."""
    return not (glance.urgent and glance.is_open)


def _most_pressing(glance: Glance) -> tuple:
    """Urgent ones first, then open ones, the earliest answer before the rest."""
    return (
        _urgent_first(glance),
        not glance.is_open,
        glance.answer_due_on is None,
        glance.answer_due_on or glance.received_on,
    )
