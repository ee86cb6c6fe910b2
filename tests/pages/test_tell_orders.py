"""The journey walked in every wrong order: never a 5xx, never a word lost, never a record twice.

A short walk in every run; `bin/orders` walks 3,000 times, 50 steps each.
"""

import re
import shutil
from datetime import UTC, datetime
from pathlib import Path

import pytest
from flask import Flask
from hypothesis import HealthCheck, seed, settings
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test
from hypothesis.strategies import booleans, sampled_from, text

from app.house import House
from app.model.representation import ABOUT_ANOTHER, Answer, Kind, OnBehalfOf, Telling
from tests.app_fixtures import Clock
from tests.page_client import PageClient
from tests.pages.telling import FORM, GOOD, WORDS, Teller, all_sent, counts, kept_draft

SUNDAY = datetime(2026, 11, 22, 10, tzinfo=UTC)
PAGES = ["", *(str(number) for number in GOOD), "check", "sent"]
OTHER_ANSWERS = [
    *((1, {"kind": kind}) for kind in ("comment", "compliment", "advocate", "going-on", "stop", "nonsense", "")),
    *((2, {"telling": who}) for who in ("child", "advocate", "")),
    *((7, {"way": way}) for way in ("code", "call", "letter", "")),
    *((8, {"where": where}) for where in ("nonsense", "0151 496 0123", "")),
    (4, {"words": ""}),
    (9, {}),
    *((21, {"safe": safe}) for safe in ("no", "not-sure", "")),
    *((23, {"onward": onward}) for onward in ("stage-3", "unhappy", "")),
    *((24, {"have": "code", "given": given}) for given in ("1234 5678 9012 3456", "1234567890", "SEF-7K4M-2XQ8")),
    (25, {"also": "yes"}),
    *((29, {"words": words, "reach": "", "go": go}) for words in ("", "He is here") for go in ("now", "on")),
    *((26, {"topic": topic}) for topic in ("school", "police", "nonsense", "")),
    (28, {"someone": "yes", "who": "Mr Hollow"}),
]


RUNS, STEPS, PARTS = 3000, 50, 60  # of the whole campaign, and how many tests share it
TOKEN = re.compile(r'name="csrf_token" value="[^"]+"')


class Walker(PageClient):
    """Holds each page to the house rules once: one that differs only in its token is the same page."""

    def __init__(self, app: Flask, seen: set[str]):
        super().__init__(app)
        self.seen = seen

    def walks_to(self, path: str) -> None:
        answer = self.browser.get(path, follow_redirects=True)
        assert answer.status_code == 200, f"{path} gave {answer.status}"
        page = TOKEN.sub("", answer.text)
        if page not in self.seen:
            self._page(answer, 200)
            self.seen.add(page)


class WrongOrders(RuleBasedStateMachine):
    app: Flask
    house: House
    clock: Clock
    untouched: Path  # records without a row
    seen: set[str]

    def __init__(self):
        super().__init__()
        self.clock.move_to(SUNDAY)
        self.house.records.engine.dispose()
        shutil.copy(self.untouched, self.untouched.with_name("records.db"))  # no run walks among what another left
        self.client = Walker(self.app, self.seen)
        self.csrf_token = self.client.get_page(f"{FORM}1").csrf_token
        self.teller = Teller(self.client)

    @rule(page=sampled_from(PAGES))
    def opens(self, page):
        self.client.walks_to(f"{FORM}{page}")

    @rule(number=sampled_from(list(GOOD)))
    def answers_well(self, number):
        self.post(number, GOOD[number])

    @rule(answer=sampled_from(OTHER_ANSWERS))
    def answers_otherwise(self, answer):
        self.post(*answer)

    @rule(words=text(min_size=1, max_size=40), with_token=booleans())
    def writes(self, words, with_token):
        words = words.encode("utf-8", "ignore").decode().replace("\r\n", "\n").replace("\r", "\n")
        if words.strip():
            self.post(WORDS, {"words": words}, with_token)
            assert words in self.draft_words(), "the words that were just typed are not in the draft"

    @rule(go=sampled_from(["carry-on", "nonsense", ""]))
    def comes_back(self, go):
        self.post("", {"go": go})

    @rule(times=sampled_from([1, 2]))
    def sends(self, times):
        before = len(all_sent(self.house))
        for _ in range(times):
            self.post("check", {})
        assert len(all_sent(self.house)) <= before + 1

    @rule()
    def waits(self):
        self.clock.move_on(minutes=25)

    def post(self, number, fields, with_token=True):
        token = {"csrf_token": self.csrf_token} if with_token else {}
        answer = self.teller.posts_as_is(number, **token, **fields)
        assert answer.status_code == 303, answer.status
        self.client.walks_to(answer.location)

    def draft_words(self):
        draft = kept_draft(self.house, self.teller.token, self.clock)
        return [draft.answers.get("words", {}).get("words"), *draft.offered.get("words", {}).get("words", [])]

    @invariant()
    def each_record_has_its_letter(self):
        counted = counts(self.house)
        assert counted["representation"] == counted["letter"]

    @invariant()
    def no_answer_behind_a_branch_that_does_not_apply_was_sent(self):
        for told in all_sent(self.house):
            assert told.telling is not Telling.CHILD or told.on_behalf_of == OnBehalfOf()
            assert told.kind in ABOUT_ANOTHER or not (told.onward or told.reference_given or told.code_given)
            assert told.topic is None or told.kind in (Kind.COMPLAINT, Kind.COMMENT)
            assert told.urgent or told.safe is not Answer.NO


@pytest.fixture
def orders(app: Flask, house: House, clock: Clock, instance: Path) -> type[WrongOrders]:
    house.records.engine.dispose()
    untouched = shutil.copy(instance / "records.db", instance / "untouched.db")

    class Orders(WrongOrders):
        pass

    Orders.app, Orders.house, Orders.clock, Orders.untouched, Orders.seen = app, house, clock, untouched, set()
    return Orders


def test_the_journey_in_wrong_orders(orders):
    walk(orders, runs=20, steps=20)


@pytest.mark.orders
@pytest.mark.parametrize("part", range(PARTS))
def test_the_journey_in_3000_wrong_orders_of_50_steps(orders, part):
    walk(seed(part)(orders), runs=RUNS // PARTS, steps=STEPS)


def walk(orders: type[WrongOrders], runs: int, steps: int) -> None:
    run_state_machine_as_test(
        orders,
        settings=settings(
            max_examples=runs,
            stateful_step_count=steps,
            deadline=None,
            database=None,
            suppress_health_check=list(HealthCheck),
        ),
    )
    assert len(orders.seen) > runs, "the walks came by few pages: check this test"
