"""What an example is made of. Days are working days before the day it is filled on, so that it is never old."""

from collections.abc import Mapping
from dataclasses import KW_ONLY, dataclass, field
from datetime import time

from app.model.age import AgeGroup
from app.model.event import What
from app.model.move import Because, Key, Outcome
from app.model.representation import Account, Answer, Kind, OnBehalfOf, SafeContact, Telling
from app.model.robots import Why
from app.model.topic import Topic

OFFICER = "officer"  # whom a visitor signs in as
BEA, TOM, RUTH = "bea", "tom", "ruth"  # their colleagues


@dataclass(frozen=True)
class Promise:
    """What was promised at the end; `ahead` working days from today, or as many back when it is negative."""

    words: str
    who: str
    ahead: int


@dataclass(frozen=True)
class Step:
    """One thing that happened: a move that an officer made, or a word of the young person's or the council's."""

    back: int  # working days before today; 0 is today
    what: Key | What
    words: str = ""  # the message, or the reason
    _: KW_ONLY
    by: str = OFFICER
    at: time | None = None  # in London; None: some time of the morning
    points: tuple[tuple[str, Outcome], ...] = ()
    people: Mapping[str, str] = field(default_factory=dict)
    members: tuple[str, ...] = ()
    ahead: int | None = None  # of the new day, or of the panel's: as in Promise
    where: str = ""
    because: Because | None = None
    promises: tuple[Promise, ...] = ()
    promise: int | None = None  # the place of the one that is done
    left: bool = False  # what must be done by hand after it is not done yet
    refused: bool = False  # the young person's address does not take the letter


@dataclass(frozen=True, kw_only=True)
class Example:
    """One representation, and all that has happened to it."""

    came: int  # working days before today
    words: str
    at: time | None = None  # in London; None: some time after school
    kind: Kind = Kind.COMPLAINT
    language: str = "en"
    name: str = ""
    age: AgeGroup | None = None  # as whoever records it knows it
    wish: str = ""
    telling: Telling = Telling.CHILD
    child: OnBehalfOf = field(default_factory=OnBehalfOf)
    contact: SafeContact = field(default_factory=SafeContact)
    account: Account = field(default_factory=Account)
    topic: Topic | None = None
    wants_advocate: bool = False
    safe: Answer | None = None
    held: Why | None = None
    steps: tuple[Step, ...] = ()
