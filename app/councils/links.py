"""Where a link in our content may lead: our own pages by name, and the few kinds of address beside them."""

import re

from app.councils.council import Council
from app.councils.languages import ENGLISH, Language
from app.councils.shelf import Shelf

NATIONAL = "england"
OUTWARD = re.compile(r"https://[a-z0-9.-]+\.[a-z]{2,}(/\S*)?|tel:\+?\d{3,15}|mailto:[\w.+-]+@[\w.-]+\.[a-z]{2,}")


class Links:
    """Gives the address of `step:recorded`, `guide:words`, `word:advocate`, `form:` and `follow:`."""

    def __init__(self, shelf: Shelf, council: Council, language: Language, words: frozenset[str]):
        self._shelf, self._council, self._words = shelf, council, words
        self._start = f"/{council.slug}/{language.tag}"

    def follow(self, target: str) -> str:
        """The address for a target. Raises LookupError, saying how to mend it, when it leads nowhere."""
        kind, colon, name = target.partition(":")
        if kind == "step" and name in self._council.left_out:
            return f"{self._start}/"
        if kind == "step" and self._exists("steps", name):
            return f"{self._start}/steps/{name}"
        if kind == "guide" and self._exists("guide", name):
            return f"{self._start}/guide/{name}"
        if kind == "word" and name in self._words:
            return f"{self._start}/guide/words#{name}"
        if colon and not name and kind in {"form", "follow"}:
            return f"{self._start}/{kind}/" if kind == "form" else f"{self._start}/{kind}"
        if kind in {"step", "guide", "word"}:
            raise LookupError(f"the link “{target}” leads nowhere; there is no {kind} called “{name}”")
        if OUTWARD.fullmatch(target):
            return target
        raise LookupError(
            f"the link “{target}” is not a kind we use: write step:…, guide:…, word:…, form:, follow:,"
            " or an address that begins https://, tel: or mailto:"
        )

    def _exists(self, part: str, name: str) -> bool:
        return any(
            self._shelf.is_there(f"{slug}/{ENGLISH.tag}/{part}/{name}.md") for slug in (NATIONAL, self._council.slug)
        )
