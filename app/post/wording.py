"""Words of letters, from the text templates in app/templates/letters, in the reader's language.

Needs an app context and no request: the clock writes letters too. Templates are plain text, so nothing is
escaped; what a child typed never goes through them.
"""

import re
from datetime import date, datetime

from babel.dates import format_time
from flask import current_app
from flask_babel import force_locale, gettext

from app.councils.dates import day_and_year
from app.councils.languages import ENGLISH, LANGUAGES
from app.model.london import LONDON

NEWLINE = "\r\n"
GAP = NEWLINE * 2
RULE = "* * *"


def render(template: str, language: str = ENGLISH.tag, **facts) -> str:
    """The template as paragraphs, one empty line between them."""
    with force_locale(_locale(language)):
        rendered = current_app.jinja_env.get_template(f"letters/{template}.txt").render(
            facts, day=lambda value: day(value, language)
        )
    return GAP.join(_paragraphs(rendered))


def render_for_child(template: str, language: str, **facts) -> str:
    """The template in the young person's language, and beneath it the same in English: for the file, and for whoever
    helps them.
    """
    said = render(template, language, **facts)
    if LANGUAGES.get(language, ENGLISH).spoken_as == ENGLISH.tag:
        return said
    return GAP.join((said, RULE, "The same in English:", render(template, **facts)))


def subject_in(language: str, text: str) -> str:
    """One of our own fixed subjects, in the reader's language. Its text is marked where it is written."""
    with force_locale(_locale(language)):
        return gettext(text)


def day(value: date, language: str = ENGLISH.tag) -> str:
    """A day in words: Friday 4 December 2026."""
    said = day_and_year(value, _locale(language))
    return said.replace(",", "") if language == ENGLISH.tag else said


def moment(instant: datetime) -> str:
    """An instant in words, for officers: Friday 4 December 2026 at 10:05."""
    there = instant.astimezone(LONDON)
    return f"{day(there.date())} at {format_time(there.time(), 'HH:mm', locale='en_GB')}"


def as_typed(words: str) -> str:
    """Words for a letter's body: line ends as mail has them, and nothing else changed."""
    return words.replace(NEWLINE, "\n").replace("\n", NEWLINE)


def _paragraphs(text: str) -> list[str]:
    paragraphs = (paragraph.strip() for paragraph in re.split(r"\n\s*\n", text))
    return [NEWLINE.join(line.strip() for line in paragraph.splitlines()) for paragraph in paragraphs if paragraph]


def _locale(language: str) -> str:
    return LANGUAGES.get(language, ENGLISH).locale
