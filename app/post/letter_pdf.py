"""A letter to the young person on paper: a PDF that a screen reader can read (PDF/UA-1), the English beneath.

WeasyPrint is loaded when the first letter is printed: a process that prints none stays small. It fetches nothing: a
letter has no pictures, and its fonts are the machine's.
"""

from flask import current_app

from app.councils.languages import ENGLISH, LANGUAGES
from app.model.letter import Words

TEMPLATE, STYLE = "letters/child_letter.html", "letters/child_letter.css"
TAGGED = "pdf/ua-1"
NEEDS = "libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0"


class CannotPrint(OSError):
    """The machine lacks a library that WeasyPrint needs."""


class FetchedNothing(ValueError):
    """A letter wanted something from somewhere else."""


def letter_pdf(words: Words, language: str) -> bytes:
    """Raises CannotPrint. Needs an app context."""
    try:
        from weasyprint import CSS, HTML
    except OSError as error:
        raise CannotPrint(f"letters cannot be printed until the machine has {NEEDS}") from error
    environment = current_app.jinja_env
    page = environment.get_template(TEMPLATE).render(words=words, language=LANGUAGES.get(language, ENGLISH))
    style, _path, _is_current = environment.loader.get_source(environment, STYLE)
    return HTML(string=page, url_fetcher=_fetch_nothing).write_pdf(
        stylesheets=[CSS(string=style, url_fetcher=_fetch_nothing)], pdf_variant=TAGGED, finisher=_say_what_is_english
    )


def _say_what_is_english(_document, pdf) -> None:
    """WeasyPrint gives the language of the whole alone; the part in English, the one section there is, has its own."""
    from pydyf import String

    for element in pdf.objects:
        if isinstance(element, dict) and element.get("S") == "/Sect":
            element["Lang"] = String(ENGLISH.tag)


def _fetch_nothing(url: str, *_more, **_named):
    raise FetchedNothing("a letter fetches nothing")
