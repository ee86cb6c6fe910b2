"""Letters to the young person: one for each move that tells them something, and what each may say.

A letter's words are content. What they leave open are slots, such as {letter:due}: which of them a letter may have
follows from what is said with its move, and which days that move leaves open.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from app.model.move import Because, Key, Outcome, Point, Undertaking
from app.model.procedure import PROCEDURE, Need

LETTERS = tuple(key for key, move in PROCEDURE.items() if move.tells)

EVERYWHERE = frozenset({"name", "number", "written", "day", "due", "reach", "follow"})
IN_EVERY_LETTER = EVERYWHERE | {"who", "by"}  # the parts that all letters share; who does what was promised, by when

FROM_NEEDS: Mapping[Need, frozenset[str]] = {
    Need.CHILD_REASON: frozenset({"reason"}),
    Need.POINTS: frozenset({"points", "sorry"}),
    Need.PEOPLE: frozenset({"investigating-officer", "independent-person"}),
    Need.MEMBERS: frozenset({"chair", "member-2", "member-3"}),
    Need.NEW_DATE: frozenset({"new-date"}),
    Need.PANEL_DATE: frozenset({"panel-date"}),
    Need.WHERE: frozenset({"where"}),
    Need.BECAUSE: frozenset({"because"}),
    Need.UNDERTAKINGS: frozenset({"promises"}),
    Need.UNDERTAKING: frozenset({"promise"}),
}
OPEN_DAYS: Mapping[Key, frozenset[str]] = {
    Key.STAGE_1_ANSWERED: frozenset({"ask-by"}),
    Key.ADJUDICATED: frozenset({"ask-by"}),
    Key.STAGE_2_MEETING: frozenset({"ask-by"}),
    Key.PANEL_ASKED: frozenset({"panel-by"}),
    Key.PANEL_ARRANGED: frozenset({"papers-by"}),
    Key.PAPERS_SENT: frozenset({"panel-date"}),
    Key.CLOSED: frozenset({"ask-by"}),
}


def slots_of(key: Key) -> frozenset[str]:
    """What the letter of a move may say."""
    needed = (FROM_NEEDS.get(need, frozenset()) for need in PROCEDURE[key].needs)
    return EVERYWHERE.union(OPEN_DAYS.get(key, ()), *needed)


@dataclass(frozen=True, kw_only=True)
class LetterFacts:
    """What stands in the slots of one letter. What is empty is not said, nor is the paragraph that would say it."""

    written: date
    day: date  # the day the move counts from
    name: str = ""
    number: str = ""
    due: date | None = None  # our next answer
    ask_by: date | None = None  # the next stage can be asked for until then
    panel_by: date | None = None
    papers_by: date | None = None
    panel_date: date | None = None
    new_date: date | None = None
    reason: str = ""
    points: tuple[Point, ...] = ()
    investigating_officer: str = ""
    independent_person: str = ""
    members: tuple[str, ...] = ()  # the chair first
    where: str = ""
    because: Because | None = None
    promises: tuple[Undertaking, ...] = ()
    promise: Undertaking | None = None
    reach: tuple[str, ...] = ()  # whom to ask, line by line
    follow: str = ""  # the address of their own page, for which they need their code

    @property
    def something_went_wrong(self) -> bool:
        return any(point.outcome is not Outcome.NOT_UPHELD for point in self.points)


@dataclass(frozen=True)
class Words:
    """What a letter says, and the same in English: for the file, and for whoever helps them."""

    title: str
    words: str  # Markdown of a few kinds
    english_title: str = ""  # "" where the letter is in English itself
    english_words: str = ""


class Went(StrEnum):
    """How a letter went. In every way but the last it stands on the young person's own page too."""

    EMAIL = "email"  # the letter itself: they said that details are safe there
    NEWS = "news"  # an email that says only that there is news
    PAGE = "page"  # they come back with their code
    BY_HAND = "by-hand"  # printed, posted or read out by a person, who has a task to do it
    NOT_NEEDED = "not-needed"  # an officer decided that none goes
