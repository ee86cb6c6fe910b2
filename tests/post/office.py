"""The post room as tests meet it: a council, people who tell it things, and records of either kind."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from email import policy
from email.message import EmailMessage
from email.parser import BytesParser

from app.councils.bank_holidays import bank_holidays
from app.councils.council import Council, Inboxes, Team
from app.model.due import answer_due_on, reference_due_on
from app.model.london import london_day
from app.model.representation import Kind, Representation, SafeContact, Way
from app.model.timetable import LAW
from app.post.addresses import Addresses
from app.records import representations
from app.records.database import Records, new_id
from app.records.outbox import Letter

SUNDAY = datetime(2026, 11, 22, 10, tzinfo=UTC)
HOLIDAYS = bank_holidays(date(2026, 11, 22))
ADDRESSES = Addresses("https://tell.example.org")

SEFTON = Council(
    slug="sefton",
    name="Sefton Council",
    short_name="Sefton",
    prefix="SEF",
    languages=("en",),
    timetable=LAW,
    inboxes=Inboxes(
        complaints="complaints@example.org",
        comments="comments@example.org",
        advocacy="advocacy@example.org",
        urgent="urgent@example.org",
        manager="manager@example.org",
    ),
    mail_mode="full",
    mail_from="no-reply@tell.example.org",
    team=Team(name="Complaints team", email="team@example.org", phone="0151 496 0000"),
)
NOTICE = replace(SEFTON, mail_mode="notice")

AMINAS_EMAIL = SafeContact(way=Way.EMAIL, where="amina@young.example.com", may_say_more=True)
ONLY_NEWS = replace(AMINAS_EMAIL, may_say_more=False)


class TestClock:
    """A clock that stands until it is moved."""

    __test__ = False

    def __init__(self, now: datetime = SUNDAY):
        self.now = now

    def __call__(self) -> datetime:
        return self.now

    def move(self, **time: float) -> None:
        self.now += timedelta(**time)


def amina(received_at: datetime = SUNDAY, council: Council = SEFTON, **facts) -> Representation:
    """Amina, fifteen, tells her council something."""
    received_on = london_day(received_at)
    kind = facts.get("kind", Kind.COMPLAINT)
    told = {
        "id": new_id(),
        "council": council.slug,
        "kind": kind,
        "words": "My worker never comes when she says.",
        "language": "en",
        "received_at": received_at,
        "received_on": received_on,
        "name": "Amina",
        "contact": AMINAS_EMAIL,
        "reference_due_on": reference_due_on(received_on, council.timetable, HOLIDAYS),
        "answer_due_on": answer_due_on(kind, received_on, council.timetable, HOLIDAYS),
    }
    return Representation(**(told | facts))


def keep(records: Records, told: Representation) -> Representation:
    with records.writing() as db:
        representations.receive(db, told)
    return told


def read_again(records: Records, told: Representation) -> Representation:
    with records.reading() as db:
        return representations.get(db, told.id, told.council)


def letter(now: datetime = SUNDAY, **facts) -> Letter:
    """A letter whose bytes do not matter but for who it is from."""
    id = facts.pop("id", None) or new_id()
    plain = {
        "id": id,
        "council": "sefton",
        "purpose": "inbox",
        "once": f"inbox:{id}",
        "queued_at": now,
        "recipient": "complaints@example.org",
        "message": f"From: no-reply@tell.example.org\r\nMessage-ID: <{id}@tell.example.org>\r\n\r\n{id}\r\n".encode(),
    }
    return Letter(**(plain | facts))


def read(message: bytes) -> EmailMessage:
    return BytesParser(policy=policy.default).parsebytes(message)


def body_of(message: bytes) -> str:
    """The body as a mail program shows it, its line ends made ours."""
    return read(message).get_payload(decode=True).decode("utf-8").replace("\r\n", "\n")
