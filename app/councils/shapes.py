"""The shape of each YAML file."""

from datetime import date
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, RootModel, StringConstraints

EMAIL = r"^[A-Za-z0-9._+-]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+$"
PHONE = r"^\+?[0-9][0-9 ]{1,18}[0-9]$"
LINK = r"^https://[a-z0-9.-]+\.[a-z]{2,}(/[^\s]*)?$"
COLOUR = r"^#[0-9a-f]{6}$"
SLUG = r"^[a-z0-9]+(-[a-z0-9]+)*$"
PREFIX = r"^[A-Z]{2,4}$"

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


class KeptShape(Shape):
    years: int
    source: Words


class KeepShape(Shape):
    complaint: KeptShape | None = None
    comment: KeptShape | None = None
    compliment: KeptShape | None = None
    advocate: KeptShape | None = None


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
    keep: KeepShape = Field(default_factory=KeepShape)


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
