"""Whom to turn to: the national contacts, and a council's own."""

from collections.abc import Mapping

from app.councils.council import Contact, Council
from app.councils.languages import ENGLISH
from app.councils.links import NATIONAL
from app.councils.shapes import ContactShape, ContactsShape, CouncilShape
from app.councils.shelf import Shelf
from app.councils.wording import Wording

CONTACTS = f"{NATIONAL}/contacts.yaml"
DUTY_TEAM = "emergency-duty-team"


def national_contacts(shelf: Shelf, language: str) -> tuple[Contact, ...]:
    """Those for the whole of England, in `language` where they have words for it."""
    told = shelf.shaped(ContactsShape, CONTACTS)
    return tuple(contact(shape, language) for shape in told.root)


def own_contacts(shelf: Shelf, council: Council, language: str, wording: Wording) -> tuple[Contact, ...]:
    """A council's own, its out-of-hours team first: that one is for danger, and nothing else shows it."""
    told = shelf.shaped(CouncilShape, f"{council.slug}/council.yaml")
    own = tuple(contact(shape, language) for shape in told.contacts)
    if not council.emergency_duty_team:
        return own
    duty = Contact(
        id=DUTY_TEAM,
        name=wording.catalogue.gettext("Out-of-hours team of %(council)s") % {"council": council.short_name},
        for_whom=wording.catalogue.gettext("At night and at weekends, when a child is not safe"),
        number=council.emergency_duty_team,
        tags=("danger",),
        verified=True,
    )
    return (duty, *own)


def contact(shape: ContactShape, language: str) -> Contact:
    def said(words: Mapping[str, str]) -> str:
        return words.get(language) or words.get(ENGLISH.tag, "")

    facts = shape.model_dump(exclude={"for_whom", "hours", "tags"})
    return Contact(
        **{key: "" if value is None else value for key, value in facts.items()},
        for_whom=said(shape.for_whom),
        hours=said(shape.hours),
        tags=tuple(shape.tags),
    )


def contact_line(contact: Contact, wording: Wording) -> str:
    """A contact as an item of a list in Markdown."""
    ways = []
    if contact.number:
        free = " " + wording.catalogue.gettext("(free)") if contact.free else ""
        ways.append(f"[{contact.number}](tel:{contact.dialled}){free}")
    if contact.email:
        ways.append(f"[{contact.email}](mailto:{contact.email})")
    if contact.link:
        ways.append(f"[{contact.link.removeprefix('https://')}]({contact.link})")
    if contact.address:
        ways.append(contact.address)
    notes = " ".join(f"{note.rstrip('.')}." for note in (contact.for_whom, contact.hours) if note)
    return f"- **{contact.name}**: {', '.join(ways)}. {notes}" if ways else f"- **{contact.name}**. {notes}"
