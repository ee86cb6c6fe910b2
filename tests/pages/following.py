"""A child with a follow-up code, in a browser without JavaScript; and what the council then has."""

from dataclasses import dataclass, replace

from sqlalchemy import select

from app.house import House
from app.model.event import What
from app.model.representation import Representation
from app.records import events, outbox, representations
from app.records.tables import letter
from tests.page_client import Page, PageClient
from tests.records.shelf import amina

FOLLOW = "/sefton/en/follow"
CODE, OTHER_CODE, UNKNOWN = "4821 0937 5562 1408", "1111 2222 3333 4444", "4821 0937 5562 1409"


def received(house: House, code: str = CODE, **facts) -> Representation:
    """Something that has come in, and that this code opens."""
    told = amina(**facts)
    with house.records.writing() as db:
        representations.receive(db, told, code=code.replace(" ", ""))
        if told.reference:
            reference = representations.issue(db, told, "SEF", told.issued_at, lambda letters: letters[0], "", "")
            told = replace(told, reference=reference)
    return told


@dataclass
class Follower:
    client: PageClient

    def gives(self, code: str, at: str = FOLLOW) -> Page:
        return self.client.send(at, {"code": code})

    def looks(self) -> Page:
        return self.client.get_page(FOLLOW)

    def asks(self, asking: str, words: str = "") -> Page:
        """Open the page of this asking, write, and press Send."""
        page = self.client.get_page(f"{FOLLOW}/{asking}")
        return self.presses_send(page, words)

    def presses_send(self, page: Page, words: str, **changed: str) -> Page:
        """Press Send on a page that is open already."""
        answer = self.client.post(page.path, fields_of(page) | {"words": words} | changed)
        assert answer.status_code == 303
        return self.client.get_page(answer.location)


def fields_of(page: Page) -> dict[str, str]:
    return {"csrf_token": page.csrf_token} | {name: page.field(name).get("value") for name in ("once", "under")}


def asked(house: House, told: Representation) -> list[tuple[What, str]]:
    """What was asked or added since it came in."""
    with house.records.reading() as db:
        return [(event.what, event.words) for event in events.of(db, told.id)][1:]


def letters(house: House) -> list[tuple[bytes, str]]:
    """Each letter that is owed, and to whom."""
    with house.records.reading() as db:
        ids = db.execute(select(letter.c.id).order_by(letter.c.number)).scalars().all()
        return [outbox.get_message(db, id) for id in ids]
