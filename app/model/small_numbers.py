"""Small numbers hidden, so that nobody can tell from a figure who is in it.

One to four are never shown, and neither is what would give them away: docs/decisions/0028-small-numbers.md says how
much that is. Zero is shown. That five is the least number shown is ours.
"""

from collections.abc import Sequence
from enum import StrEnum

SMALLEST_SHOWN = 5


class Hidden(StrEnum):
    FEW = "few"  # fewer than five, and not none
    HELD_BACK = "held-back"  # fewer than five, or what would give such a number away


Shown = int | Hidden


def is_small(count: int) -> bool:
    return 0 < count < SMALLEST_SHOWN


def alone(count: int) -> Shown:
    """A number that is no part of a total that is shown."""
    return Hidden.FEW if is_small(count) else count


def parts_of_a_total(counts: Sequence[int]) -> tuple[Shown, ...]:
    """The parts of a whole, beside a total that is shown with `alone`.

    Hidden with one mark, whether it is small or protects one that is: two marks would say which is which. Where the
    small ones do not protect one another, the next part after the first of them is hidden too; it is chosen by its
    place, for a choice by its size would say how large it is. Where there is none, not even the zeros are shown.
    """
    small = [place for place, count in enumerate(counts) if is_small(count)]
    hidden = set(small)
    if small and not _protect_one_another([counts[place] for place in small]):
        after = [*range(small[0], len(counts)), *range(small[0])]
        others = [place for place in after if counts[place] >= SMALLEST_SHOWN]
        hidden |= set(others[:1] or range(len(counts)))
    return tuple(Hidden.HELD_BACK if place in hidden else count for place, count in enumerate(counts))


def _protect_one_another(small: Sequence[int]) -> bool:
    """Can the total leave each of them at more than one number? Not when nearly all are ones, or nearly all fours."""
    together, least, most = sum(small), len(small), len(small) * (SMALLEST_SHOWN - 1)
    return together >= SMALLEST_SHOWN and least + 1 < together < most - 1
