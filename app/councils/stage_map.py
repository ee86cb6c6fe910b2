"""The stage map of one council in one language, ready to show."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from markupsafe import Markup


@dataclass(frozen=True)
class Step:
    """One stone on the path. It may explain a stage's step, or something beside the path."""

    id: str
    land: str
    number: int  # within its land, from 1
    place: str  # "Stage 1, step 2"
    title: str
    summary: str
    picture: str
    who: str  # who has the time: "council", "you", "panel", "none"
    time: str  # "3 working days", or ""
    time_is_before: bool  # it must lie before something: "At least 10 working days before"
    child: Markup
    adults: Markup
    changed_on: date  # the day its words were last changed
    lang: str  # of the words, when they are not in the page's language
    direction: str
    nobody_checked: bool  # a translation that no person has checked
    previous: "Step | None" = None
    next: "Step | None" = None


@dataclass(frozen=True)
class Fork:
    happy_title: str
    happy: str
    unhappy_title: str
    unhappy: str
    time: str
    next: str  # the land that the way on leads to


@dataclass(frozen=True)
class Land:
    id: str
    title: str
    formal: str
    badge: str
    mark: str  # "2" of stage 2, or ""
    time: str
    weeks: str  # the same time in weeks, or ""
    words: Markup
    steps: tuple[Step, ...]
    fork: Fork | None
    lang: str
    direction: str
    nobody_checked: bool


@dataclass(frozen=True)
class StageMap:
    lands: tuple[Land, ...]

    @property
    def steps(self) -> Iterator[Step]:
        """Every step, in the order they are walked."""
        return (step for land in self.lands for step in land.steps)

    @property
    def nobody_checked(self) -> bool:
        """Is any of it a translation that no person has checked?"""
        return any(one.nobody_checked for one in (*self.lands, *self.steps))

    def find_step(self, id: str) -> Step | None:
        return next((step for step in self.steps if step.id == id), None)


@dataclass(frozen=True)
class GuidePage:
    id: str
    title: str
    summary: str
    picture: str
    child: Markup
    adults: Markup
    changed_on: date
    lang: str
    direction: str
    nobody_checked: bool
