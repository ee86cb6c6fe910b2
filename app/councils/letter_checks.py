"""Letters, checked as they are written: there for each move, with slots that the letter of that move can fill."""

from collections.abc import Callable, Iterable, Iterator
from difflib import get_close_matches
from pathlib import Path

from app.councils.languages import ENGLISH
from app.councils.letter_slots import PREFIX, SHARED_FACTS
from app.councils.letters import PART, SHARED
from app.councils.links import NATIONAL
from app.councils.pieces import Piece
from app.councils.problems import ContentError
from app.councils.reader import Reader
from app.councils.translation import LINK
from app.model.letter import IN_EVERY_LETTER, LETTERS, slots_of
from app.model.move import Key

CALLED = (SHARED, *LETTERS)
FACTS = {SHARED: ("hello", "hello_without_name", "number", "from", *SHARED_FACTS)}
TITLE = ("title",)


def of_every_letter(reader: Reader) -> Iterator[Callable]:
    """Each raises ContentError for what is wrong with one letter."""
    for id in sorted({*CALLED, *reader.ids(PART)}):
        yield lambda id=id: _check(reader, id, (NATIONAL, reader.council.slug))


def of_own_letters(reader: Reader) -> Iterator[Callable]:
    """The same of what the council itself says in them."""
    for id in sorted(reader.own_ids(PART)):
        yield lambda id=id: _check(reader, id, (reader.council.slug,))


def _check(reader: Reader, id: str, folders: Iterable[str]) -> None:
    if id not in CALLED:
        where = next(name for name in _files(reader, id) if reader.shelf.is_there(name))
        known = get_close_matches(id, CALLED, n=1)
        meant = f"did you mean {known[0]}.md?" if known else f"use one of: {', '.join(CALLED)}"
        raise ContentError(Path(where), 0, f"no letter is called “{id}”; {meant}")
    national = f"{NATIONAL}/{ENGLISH.tag}/{PART}/{id}.md"
    if not reader.shelf.is_there(national):
        raise ContentError(Path(national), 0, "this letter is missing; put it back")
    piece = reader.piece(PART, id)
    allowed = IN_EVERY_LETTER if id == SHARED else slots_of(Key(id))
    for fact in FACTS.get(id, TITLE):
        reader.fact(piece, fact, more=_slots(allowed if id == SHARED else ()))
    if "Child" not in piece.sections:
        raise ContentError(piece.path, 0, "there is nothing for a child to read; write it below a line “# Child”")
    _check_sections(reader, piece, allowed, folders)


def _check_sections(reader: Reader, piece: Piece, allowed: Iterable[str], folders: Iterable[str]) -> None:
    if "Adults" in piece.sections:
        section = piece.sections["Adults"][0]
        raise ContentError(section.path, section.line - 1, "a letter has no “# Adults”; put it all under “# Child”")
    for section in piece.sections["Child"]:
        if section.path.parts[0] in folders:
            if link := LINK.search(section.text):
                line = section.line + section.text.count("\n", 0, link.start())
                raise ContentError(section.path, line, "a letter may be printed: write the words, and no link")
            reader.text(section, _slots(allowed))


def _slots(allowed: Iterable[str]) -> dict[str, str]:
    return dict.fromkeys((f"{PREFIX}{name}" for name in allowed), "…")


def _files(reader: Reader, id: str) -> Iterator[str]:
    for slug in (NATIONAL, reader.council.slug):
        for tag in dict.fromkeys((ENGLISH.tag, reader.language.tag)):
            yield f"{slug}/{tag}/{PART}/{id}.md"
