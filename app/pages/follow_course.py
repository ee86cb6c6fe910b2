"""What a young person sees of the course of their complaint: the days to come, what it waits for, what was promised."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from app.councils.stage_map import StageMap
from app.model.clocks import ANSWERS
from app.model.counting import Counted, counted
from app.model.course import Course
from app.model.event import What
from app.model.london import london_day
from app.model.move import Key, Made
from app.model.procedure import PROCEDURE
from app.model.stage import Stage
from app.pages.follow_words import HAPPENED, MOVED
from app.pages.here import holidays, today
from app.records.deadlines import Kept
from app.records.events import Event

# At which stages each day is shown. A day of a stage that is behind is not held against anybody.
SHOWN_AT = {
    "stage-1": (Stage.RECEIVED, Stage.LOCAL_RESOLUTION),
    "ask-stage-2": (Stage.LOCAL_RESOLUTION, Stage.RESOLVED),
    "stage-2": (Stage.INVESTIGATION,),
    "ask-stage-3": (Stage.INVESTIGATION, Stage.RESOLVED),
    "panel": (Stage.REVIEW_PANEL,),
    "panel-papers": (Stage.REVIEW_PANEL,),
    "panel-report": (Stage.REVIEW_PANEL,),
    "stage-3": (Stage.REVIEW_PANEL,),
}
# What has happened is not always the step it leads to.
TOLD_AS = {
    Key.PEOPLE_NAMED: "independent-people",
    Key.PANEL_ARRANGED: "panel-arranged",
    Key.PAPERS_SENT: "panel-papers",
}
TOLD_WHEN_LATE = (*ANSWERS, "panel")  # of the rest, only days to come


@dataclass(frozen=True)
class Day:
    """A day to come, or one that we did not keep."""

    clock: str
    due: date
    left: int  # working days; negative when it is over
    counted: Counted | None
    before: date | None  # the day we said at first
    is_answer: bool

    @property
    def is_late(self) -> bool:
        return self.left < 0


def shown(course: Course, dates: Sequence[Kept]) -> dict:
    """For the follow page."""
    is_over = course.stage in (Stage.WITHDRAWN, Stage.OUTSIDE)
    days = [] if is_over else [_day(kept) for kept in dates if _is_open(kept, course)]
    longer = course.latest(Key.EXTENDED)
    return {
        "days": [day for day in days if not day.is_late or day.clock in TOLD_WHEN_LATE],
        "longer": longer if longer and longer in course.here and Key.EXTENDED in course.keys_here else None,
        "waits": course.latest(Key.PAUSED) if course.is_paused and not is_over else None,
        "elsewhere": course.latest(Key.OUTSIDE) if course.stage is Stage.OUTSIDE else None,
        "sorted": course.latest(Key.SORTED_EARLY) if course.stage is Stage.RESOLVED else None,
        "panel_on": course.panel_on if course.panel_on and course.panel_on >= today() else None,
        "promised": course.promised,
    }


def history(happened: Sequence[Event], made: Sequence[Made], map: StageMap | None) -> list[tuple[date, str]]:
    """What happened, each with its day, in the order it happened. Nothing of anybody's words."""
    said = {(event.what, event.at) for event in happened}
    rows = [(event.at, london_day(event.at), HAPPENED.get(event.what)) for event in happened]
    for move in made:
        twin = {Key.RECORDED: What.RECORDED, Key.WITHDRAWN: What.STOPPED}.get(move.key)
        if (twin, move.moved_at) not in said:
            rows.append((move.moved_at, move.moved_on, _in_words(move, map)))
    told = [(day, str(words)) for _at, day, words in sorted(rows, key=lambda row: row[0]) if words]
    return list(dict.fromkeys(told))  # what they asked for and an officer took up on the same day is one line


def _in_words(move: Made, map: StageMap | None):
    step = map.find_step(TOLD_AS.get(move.key, PROCEDURE[move.key].step)) if map else None
    return MOVED.get(move.key) or (step.title if step else None)


def _is_open(kept: Kept, course: Course) -> bool:
    clock = kept.deadline.clock
    return kept.ended_on is None and kept.deadline.stopped_on is None and course.stage in SHOWN_AT.get(clock, ())


def _day(kept: Kept) -> Day:
    mine = kept.deadline
    start, end = sorted((mine.starts_on, mine.due_on))
    how = counted(start, end, today(), holidays()) if mine.clock in ANSWERS else None
    left = counted(today(), mine.due_on, today(), holidays()).left if mine.due_on >= today() else -1
    before = kept.first_due_on if kept.first_due_on < mine.due_on else None
    return Day(mine.clock, mine.due_on, left, how, before, mine.clock in ANSWERS)
