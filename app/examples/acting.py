"""What officers and young people do in the examples, each as the desk and the follow page do it."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from functools import partial

from app.examples.cast import Step
from app.examples.place import Place
from app.model.event import ASKINGS, What
from app.model.move import Key, Point, Said, Undertaking
from app.model.procedure import PROCEDURE
from app.model.representation import Representation
from app.pages.desk import recording
from app.post import owed
from app.post.letters import asking_letter
from app.post.news import tell_news
from app.records import events, making, messages, representations, tasks, trail, unheard
from app.records.database import Db
from app.records.making import Making
from app.records.trail import Act

BY_HAND_TAKES = timedelta(minutes=15)


def act(db: Db, place: Place, told: Representation, step: Step, at: datetime) -> None:
    """Do what the step says. What must be done by hand after it is done, unless it is `left`."""
    once = f"{told.id}:example:{step.what}:{step.back}"
    if step.what in ASKINGS:
        _ask(db, place, told, step, at, once)
        return
    _read(db, place, told, step, at)
    if step.what is What.WRITTEN:
        _write(db, place, told, step, at, once)
    elif step.what is What.STOPPED:
        on, officer = place.days.back(step.back), place.officers[step.by]
        recording.stop(db, told, place.council, officer, on, place.days.holidays, at)
    elif step.what is Key.RECORDED:
        officer = place.officers[step.by]
        contact = (officer.called, officer.details)
        recording.record(db, told, place.council, officer, contact, told.answer_due_on, place.addresses, at)
    else:
        _move(db, place, told, step, at, once)
    if not step.left:
        _do_by_hand(db, place, told, step, min(at + BY_HAND_TAKES, place.days.now))


def _ask(db: Db, place: Place, told: Representation, step: Step, at: datetime, once: str) -> None:
    if events.add(db, told.id, step.what, at, words=step.words, once=once):
        letter = partial(asking_letter, told, place.council, step.what, step.words, place.addresses, at, once)
        owed.queue(db, told, letter, at)


def _read(db: Db, place: Place, told: Representation, step: Step, at: datetime) -> None:
    unheard.note_reading(db, told.id)
    trail.add(db, at, told.council, place.officers[step.by].id, Act.READ, told.id)


def _write(db: Db, place: Place, told: Representation, step: Step, at: datetime, once: str) -> None:
    officer = place.officers[step.by]
    messages.write(db, told.id, officer.id, step.words, "en", officer.name, at, once)
    _tell(db, place, told, at, f"message:{once}")
    trail.add(db, at, told.council, officer.id, Act.WROTE, told.id)


def _move(db: Db, place: Place, told: Representation, step: Step, at: datetime, once: str) -> None:
    officer, on = place.officers[step.by], place.days.back(step.back)
    wished = Making(key=step.what, on=on, officer=officer.id, why=step.words, said=_said(place, step), once=once)
    seen = making.course(db, told).last_number
    making.make(db, told, wished, seen, place.council.timetable, place.days.holidays, at)
    told = representations.get(db, told.id, told.council)
    if PROCEDURE[step.what].tells:
        _tell(db, place, told, at, f"move:{making.course(db, told).last_number}")
    trail.add(db, at, told.council, officer.id, Act.MOVED, told.id)


def _said(place: Place, step: Step) -> Said:
    promised = (Undertaking(one.words, one.who, place.days.ahead(one.ahead)) for one in step.promises)
    return Said(
        points=tuple(Point(words, outcome) for words, outcome in step.points),
        people=_people(place, step.people),
        members=step.members,
        new_date=None if step.ahead is None else place.days.ahead(step.ahead),
        where=step.where,
        because=step.because,
        undertakings=tuple(promised),
        undertaking=step.promise,
    )


def _people(place: Place, people: Mapping[str, str]) -> dict[str, str]:
    """An officer is kept by their id, and everybody else by their name."""
    return {part: place.officers[who].id if part == "officer" else who for part, who in people.items()}


def _tell(db: Db, place: Place, told: Representation, at: datetime, once: str) -> None:
    tell_news(db, told, place.council, place.addresses, place.days.holidays, at, once)


def _do_by_hand(db: Db, place: Place, told: Representation, step: Step, at: datetime) -> None:
    for task in tasks.of(db, told.id):
        if task.done_at is None:
            officer = place.officers[step.by].id
            tasks.mark_done(db, task.id, told.council, officer, at)
            trail.add(db, at, told.council, officer, Act.TASK_DONE, told.id)
