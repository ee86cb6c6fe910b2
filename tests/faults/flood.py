"""Robots and children at the form, from one address, in one order or another. Each press of Send is a real POST.

What comes before it is put into the draft by hand: ten thousand whole walks would take an hour, and show no more.
"""

import random
from dataclasses import dataclass, field
from datetime import timedelta
from email import message_from_bytes, policy

from flask import Flask
from sqlalchemy import select

from app.model.robots import SHORTEST, Why
from app.post.postman import deliver
from app.records import drafts, holding
from app.records.tables import representation
from tests.app_fixtures import Clock
from tests.page_client import Page, PageClient
from tests.pages.telling import CODE, FORM, Teller

READS_FOR = timedelta(minutes=4)
KINDS_OF_ROBOT = ("fills in all there is", "does not wait", "waits like a person")
OPENING = {"kind": {"kind": "complaint"}}


@dataclass
class Flood:
    app: Flask
    clock: Clock
    chance: random.Random
    answers: dict  # one whole, good set of them, but for the words
    codes: dict[str, str] = field(default_factory=dict)  # of the children, by what they wrote
    pages: set[str] = field(default_factory=set)  # what was shown after Send, but for the code

    def run(self, robots: int, children: int, children_last: bool = False) -> None:
        """All of them within one day; in an order of chance, or every child after the last robot."""
        order = [KINDS_OF_ROBOT[number % 3] for number in range(robots)] + ["child"] * children
        if not children_last:
            self.chance.shuffle(order)
        pause = timedelta(hours=8) / len(order)
        for number, who in enumerate(order):
            self.clock.move_on(seconds=pause.total_seconds())
            words = f"{'Child' if who == 'child' else 'Buy now'} {number}"
            page = self._sends(words, who)
            code = CODE.search(page.text)[0]
            self.pages.add(page.text.replace(code, ""))
            if who == "child":
                self.codes[words] = code

    def _sends(self, words: str, who: str) -> Page:
        client = PageClient(self.app)
        token = client.get_page(f"{FORM}1").csrf_token
        took = timedelta(0) if who == "does not wait" else max(SHORTEST, READS_FOR if who == "child" else SHORTEST)
        with self.records.writing() as db:
            draft = drafts.begin(db, "sefton", self.clock.now - took)
            draft = drafts.keep(db, draft, self.clock.now, answers=self.answers | {"words": {"words": words}})
        with client.browser.session_transaction() as session:
            session["drafts"] = {"sefton": draft.token}
        fields = {"csrf_token": token, "homepage": "https://robot.example" if who == "fills in all there is" else ""}
        return client.get_page(client.post(f"{FORM}check", fields).location)

    @property
    def records(self):
        return self.app.extensions["house"].records

    def post_goes(self) -> list[tuple[str, str]]:
        """Every letter that goes now: to whom, and what it says."""
        went: list[tuple[str, str]] = []

        def send(message: bytes, _sender: str, recipient: str) -> None:
            words = message_from_bytes(message, policy=policy.default).get_content()
            went.append((recipient, words.replace("\r\n", "\n")))

        deliver(self.records, send, self.clock, lambda: 0.5)
        return went

    def kept(self) -> dict[str, str]:
        """The id of each that was kept, by its words."""
        with self.records.reading() as db:
            rows = db.execute(select(representation.c.id, representation.c.words)).all()
            return {db.vault.open(row.words, "representation", row.id, "words"): row.id for row in rows}

    def held(self) -> dict[str, Why]:
        """Why each that is held is, by its id."""
        with self.records.reading() as db:
            found = holding.of_council(db, "sefton").values()
        return {one.representation_id: one.why for one in found if not one.is_robot}


def good_answers(app: Flask) -> dict:
    """As a person gave them, to every question there is."""
    teller = Teller(PageClient(app))
    teller.answers_all(where={"where": "tomos@example.org", "more": "yes"})
    house = app.extensions["house"]
    with house.records.writing() as db:
        answers = drafts.find(db, teller.token, "sefton", house.clock()).answers
        drafts.forget(db, teller.token)
    return answers
