"""A language's content beside the English: what is missing, what is older, and what does not say the same.

For editors (the check lists it), for translators (`flask words gaps`), and for the tests that hold each language whole.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path

from app.councils.fingerprints import fingerprint, fingerprint_of_word
from app.councils.languages import ENGLISH, LANGUAGES, Language
from app.councils.names import NAME
from app.councils.phrases import PHRASES
from app.councils.phrases_wanted import phrases_of
from app.councils.pictures import PREFIX
from app.councils.pieces import NOT_WORDS, Piece
from app.councils.problems import Problem
from app.councils.shelf import Shelf

LINK = re.compile(r"\]\(([^)\s]+)\)")
HEADING = re.compile(r"^##+ ", re.MULTILINE)
ITEM = re.compile(r"^(?:[-*]|\d+\.) ", re.MULTILINE)
# What Easy Read must have: the map, rights, and the advocate. What it has not, shows in plain English.
REWRITTEN = tuple(f"england/{name}" for name in ("stages/", "steps/", "guide/your-rights", "guide/advocates"))
PARTS = ("stages", "steps", "guide", "places", "letters")  # the folders of Markdown in a language


def gaps(shelf: Shelf, slug: str, language: Language) -> Iterator[Problem]:
    """What of `slug`'s words, the nation's or a council's, is not there in a language, or not as its English is now."""
    if language is ENGLISH:
        return
    for part in PARTS:
        for id in sorted(shelf.stems(f"{slug}/{ENGLISH.tag}/{part}")):
            yield from _piece(shelf, slug, f"{part}/{id}.md", language)
    if not language.is_rewritten:
        yield from _words(shelf, slug, language)
        yield from _phrases(shelf, slug, language)


def is_current(shelf: Shelf, slug: str, name: str, language: Language) -> bool:
    """Is the file there, and made from the English as that is now?"""
    path = f"{slug}/{language.tag}/{name}"
    if not shelf.is_there(path):
        return False
    english = shelf.piece(f"{slug}/{ENGLISH.tag}/{name}", ENGLISH.tag)
    return shelf.piece(path, language.tag).made_from == fingerprint(english)


def _piece(shelf: Shelf, slug: str, name: str, language: Language) -> Iterator[Problem]:
    path = f"{slug}/{language.tag}/{name}"
    english = shelf.piece(f"{slug}/{ENGLISH.tag}/{name}", ENGLISH.tag)
    if not shelf.is_there(path):
        if not language.is_rewritten or f"{slug}/{name}".startswith(REWRITTEN):
            yield Problem(Path(path), 0, f"is not there; translate {slug}/{ENGLISH.tag}/{name}")
        return
    translated = shelf.piece(path, language.tag)
    if translated.made_from != fingerprint(english):
        yield Problem(Path(path), _line(translated), _older(translated.made_from, language))
    yield from (Problem(Path(path), 0, why) for why in differences(english, translated))


def differences(english: Piece, translated: Piece) -> Iterator[str]:
    """What stands in the one and not in the other: facts, sections, names in braces, links, headings, items."""
    wanted, given = ({*piece.facts} - NOT_WORDS for piece in (english, translated))
    if wanted != given:
        facts = ", ".join(sorted(wanted)) or "nothing but english"
        yield f"between the --- lines must stand {facts}, as in the English; look at {_odd(wanted ^ given)}"
    is_rewritten = LANGUAGES[translated.language].is_rewritten
    picture = translated.facts.get("picture")
    if picture and picture != english.facts.get("picture") and not is_rewritten:
        yield f"the picture is {picture}, and the English has another; make it the same, or leave the line out"
    for key in sorted(wanted & given):
        yield from unlike(f"“{key}”", english.facts[key], translated.facts[key], is_rewritten)
    if {*english.sections} != {*translated.sections}:
        sections = ", ".join(f"# {name}" for name in english.sections)
        yield f"the sections must be {sections}, as in the English; give them these very names"
    for name in sorted({*english.sections} & {*translated.sections}):
        yield from unlike(f"# {name}", _text(english, name), _text(translated, name), is_rewritten)


def unlike(where: str, english: str, translated: str, is_rewritten: bool = False) -> Iterator[str]:
    """Where a translation has other names, links, headings or items. One that is rewritten may leave some out."""
    for what, found_in in (("name in braces", _names), ("link", _links)):
        wanted, given = found_in(english), found_in(translated)
        if given - wanted or (wanted - given and not is_rewritten):
            yield f"{where}: not the same {what} as in the English; look at {_odd(wanted ^ given)}"
    for what, pattern in (("headings", HEADING), ("items in lists", ITEM)):
        wanted, given = len(pattern.findall(english)), len(pattern.findall(translated))
        if wanted != given and not is_rewritten:
            yield f"{where}: {given} {what}, and the English has {wanted}; make them the same"


def _names(text: str) -> set[str]:
    return {name for name in NAME.findall(text) if not name.startswith(PREFIX)}


def _links(text: str) -> set[str]:
    return set(LINK.findall(text))


def _text(piece: Piece, name: str) -> str:
    return "\n".join(section.text for section in piece.sections[name])


def _odd(found: set[str]) -> str:
    return ", ".join(sorted(found))


def _words(shelf: Shelf, slug: str, language: Language) -> Iterator[Problem]:
    english, translated = (f"{slug}/{tag}/words.yaml" for tag in (ENGLISH.tag, language.tag))
    if not shelf.is_there(english):
        return
    wanted: Mapping[str, Mapping] = shelf.yaml(english).values
    facts = shelf.yaml(translated) if shelf.is_there(translated) else None
    for id, entry in wanted.items():
        told = facts.values.get(id) if facts else None
        if told is None:
            yield Problem(Path(translated), 0, f"{id} is not there; translate it from {english}")
            continue
        if str(told.get("english", "")) != fingerprint_of_word(entry):
            yield Problem(facts.path, facts.line_of(id), f"{id} {_older(told.get('english', ''), language)}")
        for key in ("word", "meaning"):
            for why in unlike(f"{id}: {key}", entry[key], str(told.get(key, ""))):
                yield Problem(facts.path, facts.line_of(id, key), why)
    for id in facts.values if facts else ():
        if id not in wanted:
            yield Problem(facts.path, facts.line_of(id), f"{id} is not in the English word list any more; take it out")


def _phrases(shelf: Shelf, slug: str, language: Language) -> Iterator[Problem]:
    path = f"{slug}/{language.tag}/{PHRASES}"
    there: Counter = Counter()
    for name in dict.fromkeys((f"england/{language.tag}/{PHRASES}", path)):
        if shelf.is_there(name):
            there.update(english for english, said in shelf.yaml(name).values.items() if str(said).strip())
    for english in phrases_of(shelf, slug):
        if english not in there:
            yield Problem(Path(path), 0, f"“{english}” is not there; write it with its translation")


def _line(piece: Piece) -> int:
    return piece.line_of("english")[1] if piece.made_from else 1


def _older(made_from: str, language: Language) -> str:
    if not made_from:
        return f"does not say which English it was made from; run: bin/flask words stamp {language.tag}"
    return "is older than its English and shows in English; translate what has changed, then stamp it"
