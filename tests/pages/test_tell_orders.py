"""The journey walked in every wrong order: never a 5xx, never a word lost, never a record twice."""

import pytest
from hypothesis import HealthCheck, settings
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test
from hypothesis.strategies import booleans, sampled_from, text

from app.model.representation import ABOUT_ANOTHER, Answer, Kind, OnBehalfOf, Telling
from tests.page_client import PageClient
from tests.pages.telling import GOOD, WORDS, Teller, all_sent, counts, kept_draft

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


class WrongOrders(RuleBasedStateMachine):
    app = house = clock = None

    def __init__(self):
        super().__init__()
        self.teller = Teller(PageClient(self.app))

    @rule(page=sampled_from(PAGES))
    def opens(self, page):
        self.teller.opens(page)

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
        token = {"csrf_token": self.teller.opens(1).csrf_token} if with_token else {}
        answer = self.teller.posts_as_is(number, **token, **fields)
        assert answer.status_code == 303, answer.status
        self.teller.client.get_page(answer.location)

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


@pytest.mark.filterwarnings("ignore::hypothesis.errors.NonInteractiveExampleWarning")
def test_the_journey_in_wrong_orders(app, house, clock):
    WrongOrders.app, WrongOrders.house, WrongOrders.clock = app, house, clock
    run_state_machine_as_test(
        WrongOrders,
        settings=settings(
            max_examples=12, stateful_step_count=15, deadline=None, suppress_health_check=list(HealthCheck)
        ),
    )
    assert counts(house)["draft"], "no journey left a trace: check this test"
