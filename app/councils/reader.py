"""One council's words in one language: pieces found, laid over each other, filled in and made into HTML."""

import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from pathlib import Path

from markupsafe import Markup

from app.councils.contacts import contact_line, national_contacts, own_contacts
from app.councils.council import Contact, Council
from app.councils.files import Facts, with_names
from app.councils.languages import ENGLISH, LANGUAGES, Language
from app.councils.links import NATIONAL, Links
from app.councils.markup import BadLink, to_html
from app.councils.names import NAME, fill_in, names_for, refuse_typed
from app.councils.pieces import Piece, Section, laid_over
from app.councils.problems import ContentError
from app.councils.shapes import SLUG, WordShape, shaped
from app.councils.shelf import Shelf
from app.councils.wording import Wording


class Reader:
    """Reads the content of `council` in `language`, with English where a piece has not been translated."""

    def __init__(self, shelf: Shelf, council: Council, language: Language):
        self.shelf, self.council, self.language = shelf, council, language
        self._slugs = (NATIONAL, council.slug)
        self._tags = tuple(dict.fromkeys((ENGLISH.tag, language.tag)))  # the later one speaks
        self.wording = Wording(language)
        self.names = names_for(council, self._gathered("names.yaml"), self.wording)
        self.contacts = (
            *own_contacts(shelf, council, language.tag, self.wording),
            *national_contacts(shelf, language.tag),
        )
        self.words = self._words()
        self.links = Links(shelf, council, language, frozenset(self.words))

    def piece(self, part: str, id: str) -> Piece:
        """The national piece, in this language or else in English, with the council's own laid over it."""
        name = f"{part}/{id}.md"
        national = self._first(NATIONAL, name)
        own = self._first(self.council.slug, name)
        if national is None and own is None:
            if part == "steps" and id in (step.id for step in self.council.added):
                where = Path(self.council.slug, ENGLISH.tag, name)
                raise ContentError(where, 0, "this file is missing; write the words of the step you add")
            where = Path(NATIONAL, ENGLISH.tag, name)
            raise ContentError(where, 0, "this file is missing; put it back, or take it out of map.yaml")
        if own is None:
            return national
        return laid_over(national or Piece(own.path, own.language, {}), own)

    def fact(self, piece: Piece, key: str, otherwise: str | None = None) -> str:
        """One fact of a piece, filled in. Raises ContentError if it is not there and has no stand-in."""
        if key not in piece.facts:
            if otherwise is not None:
                return otherwise
            raise ContentError(piece.path, 1, f"add a line “{key}: …” between the --- lines")
        path, line = piece.line_of(key)
        return fill_in(piece.facts[key], self.names, path, line, markdown=False)

    def section(self, piece: Piece, name: str) -> Markup:
        """A section as HTML; empty if the piece has none of that name."""
        return Markup().join(self.html(section) for section in piece.sections.get(name, ()))

    def html(self, section: Section, make: Callable[[str, Callable], Markup] = to_html) -> Markup:
        text = fill_in(self._blocks(section.text), self.names, section.path, section.line, markdown=True)
        try:
            return make(text, self.links.follow)
        except BadLink as bad:
            raise ContentError(section.path, section.line + bad.line, str(bad)) from None

    def ids(self, part: str) -> set[str]:
        """The ids of every piece there is in a part, the council's own with the national ones."""
        return self.shelf.stems(f"{NATIONAL}/{ENGLISH.tag}/{part}") | self.own_ids(part)

    def own_ids(self, part: str) -> set[str]:
        """The ids of the council's own pieces in a part, in any language it may be read in."""
        return set().union(*(self.shelf.stems(f"{self.council.slug}/{tag}/{part}") for tag in self._tags))

    def changed_on(self, part: str, id: str) -> date:
        """The day the words of a piece were last changed, nationally or by the council."""
        names = (f"{slug}/{tag}/{part}/{id}.md" for slug in self._slugs for tag in self._tags)
        return max(self.shelf.changed_on(name) for name in names if self.shelf.is_there(name))

    def tagged(self, tag: str) -> tuple[Contact, ...]:
        """The contacts that may be shown under a tag: those somebody has verified."""
        return tuple(contact for contact in self.contacts if tag in contact.tags and contact.verified)

    def _first(self, folder: str, name: str) -> Piece | None:
        for tag in reversed(self._tags):
            path = f"{folder}/{tag}/{name}"
            if self.shelf.is_there(path):
                return self.shelf.piece(path, tag)
        return None

    def _blocks(self, text: str) -> str:
        """{contacts:TAG} and {words}, each alone on a line, become a list in Markdown.

        The number of lines above what follows may change; a problem below such a line is named by its section.
        """
        return "\n".join(self._block(line) for line in text.split("\n"))

    def _block(self, line: str) -> str:
        block = line.strip()
        if block == "{words}":
            entries = sorted(self.words.items(), key=lambda entry: self.named(entry[1].word).casefold())
            return "\n\n".join(f"{{#{id}}}\n## {word.word}\n\n{word.meaning}" for id, word in entries)
        tag = block.removeprefix("{contacts:").removesuffix("}")
        if block == f"{{contacts:{tag}}}" and any(tag in contact.tags for contact in self.contacts):
            lines = (contact_line(contact, self.wording) for contact in self.tagged(tag))
            return "\n".join(lines)  # empty while none is verified
        return line

    def named(self, words: str) -> str:
        """Plain words with what {names} stand for."""
        return NAME.sub(lambda name: self.names.get(name[1], name[0]), words)

    def _words(self) -> Mapping[str, WordShape]:
        words: dict[str, WordShape] = {}
        for facts in self._layers("words.yaml"):
            for id, value in with_names(facts).items():
                if not re.match(SLUG, id):
                    why = f"“{id}” is an address; write it in lower-case letters with hyphens, such as stage-2"
                    raise ContentError(facts.path, facts.line_of(id), why)
                words[id] = shaped(WordShape, facts, value, within=(id,))
        return words

    def _gathered(self, name: str) -> dict[str, str]:
        gathered: dict[str, str] = {}
        for facts in self._layers(name):
            for key, value in with_names(facts).items():
                if not isinstance(value, str):
                    raise ContentError(facts.path, facts.line_of(key), f"{key} must be words; put them in quotes")
                refuse_typed(value, facts.path, facts.line_of(key))
                gathered[key] = value
        return gathered

    def _layers(self, name: str) -> Iterator[Facts]:
        for slug in self._slugs:
            for tag in self._tags:
                path = f"{slug}/{tag}/{name}"
                if self.shelf.is_there(path):
                    yield self.shelf.yaml(path)

    def direction_of(self, tag: str) -> str:
        return LANGUAGES[tag].direction
