"""What a council calls things in one language: names, hard words, and whom to turn to."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from app.councils.contacts import national_contacts, own_contacts
from app.councils.council import Council
from app.councils.files import Facts, with_names
from app.councils.fingerprints import fingerprint_of_word
from app.councils.languages import ENGLISH, Language
from app.councils.links import NATIONAL
from app.councils.names import names_for, refuse_typed
from app.councils.phrases import Phrases
from app.councils.problems import ContentError
from app.councils.said import Said
from app.councils.shapes import SLUG, WordShape
from app.councils.shaping import shaped
from app.councils.shelf import Shelf
from app.councils.wording import Wording


@dataclass(frozen=True)
class HardWord:
    word: str
    meaning: str
    lang: str  # the tag of the language that both are in


class Voice:
    """Of `council`, in `language`, with English where something has not been translated."""

    def __init__(self, shelf: Shelf, council: Council, language: Language):
        self.language, self.wording = language, Wording(language)
        self._shelf, self._slugs = shelf, (NATIONAL, council.slug)
        self.phrases = Phrases(shelf, council.slug, language)
        self.names = names_for(council, self._names(), self.phrases, self.wording)
        self.contacts = (
            *own_contacts(shelf, council, self.phrases, self.wording),
            *national_contacts(shelf, self.phrases, language.tag),
        )
        self.words = self._words()

    def _names(self) -> Mapping[str, Said]:
        """Council's own name for a person in English, and not in this language: as the phrases have it, or English."""
        gathered: dict[str, Said] = {}
        for tag, facts in self._layers("names.yaml"):
            for key, value in with_names(facts).items():
                if not isinstance(value, str):
                    raise ContentError(facts.path, facts.line_of(key), f"{key} must be words; put them in quotes")
                refuse_typed(value, facts.path, facts.line_of(key))
                gathered[key] = self.phrases.say(value) if tag == ENGLISH.tag else Said(value, tag)
        return gathered

    def _words(self) -> Mapping[str, HardWord]:
        words: dict[str, HardWord] = {}
        for tag, facts in self._layers("words.yaml"):
            read = partial(self._read_words, tag, facts)
            words |= self._shelf.once(("words of", facts.path), read)
        return words

    def _read_words(self, tag: str, facts: Facts) -> Mapping[str, HardWord]:
        """Those of one file that are of their English as it is now."""
        words: dict[str, HardWord] = {}
        english = self._english_of(facts.path) if tag != ENGLISH.tag else {}
        for id, value in with_names(facts).items():
            if not re.match(SLUG, id):
                why = f"“{id}” is an address; write it in lower-case letters with hyphens, such as stage-2"
                raise ContentError(facts.path, facts.line_of(id), why)
            told: WordShape = shaped(WordShape, facts, value, within=(id,))
            if id not in english or told.english == fingerprint_of_word(english[id]):
                words[id] = HardWord(told.word, told.meaning, tag)
        return words

    def _english_of(self, path: Path) -> Mapping[str, Mapping]:
        """The English words beside those of a file in another language."""
        name = f"{path.parts[0]}/{ENGLISH.tag}/{path.name}"
        return self._shelf.yaml(name).values if self._shelf.is_there(name) else {}

    def _layers(self, name: str) -> Iterator[tuple[str, Facts]]:
        """The files of a name, each with its language. A later one speaks instead of an earlier."""
        for slug in self._slugs:
            for tag in dict.fromkeys((ENGLISH.tag, self.language.tag)):
                path = f"{slug}/{tag}/{name}"
                if self._shelf.is_there(path):
                    yield tag, self._shelf.yaml(path)
