"""Filters for templates: dates as the reader writes them, and a child's words made safe to look at."""

from datetime import date

from babel.dates import format_date, format_skeleton
from flask_babel import get_locale

CONTROLS = {code: 0x2400 + code for code in range(32) if chr(code) not in "\n\t"} | {0x7F: 0x2421}


def day(value: date) -> str:
    """A date in words: Friday 4 December."""
    return format_skeleton("MMMMEEEEd", value, locale=get_locale())


def day_of_month(value: date) -> str:
    return format_date(value, "d", locale=get_locale())


def short_month(value: date) -> str:
    return format_date(value, "LLL", locale=get_locale())


def with_year(value: date) -> str:
    """A date in full, for letters and the desk: 4 December 2026."""
    return format_date(value, "long", locale=get_locale())


def shown(words: str) -> str:
    """A child's words to look at: control signs, which a page may not hold, as their pictures. Not for keeping."""
    return words.translate(CONTROLS)


FILTERS = {"day": day, "day_of_month": day_of_month, "short_month": short_month, "with_year": with_year, "shown": shown}
