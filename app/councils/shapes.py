"""The shape of each YAML file, and pydantic's complaints about it in words for an editor."""

from datetime import date
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, RootModel, StringConstraints, ValidationError

from app.councils.files import Facts
from app.councils.problems import ContentError

EMAIL = r"^[A-Za-z0-9._+-]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+$"
PHONE = r"^\+?[0-9][0-9 ]{1,18}[0-9]$"
LINK = r"^https://[a-z0-9.-]+\.[a-z]{2,}(/[^\s]*)?$"
COLOUR = r"^#[0-9a-f]{6}$"
SLUG = r"^[a-z0-9]+(-[a-z0-9]+)*$"
PREFIX = r"^[A-Z]{2,4}$"
WRITTEN = {  # as we need them
    EMAIL: "write an email address",
    PHONE: "write digits and spaces only, such as 0800 1111, in quotes",
    LINK: "write an address that begins https://",
    COLOUR: 'write # and six digits or letters from a to f, in quotes, such as "#1b1840"',
    SLUG: "write lower-case words with hyphens, such as first-visit",
    PREFIX: "write two to four capital letters",
}

Words = Annotated[str, StringConstraints(min_length=1, max_length=2000, strip_whitespace=True)]
Email = Annotated[str, StringConstraints(pattern=EMAIL)]
Phone = Annotated[str, StringConstraints(pattern=PHONE)]
Link = Annotated[str, StringConstraints(pattern=LINK)]
Colour = Annotated[str, StringConstraints(pattern=COLOUR)]
Slug = Annotated[str, StringConstraints(pattern=SLUG)]


class Shape(BaseModel):
    model_config = ConfigDict(extra="forbid")


class ContactShape(Shape):
    id: Slug
    name: Words
    for_whom: dict[str, Words] = Field(default_factory=dict, alias="for")
    number: Phone | None = None
    email: Email | None = None
    address: Words | None = None
    link: Link | None = None
    hours: dict[str, Words] = Field(default_factory=dict)
    free: bool = False
    tags: list[Slug] = Field(default_factory=list)
    source: Words
    checked_on: date
    verified: bool


class ContactsShape(RootModel[list[ContactShape]]):
    pass


class PromiseShape(Shape):
    working_days: int | None = None
    days: int | None = None
    months: int | None = None
    source: Words | None = None
    counted_from: Literal["panel", "request", "statement"] | None = None  # stage-3 and stage-2 may say
    confirmed_by: Words | None = None
    confirmed_on: date | None = None


class InboxesShape(Shape):
    complaints: Email
    comments: Email
    advocacy: Email
    urgent: Email
    manager: Email


class MailShape(Shape):
    mode: Literal["full", "notice", "sealed"]
    from_: Email = Field(alias="from")
    certificate: Words | None = None  # a file beside council.yaml


class TeamShape(Shape):
    name: Words
    email: Email | None = None
    phone: Words | None = None
    address: Words | None = None


class ConfirmedShape(Shape):
    by: Words
    on: date


class DocumentShape(Shape):
    name: Words
    address: Link | None = None


class AddedStepShape(Shape):
    id: Slug
    after: Slug
    picture: Slug
    who: Literal["you", "council", "panel", "none"] = "none"
    time: Slug | None = None


class StepsShape(Shape):
    leave_out: list[Slug] = Field(default_factory=list)
    add: list[AddedStepShape] = Field(default_factory=list)


class CouncilShape(Shape):
    name: Words
    short_name: Words
    prefix: Annotated[str, StringConstraints(pattern=PREFIX)]
    languages: Annotated[list[Words], Field(min_length=1)]
    promises: dict[str, PromiseShape] = Field(default_factory=dict)
    inboxes: InboxesShape
    mail: MailShape
    team: TeamShape
    emergency_duty_team: Phone | None = None
    reads_inbox: dict[str, Words] = Field(default_factory=dict)
    confirmed: ConfirmedShape | None = None
    contacts: list[ContactShape] = Field(default_factory=list)
    procedure_document: DocumentShape | None = None
    steps: StepsShape = Field(default_factory=StepsShape)
    colour: Colour | None = None


class StepShape(Shape):
    id: Slug
    picture: Slug
    who: Literal["you", "council", "panel", "none"] = "none"
    time: Slug | None = None


class ForkShape(Shape):
    time: Slug
    next: Slug


class LandShape(Shape):
    id: Slug
    limit: Slug | None = None
    fork: ForkShape | None = None
    steps: Annotated[list[StepShape], Field(min_length=1)]


class MapShape(Shape):
    lands: Annotated[list[LandShape], Field(min_length=1)]


class WordShape(Shape):
    word: Words
    meaning: Words
    english: str = ""  # in a translation: the fingerprint of the English it was made from


class ExampleShape(Shape):
    days_ago: Annotated[int, Field(ge=0, le=400)]
    kind: Literal["complaint", "comment", "compliment", "advocate"]
    telling: Literal["child", "family", "advocate", "other"] = "child"
    words: Words
    wish: str = ""
    name: str = ""
    child: str = ""
    way: Literal["email", "text", "call", "letter", "person", "code"] = "code"
    where: str = ""
    may_say_more: bool = False
    wants_advocate: bool = False


class ExamplesShape(Shape):
    council: Slug
    records: Annotated[list[ExampleShape], Field(min_length=1)]


def shaped(shape: type[BaseModel], facts: Facts, value=None, within: tuple = ()) -> BaseModel:
    """`facts` as `shape` wants them. Raises ContentError with the line and how to mend it."""
    try:
        return shape.model_validate(facts.values if value is None else value)
    except ValidationError as error:
        first = error.errors()[0]
        keys = (*within, *first["loc"])
        raise ContentError(facts.path, facts.line_of(*keys), _said(first, keys)) from None


def _said(error: dict, keys: tuple) -> str:
    name = ".".join(str(key) for key in keys) or "this file"
    if error["type"] == "missing":
        return f"{name} is missing; add a line for it"
    if error["type"] == "extra_forbidden":
        return f"{name} is not a name we know; look for a spelling mistake, or take it out"
    if error["type"] == "string_pattern_mismatch":
        return f"{name} is not written as we need it; {WRITTEN[error['ctx']['pattern']]}"
    said = error["msg"]
    return f"{name}: {said[0].lower()}{said[1:]}"
