from datetime import UTC, date, datetime

import pytest

from app.councils.bank_holidays import bank_holidays
from app.forms.journey import QUESTIONS
from app.forms.sending import told
from app.model.representation import Account, Answer, Feeling, Kind, OnBehalfOf, SafeContact, Telling, Way

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
