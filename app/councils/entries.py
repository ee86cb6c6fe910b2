"""Entries of lists, checked where they are written: contacts and explained words show on the pages of others.

A page is only read for the councils that write it. An entry of theirs on it, with a link that leads nowhere or a
number of days typed by hand, would otherwise be found by the first child to open the page.
"""

from collections.abc import Iterable, Iterator
from pathlib import Path

from app.councils.contacts import CONTACTS, contact, contact_line
from app.councils.council import Council
from app.councils.languages import ENGLISH, LANGUAGES
from app.councils.links import NATIONAL
from app.councils.markup import read
from app.councils.pieces import Section
from app.councils.problems import ContentError, Problem
from app.councils.reader import Reader
from app.councils.shapes import ContactShape, ContactsShape, CouncilShape
from app.councils.shelf import Shelf


def problems_of_entries(shelf: Shelf, councils: Iterable[Council], tags: Iterable[str]) -> list[Problem]:
    """What is wrong with an entry, the nation's or a council's own, one thing for each."""
    problems: dict[Problem, None] = {}
    read_already: set[tuple[str, str]] = set()
    for council in councils:
        for tag in tags:
            try:
                reader = Reader(shelf, council, LANGUAGES[tag])
            except ContentError as error:
                problems[error.problem] = None
                continue
            for slug in (NATIONAL, council.slug):
                if (slug, tag) not in read_already:
                    read_already.add((slug, tag))
                    problems |= dict.fromkeys(_problems(reader, slug))
    return list(problems)


def _problems(reader: Reader, slug: str) -> Iterator[Problem]:
    for section in (*_contacts(reader, slug), *_words(reader, slug)):
        try:
            reader.html(section, read)
        except ContentError as error:
            yield error.problem


def _contacts(reader: Reader, slug: str) -> Iterator[Section]:
    name = CONTACTS if slug == NATIONAL else f"{slug}/council.yaml"
    within = () if slug == NATIONAL else ("contacts",)
    facts, tag = reader.shelf.yaml(name), reader.language.tag
    for place, shape in enumerate(_told(reader.shelf, name)):
        text = contact_line(contact(shape, reader.voice.phrases, tag), reader.wording)
        yield Section(facts.path, facts.line_of(*within, place), text, tag)


def _told(shelf: Shelf, name: str) -> list[ContactShape]:
    return shelf.shaped(ContactsShape, name).root if name == CONTACTS else shelf.shaped(CouncilShape, name).contacts


def _words(reader: Reader, slug: str) -> Iterator[Section]:
    for tag in dict.fromkeys((ENGLISH.tag, reader.language.tag)):
        name = f"{slug}/{tag}/words.yaml"
        if reader.shelf.is_there(name):
            facts = reader.shelf.yaml(name)
            for id, entry in facts.values.items():
                for key in ("word", "meaning"):
                    yield Section(Path(name), facts.line_of(id, key), " ".join(entry[key].split()), tag)
