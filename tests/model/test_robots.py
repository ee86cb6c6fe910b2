"""What is taken to be a robot, and what never is."""

from datetime import timedelta

import pytest

from app.model.robots import (
    SENT_A_DAY,
    SENT_AN_HOUR,
    SHORTEST,
    Why,
    is_told_together,
    why_held,
)

PERSON = {"hidden_field": False, "took": timedelta(minutes=5), "this_hour": 1, "today": 1}


@pytest.mark.parametrize(
    ("changed", "why"),
    [
        ({}, None),
        ({"took": SHORTEST}, None),
        ({"took": SHORTEST - timedelta(milliseconds=1)}, Why.TOO_FAST),
        ({"hidden_field": True}, Why.HIDDEN_FIELD),
        ({"hidden_field": True, "took": timedelta(0), "today": 9999}, Why.HIDDEN_FIELD),
        ({"this_hour": SENT_AN_HOUR, "today": SENT_A_DAY}, None),
        ({"this_hour": SENT_AN_HOUR + 1}, Why.TOO_MANY),
        ({"today": SENT_A_DAY + 1}, Why.TOO_MANY),
    ],
)
def test_what_is_held_and_why(changed, why):
    assert why_held(**PERSON | changed) == why


def test_very_many_urgent_ones_are_told_at_once_and_then_each_time_they_are_twice_as_many():
    assert [count for count in range(1, 1000) if is_told_together(count)] == [11, 21, 41, 81, 161, 321, 641]
