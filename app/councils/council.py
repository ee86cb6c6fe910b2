"""A council, as its content folder describes it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from app.councils.certificate import Certificate
from app.model.keeping import Kept
from app.model.representation import ABOUT_ANOTHER, Kind
from app.model.timetable import TimeLimit

FULL, NOTICE, SEALED = "full", "notice", "sealed"  # how much the email to an inbox holds


@dataclass(frozen=True)
class Contact:
    """Somebody to turn to. One that is not verified does not show."""

    id: str
    name: str
    for_whom: str = ""
    number: str = ""
    email: str = ""
    address: str = ""
    link: str = ""
    hours: str = ""
    free: bool = False
    tags: tuple[str, ...] = ()
    source: str = ""
    checked_on: date | None = None
    verified: bool = False

    @property
    def dialled(self) -> str:
        """The number as a telephone wants it: no spaces."""
        return self.number.replace(" ", "")


@dataclass(frozen=True)
class Team:
    """The complaints team: whom a young person can ask when no officer has picked it up yet."""

    name: str
    email: str = ""
    phone: str = ""
    address: str = ""

    @property
    def details(self) -> str:
        """How to reach them, in one line."""
        return ", ".join(filter(None, (self.phone, self.email, self.address)))


@dataclass(frozen=True)
class Inboxes:
    """The council's role mailboxes. Fixed: nothing a child types ever becomes one of these."""

    complaints: str
    comments: str
    advocacy: str
    urgent: str
    manager: str

    def for_kind(self, kind: Kind) -> str:
        if kind is Kind.COMPLAINT or kind in ABOUT_ANOTHER:
            return self.complaints
        return self.advocacy if kind is Kind.ADVOCATE else self.comments


@dataclass(frozen=True)
class AddedStep:
    """A step of the council's own, after one of the national map."""

    id: str
    after: str
    picture: str
    who: str = "none"
    time: str = ""


@dataclass(frozen=True)
class Council:
    slug: str
    name: str
    short_name: str
    prefix: str  # of its reference numbers
    languages: tuple[str, ...]  # tags of those it can answer, the first its own
    timetable: Mapping[str, TimeLimit]
    inboxes: Inboxes
    mail_mode: str  # FULL, NOTICE or SEALED, as its file says; what holds now is mail_mode_at
    mail_from: str
    team: Team
    mail_certificate: Certificate | None = None  # that letters to it are sealed with
    contacts: tuple[Contact, ...] = ()
    emergency_duty_team: str = ""
    reads_inbox: Mapping[str, str] = field(default_factory=dict)  # by language
    procedure_document: Mapping[str, str] = field(default_factory=dict)  # name, address
    left_out: frozenset[str] = frozenset()  # steps of the national map it does not show
    added: tuple[AddedStep, ...] = ()
    colour: str = ""  # its own, for what can be pressed; dark enough to read on paper
    keep: Mapping[Kind, Kept] = field(default_factory=dict)  # its own years; of other kinds, what is usual
    confirmed_by: str = ""
    confirmed_on: date | None = None

    @property
    def confirmed(self) -> bool:
        """Has the council taken the site on? Until then every page says it is a demonstration."""
        return bool(self.confirmed_by and self.confirmed_on)

    def mail_mode_at(self, now: datetime) -> str:
        """How letters to it are written now: while no certificate holds, one that would be sealed is a notice."""
        if self.mail_mode != SEALED or (self.mail_certificate and self.mail_certificate.holds_at(now)):
            return self.mail_mode
        return NOTICE
