"""A folder for a translator with ordinary tools: handed out with what is to be done, and brought back."""

from collections.abc import Iterator
from pathlib import Path

from app.councils.catalogue_checks import errors_in
from app.councils.catalogues import FOLDERS, find_po, read_catalogue
from app.councils.fingerprints import fingerprint
from app.councils.languages import ENGLISH, Language
from app.councils.pieces import parse_piece
from app.councils.problems import ContentError, Problem
from app.councils.shelf import Shelf
from app.councils.stamping import marked, merged_po
from app.councils.texts import read_text
from app.councils.translation import PARTS, differences, is_current
from app.councils.word_files import hand_out_words, words_brought_back

PO = "messages.po"
BESIDE = "english"  # the folder of the English, to look at


def hand_out(shelf: Shelf, slug: str, language: Language, folder: Path) -> int:
    """Write into `folder` all that is missing or older. Returns how many files there are to translate.

    Each carries the mark of its English as it is today: when that changes before it is back, it is older at once.
    """
    po = find_po(language)
    _write(folder / PO, merged_po(language, read_catalogue(po) if po else None).decode("utf-8"))
    count = 1
    for part in PARTS:
        for id in sorted(shelf.stems(f"{slug}/{ENGLISH.tag}/{part}")):
            name, english = (f"{slug}/{tag}/{part}/{id}.md" for tag in (language.tag, ENGLISH.tag))
            if not is_current(shelf, slug, f"{part}/{id}.md", language):
                text = shelf.text(name if shelf.is_there(name) else english)
                _write(folder / "content" / name, marked(text, fingerprint(shelf.piece(english, ENGLISH.tag))))
                _write(folder / BESIDE / english, shelf.text(english))
                count += 1
    for name, text in hand_out_words(shelf, slug, language):
        _write(folder / "content" / name, text)
        count += 1
    return count


def bring_back(shelf: Shelf, language: Language, folder: Path) -> tuple[list[str], list[Problem]]:
    """The names of what was written; or what is wrong, and then nothing was."""
    texts: dict[Path, str] = {}
    problems: list[Problem] = []
    if (folder / PO).exists():
        problems += errors_in(folder / PO, language)
        texts[FOLDERS[-1] / language.locale / "LC_MESSAGES" / PO] = (folder / PO).read_text("utf-8")
    for path in sorted((folder / "content").rglob("*.*")):
        name = path.relative_to(folder / "content")
        try:
            text = read_text(folder / "content", path)
            found = list(_wrong(shelf, name, text, language))
        except ContentError as error:
            found, text = [error.problem], ""
        problems += found
        if text and not _as_handed_out(shelf, name, text):
            texts[shelf.root / name] = text
    if problems:
        return [], problems
    for path, text in texts.items():
        _write(path, text)
    return [path.relative_to(path.parents[3]).as_posix() for path in texts], []


def _wrong(shelf: Shelf, name: Path, text: str, language: Language) -> Iterator[Problem]:
    slug, tag, *rest = name.parts
    english = Path(slug, ENGLISH.tag, *rest).as_posix()
    if tag != language.tag:
        yield Problem(name, 0, f"this is in the folder of another language; put it into {slug}/{language.tag}/")
    elif name.suffix == ".yaml":
        yield from words_brought_back(shelf, name, text)
    elif name.suffix != ".md" or not shelf.is_there(english):
        yield Problem(name, 0, f"there is no {english} that this translates; look for a spelling mistake")
    else:
        piece = parse_piece(name, text, language.tag)
        if _as_handed_out(shelf, name, text):
            return
        if not piece.made_from:
            yield Problem(name, 1, "the line “english: …” is gone from between the --- lines; put it back")
        yield from (Problem(name, 0, why) for why in differences(shelf.piece(english, ENGLISH.tag), piece))


def _as_handed_out(shelf: Shelf, name: Path, text: str) -> bool:
    """Is it still the English, with its mark? Then it is not translated yet, and stays out."""
    english = Path(name.parts[0], ENGLISH.tag, *name.parts[2:]).as_posix()
    if name.suffix != ".md" or not shelf.is_there(english):
        return False
    return text == marked(shelf.text(english), fingerprint(shelf.piece(english, ENGLISH.tag)))


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
