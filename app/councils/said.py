"""Words that know their language, so that a page can mark what is not in its own."""

import re
from collections.abc import Iterator

ENGLISH_FROM, ENGLISH_TO = "\ue000", "\ue001"  # around English in Markdown that we make: a link may hold no [brackets]
MARKED = re.compile(r"\[([^\[\]]+)\]\{lang=en\}")  # as in Markdown: керівник ([Complaints Manager]{lang=en})


class Said(str):
    """A text, the tag of the language it is in, and which words in it are English all the same."""

    __slots__ = ("english", "lang")

    def __new__(cls, text: str, lang: str, english: tuple[str, ...] = ()):
        said = super().__new__(cls, text)
        said.lang, said.english = lang, english
        return said

    def __reduce__(self):
        return Said, (str(self), self.lang, self.english)

    def again(self, text: str) -> "Said":
        """`text`, which these words stand in, in their language."""
        return Said(text, self.lang, self.english)


def read_said(written: str, lang: str) -> Said:
    """Plain words, from a text with its English marked as in Markdown."""
    return Said(MARKED.sub(r"\1", written), lang, tuple(MARKED.findall(written)))


def parts_of(words: str) -> Iterator[tuple[str, bool]]:
    """The words in their order, and of each whether it is English in a text that is not."""
    english = getattr(words, "english", ())
    pattern = f"({'|'.join(map(re.escape, sorted(english, key=len, reverse=True)))})"
    for place, part in enumerate(re.split(pattern, words) if english else [words]):
        if part:
            yield part, place % 2 == 1


def in_markdown(words: str, tag: str, signs: re.Pattern | None = None) -> str:
    """Words in a text of the language `tag`, marked if they are in another. `signs` get a backslash before them."""

    def written(text: str) -> str:
        return signs.sub(r"\\\1", text) if signs else text

    lang = getattr(words, "lang", tag)
    if lang != tag:
        return f"[{written(words)}]{{lang={lang}}}"
    return "".join(
        f"{ENGLISH_FROM}{written(part)}{ENGLISH_TO}" if odd else written(part) for part, odd in parts_of(words)
    )
