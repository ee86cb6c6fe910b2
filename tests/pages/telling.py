"""A child at the form, in a browser without JavaScript: what they do, and what they see. And the records behind it."""

import re
from dataclasses import dataclass
from io import BytesIO

from sqlalchemy import select

from app.house import House
from app.model.representation import Representation
from app.model.robots import SHORTEST
from app.records import drafts, outbox, representations
from app.records.tables import draft, letter, representation
from tests.page_client import Page, PageClient

FORM = "/sefton/en/form/"
CODE = re.compile(r"\d{4} \d{4} \d{4} \d{4}")

KIND, TELLING, CHILD, WORDS, WISH, NAME, WAY, WHERE, ADVOCATE, ACCOUNT = range(1, 11)
SAFE, CHILDS_CONTACT, ONWARD, NUMBER, ALSO, TOPIC, SAFELY, COUNCIL, HELP_NOW, ELSEWHERE = range(21, 31)
FILES = 40
WORDS_OF_AMINA = "My social worker keeps changing.\nNobody tells me why."

# One good answer to each question, for somebody who tells us for a child; in the order they are asked.
GOOD = {
    KIND: {"kind": "complaint"},
    TELLING: {"telling": "family"},
    SAFE: {"safe": "yes"},
    HELP_NOW: {"words": "He is here", "reach": "Text my aunt", "go": "on"},
    CHILD: {"name": "Amina", "bond": "Uncle", "knows": "yes", "agrees": "not-sure"},
    CHILDS_CONTACT: {"may_contact": "yes", "how": "At school"},
    ONWARD: {"onward": "stage-2"},
    NUMBER: {"have": "none", "given": ""},
    ALSO: {"also": "no"},
    TOPIC: {"topic": "worker"},
    ELSEWHERE: {},
    WORDS: {"words": WORDS_OF_AMINA},
    ACCOUNT: {"feeling": "sad", "when": "Since the summer", "day": "2026-09-01", "who": "Dee"},
    WISH: {"wish": "One social worker who stays"},
    FILES: {"go": "on"},
    NAME: {"name": "Tomos"},
    WAY: {"way": "email"},
    WHERE: {"where": "tomos@example.org", "more": "no"},
    SAFELY: {"when": "After six", "keep_from": "Never phone home"},
    COUNCIL: {"someone": "no", "who": ""},
    ADVOCATE: {"advocate": "yes"},
}


@dataclass
class Teller:
    client: PageClient

    def opens(self, number: int | str = "") -> Page:
        return self.client.get_page(f"{FORM}{number}")

    def begins(self, **fields) -> Page:
        """The way in, and past the page that says how to leave."""
        return self.client.send(f"{FORM}first", fields, page=FORM)

    def answers(self, number: int, **fields) -> Page:
        """Fill in the question and press Carry on."""
        return self.client.send(f"{FORM}{number}", fields)

    def answers_all(self, **changed: dict) -> Page:
        """Every question that comes, until the check page or one that is asked again.

        `changed` are other answers, by the name of the question's first field.
        """
        page, before = self.opens(1), None
        while (number := page.path.rpartition("/")[2]).isdigit() and number != before:
            fields = changed.get(next(iter(GOOD[int(number)]), ""), GOOD[int(number)])
            page, before = self.answers(int(number), **fields), number
        return page

    def adds(self, *files: tuple[bytes, str], **pressed: str) -> Page:
        """Choose files, each with its name, and press a button; Add, if no other is named."""
        chosen = [(BytesIO(content), name) for content, name in files]
        data = {"files": chosen, **(pressed or {"go": "add"})}
        return self.client.send(f"{FORM}files", data, page=f"{FORM}{FILES}", content_type="multipart/form-data")

    def reads_it_over(self) -> None:
        """Nobody sends within three seconds of beginning."""
        self.client.app.extensions["house"].clock.move_on(seconds=SHORTEST.total_seconds())

    def sends(self) -> Page:
        self.reads_it_over()
        return self.client.send(f"{FORM}check", {})

    def posts_as_is(self, number: int | str, **fields):
        """A POST with nothing added and nothing followed."""
        return self.client.post(f"{FORM}{number}", fields)

    def loses_the_cookie(self) -> None:
        self.client.browser.delete_cookie("form")

    @property
    def token(self) -> str:
        """The draft's, from the session."""
        with self.client.browser.session_transaction() as session:
            return session["drafts"]["sefton"]


def all_sent(house: House) -> list[Representation]:
    with house.records.reading() as db:
        return representations.of_council(db, "sefton")


def letters(house: House) -> list[bytes]:
    with house.records.reading() as db:
        ids = db.execute(select(letter.c.id).order_by(letter.c.number)).scalars().all()
        return [outbox.get_message(db, id)[0] for id in ids]


def kept_draft(house: House, token: str, clock) -> drafts.Draft | None:
    with house.records.reading() as db:
        return drafts.find(db, token, "sefton", clock.now)


def counts(house: House) -> dict[str, int]:
    with house.records.reading() as db:
        return {table.name: len(db.execute(select(table.c.id)).all()) for table in (representation, letter, draft)}
