"""Words a child may stumble over: long ones, unless they are in the word list or in everyday use."""

import re
from collections.abc import Iterable

from app.councils.readability import syllables_of

FEWEST_SYLLABLES = 4
LETTERS = re.compile(r"(?<![A-Za-z’'@.-])[a-z][a-z’'-]+(?!\S*@)")
# Long, and yet children use them.
EVERYDAY = frozenset(
    {
        *("anybody", "everybody", "everything", "everyone", "anything", "especially", "usually", "actually"),
        *("information", "emergency", "january", "february", "television", "computer", "education", "university"),
        *("family", "families", "community", "communities", "organisation", "organisations", "ceremony"),
        *("disability", "disabilities", "accessibility"),
    }
)


def hard_words_in(text: str, listed: Iterable[str]) -> list[str]:
    """The hard words of a text, each once, in order. Names, which begin with a capital, are let be."""
    known = {word for entry in listed for word in LETTERS.findall(entry.lower())}
    found = dict.fromkeys(LETTERS.findall(text))
    return [word for word in found if _is_hard(word) and not {word, word.rstrip("s"), _stem(word)} & known]


def _is_hard(word: str) -> bool:
    return "-" not in word and word not in EVERYDAY and syllables_of(word) >= FEWEST_SYLLABLES


def _stem(word: str) -> str:
    return re.sub(r"(ing|ed|ies|es|s|’s)$", "", word)
