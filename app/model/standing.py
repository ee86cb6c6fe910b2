"""Where a complaint stands on the map: the step a young person is at."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from app.model.course import course_of
from app.model.move import Made
from app.model.representation import Representation
from app.model.stage import Stage

FIRST_STEP = {
    Stage.RECEIVED: "recorded",
    Stage.LOCAL_RESOLUTION: "looked-at",
    Stage.INVESTIGATION: "investigation",
    Stage.REVIEW_PANEL: "panel-arranged",
    Stage.WITHDRAWN: "withdraw",
}


@dataclass(frozen=True)
class Here:
    """ "You are here": the step, and those behind."""

    step: str
    done: frozenset[str]


def find_here(told: Representation, path: Collection[str], made: Sequence[Made] = ()) -> Here | None:
    """Where the moves `made` have brought it on the `path` of step ids, in their order; without any, the first step
    of its stage. None when it is settled, or goes somewhere else: it is off the road.
    """
    step = FIRST_STEP.get(told.stage)
    if step is None:
        return None
    order = list(path)
    step = course_of(told, made).step(order) or step
    behind = order[: order.index(step)] if step in order else []
    return Here(step, frozenset(behind))
