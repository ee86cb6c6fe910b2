"""Changing the language keeps the page, the council, every answer, and what is typed and not sent yet."""

import pytest

from tests.languages.pseudo import longer
from tests.pages.telling import FORM, KIND, TELLING, WAY, WORDS, Teller

TYPED = "Nobody tells me why.\nلا أحد <b>يقول</b> لي"
HTMX = {"HX-Request": "true", "HX-Request-Type": "partial"}


@pytest.fixture
def teller(reader_of_many) -> Teller:
    teller = Teller(reader_of_many)
    teller.begins()
    teller.answers(KIND, kind="complaint")
    teller.answers(TELLING, telling="child")
    return teller


def presses(teller: Teller, number: int, tag: str, **fields):
    """The button of a language, on a question with something typed in it."""
    token = teller.opens(number).csrf_token
    return teller.client.post(f"{FORM}{number}", {"csrf_token": token, "in-language": tag, **fields})


def test_on_a_question_each_language_is_a_button_of_its_form(teller):
    page = teller.opens(WORDS)
    buttons = [one for one in page.root.all("button") if one.get("name") == "in-language"]
    assert {"qaa", "qab"} <= {one.get("value") for one in buttons}
    [form] = {one.get("form") for one in buttons}
    assert [one.get("action") for one in page.root.all("form") if one.get("id") == form] == [f"{FORM}{WORDS}"]
    assert not [one for one in page.root.all("a") if one.get("hreflang") == "qab"], "a link would lose what is typed"


@pytest.mark.parametrize("place", [WORDS, "all"])
def test_the_first_button_of_its_form_is_no_language(teller, place):
    """It is the one that Enter in a line presses."""
    first, *others = [one for one in teller.opens(place).root.all("button") if one.get("form")]
    assert others and not first.get("name") and "hidden" in first.attributes


def test_what_is_typed_is_there_in_the_other_language_and_so_is_every_answer(teller):
    answer = presses(teller, WORDS, "qab", words=TYPED)
    assert (answer.status_code, answer.location) == (303, f"/sefton/qab/form/{WORDS}")
    there = teller.client.get_page(answer.location)
    assert there.field("words").text.split() == TYPED.split()
    assert longer("What happened?") in there.text
    assert "errors" not in {one.get("class") for one in there.root.all("div")}
    kind = teller.client.get_page(f"/sefton/qab/form/{KIND}")
    assert [
        one.get("value") for one in kind.root.all("input") if one.get("name") == "kind" and "checked" in one.attributes
    ] == ["complaint"]


def test_nothing_typed_is_no_mistake_and_nothing_is_asked_again(teller):
    answer = presses(teller, WORDS, "qaa", words="  ")
    assert "field--wrong" not in teller.client.get_page(answer.location).html
    answer = presses(teller, KIND, "qaa", kind="complaint")
    teller.client.get_page(answer.location)
    assert teller.client.get("/sefton/qaa/form/").status_code in (200, 303)


def test_with_htmx_the_whole_page_goes_there(teller):
    token = teller.opens(WORDS).csrf_token
    fields = {"csrf_token": token, "in-language": "qab", "words": TYPED}
    answer = teller.client.post(f"{FORM}{WORDS}", fields, headers=HTMX)
    assert answer.headers["HX-Redirect"] == f"/sefton/qab/form/{WORDS}"
    assert answer.text == ""


def test_what_htmx_swaps_brings_the_button_along(teller):
    token = teller.opens(WORDS).csrf_token
    part = teller.client.post(f"{FORM}{WORDS}", {"csrf_token": token, "words": TYPED}, headers=HTMX).text
    assert 'id="languages" hx-swap-oob="true"' in part


@pytest.mark.parametrize("tag", ["xx", "", "pl/../en", "qab\n"])
def test_a_language_that_is_none_of_ours_changes_nothing(teller, tag):
    answer = presses(teller, WORDS, tag, words=TYPED)
    assert answer.location.startswith("/sefton/en/form/")


def test_the_form_says_how_the_answer_comes_where_the_council_does_not_answer_in_it(teller):
    said = longer("You can write in your own language.")
    assert said in teller.client.get_page(f"/sefton/qaa/form/{WAY}").text
    assert "You can write in your own language. Our answer" not in teller.client.get_page(f"/sefton/en/form/{WAY}").text
