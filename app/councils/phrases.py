"""Names and short phrases in another language, by their English: "Review Panel", "Any time, day or night".

They stand in many places, for many councils: what people are called, whom a contact is for, when an inbox is read.
Each is translated once, in content/england/<language>/phrases.yaml; a council adds its own in its own folder. When the
English changes there is no entry for it, so it shows in English until there is.
"""

from collections.abc import Mapping

from app.councils.files import with_names
from app.councils.languages import ENGLISH, Language
from app.councils.links import NATIONAL
from app.councils.problems import ContentError
from app.councils.said import Said
from app.councils.shelf import Shelf

PHRASES = "phrases.yaml"


class Phrases:
    """Says an English phrase in one language, as a council may have it."""

    def __init__(self, shelf: Shelf, slug: str, language: Language):
        self._language = language
        self._said: dict[str, str] = {}
        for folder in (NATIONAL, slug):
            name = f"{folder}/{language.tag}/{PHRASES}"
            if language is not ENGLISH and shelf.is_there(name):
                self._said |= shelf.once(("phrases", name), lambda name=name: _read(shelf, name))

    def say(self, english: str) -> Said:
        """In the language; in English, and marked so, when it is not translated."""
        if english in self._said:
            return Said(self._said[english], self._language.tag)
        return Said(english, ENGLISH.tag)


def _read(shelf: Shelf, name: str) -> Mapping[str, str]:
    facts = shelf.yaml(name)
    for english, said in with_names(facts).items():
        if not isinstance(said, str):
            raise ContentError(facts.path, facts.line_of(english), f"“{english}” must be words; put them in quotes")
    return {english: said for english, said in facts.values.items() if said.strip()}
