"""The law's timetable: who has how long for what. Each line with its source.

Source: SI 2006/1738 ("reg." below), the statutory guidance *Getting the Best from
Complaints* (2006), and the Ombudsman's guidance. Where a line is a council's practice
and not the law, it says so; a line nobody has verified is a hint for officers and is
never shown to a child as a fact.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

VERSION = "SI 2006/1738, read November 2026"


class Who(StrEnum):
    """Whose time it is."""

    COUNCIL = "council"
    YOU = "you"
    PANEL = "panel"


class Unit(StrEnum):
    WORKING_DAYS = "working-days"
    DAYS = "days"
    MONTHS = "months"


class Mark(StrEnum):
    """How far a line can be trusted."""

    LAW = "read in the law or in an official page"
    PROMISE = "a council's own promise"
    UNVERIFIED = "not verified: for officers, never for a child"


@dataclass(frozen=True)
class TimeLimit:
    """How long something may take, in `unit`: as a rule, and at the very longest.

    `longest` is None where nobody is turned away for being later. `at_least` marks a time
    that must be kept before something, such as the panel's papers: there a council may give
    more and never less.
    """

    who: Who
    usual: int
    longest: int | None
    source: str
    mark: Mark = Mark.LAW
    unit: Unit = Unit.WORKING_DAYS
    at_least: bool = False
    from_the_panel: bool = False  # counted from the panel's day, and not from when its report arrives
    from_the_statement: bool = False  # counted from when the statement of complaint is agreed, not from the request


LAW: Mapping[str, TimeLimit] = {
    "complain": TimeLimit(Who.YOU, 12, None, "regs; Ombudsman's fact sheet: not rigid", unit=Unit.MONTHS),
    "reference": TimeLimit(Who.COUNCIL, 3, 3, "councils' promises: 2, 3 or 5", Mark.PROMISE),
    "stage-1": TimeLimit(Who.COUNCIL, 10, 20, "reg. 14; longer when complex or an advocate is needed"),
    "ask-stage-2": TimeLimit(Who.YOU, 20, None, "councils' practice; late is not refused", Mark.PROMISE),
    "stage-2": TimeLimit(Who.COUNCIL, 25, 65, "reg. 17; longer with a written reason and a new date"),
    "ask-stage-3": TimeLimit(Who.YOU, 20, None, "councils' practice", Mark.PROMISE),
    "panel": TimeLimit(Who.COUNCIL, 30, 30, "reg. 19(4): the panel meets"),
    "panel-papers": TimeLimit(
        Who.COUNCIL, 10, None, "a council's own map: before the meeting", Mark.PROMISE, at_least=True
    ),
    "panel-report": TimeLimit(Who.PANEL, 5, 5, "reg. 20"),
    "stage-3": TimeLimit(Who.COUNCIL, 15, 15, "reg. 20(3): after the panel's recommendations arrive"),
    "ombudsman": TimeLimit(Who.YOU, 12, None, "Ombudsman's guidance: from first knowing", unit=Unit.MONTHS),
    "panel-acknowledged": TimeLimit(Who.COUNCIL, 2, 2, "not verified", Mark.UNVERIFIED),
    "panel-chair": TimeLimit(Who.COUNCIL, 10, 10, "not verified", Mark.UNVERIFIED),
}

# What only a council can promise; the law has no such limit.
OWN_PROMISES: Mapping[str, TimeLimit] = {
    "talk-first": TimeLimit(Who.COUNCIL, 0, None, "the council's own", Mark.PROMISE, Unit.DAYS),
    "panel-arranged": TimeLimit(Who.COUNCIL, 0, 30, "the council's own; within reg. 19(4)", Mark.PROMISE),
}

# The timetable's longest path: each stage at its longest, and the young person's time to ask in between.
WHOLE_ROAD = ("stage-1", "ask-stage-2", "stage-2", "ask-stage-3", "panel", "panel-report", "stage-3")


@dataclass(frozen=True)
class Road:
    """The whole way, in working days, and how many of them are the young person's own."""

    working_days: int
    yours: int


def longest_road(timetable: Mapping[str, TimeLimit]) -> Road:
    """The longest the whole procedure may take: 175 working days by the law's own limits, 40 of them to ask in."""
    keys = [key for key in WHOLE_ROAD if key != "panel-report" or not timetable["stage-3"].from_the_panel]
    limits = [timetable[key] for key in keys]
    return Road(
        working_days=sum(limit.longest or limit.usual for limit in limits),
        yours=sum(limit.longest or limit.usual for limit in limits if limit.who is Who.YOU),
    )


def whole_road(timetable: Mapping[str, TimeLimit]) -> int:
    """The longest the whole procedure may take, in working days."""
    return longest_road(timetable).working_days


def after_the_panel(timetable: Mapping[str, TimeLimit]) -> int:
    """Working days from the panel's meeting to the last letter.

    A council that counts its last answer from the panel's day has the panel's report within that time.
    """
    report, letter = timetable["panel-report"], timetable["stage-3"]
    return letter.usual if letter.from_the_panel else report.usual + letter.usual
