"""What a child, or someone speaking for them, has told the council, and where it stands."""

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from app.model.age import AgeGroup
from app.model.stage import Stage
from app.model.topic import Topic


class Kind(StrEnum):
    COMPLAINT = "complaint"
    COMMENT = "comment"
    COMPLIMENT = "compliment"
    ADVOCATE = "advocate"  # a request for an advocate
    GOING_ON = "going-on"  # about something told before: it is to go on. An officer finds what it belongs to
    STOP = "stop"  # about something told before: it is to stop. A request, which an officer confirms with the child


# What has no stages of its own: it belongs to something that was told before.
ABOUT_ANOTHER = frozenset({Kind.GOING_ON, Kind.STOP})


class Onward(StrEnum):
    """What is asked for, when something that was told before is to go on."""

    STAGE_2 = "stage-2"
    STAGE_3 = "stage-3"
    UNHAPPY = "unhappy"  # and does not know what comes next


class Telling(StrEnum):
    """Who is telling us."""

    CHILD = "child"  # a child or young person, for themselves
    FAMILY = "family"  # parent, carer or family
    ADVOCATE = "advocate"
    OTHER = "other"


class Answer(StrEnum):
    YES = "yes"
    NO = "no"
    NOT_SURE = "not-sure"


class Feeling(StrEnum):
    """How it feels, for those who would rather choose a face than find the words."""

    OK = "ok"
    SAD = "sad"
    WORRIED = "worried"
    SCARED = "scared"
    ANGRY = "angry"
    CONFUSED = "confused"


class Way(StrEnum):
    """How we may reach the young person safely."""

    EMAIL = "email"
    TEXT = "text"
    CALL = "call"
    LETTER = "letter"
    PERSON = "person"  # through somebody they trust
    CODE = "code"  # they come back with their code
    AS_WRITTEN = "as-written"  # they had no time to choose: it stands in their own words


class IfAnother(StrEnum):
    """What we may say when somebody else answers the telephone."""

    NOTHING = "nothing"
    CALL_AGAIN = "call-again"  # only that we call another time
    WHO_WE_ARE = "who-we-are"


class CameBy(StrEnum):
    """How it reached the council."""

    SITE = "site"
    PHONE = "phone"
    LETTER = "letter"
    EMAIL = "email"
    IN_PERSON = "in-person"


@dataclass(frozen=True, kw_only=True)
class SafeContact:
    way: Way = Way.CODE
    where: str = ""  # the email address, the number, the postal address, or who to go through
    may_say_more: bool = False  # is it safe to give details there, or only that there is news?
    when: str = ""  # is a good time
    if_another: IfAnother | None = None  # answers
    keep_from: str = ""  # who must not know, and what must never be done: "Never phone home"


@dataclass(frozen=True, kw_only=True)
class OnBehalfOf:
    """The child, or the children of one family, whom somebody tells us for."""

    name: str = ""  # first names, or none
    bond: str = ""  # how the one who tells us knows them
    knows: Answer | None = None
    agrees: Answer | None = None
    may_contact: Answer | None = None  # may we speak with the child ourselves?
    how_to_contact: str = ""


@dataclass(frozen=True, kw_only=True)
class Account:
    """What helps to understand what happened. Each part may be left out."""

    feeling: Feeling | None = None
    when: str = ""  # in their own words: "every Tuesday", "since we moved"
    on: date | None = None  # the day, where they chose one
    who_was_there: str = ""


@dataclass(frozen=True, kw_only=True)
class Representation:
    id: str  # never shown to a child
    council: str
    kind: Kind
    words: str  # exactly as written
    language: str  # BCP 47 tag the child was using, such as "cy" or "ur"
    received_at: datetime  # UTC; when it reached the council
    received_on: date  # London's day of that: day zero of every count
    telling: Telling = Telling.CHILD
    on_behalf_of: OnBehalfOf = field(default_factory=OnBehalfOf)
    came_by: CameBy = CameBy.SITE
    account: Account = field(default_factory=Account)
    wish: str = ""  # what they would like to happen
    name: str = ""  # a child may choose not to say
    contact: SafeContact = field(default_factory=SafeContact)
    wants_advocate: bool = False
    age_group: AgeGroup | None = None  # as an officer said it; the form asks nobody's age
    safe: Answer | None = None  # do they feel safe now? For a child somebody tells us for: is the child safe?
    urgent: bool = False  # somebody may be in danger: it goes before everything else
    topic: Topic | None = None
    for_manager_only: bool = False  # somebody at the council must not read it: every letter is a notice to one manager
    must_not_read: str = ""  # who that is, in their words
    onward: Onward | None = None
    reference_given: str = ""  # of what it belongs to, as it was typed. It opens nothing
    code_given: bool = False  # and it opened nothing here, or nothing that takes this
    goes_with: str = ""  # the id of something the same person sent before
    reference_due_on: date
    answer_due_on: date | None = None  # None: the procedure gives this kind no time limit
    stage: Stage = Stage.RECEIVED
    reference: str = ""  # issued when it is recorded
    issued_at: datetime | None = None
    recorded_at: datetime | None = None  # None while no person has picked it up
    contact_name: str = ""  # who at the council to ask, once there is a reference
    contact_details: str = ""

    @property
    def needs_recording(self) -> bool:
        """Has no person picked it up yet, even if the clock has issued the reference?"""
        return self.recorded_at is None

    @property
    def issued_by_the_clock(self) -> bool:
        return self.issued_at is not None and self.recorded_at is None
