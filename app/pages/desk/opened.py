"""Page: one representation, opened. The reading is in the trail before anything is shown."""

from dataclasses import replace

from flask import g, render_template

from app.councils.languages import LANGUAGES, Language
from app.forms.desk import JoinForm, PressForm
from app.forms.files.wording import called, size
from app.model.event import What
from app.model.reference_number import InvalidReference, parse_reference
from app.model.representation import ABOUT_ANOTHER, Kind, Representation
from app.model.stage import ENDINGS
from app.pages.desk import finding, keeping_here, messages, procedure, standing, timeline, wording, wording_said
from app.pages.desk.blueprint import pages
from app.pages.desk.door import READERS, only, own_council
from app.pages.desk.files import may_be_fetched
from app.pages.here import has_virus_scanner, holidays, library, now, records, today
from app.records import (
    codes,
    deadlines,
    events,
    files,
    holding,
    letters_sent,
    making,
    officers,
    readers,
    representations,
    tasks,
    trail,
    unheard,
)
from app.records.database import Db
from app.records.officers import Role
from app.records.trail import Act


@pages.get("/representations/<id>")
@only(*READERS)
def show(id: str):
    with records().writing() as db:
        told = _without_what_is_kept_from_us(db, finding.get(db, id))
        kept = readers.of(db, id)
        are_chosen = readers.are_chosen(db, id)
        history = events.of(db, id)
        sent = letters_sent.of(db, id)
        course, dates = making.course(db, told), deadlines.of(db, id)
        set_tasks = tasks.of(db, id)
        held = holding.find(db, id)
        has_code = codes.has_one(db, id)
        added = files.of_representation(db, id)
        names = {officer.id: officer.called for officer in officers.of_council(db, g.officer.council)}
        of_reference = _of_reference(db, told)
        keeping = keeping_here.shown(db, id, names)
        unheard.note_reading(db, id)
        talk = messages.shown(db, told, history)
        trail.add(db, now(), g.officer.council, g.officer.id, Act.READ, id)
    spoken = LANGUAGES.get(told.language) or Language(told.language, told.language)
    return render_template(
        "desk/opened.html",
        told=told,
        files=[_file(file) for file in added],
        history=timeline.of(history, course.made, names, sent),
        **procedure.shown(told, course, dates),
        **talk,
        tasks=[_task(task, told) for task in set_tasks if task.done_at is None],
        reference_standing=standing.of_reference(told, today(), holidays()) if told.needs_recording else None,
        is_complaint=told.kind is Kind.COMPLAINT,
        waited=standing.waited(told.received_on, today()),
        wants_to_stop=told.stage not in ENDINGS and unheard.wants_to_stop([event.what for event in history]),
        has_code=has_code,
        keeping=keeping,
        of_reference=of_reference,
        held=held if held and held.is_robot is not False else None,
        recorded_by=_recorded_by(history, names),
        language_told=spoken,
        needs_interpreter=spoken.spoken_as not in library().councils[g.officer.council].languages,
        is_manager=g.officer.role is Role.MANAGER,
        kept_from=sorted([names[one] for one in kept.officers] + list(kept.teams)),
        readers_are_chosen=are_chosen,
        wording=wording,
        wording_said=wording_said,
        press=PressForm(),
        join=JoinForm(data={"reference": told.reference_given}) if told.kind in ABOUT_ANOTHER else None,
    )


def _without_what_is_kept_from_us(db: Db, told: Representation) -> Representation:
    """What the same person sent before may be kept from whoever may read this."""
    is_known = told.goes_with and readers.may(db, g.officer, told.goes_with)
    return told if is_known else replace(told, goes_with="")


def _of_reference(db: Db, told: Representation) -> str | None:
    """The id of what has the reference number that they gave."""
    try:
        reference = parse_reference(told.reference_given, own_council().prefix)
    except InvalidReference:
        return None
    id = representations.find_by_reference(db, reference, told.council)
    return id if id and readers.may(db, g.officer, id) else None


def _task(task: tasks.SetTask, told: Representation) -> dict:
    words = wording.TASKS[task.what, told.contact.way]
    return {"task": task, "words": words, "standing": standing.of_day(task.due_on, today(), holidays())}


def _file(file: files.KeptFile) -> dict:
    has_scanner = has_virus_scanner()
    return {
        "file": file,
        "called": called(file),
        "size": size(file),
        "checked": wording.CHECKED[file.checked, has_scanner],
        "can_be_opened": may_be_fetched(file, has_scanner),
    }


def _recorded_by(history: list[events.Event], names: dict[str, str]) -> str:
    return next((names.get(event.officer, "") for event in history if event.what is What.RECORDED), "")
