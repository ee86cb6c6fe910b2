"""Names and short phrases in another language, by their English: "Review Panel", "Any time, day or night".

They stand in many places, for many councils: what people are called, whom a contact is for, when an inbox is read.
Each is translated once, in content/england/<language>/phrases.yaml; a council adds its own in its own folder. When the
English changes there is no entry for it, so it shows in English until there is. The council's own term beside its
translation is marked as in Markdown: "komisja odwoławcza ([Review Panel]{lang=en})".
"""

from collections.abc import Mapping
from functools import partial

from app.councils.files import with_names
from app.councils.languages import ENGLISH, Language
from app.councils.links import NATIONAL
from app.councils.problems import ContentError
from app.councils.said import Said, read_said
from app.councils.shelf import Shelf

PHRASES = "phrases.yaml"


class Phrases:
    """Says an English phrase in one language, as a council may have it."""

    def __init__(self, shelf: Shelf, slug: str, language: Language):
        self._language = language
        self._said: dict[str, Said] = {}
        for folder in (NATIONAL, slug):
            name = f"{folder}/{language.tag}/{PHRASES}"
            if language is not ENGLISH and shelf.is_there(name):
                read = partial(_read, shelf, name, language.tag)
                self._said |= shelf.once(("phrases", name), read)

    def say(self, english: str) -> Said:
        """In the language; in English, and marked so, when it is not translated."""
        return self._said.get(english) or Said(english, ENGLISH.tag)


def _read(shelf: Shelf, name: str, tag: str) -> Mapping[str, Said]:
    facts = shelf.yaml(name)
    for english, said in with_names(facts).items():
        if not isinstance(said, str):
            raise ContentError(facts.path, facts.line_of(english), f"“{english}” must be words; put them in quotes")
    return {english: read_said(said, tag) for english, said in facts.values.items() if said.strip()}
