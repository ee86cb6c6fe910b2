"""With htmx: the next question in one round trip, with its address and title; what must be mended as 422."""

import pytest
from sqlalchemy.exc import OperationalError

from app.pages import tell_question
from tests.html_tree import Tree
from tests.pages.telling import ACCOUNT, FORM, GOOD, KIND, TELLING, WORDS, WORDS_OF_AMINA, Teller

HTMX = {"HX-Request": "true", "HX-Request-Type": "partial", "HX-Target": "div#form"}


@pytest.fixture
def teller(client) -> Teller:
    return Teller(client)


def by_htmx(teller, number, **fields):
    token = teller.opens(1).csrf_token
    return teller.client.post(f"{FORM}{number}", {"csrf_token": token, **fields}, headers=HTMX)


def test_a_good_answer_brings_the_next_question_with_its_address_and_title(teller):
    answer = by_htmx(teller, KIND, kind="comment")
    assert (answer.status_code, answer.headers["HX-Push-Url"]) == (200, f"{FORM}{TELLING}")
    part = Tree(answer.text).root
    assert [title.text for title in part.all("title")] == ["Question 2 – Sefton"]
    assert [heading.text for heading in part.all("h1")] == ["Who is telling us?"]
    assert not list(part.all("html", "body", "main", "footer"))
    [form] = [element for element in part.all("div") if element.get("id") == "form"]
    assert "hx-history-elt" in form.attributes


def test_the_whole_journey_leads_to_the_check_page(teller):
    for number, fields in GOOD.items():
        answer = by_htmx(teller, number, **fields)
    assert answer.headers["HX-Push-Url"] == f"{FORM}check"
    assert "Check your answers" in answer.text and "Check – Sefton" in answer.text


def test_an_answer_that_must_be_mended_comes_back_as_it_was_typed(teller):
    by_htmx(teller, KIND)
    answer = by_htmx(teller, WORDS, words="")
    assert answer.status_code == 422 and "HX-Push-Url" not in answer.headers
    assert "Error: Question" in answer.text and "Write something" in answer.text
    answer = by_htmx(teller, WORDS, words="long " * 5_000)
    assert answer.status_code == 422 and "long long long" in answer.text
    assert "long long long" in teller.opens(WORDS).html


def test_a_poor_token_brings_the_form_with_a_good_one(teller):
    by_htmx(teller, KIND)
    answer = teller.client.post(f"{FORM}{WORDS}", {"words": WORDS_OF_AMINA}, headers=HTMX)
    assert answer.status_code == 422 and "Press the button once more" in answer.text
    [token] = [field.get("value") for field in Tree(answer.text).root.all("input") if field.get("name") == "csrf_token"]
    again = teller.client.post(f"{FORM}{WORDS}", {"words": WORDS_OF_AMINA, "csrf_token": token}, headers=HTMX)
    assert again.status_code == 200


def test_going_back_through_htmxs_history_brings_whole_pages(teller):
    teller.answers_all()
    restoring = {"HX-Request": "true", "HX-Request-Type": "full", "HX-History-Restore-Request": "true"}
    for page in (KIND, WORDS, "check", "", "sent"):
        answer = teller.client.get(f"{FORM}{page}", headers=restoring)
        assert answer.text.startswith("<!doctype html>") and "hx-history-elt" in answer.text
        assert {"HX-Request", "HX-Request-Type"} <= set(answer.vary)


@pytest.mark.parametrize("headers", [{}, HTMX], ids=["plain", "htmx"])
def test_when_the_database_is_away_the_words_are_still_on_the_page(teller, monkeypatch, headers):
    teller.answers(KIND)
    token = teller.opens(TELLING).csrf_token

    def locked(*args, **kwargs):
        raise OperationalError("UPDATE draft", {}, Exception("database is locked"))

    with monkeypatch.context() as broken:
        broken.setattr(tell_question.drafts, "keep", locked)
        answer = teller.client.post(f"{FORM}{WORDS}", {"csrf_token": token, "words": WORDS_OF_AMINA}, headers=headers)
    assert answer.status_code == 503
    assert "Nobody tells me why." in answer.text and "We could not keep that just now" in answer.text
    assert teller.answers(WORDS, words=WORDS_OF_AMINA).path in (f"{FORM}{TELLING}", f"{FORM}{ACCOUNT}")
