"""Check and send: nothing lost, nothing twice, and nothing said before it is so."""

from dataclasses import replace
from datetime import date
from email import message_from_bytes

import pytest
from flask import Flask
from sqlalchemy.exc import IntegrityError

from app.model.follow_up_code import parse_code
from app.model.representation import Kind, Telling, Way
from app.pages import tell_check
from app.records import representations
from tests.pages.telling import CODE, FORM, WORDS, WORDS_OF_AMINA, Teller, all_sent, counts, kept_draft, letters


@pytest.fixture
def teller(client) -> Teller:
    return Teller(client)


def test_what_was_told_is_kept_with_its_letter_before_we_say_so(teller, house, clock):
    teller.answers_all()
    page = teller.sends()
    assert page.path == f"{FORM}sent" and page.heading == "We have it. Thank you for telling us."
    [told] = all_sent(house)
    assert (told.kind, told.telling, told.words) == (Kind.COMPLAINT, Telling.FAMILY, WORDS_OF_AMINA)
    assert (told.contact.way, told.contact.where) == (Way.EMAIL, "tomos@example.org")
    assert (told.received_at, told.language) == (clock.now, "en")
    [letter] = letters(house)
    body = message_from_bytes(letter).get_payload(decode=True).decode()
    assert "My social worker keeps changing.\r\nNobody tells me why." in body
    assert counts(house) == {"representation": 1, "letter": 1, "draft": 1}


def test_the_days_are_those_of_the_record(teller, house):
    teller.answers_all()
    page = teller.sends()
    [told] = all_sent(house)
    assert (told.reference_due_on, told.answer_due_on) == (date(2026, 11, 25), date(2026, 12, 4))
    assert "By Wednesday 25 November you get your reference number" in page.text
    assert "By Friday 4 December you get an answer" in page.text
    assert "it can take until Friday 18 December" in page.text


@pytest.mark.parametrize("kind", ["comment", "compliment", "advocate"])
def test_only_a_complaint_is_promised_an_answer_by_a_day(teller, kind):
    teller.answers_all(kind={"kind": kind})
    page = teller.sends()
    assert "By Wednesday 25 November" in page.text and "you get an answer" not in page.text


@pytest.mark.parametrize(
    ("way", "place", "says"),
    [
        ("email", {"where": "a@example.org", "more": "yes"}, "We send you an email with it."),
        ("email", {"where": "a@example.org"}, "an email that only says that there is news"),
        ("email", {"where": ""}, "Come back here with your code."),
        ("text", {"where": "0151 496 0123"}, "a text message that only says that there is news"),
        ("call", {"where": "0151 496 0123", "more": "yes"}, "Someone from the council calls you and tells you."),
        ("letter", {"where": "1 High Street"}, "a letter that only says that there is news"),
        ("person", {"where": "My aunt"}, "We tell the person you named only that there is news."),
        ("code", {}, "Come back here with your code."),
    ],
)
def test_it_says_how_the_reference_will_come(teller, way, place, says):
    teller.answers_all(way={"way": way}, where=place)
    assert says in teller.sends().text


def test_a_demonstration_says_so_there_too(teller):
    teller.answers_all()
    assert "Nothing has reached the council, and nobody there will answer." in teller.sends().text


def test_the_code_opens_the_record_and_is_nowhere_else(teller, house):
    check = teller.answers_all()
    assert not CODE.search(check.text), "the code is made with the check page, and shown when it is sent"
    code = CODE.search(teller.sends().text)[0]
    with house.records.reading() as db:
        told = representations.find_by_code(db, parse_code(code), "sefton")
    assert told and told.words == WORDS_OF_AMINA
    assert not any(part.encode() in letter for letter in letters(house) for part in (code, code.replace(" ", "")))


def test_every_repeat_shows_the_same_code(teller, house):
    teller.answers_all()
    check = teller.opens("check")
    cookie = teller.client.browser.get_cookie("form").value
    pages = [teller.sends()]
    pages += [teller.opens(page) for page in ("check", "sent", "sent")]  # back, and again
    teller.client.browser.set_cookie("form", cookie)  # the answer to the first press never arrived
    for page in ("check", "", "4", "sent"):
        teller.client.browser.set_cookie("form", cookie)
        pages.append(teller.opens(page))
    teller.client.browser.set_cookie("form", cookie)
    assert teller.posts_as_is("check", csrf_token=check.csrf_token).location == f"{FORM}sent"
    pages.append(teller.opens("sent"))
    codes = {CODE.search(page.text)[0] for page in pages}
    assert len(codes) == 1 and counts(house)["representation"] == counts(house)["letter"] == 1


def test_the_code_is_shown_until_it_is_written_down(teller):
    teller.answers_all()
    code = CODE.search(teller.sends().text)[0]
    page = teller.client.send(f"{FORM}sent", {})
    assert page.path == f"{FORM}sent" and code not in page.text
    assert "You have your code. It is not shown here any more." in page.text
    assert page.link("See where it is") == "/sefton/en/follow"
    assert code not in teller.opens("sent").text


def test_the_code_is_shown_for_an_hour(teller, clock):
    teller.answers_all()
    code = CODE.search(teller.sends().text)[0]
    clock.move_on(minutes=59)
    assert code in teller.opens("sent").text
    clock.move_on(minutes=1)
    page = teller.opens("sent")
    assert code not in page.text and page.heading == "There is nothing to see here now"


def test_words_are_gone_from_the_draft_once_they_are_sent(teller, house, clock):
    teller.answers_all()
    token = teller.token
    teller.sends()
    draft = kept_draft(house, token, clock)
    assert draft.answers == draft.offered == {} and draft.sent_id


def test_nothing_is_sent_before_all_is_answered(teller, house):
    teller.answers(1)
    assert teller.client.send(f"{FORM}check", {}, page=f"{FORM}2").path == f"{FORM}2"
    assert all_sent(house) == []


def test_sending_without_looking_at_the_check_page_sends_once_with_a_code(teller, house):
    teller.answers_all()
    token = teller.opens(WORDS).csrf_token
    assert teller.posts_as_is("check", csrf_token=token).location == f"{FORM}sent"
    assert CODE.search(teller.opens("sent").text) and len(all_sent(house)) == 1


@pytest.mark.parametrize("fails", ["receive", "queue", "mark_sent", "inbox_letter"])
def test_when_sending_fails_the_draft_is_whole_and_nothing_else_is(teller, house, monkeypatch, fails, app: Flask):
    teller.answers_all()

    def fail(*args, **kwargs):
        raise RuntimeError(WORDS_OF_AMINA)

    at = {"receive": tell_check.representations, "queue": tell_check.outbox, "mark_sent": tell_check.drafts}
    with monkeypatch.context() as broken:
        broken.setattr(at.get(fails, tell_check), fails, fail)
        page = teller.client.send(f"{FORM}check", {}, status=500)
    assert "We have it" not in page.text
    assert counts(house) == {"representation": 0, "letter": 0, "draft": 1}
    assert teller.opens("check").path == f"{FORM}check"
    assert teller.sends().path == f"{FORM}sent" and len(letters(house)) == 1


def test_the_database_alone_would_stop_a_second_record(teller, house, monkeypatch):
    """Were two presses ever to pass each other, the second is refused and shown the first one's page."""
    teller.answers_all()
    check, cookie = teller.opens("check"), teller.client.browser.get_cookie("form").value
    code = CODE.search(teller.sends().text)[0]
    teller.client.browser.set_cookie("form", cookie)

    def refused(*args, **kwargs):
        raise IntegrityError("", {}, Exception())

    # As it looks to somebody who read the draft just before the other committed.
    monkeypatch.setattr(tell_check, "_send", refused)
    original = tell_check.find_draft
    monkeypatch.setattr(tell_check, "find_draft", lambda db, **how: _not_yet_sent(original(db, **how)))
    monkeypatch.setattr(tell_check, "next_question", lambda *answers: None)
    assert teller.posts_as_is("check", csrf_token=check.csrf_token).location == f"{FORM}sent"
    assert code in teller.opens("sent").text and len(all_sent(house)) == 1


def _not_yet_sent(draft):
    return replace(draft, sent_id="")


def test_a_second_thing_can_be_told_after_the_first(teller, house):
    teller.answers_all()
    teller.sends()
    assert teller.opens().path == f"{FORM}1"
    teller.answers_all(words={"words": "And another thing"})
    teller.sends()
    assert {told.words for told in all_sent(house)} == {WORDS_OF_AMINA, "And another thing"}
