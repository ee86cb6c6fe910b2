"""What can be done with a representation, and what is said with it. Moves are added, never edited."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from app.model.stage import Stage


class Key(StrEnum):
    """The moves of the procedure. Letters and figures are named after these: keep them."""

    RECORDED = "recorded"
    ASSIGNED = "assigned"
    SORTED_EARLY = "sorted-early"
    STAGE_1_ANSWERED = "stage-1-answered"
    EXTENDED = "extended"
    STAGE_2_ACCEPTED = "stage-2-accepted"
    STATEMENT_AGREED = "statement-agreed"
    PEOPLE_NAMED = "people-named"
    REPORTS_IN = "reports-in"
    ADJUDICATED = "adjudicated"
    STAGE_2_MEETING = "stage-2-meeting"
    PANEL_ASKED = "panel-asked"
    PANEL_ARRANGED = "panel-arranged"
    PAPERS_SENT = "papers-sent"
    PANEL_REPORT = "panel-report"
    FINAL_LETTER = "final-letter"
    ADR_OFFERED = "adr-offered"
    ADR_AGREED = "adr-agreed"
    ADR_ENDED = "adr-ended"
    PAUSED = "paused"
    RESUMED = "resumed"
    OUTSIDE = "outside"
    WITHDRAWN = "withdrawn"
    CLOSED = "closed"
    PROMISE_DONE = "promise-done"


class Outcome(StrEnum):
    """Of one point of a complaint."""

    UPHELD = "upheld"
    PARTLY = "partly"
    NOT_UPHELD = "not-upheld"


class Because(StrEnum):
    """Why a complaint stands still."""

    COURT = "court"
    POLICE = "police"


@dataclass(frozen=True)
class Point:
    words: str
    outcome: Outcome


@dataclass(frozen=True)
class Undertaking:
    """What the council promised when it closed: who does it, by when."""

    words: str
    who: str
    by: date


@dataclass(frozen=True, kw_only=True)
class Said:
    """What is said with a move, besides its day and its reason. Each move says only what it needs."""

    points: tuple[Point, ...] = ()
    people: Mapping[str, str] = field(default_factory=dict)  # by their part, such as "independent-person"
    members: tuple[str, ...] = ()  # of the panel, the chair first
    new_date: date | None = None  # the new day of the answer, or the day the panel meets
    where: str = ""  # it goes to, outside the procedure
    because: Because | None = None
    undertakings: tuple[Undertaking, ...] = ()
    undertaking: int | None = None  # the place, among all that were promised, of the one that is done


@dataclass(frozen=True, kw_only=True)
class Made:
    """A move that was made."""

    number: int  # later ones have higher numbers, over all representations
    key: Key
    stage: Stage  # at which it stands after it
    moved_at: datetime  # UTC, when it was said
    moved_on: date  # the day it counts from, which may be earlier
    officer: str  # the officer's id; "" for none
    why: str = ""
    said: Said = field(default_factory=Said)
