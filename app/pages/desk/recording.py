"""What recording does, and what stopping does: each in one transaction, so that it is done wholly or not at all."""

import secrets
from datetime import date, datetime

from app.councils.council import Council
from app.model.due import reference_due_on
from app.model.event import Task, What
from app.model.move import Key
from app.model.representation import Kind, Representation, Way
from app.model.stage import Stage, check_move
from app.model.working_days import BankHolidays
from app.post.acknowledgement import acknowledge
from app.post.addresses import Addresses
from app.records import deadlines, events, holding, moves, representations, tasks, trail
from app.records.database import Db
from app.records.officers import Officer
from app.records.trail import Act


def record(
    db: Db, told: Representation, council: Council, officer: Officer, contact: tuple[str, str],
    answer_due_on: date | None, addresses: Addresses, now: datetime,
) -> str:  # fmt: skip
    """A person picks it up: the reference, whom to ask, stage 1 for a complaint, and telling the young person.

    Hold it first, and see that nobody has recorded it. Returns the reference.
    """
    if holding.release(db, told.id, officer.id, now):  # whoever records it has seen that it is real
        trail.add(db, now, council.slug, officer.id, Act.RELEASED, told.id)
    begins = told.kind is Kind.COMPLAINT and told.stage is Stage.RECEIVED
    stage = Stage.LOCAL_RESOLUTION if begins else told.stage
    reference = representations.issue(db, told, council.prefix, now, secrets.choice, *contact)
    representations.mark_recorded(db, told.id, now, officer.id, answer_due_on, stage)
    if answer_due_on and stage is Stage.LOCAL_RESOLUTION:
        deadlines.promise(db, told.id, council.slug, told.received_on, answer_due_on, now)
    if begins:
        check_move(told.stage, stage)
        moves.add(db, told.id, stage, now, told.received_on, officer.id, key=Key.RECORDED)
    events.add(db, told.id, What.RECORDED, now, officer=officer.id, once=f"recorded:{told.id}")
    acknowledge(db, representations.get(db, told.id, council.slug), council, addresses, now)
    trail.add(db, now, council.slug, officer.id, Act.RECORDED, told.id)
    return reference


def stop(
    db: Db, told: Representation, council: Council, officer: Officer, spoken_on: date, holidays: BankHolidays,
    now: datetime,
) -> None:  # fmt: skip
    """The young person has said, to an officer, that it stops. The council confirms it in writing."""
    check_move(told.stage, Stage.WITHDRAWN)
    moves.add(db, told.id, Stage.WITHDRAWN, now, spoken_on, officer.id, key=Key.WITHDRAWN)
    for kept in deadlines.open_of(db, told.id):
        deadlines.end(db, told.id, kept.deadline.clock, spoken_on)
    stopped(db, told, council, officer, spoken_on, holidays, now)


def stopped(
    db: Db, told: Representation, council: Council, officer: Officer, spoken_on: date, holidays: BankHolidays,
    now: datetime,
) -> None:  # fmt: skip
    """What follows when it has stopped, however that was said: its line in the history, and a word in writing."""
    events.add(db, told.id, What.STOPPED, now, officer=officer.id, once=f"stopped:{told.id}")
    if told.contact.way is not Way.CODE:  # those who come back with their code see it there
        due_on = reference_due_on(spoken_on, council.timetable, holidays)  # ours: as quick as the first answer
        tasks.add(db, told.id, council.slug, Task.CONFIRM_STOPPED, due_on, now, f"confirm-stopped:{told.id}")
    trail.add(db, now, council.slug, officer.id, Act.STOPPED, told.id)


def go_on(db: Db, told: Representation, council: Council, officer: Officer, now: datetime) -> None:
    """The young person has said, to an officer, that it goes on after all."""
    events.add(db, told.id, What.GOES_ON, now, officer=officer.id)
    trail.add(db, now, council.slug, officer.id, Act.GOES_ON, told.id)
