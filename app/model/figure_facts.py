"""The facts that figures are counted from: one of each representation, with no word of what was told and no name."""

from dataclasses import dataclass
from datetime import date

from app.model.age import AgeGroup
from app.model.move import Key, Outcome
from app.model.representation import CameBy, Kind, Telling
from app.model.stage import Stage
from app.model.topic import Topic


@dataclass(frozen=True)
class Moved:
    key: Key
    on: date  # of a panel that was arranged: the day it meets
    outcomes: tuple[Outcome, ...] = ()  # of its points


@dataclass(frozen=True)
class Ran:
    """A time limit, as it ran."""

    clock: str  # its key in app.model.timetable
    first_due_on: date
    due_on: date
    ended_on: date | None = None
    stands_still: bool = False  # it waits for a court or the police


@dataclass(frozen=True)
class Promised:
    made_on: date
    by: date
    done_on: date | None = None


@dataclass(frozen=True, kw_only=True)
class Fact:
    """What may be counted of one representation."""

    kind: Kind
    telling: Telling
    came_by: CameBy
    language: str
    age_group: AgeGroup | None = None
    topic: Topic | None
    wants_advocate: bool
    received_on: date
    reference_due_on: date
    issued_on: date | None
    stage: Stage
    moves: tuple[Moved, ...] = ()  # the oldest first
    ran: tuple[Ran, ...] = ()  # the last of each clock
    promised: tuple[Promised, ...] = ()
