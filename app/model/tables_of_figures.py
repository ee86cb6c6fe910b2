"""Figures as they may leave: each measure a table, with its rows in order and its small numbers hidden."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from app.model.age import AgeGroup
from app.model.figures import ENDS, NOT_SAID, Asked, Counts, Issued, Kept, Measure, Promise
from app.model.move import Outcome
from app.model.representation import CameBy, Kind, Telling
from app.model.small_numbers import Hidden, Shown, alone, parts_of_a_total
from app.model.stage import Stage
from app.model.topic import Topic

ROWS: Mapping[Measure, Collection[str]] = {
    Measure.KIND: Kind,
    Measure.TELLING: Telling,
    Measure.AGE: (*AgeGroup, NOT_SAID),
    Measure.CAME_BY: CameBy,
    Measure.TOPIC: (*Topic, NOT_SAID),
    Measure.ADVOCATE: Asked,
    Measure.STANDING: Stage,
    Measure.REFERENCE: Issued,
    Measure.BEGUN: (Stage.LOCAL_RESOLUTION, Stage.INVESTIGATION, Stage.REVIEW_PANEL),
    Measure.STAGE_1_TIME: Kept,
    Measure.STAGE_2_TIME: Kept,
    Measure.PANEL_TIME: Kept,
    Measure.STAGE_3_TIME: Kept,
    Measure.STAGE_1_OUTCOME: Outcome,
    Measure.STAGE_2_OUTCOME: Outcome,
    Measure.ENDED: ENDS,
    Measure.PROMISES: Promise,
}
# No parts of one whole: a complaint may come to two stages, or end twice.
NO_TOTAL = frozenset({Measure.BEGUN, Measure.ENDED})
# About what the council promised, and not about whom.
ABOUT_NOBODY = frozenset({Measure.PROMISES})


@dataclass(frozen=True)
class TableOfFigures:
    measure: Measure
    rows: Mapping[str, Shown]  # in their order
    total: Shown | None  # None: there is none, or it would give a small number away

    @property
    def is_empty(self) -> bool:
        return not any(self.rows.values())

    @property
    def hides(self) -> bool:
        return any(isinstance(shown, Hidden) for shown in self.rows.values())


Figures = Mapping[Measure, TableOfFigures]


def publish(counts: Counts, languages: Collection[str]) -> Figures:
    """`languages` are those with a row of their own; any other that was used has one after them."""
    return {measure: _table(measure, counts, languages) for measure in Measure}


def _table(measure: Measure, counts: Counts, languages: Collection[str]) -> TableOfFigures:
    named = list(languages if measure is Measure.LANGUAGE else ROWS[measure])
    named += sorted(set(counts[measure]) - set(named))
    numbers = [counts[measure][group] for group in named]
    shown, total = _shown(measure, numbers)
    return TableOfFigures(measure, dict(zip(named, shown, strict=True)), total)


def _shown(measure: Measure, numbers: list[int]) -> tuple[Collection[Shown], Shown | None]:
    if measure in ABOUT_NOBODY:
        return numbers, sum(numbers)
    apart = [alone(number) for number in numbers]
    if measure in NO_TOTAL:
        return apart, None
    if measure is Measure.KIND:  # how many complaints came is said in every other table: here the total gives way
        return apart, None if Hidden.FEW in apart else sum(numbers)
    return parts_of_a_total(numbers), alone(sum(numbers))
