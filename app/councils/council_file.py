"""council.yaml → Council. A promise slower than the law is refused here, with its line."""

from collections.abc import Mapping
from pathlib import Path

from app.councils.certificate_file import read_certificate
from app.councils.colour import contrast_with_paper
from app.councils.council import AddedStep, Council, Inboxes, Team
from app.councils.files import Facts
from app.councils.languages import LANGUAGES
from app.councils.links import NATIONAL
from app.councils.problems import ContentError
from app.councils.shapes import CouncilShape, KeepShape, PromiseShape
from app.councils.shelf import Shelf
from app.model.keeping import KeepingRefused, Kept, check_years
from app.model.promises import Promise, PromiseRefused, held_to
from app.model.representation import Kind
from app.model.timetable import TimeLimit, Unit

TAKEN = frozenset({"desk", "leave", "look", "health", "preview", "static", NATIONAL})
COUNTED_FROM = {"panel": "stage-3", "request": "stage-2", "statement": "stage-2"}  # and the one promise that may be
LEAST_CONTRAST = 7.0  # WCAG 2.2, 1.4.6


def read_council(shelf: Shelf, slug: str) -> Council:
    """The council a folder describes. Raises ContentError for the first thing wrong with its council.yaml."""
    if slug in TAKEN or not slug.replace("-", "").isalnum() or slug != slug.lower() or not slug.isascii():
        raise ContentError(
            Path(slug), 0, "a council's folder is named in lower-case words with hyphens,"
            f" and none of {', '.join(sorted(TAKEN))}; give it another name",
        )  # fmt: skip
    facts = shelf.yaml(f"{slug}/council.yaml")
    told = shelf.shaped(CouncilShape, facts.path.as_posix())
    for place, tag in enumerate(told.languages):
        if tag not in LANGUAGES or LANGUAGES[tag].spoken_as != tag:
            known = ", ".join(dict.fromkeys(language.spoken_as for language in LANGUAGES.values()))
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
        mail_certificate=read_certificate(shelf, facts, slug, told.mail),
        team=Team(**{key: value or "" for key, value in told.team.model_dump().items()}),
        emergency_duty_team=told.emergency_duty_team or "",
        reads_inbox=told.reads_inbox,
        procedure_document=told.procedure_document.model_dump(exclude_none=True) if told.procedure_document else {},
        left_out=frozenset(told.steps.leave_out),
        added=tuple(AddedStep(**{**step.model_dump(), "time": step.time or ""}) for step in told.steps.add),
        colour=_colour(facts, told.colour),
        keep=_keep(facts, told.keep),
        confirmed_by=told.confirmed.by if told.confirmed else "",
        confirmed_on=told.confirmed.on if told.confirmed else None,
    )


def _colour(facts: Facts, colour: str | None) -> str:
    """Raises ContentError for a colour too pale to read on our paper, or to read white words on."""
    if colour and (contrast := contrast_with_paper(colour)) < LEAST_CONTRAST:
        why = f"colour: {colour} is too pale: its contrast with the page is {contrast:.1f}, and must be at least 7"
        raise ContentError(facts.path, facts.line_of("colour"), f"{why}; choose a darker one")
    return colour or ""


def _keep(facts: Facts, told: KeepShape) -> dict[Kind, Kept]:
    said = {Kind(name): Kept(shape.years, shape.source) for name, shape in told if shape}
    for kind, kept in said.items():
        try:
            check_years(kind, kept.years)
        except KeepingRefused as why:
            raise ContentError(facts.path, facts.line_of("keep", kind, "years"), f"keep.{kind}: {why}") from None
    return said


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
    if shape.counted_from and COUNTED_FROM[shape.counted_from] != key:
        line = facts.line_of("promises", key, "counted_from")
        only = f"only {COUNTED_FROM[shape.counted_from]} can be counted from the {shape.counted_from}"
        raise ContentError(facts.path, line, f"{key}: {only}; take this out")
    return Promise(
        count,
        unit,
        shape.source or "",
        confirmed_by=shape.confirmed_by or "",
        confirmed_on=shape.confirmed_on,
        from_the_panel=shape.counted_from == "panel",
        from_the_statement=shape.counted_from == "statement",
    )
