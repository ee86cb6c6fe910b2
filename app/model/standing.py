"""Where a complaint stands on the map: the step a young person is at, and how the days were counted."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from app.model.representation import Representation
from app.model.stage import Stage
from app.model.working_days import SATURDAY, BankHolidays, days_left_out, working_days_between

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


@dataclass(frozen=True)
class Counted:
    """How a due date was counted."""

    start: date  # day zero
    due: date
    weekends: tuple[date, ...]
    holidays: tuple[date, ...]
    left: int  # working days from today; negative when late, be it by a weekend only
    about: bool  # it lies beyond the official list of holidays, so it may yet change


def find_here(told: Representation, path: Collection[str]) -> Here | None:
    """Where it stands on the `path` of step ids, in their order. None when it is settled: it is off the road."""
    step = FIRST_STEP.get(told.stage)
    if step is None:
        return None
    order = list(path)
    behind = order[: order.index(step)] if step in order else []
    return Here(step, frozenset(behind))


def counted(start: date, due: date, today: date, holidays: BankHolidays) -> Counted:
    out = days_left_out(start, due, holidays)
    left = working_days_between(today, due, holidays)
    return Counted(
        start=start,
        due=due,
        weekends=tuple(day for day in out if day.weekday() >= SATURDAY),
        holidays=tuple(day for day in out if day.weekday() < SATURDAY),
        left=min(left, -1) if today > due else left,
        about=holidays.is_projected(due),
    )
