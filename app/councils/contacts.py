"""Whom to turn to: the national contacts, and a council's own."""

from collections.abc import Mapping

from app.councils.council import Contact, Council
from app.councils.languages import ENGLISH, LANGUAGES
from app.councils.links import NATIONAL
from app.councils.phrases import Phrases
from app.councils.pictures import PREFIX
from app.councils.said import Said, in_markdown
from app.councils.shapes import ContactShape, ContactsShape, CouncilShape
from app.councils.shelf import Shelf
from app.councils.wording import Wording

CONTACTS = f"{NATIONAL}/contacts.yaml"
DUTY_TEAM = "emergency-duty-team"


def national_contacts(shelf: Shelf, phrases: Phrases, language: str) -> tuple[Contact, ...]:
    """Those for the whole of England, in `language` where they have words for it."""
    told = shelf.shaped(ContactsShape, CONTACTS)
    return tuple(contact(shape, phrases, language) for shape in told.root)


def own_contacts(shelf: Shelf, council: Council, phrases: Phrases, wording: Wording) -> tuple[Contact, ...]:
    """A council's own, its out-of-hours team first: that one is for danger, and nothing else shows it."""
    told = shelf.shaped(CouncilShape, f"{council.slug}/council.yaml")
    own = tuple(contact(shape, phrases, wording.language.tag) for shape in told.contacts)
    if not council.emergency_duty_team:
        return own

    gettext = wording.catalogue.gettext

    def said(words: str) -> Said:
        return Said(words % {"council": council.short_name}, wording.language.tag)

    duty = Contact(
        id=DUTY_TEAM,
        name=said(gettext("Out-of-hours team of %(council)s")),
        for_whom=said(gettext("At night and at weekends, when a child is not safe")),
        number=council.emergency_duty_team,
        tags=("danger",),
        verified=True,
    )
    return (duty, *own)


def contact(shape: ContactShape, phrases: Phrases, language: str) -> Contact:
    def said(words: Mapping[str, str]) -> Said:
        return Said(words[language], language) if language in words else phrases.say(words.get(ENGLISH.tag, ""))

    facts = shape.model_dump(exclude={"name", "for_whom", "hours", "tags"})
    return Contact(
        **{key: "" if value is None else value for key, value in facts.items()},
        name=phrases.say(shape.name),
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
    language = wording.language
    picture = f"{{{PREFIX}{'phone' if contact.number else 'globe'}}} " if language.is_rewritten else ""
    notes = " ".join(in_markdown(_ended(note), language.tag) for note in (contact.for_whom, contact.hours) if note)
    name, stop = in_markdown(contact.name, language.tag), language.full_stop
    if not ways:
        return f"- {picture}**{name}**{stop} {notes}"
    return f"- {picture}**{name}**: {f'{language.comma} '.join(ways)}{stop} {notes}"


def _ended(note: Said) -> Said:
    stop = LANGUAGES[note.lang].full_stop
    return note.again(f"{note.rstrip(stop)}{stop}")
