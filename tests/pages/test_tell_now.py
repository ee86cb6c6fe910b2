"""Somebody does not feel safe: whom to call now, and “send just this now”, which goes before everything else."""

from dataclasses import replace
from datetime import date
from email import message_from_bytes

import pytest
from sqlalchemy import select

from app.model.representation import Answer, Kind, SafeContact, Way
from app.records.tables import letter
from tests.pages.telling import (
    FORM,
    HELP_NOW,
    KIND,
    SAFE,
    TELLING,
    TOPIC,
    WORDS,
    Teller,
    all_sent,
    counts,
    kept_draft,
    letters,
)  # fmt: skip

WORDS_NOW = "He is here.\nI am in the bathroom."


@pytest.fixture
def teller(client) -> Teller:
    teller = Teller(client)
    teller.answers(KIND, kind="complaint")
    teller.answers(TELLING, telling="child")
    teller.answers(SAFE, safe="no")
    return teller


def urgent_letters(house):
    with house.records.reading() as db:
        return db.execute(select(letter.c.urgent, letter.c.next_try_at).order_by(letter.c.number)).all()


def test_whom_to_call_comes_first_and_when_the_council_reads_is_said(teller):
    page = teller.opens(HELP_NOW)
    assert page.heading == "Get help now" and page.title == "Question 4 – Sefton"
    assert page.text.index("0800 1111") < page.text.index("Send just this now")
    assert "999" in page.text and "What you send here reaches nobody, so call." in page.text


@pytest.fixture
def taken_on(app, monkeypatch):
    """The council is there: no demonstration."""
    library = app.extensions["house"].library
    confirmed = replace(library.councils["sefton"], confirmed_by="Head", confirmed_on=date(2026, 1, 1))
    monkeypatch.setitem(library.councils, "sefton", confirmed)


def test_it_is_said_to_be_there_only_once_it_is(taken_on, teller):
    says = "The council has it now, in its urgent inbox"
    assert says not in teller.opens(f"{HELP_NOW}?note=now").text
    assert says in teller.answers(HELP_NOW, go="now").text
    assert says in teller.opens(HELP_NOW).text


def test_with_the_answers_lost_it_is_said_to_be_there_all_the_same(taken_on, teller):
    token = teller.opens(HELP_NOW).csrf_token
    with teller.client.browser.session_transaction() as session:
        session.pop("drafts")
    answer = teller.posts_as_is(HELP_NOW, csrf_token=token, words=WORDS_NOW, go="now")
    assert "The council has it now, in its urgent inbox" in teller.client.get_page(answer.location).text


def test_a_council_that_is_there_says_when_it_reads(taken_on, client):
    teller = Teller(client)
    teller.answers(KIND)
    teller.answers(TELLING)
    assert "only on working days, and not at night" in teller.answers(SAFE, safe="not-sure").text


def test_what_is_sent_at_once_is_urgent_and_goes_to_the_urgent_inbox(teller, house, clock):
    page = teller.answers(HELP_NOW, words=WORDS_NOW, reach="Text my aunt", go="now")
    assert page.path == f"{FORM}{HELP_NOW}" and "This is a demonstration, so nobody has got it." in page.text
    [told] = all_sent(house)
    assert (told.kind, told.urgent, told.safe, told.words) == (Kind.COMPLAINT, True, Answer.NO, WORDS_NOW)
    assert told.contact == SafeContact(way=Way.AS_WRITTEN, where="Text my aunt")
    [message] = letters(house)
    read = message_from_bytes(message)
    assert read["To"] == "urgent@sefton.example.org" and read["Subject"] == "Urgent: somebody may not be safe"
    assert "He is here.\r\nI am in the bathroom." in read.get_payload(decode=True).decode()
    assert [tuple(row) for row in urgent_letters(house)] == [(True, clock.now)]


def test_nothing_but_the_press_is_needed(teller, house):
    teller.answers(HELP_NOW, go="now")
    [told] = all_sent(house)
    assert told.urgent and told.words == "" and told.contact == SafeContact()


def test_however_often_it_is_pressed_it_is_one_record(teller, house):
    token = teller.opens(HELP_NOW).csrf_token
    for _ in range(3):
        answer = teller.posts_as_is(HELP_NOW, csrf_token=token, words=WORDS_NOW, reach="", go="now")
        assert answer.status_code == 303
    assert counts(house)["representation"] == counts(house)["letter"] == 1
    teller.answers(HELP_NOW, words="He has gone", go="now")
    assert {told.words for told in all_sent(house)} == {WORDS_NOW, "He has gone"}


def test_they_write_on_and_what_they_then_send_says_what_went_before(teller, house):
    teller.answers(HELP_NOW, words=WORDS_NOW, go="now")
    assert teller.answers(HELP_NOW, words=WORDS_NOW, go="on").path == f"{FORM}{TOPIC}"
    assert "I am in the bathroom." in teller.answers(TOPIC, topic="carer").text
    check = teller.answers_all(telling={"telling": "child"}, safe={"safe": "no"}, name={"name": "Amina"})
    assert check.path == f"{FORM}check"
    teller.sends()
    [whole] = [told for told in all_sent(house) if told.name]
    [first] = [told for told in all_sent(house) if not told.name]
    assert (whole.goes_with, whole.urgent) == (first.id, True)
    assert all(row.urgent for row in urgent_letters(house))


def test_carrying_on_sends_nothing_and_keeps_what_was_written(teller, house, clock):
    assert teller.answers(HELP_NOW, words=WORDS_NOW, go="on").path == f"{FORM}{TOPIC}"
    assert all_sent(house) == []
    assert kept_draft(house, teller.token, clock).answers["now"]["words"] == WORDS_NOW
    teller.answers(TOPIC)
    assert "I am in the bathroom." in teller.opens(WORDS).html


def test_with_the_cookie_lost_it_waits_on_its_page_for_one_more_press(teller, house):
    token = teller.opens(HELP_NOW).csrf_token
    teller.loses_the_cookie()
    answer = teller.posts_as_is(HELP_NOW, csrf_token=token, words=WORDS_NOW, reach="", go="now")
    page = teller.client.get_page(answer.location)
    assert "Press the button once more" in page.text and "I am in the bathroom." in page.html
    teller.answers(HELP_NOW, words=WORDS_NOW, go="now")
    assert [told.words for told in all_sent(house)] == [WORDS_NOW]


def test_for_a_child_somebody_else_tells_of_it_asks_whether_the_child_is_safe(client):
    teller = Teller(client)
    teller.answers(KIND)
    assert teller.answers(TELLING, telling="advocate").heading == "Is the child or young person safe right now?"
    assert teller.answers(SAFE, safe="no").heading == "Get help for the child now"


def test_before_anything_is_written_it_is_said_whom_we_have_to_tell(teller):
    assert "tell others if someone may be in danger" in teller.opens(HELP_NOW).text
