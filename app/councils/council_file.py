"""council.yaml → Council. A promise slower than the law is refused here, with its line."""

from collections.abc import Mapping
from pathlib import Path

from app.councils.council import Contact, Council, Inboxes, Team
from app.councils.files import Facts, read_yaml
from app.councils.languages import ENGLISH, LANGUAGES
from app.councils.problems import ContentError
from app.councils.shapes import ContactShape, ContactsShape, CouncilShape, PromiseShape, shaped
from app.model.promises import Promise, PromiseRefused, held_to
from app.model.timetable import TimeLimit, Unit

TAKEN = frozenset({"desk", "leave", "health", "preview", "static"})
NATIONAL = "england"


def read_council(root: Path, folder: Path) -> Council:
    """The council a folder describes. Raises ContentError for the first thing wrong with its council.yaml."""
    slug = folder.name
    path = folder / "council.yaml"
    if slug in TAKEN or not slug.replace("-", "").isalnum() or slug != slug.lower() or not slug.isascii():
        raise ContentError(
            folder.relative_to(root), 0, "a council's folder is named in lower-case words with hyphens,"
            f" and none of {', '.join(sorted(TAKEN))}; give it another name",
        )  # fmt: skip
    facts = read_yaml(root, path)
    told = shaped(CouncilShape, facts)
    for place, tag in enumerate(told.languages):
        if tag not in LANGUAGES:
            known = ", ".join(LANGUAGES)
            raise ContentError(facts.path, facts.line_of("languages", place), f"we do not have “{tag}”; use {known}")
    return Council(
        slug=slug,
        name=told.name,
        short_name=told.short_name,
        prefix=told.prefix,
        languages=tuple(told.languages),
        timetable=_timetable(facts, told.promises),
        inboxes=Inboxes(**told.inboxes.model_dump()),
        mail_mode=told.mail.mode,
        mail_from=told.mail.from_,
        team=Team(**{key: value or "" for key, value in told.team.model_dump().items()}),
        contacts=tuple(contact(shape, ENGLISH.tag) for shape in told.contacts),
        emergency_duty_team=told.emergency_duty_team or "",
        reads_inbox=told.reads_inbox,
        procedure_document=told.procedure_document.model_dump(exclude_none=True) if told.procedure_document else {},
        confirmed_by=told.confirmed.by if told.confirmed else "",
        confirmed_on=told.confirmed.on if told.confirmed else None,
    )


def read_contacts(root: Path, language: str) -> tuple[Contact, ...]:
    """The national contacts, in `language` where it has words for them."""
    facts = read_yaml(root, root / NATIONAL / "contacts.yaml")
    told = shaped(ContactsShape, facts)
    return tuple(contact(shape, language) for shape in told.root)


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


def _timetable(facts: Facts, told: Mapping[str, PromiseShape]) -> dict[str, TimeLimit]:
    promises = {key: _promise(facts, key, shape) for key, shape in told.items()}
    try:
        return held_to(promises)
    except PromiseRefused as why:
        raise ContentError(facts.path, facts.line_of("promises", why.key), f"{why.key}: {why}") from None


def _promise(facts: Facts, key: str, shape: PromiseShape) -> Promise:
    given = {
        unit: count
        for unit, count in (
            (Unit.WORKING_DAYS, shape.working_days),
            (Unit.DAYS, shape.days),
            (Unit.MONTHS, shape.months),
        )
        if count is not None
    }
    if len(given) != 1:
        raise ContentError(
            facts.path,
            facts.line_of("promises", key),
            f"{key}: give a number of working_days, days or months",
        )
    [(unit, count)] = given.items()
    return Promise(
        count, unit, shape.source or "", confirmed_by=shape.confirmed_by or "", confirmed_on=shape.confirmed_on
    )
