"""The bank holidays of England and Wales, from the `holidays` package, for the model to count with."""

from datetime import date
from functools import cache

import holidays

from app.model.working_days import BankHolidays

FIRST_YEAR = 2020
YEARS_AHEAD = 6
# The last year of the government's own list. A test compares the two, day by day, and fails when the
# list has grown, so that this number is raised and open dates are counted again.
LISTED_UNTIL = 2028


def bank_holidays(today: date) -> BankHolidays:
    """Every bank holiday from 2020 to six years after `today`. Years after LISTED_UNTIL are projections."""
    return _until(today.year + YEARS_AHEAD)


@cache
def _until(last_year: int) -> BankHolidays:
    years = range(FIRST_YEAR, last_year + 1)
    listed = holidays.country_holidays("GB", subdiv="ENG", years=years, observed=True)
    return BankHolidays(names=dict(sorted(listed.items())), listed_until=LISTED_UNTIL)
