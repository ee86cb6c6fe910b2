"""Which names and short phrases are to be translated: the nation's, and those a council gives besides."""

from collections.abc import Iterator

from app.councils.contacts import CONTACTS
from app.councils.languages import ENGLISH
from app.councils.links import NATIONAL
from app.councils.shapes import ContactShape, ContactsShape, CouncilShape
from app.councils.shelf import Shelf


def phrases_of(shelf: Shelf, slug: str) -> list[str]:
    """In the order they stand in the files, each once."""
    return list(dict.fromkeys(filter(None, _all(shelf, slug))))


def _all(shelf: Shelf, slug: str) -> Iterator[str]:
    names = f"{slug}/{ENGLISH.tag}/names.yaml"
    if shelf.is_there(names):
        yield from shelf.yaml(names).values.values()
    if slug == NATIONAL:
        for contact in shelf.shaped(ContactsShape, CONTACTS).root:
            yield from _of_contact(contact)
        return
    told = shelf.shaped(CouncilShape, f"{slug}/council.yaml")
    for contact in told.contacts:
        yield from _of_contact(contact)
    yield told.reads_inbox.get(ENGLISH.tag, "")


def _of_contact(contact: ContactShape) -> Iterator[str]:
    if contact.verified:
        yield contact.name
        yield contact.for_whom.get(ENGLISH.tag, "")
        yield contact.hours.get(ENGLISH.tag, "")
