"""Filters for templates: dates and numbers as the reader writes them, and a child's words made safe to look at."""

from collections.abc import Sequence
from datetime import date, datetime

from babel.dates import format_interval
from flask import current_app, g
from flask_babel import get_locale
from markupsafe import Markup

from app.councils import dates, markup
from app.councils.languages import ENGLISH
from app.model.london import london_day
from app.pages.told_words import holiday_name

CONTROLS = {code: 0x2400 + code for code in range(32) if chr(code) not in "\n\t"} | {0x7F: 0x2421}


def day(value: date) -> str:
    """A date in words: Friday 4 December."""
    return dates.day(value, str(get_locale()))


def day_and_year(value: date) -> str:
    """Friday, 4 December 2026."""
    return dates.day_and_year(value, str(get_locale()))


def in_london(instant: datetime) -> date:
    """The day it was in London."""
    return london_day(instant)


def days_together(days: Sequence[date]) -> str:
    """A weekend: Sat 28 – Sun 29 Nov. Or what is in it of one."""
    if len(days) == 1:
        return day(days[0])
    said = format_interval(days[0], days[-1], "MMMEd", locale=get_locale())
    return dates.in_digits(said, str(get_locale()))


def narrow_weekday(value: date) -> str:
    """The head of a column in a calendar: M."""
    return dates.narrow_weekday(value, str(get_locale()))


def day_of_month(value: date) -> str:
    return dates.day_of_month(value, str(get_locale()))


def short_month(value: date) -> str:
    return dates.short_month(value, str(get_locale()))


def with_year(value: date) -> str:
    """A date in full, for letters and the desk: 4 December 2026."""
    return dates.with_year(value, str(get_locale()))


def number(count: int) -> str:
    """A number in the reader's digits."""
    return dates.number(count, str(get_locale()))


def in_its_language(words: str) -> str | Markup:
    """Words of our content, marked when they are in another language than the page."""
    return markup.marked(words, (g.get("language") or ENGLISH).tag)


def pictured(words: Markup) -> Markup:
    """Our content with its pictures: Easy Read has one for each idea."""
    return markup.with_pictures(words, current_app.jinja_env.globals["asset"]("images/sprite.svg"))


def as_it_is(text: str) -> Markup:
    """A number, code, phone or email: left to right and in one piece, in a text of either direction."""
    return markup.left_to_right(text)


def is_day(typed: str) -> bool:
    """Can a date field hold it? Only as 2026-11-02."""
    try:
        return date.fromisoformat(typed).isoformat() == typed
    except ValueError:
        return False


def shown(words: str) -> str:
    """A child's words to look at: control signs, which a page may not hold, as their pictures. Not for keeping."""
    return words.translate(CONTROLS)


def letter_words(words: str, heading: int = 2) -> Markup:
    """The words of a letter to a young person, as they see them. `heading`: the level of a ## in it."""
    return markup.letter_html(shown(words), heading)


FILTERS = {
    "day": day,
    "day_and_year": day_and_year,
    "day_of_month": day_of_month,
    "days_together": days_together,
    "holiday": holiday_name,
    "is_day": is_day,
    "letter_words": letter_words,
    "london": in_london,
    "narrow_weekday": narrow_weekday,
    "number": number,
    "pictured": pictured,
    "as_it_is": as_it_is,
    "in_its_language": in_its_language,
    "short_month": short_month,
    "shown": shown,
    "with_year": with_year,
}
