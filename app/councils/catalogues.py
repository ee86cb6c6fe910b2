"""The interface in each language: its .po file, read whole and compiled in memory when it is first needed.

Nothing compiled is on the disk or in the repository, so a catalogue is never older than its words. A file that
cannot be used stops the start (catalogue_checks.py).
"""

import re
from functools import cache
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import PoFileError, read_po
from babel.support import NullTranslations, Translations

from app.councils.languages import ENGLISH, LANGUAGES, Language, language_of
from app.councils.problems import ContentError
from app.councils.texts import read_text

ROOT = Path(__file__).parents[2]
FOLDERS = [ROOT / "translations"]  # a test puts one of its own in front
LARGEST_BYTES = 1_000_000
PLACEHOLDER = re.compile(r"%\(\w+\)[sd]")
# A line of a .po file: Babel takes one whose quote is missing, and loses a letter of it.
LINE = re.compile(r'\s*(#.*|((msgctxt|msgid|msgid_plural|msgstr(\[\d\])?)\s+)?"([^"\\]|\\.)*"\s*)?')
ISOLATED = "\u2068{}\u2069"  # FIRST STRONG ISOLATE … POP DIRECTIONAL ISOLATE
CHECKED = re.compile(r"^#?\s*checked_by:\s*\S.*^#?\s*checked_on:\s*\S", re.MULTILINE | re.DOTALL)


def find_po(language: Language) -> Path | None:
    """The file with the words of the interface, if there is one."""
    paths = (folder / language.locale / "LC_MESSAGES" / "messages.po" for folder in FOLDERS)
    return next((path for path in paths if path.is_file()), None)


def read_catalogue(path: Path) -> Catalog:
    """Raises ContentError with the line if it is no .po file, or holds what we cannot compile."""
    shown = shown_path(path)
    text = read_text(path.parent, path, LARGEST_BYTES)
    for number, line in enumerate(text.split("\n"), start=1):
        if not LINE.fullmatch(line):
            raise ContentError(shown, number, "this is no line of a .po file; look for a missing or an extra quote")
    try:
        return read_po(BytesIO(text.encode("utf-8")), abort_invalid=True)
    except PoFileError as error:
        raise ContentError(shown, error.lineno + 1, f"this is not a .po file: {error}; mend the line") from None
    except (ValueError, SyntaxError, UnicodeError) as error:  # of its head: the plural forms or the charset
        raise ContentError(shown, 1, f"the head of the file cannot be used: {error}; see docs/translate.md") from None


def shown_path(path: Path) -> Path:
    """As an editor knows it: translations/pl/LC_MESSAGES/messages.po."""
    return Path("translations", *path.parts[-3:])


def catalogue(language: Language) -> NullTranslations:
    """What the interface says in `language`; English where there is no word for it."""
    path = find_po(language)
    return _compiled(path, language) if path else NullTranslations()


def catalogue_in(locale: str) -> NullTranslations:
    """The same, by Babel's name for the language."""
    return catalogue(language_of(locale))


def catalogue_is_checked(language: Language) -> bool:
    """Has a person checked the words of the interface? The head of the file says who and when."""
    path = find_po(language)
    return path is None or _is_checked(path)


def languages_there() -> tuple[Language, ...]:
    """Those whose interface is there. English needs no file."""
    return tuple(one for one in LANGUAGES.values() if one.locale == ENGLISH.locale or find_po(one))


@cache
def _is_checked(path: Path) -> bool:
    return CHECKED.search(read_catalogue(path).header_comment) is not None


@cache
def _compiled(path: Path, language: Language) -> Translations:
    catalog = read_catalogue(path)
    if language.direction == "rtl":
        for message in catalog:
            if message.id:
                message.string = _isolated(message.string)
    compiled = BytesIO()
    write_mo(compiled, catalog)
    compiled.seek(0)
    return Translations(compiled)


def _isolated(said):
    """What is put into a sentence that runs from right to left keeps its own direction, and its place."""
    if isinstance(said, str):
        return PLACEHOLDER.sub(lambda found: ISOLATED.format(found[0]), said)
    return tuple(map(_isolated, said))
