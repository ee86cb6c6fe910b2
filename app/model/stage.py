"""The stages a complaint passes through, and the moves the procedure has between them."""

from enum import StrEnum


class Stage(StrEnum):
    RECEIVED = "received"
    LOCAL_RESOLUTION = "local-resolution"  # stage 1
    INVESTIGATION = "investigation"  # stage 2
    REVIEW_PANEL = "review-panel"  # stage 3
    RESOLVED = "resolved"
    WITHDRAWN = "withdrawn"
    OUTSIDE = "outside"  # this procedure is not for it: it goes somewhere else


ENDINGS = frozenset({Stage.RESOLVED, Stage.WITHDRAWN, Stage.OUTSIDE})

MOVES = {
    Stage.RECEIVED: ENDINGS | {Stage.LOCAL_RESOLUTION, Stage.INVESTIGATION},
    Stage.LOCAL_RESOLUTION: ENDINGS | {Stage.INVESTIGATION},
    Stage.INVESTIGATION: ENDINGS | {Stage.REVIEW_PANEL},
    Stage.REVIEW_PANEL: ENDINGS,
    Stage.RESOLVED: frozenset(),
    Stage.WITHDRAWN: frozenset(),
    Stage.OUTSIDE: frozenset({Stage.LOCAL_RESOLUTION, Stage.INVESTIGATION, Stage.REVIEW_PANEL}),  # back to where it was
}

# A complaint settled at stage 1 may go on to stage 2, and one settled at stage 2 to stage 3, if the young
# person is not content after all. What was settled earlier than that has no way on from here.
REOPENINGS = {
    Stage.RECEIVED: Stage.LOCAL_RESOLUTION,
    Stage.LOCAL_RESOLUTION: Stage.INVESTIGATION,
    Stage.INVESTIGATION: Stage.REVIEW_PANEL,
}


class MoveNotAllowed(ValueError):
    """The procedure has no step from the one stage to the other."""


def moves_from(present: Stage, settled_at: Stage | None = None) -> frozenset[Stage]:
    """The stages a complaint may go to next. `settled_at` is the stage at which a resolved one was settled."""
    if present is Stage.RESOLVED and settled_at in REOPENINGS:
        return frozenset({REOPENINGS[settled_at]})
    return MOVES[present]


def check_move(present: Stage, wanted: Stage, settled_at: Stage | None = None) -> None:
    """Raise MoveNotAllowed unless a complaint may go from `present` to `wanted`."""
    if wanted not in moves_from(present, settled_at):
        raise MoveNotAllowed(f"a complaint that is {present} cannot become {wanted}")
