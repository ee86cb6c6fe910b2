"""One council's words in one language: pieces found, laid over each other, filled in and made into HTML."""

import unicodedata
from collections.abc import Callable, Mapping
from datetime import date
from functools import cached_property
from pathlib import Path

from markupsafe import Markup

from app.councils.contacts import contact_line
from app.councils.council import Contact, Council
from app.councils.fingerprints import fingerprint
from app.councils.languages import ENGLISH, LANGUAGES, Language
from app.councils.links import NATIONAL, Links
from app.councils.markup import BadLink, in_language, to_html
from app.councils.names import NAME, fill_in
from app.councils.pieces import Piece, Section, laid_over
from app.councils.problems import ContentError
from app.councils.said import Said, in_markdown
from app.councils.shelf import Shelf
from app.councils.voice import HardWord, Voice
from app.councils.wording import Wording

NO_MORE: Mapping[str, str] = {}


class Reader:
    """Reads the content of `council` in `language`, with English where a piece has not been translated."""

    def __init__(self, shelf: Shelf, council: Council, language: Language):
        self.shelf, self.council, self.language = shelf, council, language
        self._slugs = (NATIONAL, council.slug)
        self._tags = tuple(dict.fromkeys((ENGLISH.tag, language.tag)))  # the later one speaks
        self.voice = Voice(shelf, council, language)
        self.links = Links(shelf, council, language, frozenset(self.voice.words))

    @property
    def wording(self) -> Wording:
        return self.voice.wording

    @property
    def names(self) -> Mapping[str, str]:
        return self.voice.names

    @property
    def words(self) -> Mapping[str, HardWord]:
        return self.voice.words

    @property
    def contacts(self) -> tuple[Contact, ...]:
        return self.voice.contacts

    @cached_property
    def _english(self) -> Voice:
        """For what is not translated: its numbers and names are English too."""
        return Voice(self.shelf, self.council, ENGLISH)

    def _voice_for(self, tag: str) -> Voice:
        return self.voice if tag == self.language.tag else self._english

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

    def fact(self, piece: Piece, key: str, otherwise: str | None = None, more: Mapping[str, str] = NO_MORE) -> Said:
        """One fact of a piece, filled in: names in braces, and `more` of them.

        Raises ContentError if it is not there and has no stand-in.
        """
        if key not in piece.facts:
            if otherwise is not None:
                return Said(otherwise, self.language.tag)
            raise ContentError(piece.path, 1, f"add a line “{key}: …” between the --- lines")
        path, line = piece.line_of(key)
        voice = self._voice_for(piece.language_of(key))
        names = {**voice.names, **more}
        said = fill_in(piece.facts[key], names, path, line, markdown=False, language=voice.language)
        used = (names[name] for name in NAME.findall(piece.facts[key]))
        english = tuple(word for words in used for word in getattr(words, "english", ()))
        return Said(said, voice.language.tag, english)

    def section(self, piece: Piece, name: str) -> Markup:
        """A section as HTML, marked where it is in another language; empty if the piece has none of that name."""
        return Markup().join(self._marked(section) for section in piece.sections.get(name, ()))

    def _marked(self, section: Section) -> Markup:
        html = self.html(section)
        if section.language == self.language.tag:
            return html
        return in_language(html, section.language, self.direction_of(section.language))

    def html(self, section: Section, make: Callable[[str, Callable], Markup] = to_html) -> Markup:
        try:
            return make(self.text(section), self.links.follow)
        except BadLink as bad:
            raise ContentError(section.path, section.line + bad.line, str(bad)) from None

    def text(self, section: Section, more: Mapping[str, str] = NO_MORE) -> str:
        """A section as Markdown, with the names in braces filled in, and `more` of them."""
        voice = self._voice_for(section.language)
        text, names = self._blocks(section.text, voice), {**voice.names, **more}
        return fill_in(text, names, section.path, section.line, markdown=True, language=voice.language)

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
        """A file in this language, if it was made from the English as that is now; else in English."""
        english = f"{folder}/{ENGLISH.tag}/{name}"
        original = self.shelf.piece(english, ENGLISH.tag) if self.shelf.is_there(english) else None
        path = f"{folder}/{self.language.tag}/{name}"
        if self.language is ENGLISH or not self.shelf.is_there(path):
            return original
        translated = self.shelf.piece(path, self.language.tag)
        if original is None:
            return translated
        mark = self.shelf.once(("the mark of", english), lambda: fingerprint(original))
        return translated if translated.made_from == mark else original

    def _blocks(self, text: str, voice: Voice) -> str:
        """{contacts:TAG} and {words}, each alone on a line, become a list in Markdown.

        The number of lines above what follows may change; a problem below such a line is named by its section.
        """
        return "\n".join(self._block(line, voice) for line in text.split("\n"))

    def _block(self, line: str, voice: Voice) -> str:
        block = line.strip()
        if block == "{words}":
            entries = sorted(voice.words.items(), key=lambda entry: _as_sorted(self.named(entry[1].word)))
            return "\n\n".join(_explained(id, word, voice.language.tag) for id, word in entries)
        tag = block.removeprefix("{contacts:").removesuffix("}")
        if block == f"{{contacts:{tag}}}" and any(tag in contact.tags for contact in voice.contacts):
            lines = (contact_line(one, voice.wording) for one in voice.contacts if tag in one.tags and one.verified)
            return "\n".join(lines)  # empty while none is verified
        return line

    def named(self, words: str) -> str:
        """Plain words with what {names} stand for."""
        return NAME.sub(lambda name: self.names.get(name[1], name[0]), words)

    def direction_of(self, tag: str) -> str:
        return LANGUAGES[tag].direction


def _explained(id: str, word: HardWord, tag: str) -> str:
    """An entry of the word list in Markdown: a heading that can be linked to, and what the word means."""
    title, meaning = (in_markdown(Said(words, word.lang), tag) for words in (word.word, word.meaning))
    return f"{{#{id}}}\n## {title}\n\n{meaning}"


def _as_sorted(words: str) -> str:
    """How words stand in a list: letters with accents beside those without."""
    return unicodedata.normalize("NFKD", words).casefold()
