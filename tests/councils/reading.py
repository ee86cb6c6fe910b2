"""How hard a page is to read: its sentences, and the school year they are for."""

import re
from collections.abc import Iterator

from textstat.backend.counts import _count_syllables

from tests.html_tree import Element, Tree

# Its list of how English words sound is a download, and no test of ours goes to the network.
_count_syllables.get_cmudict = lambda _language: None

BLOCKS = {"p", "li", "h2", "h3", "h4", "blockquote"}
WORD = re.compile(r"[A-Za-z0-9’&.-]*[A-Za-z0-9]")
END = re.compile(r"(?<=[.?!:])[”’)]*\s+")
SILENT_E = re.compile(r"(?<=[^aeiouyl])e$|(?<=[^aeiouydt])ed$|(?<=[^aeiouyscxz])es$")


def sentences(*texts: str) -> list[str]:
    """Each sentence. A title, a heading and an item of a list is one too."""
    return [sentence.strip() for text in texts for sentence in END.split(text) if WORD.search(sentence)]


def blocks(html: str) -> list[str]:
    """The text of each paragraph, heading and item of a list."""
    return [block.text for block in _innermost(Tree(html).root)]


def words(sentence: str) -> list[str]:
    return WORD.findall(sentence)


def grade(found: list[str]) -> float:
    """The Flesch-Kincaid grade of some sentences: 5 is for ten-year-olds."""
    spoken = [word for sentence in found for word in words(sentence)]
    beats = sum(syllables(word) for word in spoken)
    return 0.39 * len(spoken) / len(found) + 11.8 * beats / len(spoken) - 15.59


def syllables(word: str) -> int:
    """By places to hyphenate it or by its vowels, whichever is more: the one finds too few, the other too many."""
    vowels = re.findall(r"[aeiouy]+", SILENT_E.sub("", word.lower()))
    return max(_count_syllables.count_syllables(word, "en_GB"), len(vowels), 1)


def _innermost(element: Element) -> Iterator[Element]:
    for block in element.all(*BLOCKS):
        if not any(block.all(*BLOCKS)):
            yield block
