"""The course a representation has taken: the moves made, where it stands after them, and which may come next."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from app.model.move import Key, Made, Undertaking
from app.model.procedure import ANSWERS, PROCEDURE, ProcedureMove
from app.model.representation import Kind, Representation
from app.model.stage import Stage, moves_from


class NotOffered(ValueError):
    """The procedure has no such move from where it stands."""


@dataclass(frozen=True)
class Promised:
    """One thing the council promised, and the day it was done."""

    place: int
    what: Undertaking
    done_on: date | None


@dataclass(frozen=True)
class Course:
    kind: Kind
    stage: Stage
    is_recorded: bool
    made: tuple[Made, ...]  # the oldest first

    @cached_property
    def here(self) -> tuple[Made, ...]:
        """Those made at the stage it stands at, with the one that took it there."""
        began: dict[Stage, int] = {}
        present = Stage.RECEIVED
        for place, move in enumerate(self.made):
            if move.stage is not present and move.key is not Key.RESUMED:  # which brings it back to where it was
                began[move.stage] = place
            present = move.stage
        return self.made[began.get(self.stage, 0) :] if present is self.stage else ()

    @property
    def keys_here(self) -> frozenset[Key]:
        return frozenset(move.key for move in self.here)

    @property
    def settled_at(self) -> Stage | None:
        """The stage it was closed at, while it is."""
        stages = [move.stage for move in self.made]
        if self.stage is not Stage.RESOLVED or not stages:
            return None
        return next((stage for stage in reversed(stages) if stage is not Stage.RESOLVED), Stage.RECEIVED)

    @property
    def before_outside(self) -> Stage:
        """The stage it goes back to."""
        stages = [move.stage for move in self.made if move.stage is not Stage.OUTSIDE]
        return stages[-1] if stages else Stage.LOCAL_RESOLUTION

    @property
    def is_paused(self) -> bool:
        told = [move.key for move in self.made if move.key in (Key.PAUSED, Key.RESUMED)]
        return bool(told) and told[-1] is Key.PAUSED

    @property
    def last_number(self) -> int:
        """Of its newest move; 0 while there is none. Whoever saw another has not seen everything."""
        return self.made[-1].number if self.made else 0

    def latest(self, key: Key) -> Made | None:
        """The last of this kind: that one counts."""
        return next((move for move in reversed(self.made) if move.key is key), None)

    @property
    def panel_on(self) -> date | None:
        """The day the panel meets, once that is arranged."""
        arranged = self.latest(Key.PANEL_ARRANGED) if self.stage is Stage.REVIEW_PANEL else None
        return arranged.said.new_date if arranged else None

    @property
    def promised(self) -> list[Promised]:
        """All that was promised when it was closed, with what was done of it."""
        all_of_it = [what for move in self.made for what in move.said.undertakings]
        done = {m.said.undertaking: m.moved_on for m in self.made if m.key is Key.PROMISE_DONE}
        return [Promised(place, what, done.get(place)) for place, what in enumerate(all_of_it)]

    def step(self, path: Collection[str]) -> str | None:
        """The step of the map it has come to, of those on `path`, in their order. None: no move says."""
        order = list(path)
        steps = [PROCEDURE[move.key].step for move in self.here]
        return max((step for step in steps if step in order), key=order.index, default=None)

    def leads_to(self, key: Key) -> Stage:
        """The stage it stands at after this move."""
        if key is Key.RESUMED and self.stage is Stage.OUTSIDE:
            return self.before_outside
        if key is Key.RECORDED and self.kind is not Kind.COMPLAINT:
            return self.stage
        return PROCEDURE[key].leads_to or self.stage


def course_of(told: Representation, made: Sequence[Made]) -> Course:
    return Course(told.kind, told.stage, not told.needs_recording, tuple(made))


def offered(course: Course) -> list[ProcedureMove]:
    """The moves the procedure has from where it stands, in its order."""
    return [move for move in PROCEDURE.values() if _is_offered(move, course)]


def check_offered(course: Course, key: Key) -> None:
    """Raises NotOffered unless the procedure has this move from here."""
    if not _is_offered(PROCEDURE[key], course):
        raise NotOffered(f"{key} is not offered from {course.stage}")


def says_again(course: Course, key: Key) -> bool:
    """Has it been said at this stage already, so that saying it again puts it right?"""
    return PROCEDURE[key].again and key in course.keys_here and key is not Key.PROMISE_DONE


def _is_offered(move: ProcedureMove, course: Course) -> bool:
    return (
        _is_of_its_kind(move, course)
        and _is_at_its_stage(move, course)
        and (move.while_paused or not course.is_paused)
        and SPECIAL.get(move.key, lambda course: True)(course)
    )


def _is_of_its_kind(move: ProcedureMove, course: Course) -> bool:
    if not (move.any_kind or course.kind is Kind.COMPLAINT):
        return False
    return move.unrecorded or course.is_recorded


def _is_at_its_stage(move: ProcedureMove, course: Course) -> bool:
    if course.stage is Stage.RESOLVED and course.settled_at in move.settled_at:
        return move.leads_to in moves_from(course.stage, course.settled_at)
    if course.stage not in move.stages:
        return False
    return move.after <= course.keys_here and not (move.not_after & course.keys_here)


def _may_record(course: Course) -> bool:
    """An unrecorded one; or a complaint that was sorted early and is not settled after all."""
    if course.stage is Stage.RECEIVED:
        return not course.is_recorded
    return course.is_recorded and course.kind is Kind.COMPLAINT


def _may_close(course: Course) -> bool:
    return course.kind is not Kind.COMPLAINT or bool(ANSWERS & course.keys_here)


def _has_open_adr(course: Course) -> bool:
    told = [m.key for m in course.here if m.key in (Key.ADR_OFFERED, Key.ADR_AGREED, Key.ADR_ENDED)]
    return bool(told) and told[-1] is not Key.ADR_ENDED


# What the columns of the table cannot say.
SPECIAL = {
    Key.RECORDED: _may_record,
    Key.CLOSED: _may_close,
    Key.ADR_OFFERED: lambda course: not _has_open_adr(course),
    Key.ADR_AGREED: _has_open_adr,
    Key.ADR_ENDED: _has_open_adr,
    Key.RESUMED: lambda course: course.is_paused or course.stage is Stage.OUTSIDE,
    Key.PROMISE_DONE: lambda course: any(one.done_on is None for one in course.promised),
}
