"""words.yaml and phrases.yaml for a translator: what is to be done, with its English as a note above it."""

import json
from collections.abc import Iterator
from pathlib import Path

from app.councils.files import parse_yaml, with_names
from app.councils.fingerprints import fingerprint_of_word
from app.councils.languages import ENGLISH, Language
from app.councils.phrases import PHRASES
from app.councils.phrases_wanted import phrases_of
from app.councils.problems import Problem
from app.councils.shapes import WordShape
from app.councils.shaping import shaped
from app.councils.shelf import Shelf
from app.councils.translation import unlike

WORDS = "words.yaml"


def hand_out_words(shelf: Shelf, slug: str, language: Language) -> Iterator[tuple[str, str]]:
    """The name and text of each of the two files: what there is, and what is missing with its English to replace."""
    name, english = (f"{slug}/{tag}/{WORDS}" for tag in (language.tag, ENGLISH.tag))
    if shelf.is_there(english):
        there = shelf.yaml(name).values if shelf.is_there(name) else {}
        yield name, "".join(_entry(id, entry, there.get(id)) for id, entry in shelf.yaml(english).values.items())
    name = f"{slug}/{language.tag}/{PHRASES}"
    there = shelf.yaml(name).values if shelf.is_there(name) else {}
    lines = [f"{_quoted(phrase)}: {_quoted(there.get(phrase, ''))}\n" for phrase in phrases_of(shelf, slug)]
    if lines:
        yield name, "".join(lines)


def words_brought_back(shelf: Shelf, name: Path, text: str) -> Iterator[Problem]:
    """What is wrong with one that comes back."""
    facts = parse_yaml(name, text)
    if name.name == PHRASES:
        wanted = set(phrases_of(shelf, name.parts[0]))
        for phrase in with_names(facts):
            if phrase not in wanted:
                why = f"“{phrase}” is no phrase of ours; the English stands first in the line, and stays as it is"
                yield Problem(name, facts.line_of(phrase), why)
        return
    english = shelf.yaml(f"{name.parts[0]}/{ENGLISH.tag}/{WORDS}").values
    for id, entry in with_names(facts).items():
        if id in english and all(entry.get(key) == english[id][key] for key in ("word", "meaning")):
            yield Problem(name, facts.line_of(id), f"{id} is in English still; translate it, or take it out")
            continue
        told = shaped(WordShape, facts, entry, within=(id,))
        if id not in english:
            yield Problem(name, facts.line_of(id), f"there is no {id} in the English word list; leave ids as they are")
            continue
        for key in ("word", "meaning"):
            for why in unlike(key, english[id][key], getattr(told, key)):
                yield Problem(name, facts.line_of(id, key), why)


def _entry(id: str, english: dict[str, str], there: dict[str, str] | None) -> str:
    mark = fingerprint_of_word(english)
    if there and there.get("english") == mark:
        return f"{id}:\n  english: {mark}\n  word: {_quoted(there['word'])}\n  meaning: {_quoted(there['meaning'])}\n"
    notes = "".join(f"# {key}: {english[key]}\n" for key in ("word", "meaning"))
    told = there or english
    return f"{notes}{id}:\n  english: {mark}\n  word: {_quoted(told['word'])}\n  meaning: {_quoted(told['meaning'])}\n"


def _quoted(text: str) -> str:
    """In quotes, as YAML and JSON both read it."""
    return json.dumps(text, ensure_ascii=False)
