"""The ways from a page to itself in other languages, and which language a reader is given who has not chosen one."""

from collections.abc import Iterable

from flask import Response, g, make_response, redirect, request, url_for
from werkzeug.routing import BuildError
from werkzeug.wrappers import Request

from app.councils.catalogues import catalogue_is_checked
from app.councils.languages import ENGLISH, LANGUAGES, Language
from app.extensions import htmx
from app.pages.here import library

LONGEST_HEADER = 1000  # of Accept-Language; a longer one is nobody's real wish
CHOOSER, MAP = "chooser.show", "stage_map.show"


def language_ways() -> list[tuple[Language, str]]:
    """Each language there is, with the address of this very page in it; none for the desk, which is in English."""
    if g.get("council"):
        day = request.args.get("told") if request.endpoint == MAP else None  # that the map counts from
        return ways_to(request.endpoint, **(request.view_args or {}), told=day or None)
    languages = [LANGUAGES[tag] for tag in library().languages]
    if request.endpoint == CHOOSER:
        typed = request.args.get("name") or None
        return [(one, url_for(CHOOSER, language=one.tag, name=typed)) for one in languages]
    return []


def best_language_for(request: Request, tags: Iterable[str]) -> str:
    """The tag of the language that the reader's phone or computer asks for, among these. Nobody asks for Easy Read."""
    if len(request.headers.get("Accept-Language", "")) > LONGEST_HEADER:
        return ENGLISH.tag
    asked_for = [tag for tag in tags if LANGUAGES[tag].spoken_as == tag]
    return request.accept_languages.best_match(asked_for, default=ENGLISH.tag)


def nobody_checked() -> bool:
    """Is the interface here a translation that no person has checked? Content says so for itself."""
    language = g.get("language") or ENGLISH
    return language is not ENGLISH and not catalogue_is_checked(language)


def ways_to(endpoint: str | None, **values) -> list[tuple[Language, str]]:
    """The same for a page that is shown in answer to another: what htmx gets for what was sent."""
    return [(LANGUAGES[tag], _in(LANGUAGES[tag], endpoint, values)) for tag in library().languages]


def language_wanted() -> str | None:
    """The tag of the language that was pressed on a page with something typed on it: it is kept before we go there."""
    wanted = request.form.get("in-language", "")
    return wanted if wanted in library().languages else None


def go_to(address: str) -> Response:
    """On to another page. htmx would only put it in the place of the question: the whole page changes its language."""
    return make_response("", {"HX-Redirect": address}) if htmx else redirect(address, code=303)


def _in(language: Language, endpoint: str | None, values: dict) -> str:
    try:
        return url_for(endpoint or MAP, **{**values, "language": language.tag})
    except BuildError:  # a page without a language of its own, or an address that led nowhere
        return url_for(MAP, language=language.tag)
