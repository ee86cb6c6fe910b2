"""Which English a translation was made from: eight letters that change when the English words do.

Letters only, so that YAML takes them for a word and never for a number. What is not words (a picture, who checked
it) does not count, nor do line ends and spaces.
"""

import hashlib
from collections.abc import Iterable, Mapping

from app.councils.pieces import NOT_WORDS, Piece

LETTERS = "abcdefghjkmnpqrs"  # one for each of the sixteen signs
LENGTH = 8


def fingerprint(piece: Piece) -> str:
    """Of a Markdown file's words."""
    facts = [f"{key}: {piece.facts[key]}" for key in sorted(piece.facts) if key not in NOT_WORDS]
    sections = [f"#{name}: {section.text}" for name in sorted(piece.sections) for section in piece.sections[name]]
    return _mark([*facts, *sections])


def fingerprint_of_word(entry: Mapping[str, str]) -> str:
    """Of an entry in words.yaml."""
    return _mark([str(entry.get("word", "")), str(entry.get("meaning", ""))])


def _mark(texts: Iterable[str]) -> str:
    said = "\n".join(" ".join(text.split()) for text in texts)
    digest = hashlib.sha256(said.encode("utf-8")).hexdigest()[:LENGTH]
    return "".join(LETTERS[int(sign, 16)] for sign in digest)
