"""No number that is hidden can be worked out, not even by somebody who knows how they are hidden."""

from collections import defaultdict
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.model.small_numbers import Hidden, alone, parts_of_a_total

MORE_THAN_THERE_ARE = 19


@pytest.mark.parametrize(("count", "shown"), [(0, 0), (1, Hidden.FEW), (4, Hidden.FEW), (5, 5), (12, 12)])
def test_one_to_four_are_not_shown_and_none_is(count, shown):
    assert alone(count) == shown


@pytest.mark.parametrize("rows", [2, 3, 4])
def test_whoever_knows_the_rule_and_the_total_cannot_tell_any_hidden_number(rows):
    """Every table there can be, by what is shown of it: each hidden place has held more than one number."""
    could_be = defaultdict(lambda: [set() for _ in range(rows)])
    for counts in product(range(MORE_THAN_THERE_ARE if rows < 4 else 12), repeat=rows):
        for place, count in enumerate(counts):
            could_be[_seen(counts)][place].add(count)
    assert len(could_be) > 100, "found hardly any tables: check this test"
    limit = (MORE_THAN_THERE_ARE if rows < 4 else 12) - 1  # above it some of the tables that look the same are missing
    for (total, *shown), numbers in could_be.items():
        if isinstance(total, int) and total <= limit:
            assert all(len(some) > 1 for mark, some in zip(shown, numbers, strict=True) if isinstance(mark, Hidden)), (
                shown
            )


@settings(deadline=None, max_examples=150)
@given(st.lists(st.integers(0, 30), min_size=2, max_size=7))
def test_of_a_longer_table_too_there_is_another_with_the_same_look(counts):
    shown = parts_of_a_total(counts)
    hidden = {place for place, mark in enumerate(shown) if isinstance(mark, Hidden)}
    assert all(shown[place] == count for place, count in enumerate(counts) if place not in hidden)
    assert {place for place, count in enumerate(counts) if 0 < count < 5} <= hidden
    if sum(counts) < 5:  # the total is hidden, and nothing of it is shown
        assert not any(counts) or hidden == set(range(len(counts)))
        return
    seen, certain = _seen(counts), set(hidden)
    for other in _others(counts, sorted(hidden)):
        if not certain:
            break
        if _seen(other) == seen:
            certain -= {place for place in hidden if other[place] != counts[place]}
    assert not certain, f"{counts} can be told at {certain}"


def _seen(counts) -> tuple:
    return alone(sum(counts)), *parts_of_a_total(counts)


def _others(counts, hidden):
    """Tables with the same total: small numbers at all the hidden places but one, which has what is left."""
    together = sum(counts[place] for place in hidden)
    for rest in hidden:
        small = [place for place in hidden if place != rest]
        for numbers in product(range(0 if 0 in counts else 1, 5), repeat=len(small)):
            if sum(numbers) <= together:
                other = list(counts)
                for place, number in zip(small, numbers, strict=True):
                    other[place] = number
                other[rest] = together - sum(numbers)
                yield other
