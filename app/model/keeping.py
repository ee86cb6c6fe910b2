"""How long what was told is kept, counted from the last thing that was done with it once it had ended.

No law says how long. What stands here holds in a demonstration alone, and is marked with where it comes from: in
production a council must have decided it (app.opening).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from app.model.representation import ABOUT_ANOTHER, Kind

NOTICE = timedelta(days=30)  # ours: so long it stands on the list before it is deleted
PUT_AWAY_YEARS = 1  # ours: what a person said a robot had sent
MOST_YEARS = 100


@dataclass(frozen=True)
class Kept:
    """So many years, and who says so."""

    years: int
    source: str


class KeepingRefused(ValueError):
    """A number of years that cannot be meant. The message says why and how to mend it."""


USUAL: Mapping[Kind, Kept] = {
    Kind.COMPLAINT: Kept(
        6, "Limitation Act 1980, ss. 2, 5 and 9: six years to bring a claim. A child’s own time begins at 18"
    ),
    Kind.COMMENT: Kept(2, "this site’s own choice"),
    Kind.COMPLIMENT: Kept(2, "this site’s own choice"),
    Kind.ADVOCATE: Kept(6, "this site’s own choice: as a complaint, which it often begins"),
}
# The Ombudsman takes up what somebody has known of for twelve months, and later for a reason.
LEAST_YEARS: Mapping[Kind, int] = {Kind.COMPLAINT: 2, Kind.ADVOCATE: 1, Kind.COMMENT: 1, Kind.COMPLIMENT: 1}


def check_years(kind: Kind, years: int) -> None:
    """Raises KeepingRefused."""
    if years < LEAST_YEARS[kind]:
        why = "the Ombudsman may still ask for it" if kind is Kind.COMPLAINT else "nobody could look back at a year"
        raise KeepingRefused(f"{years} is too short, {why}; give at least {LEAST_YEARS[kind]}")
    if years > MOST_YEARS:
        raise KeepingRefused(f"{years} years is longer than anybody lives; give at most {MOST_YEARS}")


def rule_for(kind: Kind, said: Mapping[Kind, Kept]) -> Kept:
    """What a council `said`, or what is usual. A request to go on or to stop is kept as the complaint it is about."""
    whole = Kind.COMPLAINT if kind in ABOUT_ANOTHER else kind
    return said.get(whole) or USUAL[whole]


def years_after(day: date, years: int) -> date:
    """The same day so many years on; of 29 February, the 28th where there is none."""
    return _in_year(day, day.year + years)


def years_before(day: date, years: int) -> date:
    """The latest day whose `years` are over on `day`."""
    return _in_year(day, day.year - years)


def _in_year(day: date, year: int) -> date:
    try:
        return day.replace(year=year)
    except ValueError:
        return day.replace(year=year, day=28)
