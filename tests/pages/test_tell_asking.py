"""Going on and stopping, by the form: joined to what a code opens, and else a record of its own."""

import re
from dataclasses import replace
from email import message_from_bytes

import pytest

from app.model.event import What
from app.model.representation import ABOUT_ANOTHER, Kind, Onward, Telling
from app.model.stage import Stage
from app.records import events, representations
from tests.pages.following import CODE, UNKNOWN, asked, received
from tests.pages.telling import CODE as A_CODE
from tests.pages.telling import FORM, Teller, all_sent, counts, letters


@pytest.fixture
def teller(client) -> Teller:
    return Teller(client)


def asks(teller, kind="stop", have="code", given=CODE, **changed):
    """Up to the check page, and Send."""
    teller.answers_all(
        kind={"kind": kind}, telling={"telling": "child"}, have={"have": have, "given": given}, **changed
    )
    return teller.sends()


def without_what_changes(page):
    return re.sub(r'name="csrf_token" value="[^"]*"|nonce="[^"]*"', "", page.html)


@pytest.mark.parametrize(("kind", "what"), [("stop", What.ASKED_TO_STOP), ("going-on", What.ASKED_NEXT_STAGE)])
def test_what_their_code_opens_gets_the_request_and_its_letter(teller, house, kind, what):
    told = received(house)
    page = asks(teller, kind, words={"words": "I want it over"})
    assert page.heading == "We have it. Thank you for telling us." and not A_CODE.search(page.text)
    assert asked(house, told) == [(what, "I want it over")]
    assert counts(house)["representation"] == 1
    [message] = letters(house)
    assert "I want it over" in message_from_bytes(message).get_payload(decode=True).decode()


def test_who_asks_and_for_what_is_kept_with_it(teller, house):
    told = received(house)
    teller.answers_all(
        kind={"kind": "going-on"}, telling={"telling": "advocate"}, onward={"onward": "stage-3"},
        have={"have": "code", "given": CODE},
    )  # fmt: skip
    teller.sends()
    with house.records.reading() as db:
        event = events.of(db, told.id)[-1]
    assert event.more == {"telling": "advocate", "name": "Tomos", "child": "Amina", "onward": "stage-3", "safe": "yes"}


def test_a_code_that_opens_nothing_gets_the_same_answer_and_a_record_of_its_own(teller, house):
    received(house)
    known = asks(teller)
    unknown = asks(teller, given=UNKNOWN)
    assert without_what_changes(known) == without_what_changes(unknown)
    own = next(one for one in all_sent(house) if one.kind in ABOUT_ANOTHER)
    assert (own.kind, own.code_given, own.reference_given) == (Kind.STOP, True, "")
    assert counts(house)["letter"] == 2
    with house.records.reading() as db:
        assert representations.find_by_code(db, UNKNOWN.replace(" ", ""), "sefton") is None


def test_a_code_of_another_council_opens_nothing_here(teller, house):
    received(house, council="otherton")
    asks(teller)
    [own] = all_sent(house)
    assert own.kind is Kind.STOP and own.code_given


def test_a_reference_opens_nothing(teller, house):
    told = received(house)
    page = asks(teller, "going-on", "reference", "SEF-7K4M-2XQ8")
    assert A_CODE.search(page.text), "a record of its own has a code of its own"
    assert asked(house, told) == []
    own = next(one for one in all_sent(house) if one.kind in ABOUT_ANOTHER)
    assert (own.kind, own.onward, own.reference_given) == (Kind.GOING_ON, Onward.STAGE_2, "SEF-7K4M-2XQ8")


def test_with_neither_it_is_taken_all_the_same(teller, house):
    page = asks(teller, have="none", given="", words={"words": ""})
    assert "Nothing has stopped yet" in page.text and "By Wednesday 25 November" in page.text
    [own] = all_sent(house)
    assert (own.kind, own.words, own.telling, own.stage) == (Kind.STOP, "", Telling.CHILD, Stage.RECEIVED)


def test_nothing_stops_by_asking(teller, house):
    told = received(house)
    asks(teller)
    with house.records.reading() as db:
        assert representations.get(db, told.id, "sefton").stage == told.stage


def test_pressing_again_asks_once(teller, house):
    told = received(house)
    asks(teller)
    cookie = teller.client.browser.get_cookie("form").value
    for _ in range(2):
        teller.client.browser.set_cookie("form", cookie)
        token = teller.client.get_page("/sefton/en/follow").csrf_token
        teller.posts_as_is("check", csrf_token=token)
    assert len(asked(house, told)) == 1 and len(letters(house)) == 1


def test_what_cannot_be_asked_of_it_any_more_is_a_record_of_its_own_that_names_it(teller, house):
    told = received(house, stage=Stage.WITHDRAWN)
    asks(teller)
    own = next(one for one in all_sent(house) if one.id != told.id)
    assert own.goes_with == told.id and asked(house, told) == []


def test_who_must_not_read_it_is_heeded_from_then_on(teller, house):
    told = received(house)
    asks(teller, words={"words": "planted words"}, someone={"someone": "yes", "who": "Mr Hollow"}, safe={"safe": "no"})
    with house.records.reading() as db:
        now = representations.get(db, told.id, "sefton")
    assert (now.for_manager_only, now.must_not_read, now.urgent) == (True, "Mr Hollow", True)
    assert now == replace(told, for_manager_only=True, must_not_read="Mr Hollow", urgent=True)
    message = message_from_bytes(letters(house)[-1])
    body = message.get_payload(decode=True).decode()
    assert message["To"] == "manager@sefton.example.org"
    assert "planted" not in body and "Hollow" not in body


def test_the_code_is_on_no_page_once_it_is_given(teller, house):
    received(house)
    check = teller.answers_all(kind={"kind": "stop"}, have={"have": "code", "given": CODE})
    assert "Your code. It is not shown here." in check.text and CODE not in check.text
    assert check.path == f"{FORM}check"
