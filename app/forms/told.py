"""The day somebody told the council, as it is typed into the map’s own address: ?told=2026-11-02."""

import re
from datetime import date

LONGEST = 40
YEAR_FIRST = re.compile(r"(\d{4})[-/. ](\d{1,2})[-/. ](\d{1,2})")  # what a browser’s own calendar sends
DAY_FIRST = re.compile(r"(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})")  # what people write where there is none


class NotADay(ValueError):
    """Not a date, or one that no calendar has."""


def read_day(typed: str) -> date:
    """Raises NotADay. Any script's digits will do."""
    said = typed.strip()
    if len(said) > LONGEST:
        raise NotADay("too long for a date")
    if found := YEAR_FIRST.fullmatch(said):
        year, month, day = map(int, found.groups())
    elif found := DAY_FIRST.fullmatch(said):
        day, month, year = map(int, found.groups())
    else:
        raise NotADay("not written as a date")
    try:
        return date(year, month, day)
    except ValueError as why:
        raise NotADay(str(why)) from None
