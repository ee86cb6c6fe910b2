"""What the map says when a day cannot be counted from, and what each bank holiday is called."""

from flask_babel import lazy_gettext as _l

from app.forms.told import NotADay
from app.model.told import TooFarAhead, TooLongAgo

WHY_NOT = {
    NotADay: _l("We cannot find that day in the calendar. Check the day and the month. These days count from today."),
    TooLongAgo: _l("We cannot count from so long ago. You can still tell us. These days count from today."),
    TooFarAhead: _l("That day is too far away to count from. These days count from today."),
}

# By the names that the `holidays` package has for them. A test finds each one that is on our list.
HOLIDAYS = {
    "New Year's Day": _l("New Year’s Day"),
    "New Year's Day (observed)": _l("the day off for New Year’s Day"),
    "Good Friday": _l("Good Friday"),
    "Easter Monday": _l("Easter Monday"),
    "May Day": _l("the May bank holiday"),
    "Spring Bank Holiday": _l("the spring bank holiday"),
    "Late Summer Bank Holiday": _l("the summer bank holiday"),
    "Christmas Day": _l("Christmas Day"),
    "Christmas Day (observed)": _l("the day off for Christmas Day"),
    "Boxing Day": _l("Boxing Day"),
    "Boxing Day (observed)": _l("the day off for Boxing Day"),
    "Platinum Jubilee of Elizabeth II": _l("the Queen’s Platinum Jubilee"),
    "State Funeral of Queen Elizabeth II": _l("the Queen’s funeral"),
    "Coronation of Charles III": _l("the King’s coronation"),
}
OTHER_HOLIDAY = _l("a bank holiday")


def holiday_name(name: str) -> str:
    """For templates. A holiday that was added last week has no name of its own here yet."""
    return HOLIDAYS.get(name, OTHER_HOLIDAY)
