"""Words that know their language, so that a page can mark what is not in its own."""


class Said(str):
    """A text, and the tag of the language it is in."""

    __slots__ = ("lang",)

    def __new__(cls, text: str, lang: str):
        said = super().__new__(cls, text)
        said.lang = lang
        return said

    def __reduce__(self):
        return Said, (str(self), self.lang)


def in_markdown(words: str, tag: str, written: str = "") -> str:
    """Words in a text of the language `tag`, marked if they are in another. `written` is how they stand there."""
    lang = getattr(words, "lang", tag)
    return (written or words) if lang == tag else f"[{written or words}]{{lang={lang}}}"
