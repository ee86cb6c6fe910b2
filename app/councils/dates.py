"""Dates and numbers as the reader's language writes them, by CLDR: its months, its order, its digits.

The calendar is the Gregorian one in every language: letters, schools and offices in England count by it.
"""

import unicodedata
from datetime import date
from functools import cache

from babel import Locale
from babel.dates import format_date, parse_pattern
from babel.numbers import format_decimal

DIGITS = {"arab": "٠١٢٣٤٥٦٧٨٩", "arabext": "۰۱۲۳۴۵۶۷۸۹"}  # by CLDR's name; every other language of ours has 0 to 9
LATIN = "0123456789"
# The year is said in full where CLDR has a short word with a stop, which would meet the stop of the sentence.
YEAR_IN_FULL = {"uk": ("'р'.", "'року'")}


def day(value: date, locale: str) -> str:
    """A day with its weekday: Friday 4 December."""
    return _said(value, "MMMMEEEEd", locale)


def day_and_year(value: date, locale: str) -> str:
    """For letters: Friday 4 December 2026."""
    return _said(value, "yMMMMEEEEd", locale)


def with_year(value: date, locale: str) -> str:
    """Without its weekday: 4 December 2026."""
    return in_digits(format_date(value, _year_in_full(_long(locale), locale), locale=locale), locale)


def day_of_month(value: date, locale: str) -> str:
    return in_digits(format_date(value, "d", locale=locale), locale)


def short_month(value: date, locale: str) -> str:
    return format_date(value, "LLL", locale=locale)


def narrow_weekday(value: date, locale: str) -> str:
    """The head of a column in a calendar: M. Where CLDR has no letter of the language for it, the short name."""
    narrow, short = (format_date(value, pattern, locale=locale) for pattern in ("ccccc", "EEE"))
    return narrow if _script(narrow) == _script(short) else short


def _script(word: str) -> str:
    """LATIN, ARABIC …: the script of its first letter."""
    return unicodedata.name(word[0]).partition(" ")[0]


@cache
def number(count: int, locale: str) -> str:
    return in_digits(format_decimal(count, locale=locale), locale)


def in_digits(text: str, locale: str) -> str:
    """`text` with the digits of the language: Farsi's own, Arabic's as CLDR has them."""
    return text.translate(_digits(locale))


@cache
def _digits(locale: str) -> dict[int, str]:
    return str.maketrans(LATIN, DIGITS.get(Locale.parse(locale).default_numbering_system, LATIN))


def _said(value: date, skeleton: str, locale: str) -> str:
    said = parse_pattern(_year_in_full(_pattern(skeleton, locale), locale)).apply(value, Locale.parse(locale))
    return in_digits(said, locale)


@cache
def _pattern(skeleton: str, locale: str) -> str:
    """The pattern for a skeleton, with the whole name of the weekday and the month: some have only the short ones."""
    skeletons = Locale.parse(locale).datetime_skeletons
    pattern = next(
        skeletons[like].pattern
        for like in (skeleton, skeleton.replace("EEEE", "E"), skeleton.replace("MMMMEEEE", "MMME"))
        if like in skeletons
    )
    return _lengthened(_lengthened(pattern, "E", 4), "M", 4).replace("ccc", "cccc")


def _long(locale: str) -> str:
    return Locale.parse(locale).date_formats["long"].pattern


def _year_in_full(pattern: str, locale: str) -> str:
    return pattern.replace(*YEAR_IN_FULL.get(locale, ("", "")))


def _lengthened(pattern: str, letter: str, least: int) -> str:
    """`pattern` with a run of `letter` made as long as it takes for the whole word."""
    run = max((size for size in range(1, 6) if letter * size in pattern), default=0)
    return pattern.replace(letter * run, letter * least) if 0 < run < least else pattern
