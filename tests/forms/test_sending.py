from datetime import UTC, date, datetime

import pytest

from app.councils.bank_holidays import bank_holidays
from app.forms.journey import QUESTIONS
from app.forms.sending import told
from app.model.representation import (
    Account,
    Answer,
    Feeling,
    IfAnother,
    Kind,
    OnBehalfOf,
    Onward,
    SafeContact,
    Telling,
    Way,
)
from app.model.topic import Topic

SUNDAY = datetime(2026, 11, 22, 10, tzinfo=UTC)
FAMILY = {
    "kind": {"kind": "complaint"},
    "telling": {"telling": "family"},
    "child": {"name": "Amina", "knows": "yes", "agrees": "not-sure"},
    "words": {"words": "  It happened.\n"},
    "account": {"feeling": "angry", "when": "", "day": "2026-11-02", "who": "Dee"},
    "wish": {"wish": "Put it right"},
    "name": {"name": "Tomos"},
    "way": {"way": "email"},
    "email": {"where": "tomos@example.org", "more": "yes"},
    "advocate": {"advocate": "yes"},
}


@pytest.fixture
def sent(app, house):
    council = house.library.councils["sefton"]

    def send(answers, at=SUNDAY, **changed):
        return told({**answers, **changed}, "f" * 32, council, "en", at, bank_holidays(date(2026, 11, 22)))

    return send


def test_everything_that_was_said_goes_with_it(sent):
    one = sent(FAMILY)
    assert (one.kind, one.telling, one.words) == (Kind.COMPLAINT, Telling.FAMILY, "  It happened.\n")
    assert (one.wish, one.name, one.wants_advocate) == ("Put it right", "Tomos", True)
    assert one.account == Account(feeling=Feeling.ANGRY, on=date(2026, 11, 2), who_was_there="Dee")
    assert one.on_behalf_of == OnBehalfOf(name="Amina", knows=Answer.YES, agrees=Answer.NOT_SURE)
    assert one.contact == SafeContact(way=Way.EMAIL, where="tomos@example.org", may_say_more=True)


def test_nothing_but_words_is_a_complaint_of_a_child_who_comes_back_with_the_code(sent):
    one = sent({"words": {"words": "Help"}} | {question.name: {} for question in QUESTIONS if question.name != "words"})
    assert (one.kind, one.telling, one.contact) == (Kind.COMPLAINT, Telling.CHILD, SafeContact())
    assert one.on_behalf_of == OnBehalfOf() and not one.wants_advocate and not one.name


def test_days_are_counted_from_londons_day(sent):
    assert (sent(FAMILY).reference_due_on, sent(FAMILY).answer_due_on) == (date(2026, 11, 25), date(2026, 12, 4))
    just_after_midnight_in_summer = datetime(2026, 6, 1, 23, 30, tzinfo=UTC)
    assert sent(FAMILY, at=just_after_midnight_in_summer).received_on == date(2026, 6, 2)


@pytest.mark.parametrize("kind", ["comment", "compliment", "advocate"])
def test_only_a_complaint_has_a_day_for_its_answer(sent, kind):
    one = sent(FAMILY, kind={"kind": kind})
    assert one.answer_due_on is None and one.reference_due_on == date(2026, 11, 25)


def test_a_request_for_an_advocate_wants_one(sent):
    assert sent(FAMILY, kind={"kind": "advocate"}, advocate={"advocate": "no"}).wants_advocate


def test_what_was_answered_behind_another_branch_is_not_sent(sent):
    child = sent(FAMILY, telling={"telling": "child"})
    assert child.on_behalf_of == OnBehalfOf()
    thanks = sent(FAMILY, kind={"kind": "compliment"})
    assert thanks.wish == "" and thanks.account == Account()
    advocate = sent(FAMILY, telling={"telling": "advocate"})
    assert not advocate.wants_advocate
    by_code = sent(FAMILY, way={"way": "code"})
    assert by_code.contact == SafeContact()


def test_a_place_of_another_way_is_never_used(sent):
    assert sent(FAMILY, way={"way": "text"}, phone={}).contact == SafeContact()
    by_text = sent(FAMILY, way={"way": "text"}, phone={"where": "0151 496 0123"})
    assert by_text.contact == SafeContact(way=Way.TEXT, where="0151 496 0123", may_say_more=False)


def test_how_to_keep_contact_safe_goes_with_it(sent):
    safely = {"when": "After six", "if_another": "call-again", "keep_from": "Never phone home"}
    one = sent(FAMILY, safely=safely)
    assert (one.contact.when, one.contact.keep_from, one.contact.if_another) == ("After six", "Never phone home", None)
    by_phone = sent(FAMILY, safely=safely, way={"way": "call"}, phone={"where": "0151 496 0123"})
    assert by_phone.contact.if_another is IfAnother.CALL_AGAIN
    by_code = sent(FAMILY, safely=safely, way={"way": "code"})
    assert by_code.contact == SafeContact(keep_from="Never phone home")


@pytest.mark.parametrize(("safe", "urgent"), [("no", True), ("not-sure", False), ("yes", False), ("", False)])
def test_who_does_not_feel_safe_makes_it_urgent(sent, safe, urgent):
    assert sent(FAMILY, safe={"safe": safe}).urgent == urgent


@pytest.mark.parametrize(
    ("council", "kept"),
    [
        ({"someone": "yes", "who": "Mr Hollow"}, True),
        ({"someone": "yes", "who": ""}, True),
        ({"someone": "", "who": "Mr Hollow"}, True),
        ({"someone": "no", "who": "Mr Hollow"}, True),
        ({"someone": "no", "who": " "}, False),
        ({}, False),
    ],
)
def test_a_name_alone_says_that_somebody_must_not_read_it(sent, council, kept):
    one = sent(FAMILY, council=council)
    assert one.for_manager_only == kept and one.must_not_read == council.get("who", "")


def test_with_an_advocate_what_is_wrong_is_a_complaint_with_its_clock(sent):
    both = sent(FAMILY, kind={"kind": "advocate"}, also={"also": "yes"}, topic={"topic": "moving"})
    assert (both.kind, both.wants_advocate, both.topic) == (Kind.COMPLAINT, True, Topic.MOVING)
    assert both.answer_due_on == date(2026, 12, 4)
    alone = sent(FAMILY, kind={"kind": "advocate"}, also={"also": "no"}, topic={"topic": "moving"})
    assert (alone.kind, alone.topic, alone.answer_due_on) == (Kind.ADVOCATE, None, None)


def test_a_code_is_never_in_what_is_sent(sent):
    asks = {"kind": {"kind": "stop"}, "number": {"have": "code", "given": "4821 0937 5562 1408"}}
    one = sent(FAMILY | asks)
    assert (one.kind, one.code_given, one.reference_given, one.answer_due_on) == (Kind.STOP, True, "", None)
    assert "4821" not in repr(one)


def test_a_reference_goes_as_it_was_typed(sent):
    asks = {"kind": {"kind": "going-on"}, "onward": {"onward": "stage-3"}}
    one = sent(FAMILY | asks, number={"have": "reference", "given": "SEF-7K4M-2XQ8"})
    assert (one.onward, one.reference_given, one.code_given) == (Onward.STAGE_3, "SEF-7K4M-2XQ8", False)
    assert sent(FAMILY | asks, number={"have": "none", "given": "SEF-7K4M-2XQ8"}).reference_given == ""
