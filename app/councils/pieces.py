"""A Markdown file of ours: facts between --- lines, then sections that begin with a # heading."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import lru_cache
from pathlib import Path

from app.councils.files import Facts, parse_yaml, with_names
from app.councils.languages import ENGLISH
from app.councils.problems import ContentError

SECTIONS = ("Child", "Adults")
ALSO = ": also"  # added after the national section instead of replacing it
ENGLISH_MARK = "english"  # in a translation: the fingerprint of the English it was made from
CHECKED = ("checked_by", "checked_on")  # in a translation: the person who checked it, and when
NOT_WORDS = frozenset({ENGLISH_MARK, *CHECKED, "picture"})


@dataclass(frozen=True)
class Section:
    """Markdown, with where it came from."""

    path: Path
    line: int  # on which its first line stands
    text: str
    language: str


@dataclass(frozen=True)
class Piece:
    """One file's facts and sections; or a national file's with a council's laid over them."""

    path: Path
    language: str
    facts: Mapping[str, str]
    sources: Mapping[str, Facts] = field(default_factory=dict)  # which file each fact came from
    sections: Mapping[str, tuple[Section, ...]] = field(default_factory=dict)
    nobody_checked: bool = False  # a translation, and no person has said that it is right

    @property
    def made_from(self) -> str:
        """The fingerprint of the English that a translation was made from; "" when it does not say."""
        return self.facts.get(ENGLISH_MARK, "")

    def language_of(self, key: str) -> str:
        """The tag of the language a fact is in: a council's own may be in another than the rest."""
        return self.sources[key].path.parts[1]

    def line_of(self, key: str) -> tuple[Path, int]:
        source = self.sources[key]
        return source.path, source.line_of(key)


@lru_cache(maxsize=1024)
def parse_piece(shown: Path, text: str, language: str) -> Piece:
    """The piece that a file's text holds. Raises ContentError if it is not made as one."""
    if text.startswith("# "):  # a council's own words, without a fact said differently
        return Piece(shown, language, {}, {}, _sections(shown, text, 1, language), language != ENGLISH.tag)
    match = re.match(r"---\n(.*?\n)---(?:\n|$)", text, re.DOTALL)
    if not match:
        raise ContentError(shown, 1, "begin with a line ---, then facts such as “title: …”, then a line ---")
    facts = parse_yaml(shown, match[1], first_line=2)
    values = {key: _as_words(key, value) for key, value in with_names(facts).items()}
    for key, value in values.items():
        if not isinstance(value, str):
            raise ContentError(shown, facts.line_of(key), f"{key} must be words; put them in quotes")
    first_line = text[: match.end()].count("\n") + 1
    sections = _sections(shown, text[match.end() :], first_line, language)
    unchecked = language != ENGLISH.tag and not all(values.get(key) for key in CHECKED)
    return Piece(shown, language, values, dict.fromkeys(values, facts), sections, unchecked)


def _as_words(key: str, value: object) -> object:
    """The day of a check is a date in YAML, and words here."""
    return value.isoformat() if key in CHECKED and isinstance(value, date) else value


def laid_over(national: Piece, own: Piece) -> Piece:
    """The national piece, with what a council says differently or adds."""
    sections = dict(national.sections)
    for name, added in own.sections.items():
        if name.endswith(ALSO):
            whole = name.removesuffix(ALSO)
            sections[whole] = sections.get(whole, ()) + added
        else:
            sections[name] = added
    return replace(
        national,
        nobody_checked=national.nobody_checked or own.nobody_checked,
        facts={**national.facts, **own.facts},
        sources={**national.sources, **own.sources},
        sections=sections,
    )


def _sections(shown: Path, body: str, first_line: int, language: str) -> dict[str, tuple[Section, ...]]:
    found: dict[str, tuple[Section, ...]] = {}
    name, start, gathered = "", first_line, []
    for number, line in enumerate(body.split("\n"), start=first_line):
        if not line.startswith("# "):
            gathered.append(line)
            continue
        _close(found, shown, name, start, gathered, language)
        name, start, gathered = line.removeprefix("# ").strip(), number + 1, []
        if name.removesuffix(ALSO) not in SECTIONS:
            raise ContentError(
                shown, number, f"“# {name}” is not a section: use # Child, # Adults, or # Child: also; ## for headings"
            )
        if name in found:
            raise ContentError(shown, number, f"“# {name}” is here twice; put the two together")
    _close(found, shown, name, start, gathered, language)
    return found


def _close(found: dict, shown: Path, name: str, start: int, gathered: list[str], language: str) -> None:
    text = "\n".join(gathered)
    if not text.strip():
        return
    found[name or "Child"] = (Section(shown, start, text, language),)
