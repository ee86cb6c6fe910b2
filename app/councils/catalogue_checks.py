"""What is wrong with a catalogue: what would break a page (an error), and what is not translated (a warning)."""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

from babel.messages.catalog import Catalog, Message

from app.councils.catalogues import PLACEHOLDER, ROOT, find_po, read_catalogue, shown_path
from app.councils.languages import ENGLISH, Language
from app.councils.problems import ContentError, Problem

TEMPLATE = ROOT / "translations" / "messages.pot"
MARKUP = re.compile(r"<[^>]*>|&[a-z0-9#]+;|[<>]")
FOR_OFFICERS = "For officers only. The desk is in English: this may stay empty."
COUNTS = frozenset({"%(count)s", "%(num)s"})  # a form for one or for two need not say the number


def errors_of_catalogues(languages: Iterable[Language]) -> list[Problem]:
    return [problem for language in languages if (path := find_po(language)) for problem in _errors(path, language)]


def warnings_of_catalogue(language: Language) -> Iterator[Problem]:
    """Each sentence that shows in English, because it is not translated or nobody has confirmed that it is right."""
    path = find_po(language)
    if language is ENGLISH or path is None:
        if language is not ENGLISH:
            name = f"{language.locale}/LC_MESSAGES/messages.po"
            yield Problem(Path("translations", name), 0, f"is not there; run: bin/flask words stamp {language.tag}")
        return
    catalog, shown = read_catalogue(path), shown_path(path)
    for message in read_catalogue(TEMPLATE):
        if not message.id or FOR_OFFICERS in message.auto_comments:
            continue
        said = catalog.get(message.id, message.context)
        if language.is_rewritten and (said is None or not all(_forms(said))):
            continue  # plain English stands in
        if said is None:
            yield Problem(shown, 0, f"“{_first(message)}” is not there; run: bin/flask words stamp {language.tag}")
        elif not all(_forms(said)):
            yield Problem(shown, said.lineno or 0, f"“{_first(message)}” is not translated; write it in its msgstr")
        elif said.fuzzy:
            why = "is marked fuzzy, so it shows in English; look at it again and take the word fuzzy away"
            yield Problem(shown, said.lineno or 0, f"“{_first(message)}” {why}")


def errors_in(path: Path, language: Language) -> tuple[Problem, ...]:
    """What is wrong with a file that is to become the language's catalogue."""
    return _errors(path, language)


@cache
def _errors(path: Path, language: Language) -> tuple[Problem, ...]:
    try:
        catalog = read_catalogue(path)
    except ContentError as error:
        return (error.problem,)
    return tuple(_wrong(catalog, shown_path(path), language))


def _wrong(catalog: Catalog, shown: Path, language: Language) -> Iterator[Problem]:
    number = int(language.plurals.partition("nplurals=")[2].partition(";")[0])
    if catalog.plural_forms.replace(" ", "") != language.plurals.replace(" ", ""):
        yield Problem(shown, 1, f"write in the head of the file: Plural-Forms: {language.plurals}")
    for message in catalog:
        if not message.id or not any(_forms(message)):
            continue
        line = message.lineno or 0
        if message.pluralizable and len(message.string) != number:
            yield Problem(shown, line, f"give {number} forms, msgstr[0] to msgstr[{number - 1}]")
        for said in filter(None, _forms(message)):
            if why := unlike_the_english(message, said):
                yield Problem(shown, line, f"“{said[:60]}”: {why}")


def unlike_the_english(message: Message, said: str) -> str:
    """What makes it unusable beside its English: "" when nothing does."""
    english = message.id if isinstance(message.id, tuple) else (message.id,)
    wanted, given = set(PLACEHOLDER.findall(" ".join(english))), set(PLACEHOLDER.findall(said))
    missing, unknown = wanted - given, given - wanted
    if message.pluralizable:
        missing -= COUNTS
    if missing or unknown:
        return f"it must have {' and '.join(sorted(wanted)) or 'no placeholder'}, just as the English does"
    if wanted and "%" in PLACEHOLDER.sub("", said).replace("%%", ""):
        return "write %% for a percent sign"
    if not wanted and "%" in said and "%" not in " ".join(english):
        return "leave out the percent sign"
    if sorted(MARKUP.findall(said)) != sorted(MARKUP.findall(english[-1])):
        return "it must have the same < > and & signs as the English"
    return ""


def _forms(message: Message) -> tuple[str, ...]:
    return message.string if isinstance(message.string, (tuple, list)) else (message.string,)


def _first(message: Message) -> str:
    words = message.id[0] if isinstance(message.id, tuple) else message.id
    return words if len(words) <= 60 else f"{words[:60]}…"
