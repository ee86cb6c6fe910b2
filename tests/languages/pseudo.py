"""Two invented languages, whole: every word of the content and of the interface, 40 % longer and with accents.

The second runs from right to left. Neither is in the table of the app: a row is put in, and its files are made.
"""

import json
import re
from pathlib import Path

import yaml
from babel.messages.pofile import read_po, write_po

from app.councils.catalogue_checks import TEMPLATE
from app.councils.languages import LANGUAGES, Language
from app.councils.phrases_wanted import phrases_of
from app.councils.shelf import Shelf
from app.councils.stamping import FIELDS, stamp

LONG = Language("qaa", "Ļóóńģ", locale="en_GB@long", english="Long")
MIRRORED = Language("qab", "\u05d2\u05d3\u05d5\u05dc", "rtl", "en_GB@mirrored", english="Mirrored")
PSEUDO = (LONG, MIRRORED)
ACCENTS = str.maketrans("aceginosuyzACEGINOSUYZ", "áçéģíñóšúýžÁÇÉĢÍÑÓŠÚÝŽ")
KEPT = re.compile(r"(\{[^}]*\}|\]\([^)]*\)|%\(\w+\)[sd]|%%|<[^>]*>|&\w+;|^#+ .*$|^- )", re.MULTILINE)
VOWEL = re.compile(r"([aeiouyáéíóúý])")


def longer(text: str) -> str:
    """The text with accents, and each vowel twice: some 40 % longer. Names, links and placeholders stay."""
    parts = KEPT.split(text)
    return "".join(
        part if place % 2 else VOWEL.sub(r"\1\1", part.translate(ACCENTS)) for place, part in enumerate(parts)
    )


def know(languages: tuple[Language, ...] = PSEUDO) -> None:
    for language in languages:
        LANGUAGES[language.tag] = language


def write_all(content: Path, translations: Path, languages: tuple[Language, ...] = PSEUDO) -> None:
    """Make every file of these languages, beside the English in `content`, and in `translations`."""
    for language in languages:
        for path in sorted((content / "england" / "en").rglob("*.md")):
            _write(_beside(path, language), _page(path.read_text("utf-8")))
        words = yaml.safe_load((content / "england" / "en" / "words.yaml").read_text("utf-8"))
        told = {id: {key: longer(text) for key, text in entry.items()} for id, entry in words.items()}
        _write(content / "england" / language.tag / "words.yaml", _entries(told))
        phrases = {phrase: longer(phrase) for phrase in phrases_of(Shelf(content), "england")}
        _write(content / "england" / language.tag / "phrases.yaml", json.dumps(phrases, ensure_ascii=False, indent=0))
        for _name in stamp(Shelf(content), language, frozenset()):
            pass
        _write_catalogue(translations, language)


def _page(text: str) -> str:
    _start, head, body = text.split("---\n", 2)
    facts = {key: said if key == "picture" else longer(said) for key, said in yaml.safe_load(head).items()}
    lines = "".join(f"{key}: {json.dumps(said, ensure_ascii=False)}\n" for key, said in facts.items())
    sections = re.sub(r"^(##+ )(.*)$", lambda found: found[1] + longer(found[2]), longer(body), flags=re.MULTILINE)
    return f"---\n{lines}---\n{sections}"


def _entries(told: dict[str, dict[str, str]]) -> str:
    return "".join(
        f"{id}:\n" + "".join(f"  {key}: {json.dumps(text, ensure_ascii=False)}\n" for key, text in entry.items())
        for id, entry in told.items()
    )


def _write_catalogue(translations: Path, language: Language) -> None:
    with TEMPLATE.open("rb") as file:
        catalog = read_po(file)
    for message in catalog:
        if isinstance(message.id, tuple):
            message.string = tuple(map(longer, message.id))
        elif message.id:
            message.string = longer(message.id)
    path = translations / language.locale / "LC_MESSAGES" / "messages.po"
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as file:
        file.write(FIELDS.format(locale=language.locale, plurals=language.plurals).encode("utf-8"))
        write_po(file, catalog, omit_header=True)


def _beside(path: Path, language: Language) -> Path:
    return Path(*(language.tag if part == "en" else part for part in path.parts))


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
