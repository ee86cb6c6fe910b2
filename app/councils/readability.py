"""How hard a text is to read: sentences, words and syllables.

The grade is Flesch and Kincaid's (1975): 0.39 × words a sentence + 11.8 × syllables a word − 15.59. Syllables are
counted where pyphen may break a word. For English only; the figures were made for it.
"""

import re
from dataclasses import dataclass
from functools import cache

import pyphen

HARDEST_GRADE = 5.0
MOST_WORDS_ON_AVERAGE = 12
MOST_WORDS = 20
SENTENCE_END = re.compile(r"(?<=[.?!…:])[”’)]?\s+|\n+")
WORD = re.compile(r"[A-Za-z][A-Za-z’'-]*|\d[\d,.:]*")


@dataclass(frozen=True)
class Reading:
    """What a text asks of its reader."""

    grade: float
    words_on_average: float  # in a sentence
    longest: str  # the longest sentence

    @property
    def words_in_longest(self) -> int:
        return len(WORD.findall(self.longest))


def reading_of(text: str) -> Reading | None:
    """Of plain text, a line each for paragraphs and list items. None when there is too little to measure."""
    sentences = [sentence for sentence in SENTENCE_END.split(text) if WORD.search(sentence)]
    counts = [len(WORD.findall(sentence)) for sentence in sentences]
    if sum(counts) < 10:
        return None
    average = sum(counts) / len(counts)
    syllables = sum(syllables_of(word) for word in WORD.findall(text)) / sum(counts)
    longest = max(zip(counts, sentences, strict=True))[1]
    return Reading(0.39 * average + 11.8 * syllables - 15.59, average, longest.strip())


@cache
def syllables_of(word: str) -> int:
    return len(_hyphens().positions(word)) + 1


@cache
def _hyphens() -> pyphen.Pyphen:
    return pyphen.Pyphen(lang="en_GB", left=1, right=1)
