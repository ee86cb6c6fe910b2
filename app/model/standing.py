"""Where a complaint stands on the map: the step a young person is at."""

from collections.abc import Collection
from dataclasses import dataclass

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


def find_here(told: Representation, path: Collection[str]) -> Here | None:
    """Where it stands on the `path` of step ids, in their order. None when it is settled: it is off the road."""
    step = FIRST_STEP.get(told.stage)
    if step is None:
        return None
    order = list(path)
    behind = order[: order.index(step)] if step in order else []
    return Here(step, frozenset(behind))
