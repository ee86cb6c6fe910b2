"""Letters to a young person, from content: one for each move, with what they leave open filled in.

A letter is Markdown of the few kinds that app.councils.markup.letter_html knows, so that an officer can change it: no
links, for it may be printed. A paragraph or an item whose slot has nothing to say is left out.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from app.councils.languages import ENGLISH, LANGUAGES
from app.councils.letter_slots import MARKS, PREFIX, SHARED_FACTS, filled, in_english, kept_together
from app.councils.pieces import Piece, Section
from app.councils.reader import Reader
from app.councils.said import ENGLISH_FROM, ENGLISH_TO
from app.model.letter import LetterFacts
from app.model.move import Key

PART, SHARED = "letters", "every-letter"
NAMES = {mark: name.removeprefix(PREFIX) for name, mark in MARKS.items()}
MARK = re.compile("[\ue100-\ue1ff]")
HEADING = re.compile(r"^(## .*\n)(?!\n)", re.MULTILINE)
UNIT = re.compile(r"\n(?:[ \t]*\n)+|\n(?=- )")  # between paragraphs, and the items of a list
EMPTY = re.compile(r"^## .*\n+(?=## |\Z)", re.MULTILINE)  # a heading with nothing below it
SIGNS = re.compile(r"\\([^\w\s])|(?<!\\)\[([^\[\]]*)\]\{lang=[a-z-]+\}|(?m:^#+ )|\*\*")
LINK = re.compile(r"(?<!\\)\[([^\[\]]*)\]\([^()\s]*\)")  # of a contact
BETWEEN = "\n\n"


@dataclass(frozen=True)
class Letter:
    """A letter as it would go: a title in plain words, and what it says in Markdown."""

    title: str
    words: str
    lang: str  # the tag of its language; words of it in another are marked


def write_letter(reader: Reader, key: Key, facts: LetterFacts) -> Letter:
    """The letter of a move in the reader's language; in English where it is not translated."""
    english = reader if reader.language is ENGLISH else Reader(reader.shelf, reader.council, ENGLISH)
    piece = reader.piece(PART, key)
    if reader is not english and all(part.language == ENGLISH.tag for part in piece.sections["Child"]):
        return write_letter(english, key, facts)
    in_slots = {one.language.tag: _in_slots(one, facts) for one in (english, reader)}
    own = reader.language.tag
    said = ((_said(text, in_slots[tag]), tag) for text, tag in _parts(reader, piece, facts))
    words = (text if tag == own else in_english(text) for text, tag in said)
    return Letter(str(reader.fact(piece, "title")), BETWEEN.join(filter(None, words)), own)


def plain_words(words: str) -> str:
    """A letter without the signs of Markdown, for an email."""
    return SIGNS.sub(lambda sign: sign[1] or sign[2] or "", words)


def template(reader: Reader, section: Section) -> str:
    """A section of a letter as Markdown, with a mark for each slot."""
    text = reader.text(section, MARKS)
    text = text.replace(ENGLISH_FROM, "[").replace(ENGLISH_TO, "]{lang=en}")
    return kept_together(LINK.sub(r"\1", text).strip(), LANGUAGES[section.language])


def _parts(reader: Reader, piece: Piece, facts: LetterFacts) -> Iterator[tuple[str, str]]:
    """What a letter is made of, in its order, each with the tag of its language."""
    shared = reader.piece(PART, SHARED)
    yield MARKS[f"{PREFIX}written"], reader.language.tag
    for name in ("hello" if facts.name else "hello_without_name", "number"):
        yield _fact(reader, shared, name)
    for section in (*piece.sections["Child"], *shared.sections["Child"]):
        yield template(reader, section), section.language
    yield _fact(reader, shared, "from")


def _fact(reader: Reader, shared: Piece, name: str) -> tuple[str, str]:
    said = reader.fact(shared, name, more=MARKS)
    return str(said), said.lang


def _in_slots(reader: Reader, facts: LetterFacts) -> dict[str, str]:
    shared = reader.piece(PART, SHARED)
    said = {name: _fact(reader, shared, name) for name in SHARED_FACTS}
    own = reader.language.tag
    words = {name: text if tag == own else in_english(text) for name, (text, tag) in said.items()}
    return filled(facts, reader.language, words)


def _said(text: str, in_slots: Mapping[str, str]) -> str:
    """The text with its slots filled; without the paragraphs, items and headings that would say nothing."""
    text = HEADING.sub(r"\1\n", text)
    gaps = (*UNIT.findall(text), "")
    kept = "".join(
        unit + gap
        for unit, gap in zip(UNIT.split(text), gaps, strict=True)
        if all(in_slots[NAMES[mark]] for mark in MARK.findall(unit))
    )
    return MARK.sub(lambda mark: in_slots[NAMES[mark[0]]], EMPTY.sub("", f"{kept}\n")).strip()
