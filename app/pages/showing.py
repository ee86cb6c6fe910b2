"""Filters for templates: dates as the reader writes them, and a child's words made safe to look at."""

from collections.abc import Sequence
from datetime import date

from babel.dates import format_date, format_interval, format_skeleton
from babel.numbers import format_decimal
from flask_babel import get_locale

from app.pages.told_words import holiday_name

CONTROLS = {code: 0x2400 + code for code in range(32) if chr(code) not in "\n\t"} | {0x7F: 0x2421}


def day(value: date) -> str:
    """A date in words: Friday 4 December."""
    return format_skeleton("MMMMEEEEd", value, locale=get_locale())


def day_and_year(value: date) -> str:
    """Friday, 4 December 2026."""
    return format_date(value, "full", locale=get_locale())


def days_together(days: Sequence[date]) -> str:
    """A weekend: Sat 28 – Sun 29 Nov. Or what is in it of one."""
    return format_interval(days[0], days[-1], "MMMEd", locale=get_locale()) if len(days) > 1 else day(days[0])


def narrow_weekday(value: date) -> str:
    """The head of a column in a calendar: M."""
    return format_date(value, "ccccc", locale=get_locale())


def day_of_month(value: date) -> str:
    return format_date(value, "d", locale=get_locale())


def short_month(value: date) -> str:
    return format_date(value, "LLL", locale=get_locale())


def with_year(value: date) -> str:
    """A date in full, for letters and the desk: 4 December 2026."""
    return format_date(value, "long", locale=get_locale())


def number(value: int) -> str:
    return format_decimal(value, locale=get_locale())


def is_day(typed: str) -> bool:
    """Can a date field hold it? Only as 2026-11-02."""
    try:
        return date.fromisoformat(typed).isoformat() == typed
    except ValueError:
        return False


def shown(words: str) -> str:
    """A child's words to look at: control signs, which a page may not hold, as their pictures. Not for keeping."""
    return words.translate(CONTROLS)


FILTERS = {
    "day": day,
    "day_and_year": day_and_year,
    "day_of_month": day_of_month,
    "days_together": days_together,
    "holiday": holiday_name,
    "is_day": is_day,
    "narrow_weekday": narrow_weekday,
    "number": number,
    "short_month": short_month,
    "shown": shown,
    "with_year": with_year,
}
