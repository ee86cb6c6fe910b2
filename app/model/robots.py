"""Robots: what is taken to be one, and what is done then. Nothing is ever refused: it is held for a person to look at.

The numbers, and why, are in docs/decisions (“Robots are held, children are not refused”).
"""

from datetime import timedelta
from enum import StrEnum

SHORTEST = timedelta(seconds=3)  # from the first page to Send: nobody reads, writes and presses faster
SENT_AN_HOUR = 20  # from one address: a class that writes together, and then some
SENT_A_DAY = 60
URGENT_AN_HOUR = 10  # each with a letter of its own; more are told together
DRAFTS_A_DAY = 3_000  # from one address: a school of 1,500, twice
MAILS_A_DAY = 3  # to one address of a young person


class Why(StrEnum):
    """Why it is held."""

    TOO_MANY = "too-many"  # many came from one address
    TOO_FAST = "too-fast"
    HIDDEN_FIELD = "hidden-field"  # something was filled in that no person sees


def why_held(*, hidden_field: bool, took: timedelta, this_hour: int, today: int) -> Why | None:
    """None: it goes on its way. `this_hour` and `today` are how many came from that address, with this one."""
    if hidden_field:
        return Why.HIDDEN_FIELD
    if took < SHORTEST:
        return Why.TOO_FAST
    return Why.TOO_MANY if this_hour > SENT_AN_HOUR or today > SENT_A_DAY else None


def is_told_together(this_hour: int) -> bool:
    """At the first urgent one over the limit, and each time that they have become twice as many."""
    over, rest = divmod(this_hour - 1, URGENT_AN_HOUR)
    return this_hour > URGENT_AN_HOUR and rest == 0 and over & (over - 1) == 0
