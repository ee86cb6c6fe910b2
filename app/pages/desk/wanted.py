"""What an address of the desk's list asks for: ?needs=late&kind=complaint&page=2. What it cannot mean is left out."""

from collections.abc import Iterable, Mapping
from enum import StrEnum
from typing import TypeVar

from flask_babel import lazy_gettext as _l

from app.councils.languages import LANGUAGES
from app.model.representation import Kind
from app.model.stage import Stage
from app.pages.desk import wording
from app.records.listing import NOBODY, Wanted
from app.records.needs import Due, Need
from app.records.officers import Officer

EVERYTHING = "everything"
LAST_PAGE = 1_000_000
NEEDS = {
    Need.URGENT: _l("Urgent: may not be safe"),
    Need.REFERENCE: _l("To record"),
    Need.SOON: _l("Answer due within a week"),
    Need.LATE: _l("Answer late"),
    Need.NEWS: _l("Something new from the young person"),
    Need.LATER: _l("Open, nothing to do yet"),
}
DUES = {
    Due.LATE: _l("Late"),
    Due.TODAY: _l("Due today"),
    Due.WEEK: _l("Within a week"),
    Due.LATER: _l("Later than that"),
    Due.NONE: _l("No day"),
}
Options = list[tuple[str, str]]
AChoice = TypeVar("AChoice", bound=StrEnum)


def wanted_by(asked: Mapping[str, str]) -> Wanted:
    officer, language = asked.get("officer", ""), asked.get("language", "")
    return Wanted(
        need=_one_of(Need, asked.get("needs")),
        everything=asked.get("needs") == EVERYTHING,
        officer=officer if officer == NOBODY or officer.isalnum() else "",
        stage=_one_of(Stage, asked.get("stage")),
        kind=_one_of(Kind, asked.get("kind")),
        language=language if language in LANGUAGES else "",
        due=_one_of(Due, asked.get("due")),
    )


def address_of(wanted: Wanted, **more) -> dict[str, str]:
    """The other way about: what an address says, without what it need not say."""
    said = {
        "needs": EVERYTHING if wanted.everything else wanted.need,
        "officer": wanted.officer,
        "stage": wanted.stage,
        "kind": wanted.kind,
        "language": wanted.language,
        "due": wanted.due,
    }
    return {name: str(value) for name, value in (said | more).items() if value}


def page_number(asked: Mapping[str, str]) -> int:
    """From 1. What is no number, or none that a list could have, is the first."""
    text = asked.get("page", "")
    return min(int(text), LAST_PAGE) if text.isascii() and text.isdecimal() and len(text) < 8 and int(text) else 1


def filters(officers: Iterable[Officer]) -> list[tuple[str, str, Options]]:
    """For the form: each filter's name in the address, its label, and what can be chosen."""
    people = [(one.id, one.called) for one in officers]
    languages = [(one.tag, one.english) for one in LANGUAGES.values()]
    return [
        ("needs", _l("Show"), [("", _l("What is open")), *NEEDS.items(), (EVERYTHING, _l("Everything, ended too"))]),
        ("officer", _l("Who sees to it"), [("", _l("Anybody")), (NOBODY, _l("Nobody yet")), *people]),
        ("stage", _l("Stage"), [("", _l("Any stage")), *wording.STAGES.items()]),
        ("kind", _l("What"), [("", _l("Any kind")), *wording.KINDS.items()]),
        ("language", _l("Language"), [("", _l("Any language")), *languages]),
        ("due", _l("Due"), [("", _l("Any day")), *DUES.items()]),
    ]


def _one_of(choices: type[AChoice], value: str | None) -> AChoice | None:
    return choices(value) if value in list(choices) else None
