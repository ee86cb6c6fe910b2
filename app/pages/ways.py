"""The ways from a page to itself in other languages, and which language a reader is given who has not chosen one."""

from collections.abc import Iterable

from flask import g, request, url_for
from werkzeug.routing import BuildError
from werkzeug.wrappers import Request

from app.councils.catalogues import catalogue_is_checked
from app.councils.languages import ENGLISH, LANGUAGES, Language
from app.pages.here import library

LONGEST_HEADER = 1000  # of Accept-Language; a longer one is nobody's real wish
CHOOSER = "chooser.show"


def language_ways() -> list[tuple[Language, str]]:
    """Each language there is, with the address of this very page in it; none for the desk, which is in English."""
    languages = [LANGUAGES[tag] for tag in library().languages]
    if g.get("council"):
        return [(one, _here_in(one)) for one in languages]
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


def _here_in(language: Language) -> str:
    try:
        return url_for(request.endpoint or "stage_map.show", **{**(request.view_args or {}), "language": language.tag})
    except BuildError:  # a page without a language of its own, or an address that led nowhere
        return url_for("stage_map.show", language=language.tag)
