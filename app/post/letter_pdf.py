"""A letter to the young person on paper, the English beneath."""

from flask import current_app

from app.councils.languages import ENGLISH, LANGUAGES
from app.model.letter import Words
from app.post.paper import as_pdf

TEMPLATE, STYLE = "letters/child_letter.html", "letters/child_letter.css"


def letter_pdf(words: Words, language: str) -> bytes:
    """Raises app.post.paper.CannotPrint. Needs an app context."""
    page = current_app.jinja_env.get_template(TEMPLATE)
    spoken = LANGUAGES.get(language, ENGLISH)
    return as_pdf(page.render(words=words, language=spoken), STYLE, _say_what_is_english)


def _say_what_is_english(_document, pdf) -> None:
    """WeasyPrint gives the language of the whole alone; the part in English, the one section there is, has its own."""
    from pydyf import String

    for element in pdf.objects:
        if isinstance(element, dict) and element.get("S") == "/Sect":
            element["Lang"] = String(ENGLISH.tag)
