"""A young person adds something, or asks: the council has it once, exactly as it was typed, and nothing is lost."""

import threading
from email import policy
from email.parser import BytesParser

import pytest
from sqlalchemy import text

from app.model.event import What
from app.model.representation import Kind
from app.model.stage import Stage
from app.pages.follow import owner_of
from tests.page_client import PageClient
from tests.pages.following import CODE, FOLLOW, Follower, asked, fields_of, letters, received
from tests.records.shelf import AWKWARD

WORDS = "They still have not called.\n\nPlease call after four."
HOSTILE = "</textarea><script>alert(1)</script>\nSubject: hello\nBcc: all@example.org\n.\nQUIT"


@pytest.fixture
def child(client) -> Follower:
    return Follower(client)


@pytest.fixture
def told(child, house):
    """A complaint whose page is open."""
    told = received(house)
    child.gives(CODE)
    return told


@pytest.mark.parametrize(
    ("asking", "what", "words", "inbox", "says"),
    [
        ("more", What.MESSAGE, WORDS, "complaints@", "What you added is with the council now."),
        ("next", What.ASKED_NEXT_STAGE, WORDS, "complaints@", "The council knows that you want to go on."),
        ("next", What.ASKED_NEXT_STAGE, "", "complaints@", "The council knows that you want to go on."),
        ("help", What.ASKED_ADVOCATE, "", "advocacy@", "The council knows that you would like an advocate."),
        ("end", What.ASKED_TO_STOP, "", "complaints@", "Nothing has stopped yet."),
    ],
)
def test_each_asking_is_one_event_and_one_letter(child, house, told, asking, what, words, inbox, says):
    page = child.asks(asking, words)

    assert page.heading == "Where it is now"
    assert says in page.text
    assert asked(house, told) == [(what, words)]
    [(message, recipient)] = letters(house)
    assert recipient == f"{inbox}sefton.example.org"
    assert words.replace("\n", " ") in " ".join(body_of(message).split()) or words.split("\n")[0] in body_of(message)


def body_of(message: bytes) -> str:
    return BytesParser(policy=policy.default).parsebytes(message).get_payload(decode=True).decode("utf-8")


def test_it_is_told_once_that_the_council_has_it(child, told):
    assert "We have it" in child.asks("more", WORDS).text
    assert "We have it" not in child.looks().text


def test_on_postgresql_too(environ, postgres_url, request):
    environ["DATABASE_URL"] = postgres_url
    child, house = Follower(request.getfixturevalue("client")), request.getfixturevalue("house")
    told = received(house)
    child.gives(CODE)
    child.asks("more", AWKWARD[5])
    assert asked(house, told) == [(What.MESSAGE, AWKWARD[5])]
    assert len(letters(house)) == 1


@pytest.mark.parametrize("words", [words for words in AWKWARD if words.strip()] + [HOSTILE])
def test_whatever_is_typed_arrives_letter_for_letter(child, house, told, words):
    child.asks("more", words)
    assert asked(house, told) == [(What.MESSAGE, words)]


def test_line_ends_are_made_one_kind_and_nothing_else_is_changed(child, house, told):
    child.asks("more", "one\r\ntwo\rthree\n\n  four  ")
    assert asked(house, told) == [(What.MESSAGE, "one\ntwo\nthree\n\n  four  ")]


def test_no_word_of_it_becomes_a_header(child, house, told):
    child.asks("more", HOSTILE)
    [(message, _recipient)] = letters(house)
    read = BytesParser(policy=policy.default).parsebytes(message)

    assert read["Subject"] == "Something has been added"
    assert read["Bcc"] is None
    assert read["To"] == "complaints@sefton.example.org"
    assert len(read.get_all("Subject")) == 1
    assert "Bcc: all@example.org" in body_of(message)


def test_pressing_twice_is_asking_once(child, house, told):
    page = child.client.get_page(f"{FOLLOW}/more")
    child.presses_send(page, WORDS)
    again = child.presses_send(page, WORDS)

    assert "What you added is with the council now." in again.text
    assert asked(house, told) == [(What.MESSAGE, WORDS)]
    assert len(letters(house)) == 1


def test_two_presses_at_the_same_moment_are_one(app, child, house, told):
    page = child.client.get_page(f"{FOLLOW}/more")
    fields = fields_of(page) | {"words": WORDS}
    cookie = child.client.browser.get_cookie("form").value
    answers = []

    def press():
        browser = PageClient(app).browser
        browser.set_cookie("form", cookie)
        answers.append(browser.post(page.path, data=fields).status_code)

    presses = [threading.Thread(target=press) for _ in range(4)]
    for one in presses:
        one.start()
    for one in presses:
        one.join()

    assert answers == [303] * 4
    assert asked(house, told) == [(What.MESSAGE, WORDS)]
    assert len(letters(house)) == 1


def test_other_words_from_the_same_page_are_another_asking(child, house, told):
    page = child.client.get_page(f"{FOLLOW}/more")
    child.presses_send(page, WORDS)
    child.presses_send(page, "And one thing more.")
    assert [words for _what, words in asked(house, told)] == [WORDS, "And one thing more."]


def test_the_same_words_on_another_day_are_another_asking(child, house, told):
    child.asks("more", WORDS)
    child.asks("more", WORDS)
    assert len(asked(house, told)) == len(letters(house)) == 2


@pytest.mark.parametrize("empty", ["", "   ", "\n\n\t", "\u2003"])
def test_adding_nothing_is_pointed_out_at_the_field_and_at_the_top(child, house, told, empty):
    page = child.asks("more", empty)

    assert page.path == f"{FOLLOW}/more"
    assert page.title.startswith("Error:")
    assert page.text.count("Write something, even if it is short") == 2
    assert page.field("words").get("aria-invalid") == "true"
    assert page.link("Write something") == f"#{page.field('words').get('id')}"
    assert asked(house, told) == []


def test_20001_letters_are_too_many_and_none_is_lost(child, house, told):
    page = child.asks("more", "é" * 20_001)

    assert page.text.count("That is too long. Send the rest after it.") == 2
    assert page.field("words").text == "é" * 20_001
    assert asked(house, told) == []

    child.presses_send(page, "é" * 20_000)
    assert asked(house, told) == [(What.MESSAGE, "é" * 20_000)]


@pytest.mark.parametrize("csrf", [{"csrf_token": ""}, {"csrf_token": "forged"}])
def test_without_a_good_token_the_words_are_kept_and_asked_to_be_sent_once_more(child, house, told, csrf):
    page = child.presses_send(child.client.get_page(f"{FOLLOW}/more"), WORDS, **csrf)

    assert "Press Send once more" in page.text
    assert page.field("words").text.split() == WORDS.split()
    assert asked(house, told) == []

    child.presses_send(page, WORDS)
    assert asked(house, told) == [(What.MESSAGE, WORDS)]


def test_what_was_typed_is_shown_as_words_and_never_as_a_page(child, told):
    page = child.presses_send(child.client.get_page(f"{FOLLOW}/more"), HOSTILE, csrf_token="")
    assert "alert(1)" in page.field("words").text
    assert not [script for script in page.root.all("script") if not script.get("src")]


@pytest.mark.parametrize(
    ("facts", "asking"),
    [
        ({"kind": Kind.COMPLIMENT, "answer_due_on": None}, "next"),
        ({"kind": Kind.COMMENT, "answer_due_on": None, "stage": Stage.RESOLVED}, "end"),
        ({"stage": Stage.RESOLVED}, "help"),
        ({"stage": Stage.WITHDRAWN}, "end"),
    ],
)
def test_what_cannot_be_asked_now_is_no_page(child, house, facts, asking):
    told = received(house, **facts)
    token = child.gives(CODE).csrf_token
    with house.records.reading() as db:
        fields = {"csrf_token": token, "words": "x", "under": owner_of(db, told)}
    child.client.get_page(f"{FOLLOW}/{asking}", status=404)
    assert child.client.post(f"{FOLLOW}/{asking}", fields).status_code == 404
    assert asked(house, told) == []


@pytest.mark.parametrize("asking", ["more", "next", "help", "end"])
def test_without_a_code_every_asking_leads_to_the_page_for_it(client, asking):
    assert client.get_page(f"{FOLLOW}/{asking}").heading == "What is your code?"


@pytest.mark.parametrize("asking", ["everything", "more/", "MORE", "..%2fmore", "more%00"])
def test_there_is_no_other_asking(child, told, asking):
    child.client.get_page(f"{FOLLOW}/{asking}", status=404)


def test_event_and_letter_are_kept_together_or_not_at_all(child, house, told):
    page = child.client.get_page(f"{FOLLOW}/more")
    with house.records.writing() as db:
        db.execute(text("ALTER TABLE letter RENAME TO gone"))
    answer = child.client.post(page.path, fields_of(page) | {"words": WORDS})
    assert answer.status_code == 503
    assert asked(house, told) == []

    with house.records.writing() as db:
        db.execute(text("ALTER TABLE gone RENAME TO letter"))
    child.presses_send(page, WORDS)
    assert asked(house, told) == [(What.MESSAGE, WORDS)]
    assert len(letters(house)) == 1


def test_asking_to_stop_stops_nothing(child, house, told):
    child.asks("end", "I changed my mind")
    assert "You are here: Stage 1, step 1" in child.looks().text


def test_the_title_and_the_address_say_nothing_of_what_is_asked(child, told):
    for asking in ("more", "next", "help", "end"):
        page = child.client.get_page(f"{FOLLOW}/{asking}")
        assert page.title == "Follow – Sefton"
        assert page.field("words").get("autocomplete") == "off"


def test_no_line_of_the_log_holds_a_word_of_it(child, told, caplog):
    with caplog.at_level("DEBUG"):
        child.asks("more", "planted words")
        child.asks("more", "planted words" * 3000)
        child.presses_send(child.client.get_page(f"{FOLLOW}/more"), "planted words", csrf_token="")
    assert "planted" not in caplog.text
