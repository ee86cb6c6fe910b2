"""What the desk shows of the procedure: where it stands on the map, its clocks, and the moves it has from there."""

from flask_babel import gettext as _

from app.councils.languages import ENGLISH
from app.councils.stage_map import StageMap
from app.model.counting import Counted, counted
from app.model.course import Course, offered, says_again
from app.model.move import Key
from app.model.procedure import PROCEDURE
from app.model.representation import Kind, Representation
from app.model.stage import ENDINGS
from app.model.standing import find_here
from app.model.timetable import Who
from app.pages.desk import standing
from app.pages.desk.door import own_council
from app.pages.desk.wording_moves import CLOCKS, COUNTED_FROM, MOVES, TELLS
from app.pages.here import holidays, library, today
from app.records.deadlines import Kept

BESIDE = ("before", "beside")  # who knows if they talked first?


def shown(told: Representation, course: Course, dates: list[Kept]) -> dict:
    """For the page of one representation."""
    moves = [_offer(told, course, move.key) for move in offered(course) if move.key is not Key.RECORDED or course.made]
    return {
        "moves": [move for move in moves if not move["again"]],
        "moves_again": [move for move in moves if move["again"]],
        "clocks": [_clock(kept) for kept in dates if _is_shown(kept, told)],
        "lands": _lands(told, course),
        "promises": [_promise(one) for one in course.promised],
        "is_paused": course.is_paused,
    }


def place_of(told: Representation, key: Key):
    """The step of the map that a move leads to, of the officer's own council. None: it changes nothing there."""
    step = PROCEDURE[key].step
    return _map().find_step(step) if step and told.kind is Kind.COMPLAINT else None


def _offer(told: Representation, course: Course, key: Key) -> dict:
    return {
        "key": key,
        "words": MOVES[key],
        "tells": TELLS[key],
        "place": place_of(told, key),
        "again": says_again(course, key),
        "is_aside": key in ASIDE,
    }


ASIDE = frozenset(
    {Key.ASSIGNED, Key.ADR_OFFERED, Key.ADR_AGREED, Key.ADR_ENDED, Key.PAUSED, Key.OUTSIDE, Key.WITHDRAWN}
)  # always there, beside the road


def _map() -> StageMap:
    return library().find_book(own_council().slug, ENGLISH.tag).stage_map


def _lands(told: Representation, course: Course) -> list[dict]:
    """The road, land by land, each step behind, here or ahead. Nothing for what has no road."""
    if told.kind is not Kind.COMPLAINT:
        return []
    map = _map()
    road = [step for step in map.steps if step.land not in BESIDE]
    here = find_here(told, [step.id for step in road], course.made)
    done = here.done if here else frozenset()
    return [
        {
            "title": land.title,
            "steps": [
                {"title": step.title, "is_here": bool(here) and step.id == here.step, "is_done": step.id in done}
                for step in land.steps
            ],
            "is_here": bool(here) and any(step.id == here.step for step in land.steps),
            "is_done": all(step.id in done for step in land.steps),
        }
        for land in map.lands
        if land.id not in BESIDE
    ]


def _is_shown(kept: Kept, told: Representation) -> bool:
    """What is open; and what the young person may still ask for, while they may, even when it is settled."""
    if kept.ended_on is not None:
        return False
    is_theirs = own_council().timetable[kept.deadline.clock].who is Who.YOU
    return kept.deadline.due_on >= today() if is_theirs else told.stage not in ENDINGS or kept.deadline.stopped_on


def _clock(kept: Kept) -> dict:
    deadline = kept.deadline
    limit = own_council().timetable[deadline.clock]
    backwards = deadline.due_on < deadline.starts_on
    start, end = sorted((deadline.starts_on, deadline.due_on))
    how: Counted = counted(start, end, today(), holidays())
    return {
        "words": CLOCKS.get(deadline.clock, deadline.clock),
        "due_on": deadline.due_on,
        "first_due_on": kept.first_due_on if kept.first_due_on != deadline.due_on else None,
        "stopped_on": deadline.stopped_on,
        "held": deadline.held,
        "standing": None if deadline.stopped_on else _standing(deadline.due_on, limit.who),
        "counted": None if backwards else how,
        "from": str(COUNTED_FROM[deadline.clock]),
        "starts_on": deadline.starts_on,
        "limit": limit,
    }


def _standing(due_on, who: Who) -> standing.Standing:
    found = standing.of_day(due_on, today(), holidays())
    return standing.Standing(found.words, "quiet") if who is Who.YOU else found


def _promise(one) -> dict:
    kept = standing.Standing(_("Kept"), "done")
    return {"it": one, "standing": kept if one.done_on else standing.of_day(one.what.by, today(), holidays())}
