"""The short form: all the questions on one page, for advocates. The same answers, the same check page, nothing lost."""

import pytest
from sqlalchemy import text

from app.forms.all_at_once import NOT_HERE
from app.forms.journey import QUESTIONS
from app.model.representation import Kind, Telling, Way
from tests.pages.telling import FORM, GOOD, WHERE, Teller, all_sent, counts, kept_draft

PLACES = {"email": WHERE, "phone": WHERE, "address": WHERE, "person": WHERE}
ALL = {
    f"{question.name}-{field}": value
    for question in QUESTIONS
    if question.name not in NOT_HERE | set(PLACES) - {"email"}
    for field, value in GOOD[PLACES.get(question.name, question.number)].items()
}


@pytest.fixture
def teller(client) -> Teller:
    return Teller(client)


def sends_all(teller, **changed):
    typed = {**ALL, **{name.replace("_", "-", 1): value for name, value in changed.items()}}
    return teller.client.send(f"{FORM}all", typed)


def passes_other_pages(page, teller):
    """What has a page of its own, such as whether somebody is in danger."""
    while (number := page.path.rpartition("/")[2]).isdigit():
        page = teller.answers(int(number))
    return page


def errors_of(page) -> list[str]:
    [box] = [part for part in page.root.all("div") if part.get("class") == "errors"]
    return [link.get("href") for link in box.all("a")]


def test_one_page_says_it_all_and_leads_to_the_same_check_page(teller, house):
    check = passes_other_pages(sends_all(teller), teller)
    assert check.path == f"{FORM}check"
    for said in (
        "Amina",
        "Uncle",
        "Not sure",
        "Tomos",
        "tomos@example.org",
        "One social worker who stays",
        "Since the",
    ):
        assert said in check.text
    teller.sends()
    [told] = all_sent(house)
    assert (told.telling, told.kind, told.contact.way) == (Telling.ADVOCATE, Kind.COMPLAINT, Way.EMAIL)
    assert (told.on_behalf_of.name, told.on_behalf_of.bond) == ("Amina", "Uncle")
    assert told.account.when == "Since the summer" and told.wish == "One social worker who stays"


def test_it_asks_what_the_long_way_asks(teller):
    page = teller.opens("all")
    names = {
        field.get("name").rpartition("-")[0] for field in page.root.all("input", "textarea") if "-" in field.get("name")
    }
    assert names == {question.name for question in QUESTIONS} - NOT_HERE
    assert page.title == "Questions – Sefton"


def test_only_the_words_are_needed(teller, house):
    page = teller.client.send(f"{FORM}all", {"words-words": "Help her"})
    assert passes_other_pages(page, teller).path == f"{FORM}check"
    teller.sends()
    assert [told.words for told in all_sent(house)] == ["Help her"]


def test_what_is_wrong_is_summed_up_with_links_and_nothing_typed_is_lost(teller):
    page = sends_all(teller, words_words=" ", email_where="no address", account_day="tomorrow", number_given="kept too")
    assert page.path == f"{FORM}all" and page.title.startswith("Error:")
    assert errors_of(page) == ["#words-words", "#account-day", "#email-where"]
    assert page.field("email-where").get("value") == "no address"
    assert page.field("number-given").get("value") == "kept too"
    assert page.field("name-name").get("value") == "Tomos" and "One social worker who stays" in page.html
    assert passes_other_pages(sends_all(teller), teller).path == f"{FORM}check"


def test_what_a_choice_makes_needless_is_neither_checked_nor_sent(teller, house):
    page = sends_all(teller, kind_kind="compliment", way_way="code", email_where="no address", account_day="never")
    assert passes_other_pages(page, teller).path == f"{FORM}check"
    teller.sends()
    [told] = all_sent(house)
    assert (told.kind, told.contact.way, told.contact.where, told.wish) == (Kind.COMPLIMENT, Way.CODE, "", "")


@pytest.mark.parametrize(
    ("way", "place"), [("text", "phone"), ("call", "phone"), ("letter", "address"), ("person", "person")]
)
def test_each_way_has_its_place(teller, house, way, place):
    sends = {"way_way": way, f"{place}_where": "0151 496 0123", f"{place}_more": "yes"}
    assert passes_other_pages(sends_all(teller, **sends), teller).path == f"{FORM}check"
    teller.sends()
    [told] = all_sent(house)
    assert (told.contact.way, told.contact.where, told.contact.may_say_more) == (way, "0151 496 0123", True)


@pytest.mark.parametrize("token", [{}, {"csrf_token": "forged"}])
def test_a_poor_token_loses_nothing(teller, house, clock, token):
    teller.opens("all")
    answer = teller.posts_as_is("all", **ALL, **token)
    assert (answer.status_code, answer.location) == (303, f"{FORM}all?note=again")
    page = teller.client.get_page(answer.location)
    assert "Press the button once more" in page.text and "Nobody tells me why." in page.html
    assert "words" not in kept_draft(house, teller.token, clock).answers, "what is not surely theirs is no answer yet"
    assert passes_other_pages(sends_all(teller), teller).path == f"{FORM}check"


def test_without_its_cookie_the_page_still_brings_everything(teller):
    token = teller.opens("all").csrf_token
    teller.loses_the_cookie()
    page = teller.client.get_page(teller.posts_as_is("all", csrf_token=token, **ALL).location)
    assert page.path == f"{FORM}all" and "tomos@example.org" in page.html


def test_while_the_database_is_away_the_words_are_on_the_page(teller, house):
    token = teller.opens("all").csrf_token
    with house.records.writing() as db:
        db.execute(text("ALTER TABLE draft RENAME TO gone"))
    answer = teller.posts_as_is("all", csrf_token=token, **ALL)
    assert answer.status_code == 503 and "Nobody tells me why." in answer.text and "tomos@example.org" in answer.text


def test_an_empty_post_leaves_nothing_behind(teller):
    assert teller.posts_as_is("all").status_code == 303


def test_an_advocate_is_shown_the_way_to_it_and_a_child_is_not(teller):
    page = teller.answers(1)
    assert "on one page" in teller.answers(2, telling="advocate").text
    for who in ("child", "family", "other"):
        teller.answers(2, telling=who)
        assert "on one page" not in teller.opens(21).text
    assert page.path == f"{FORM}2"


def test_a_sent_draft_is_not_answered_again(teller, house):
    passes_other_pages(sends_all(teller), teller)
    teller.sends()
    page = sends_all(teller, words_words="For another child")
    passes_other_pages(page, teller)
    teller.sends()
    assert sorted(told.words for told in all_sent(house)) == sorted([ALL["words-words"], "For another child"])


@pytest.fixture
def from_the_questions(teller) -> Teller:
    """An advocate who came by the first questions, where the short form is offered."""
    teller.answers(1)
    teller.answers(2, telling="advocate")
    return teller


def keeps(teller, page, **typed):
    """As htmx sends it, a while after the last key."""
    fields = {"csrf_token": page.csrf_token, "place": page.field("place").get("value")}
    return teller.client.post(f"{FORM}all/keep", {**fields, **typed}).status_code


def test_what_is_written_is_kept_before_anything_is_pressed(from_the_questions, house):
    teller = from_the_questions
    page = teller.opens("all")
    assert keeps(teller, page, **ALL | {"words-words": "Half a"}) == 204
    assert keeps(teller, page, **ALL | {"words-words": "Half a story", "email-where": "no address"}) == 204
    page = teller.opens("all")
    assert "Half a story" in page.html and page.field("email-where").get("value") == "no address"
    assert page.field("name-name").get("value") == "Tomos"
    assert not all_sent(house)


def test_what_comes_late_does_not_put_old_words_over_new_ones(from_the_questions, house):
    teller = from_the_questions
    page = teller.opens("all")
    sends_all(teller)
    assert keeps(teller, page, **ALL | {"words-words": "Old"}) == 409
    assert keeps(teller, teller.opens("all"), **ALL | {"words-words": "Newer"}) == 204
    assert "Newer" in teller.opens("all").html
    assert passes_other_pages(sends_all(teller), teller).path == f"{FORM}check"
    teller.sends()
    assert keeps(teller, page, **ALL) == 409
    assert [told.words for told in all_sent(house)] == [ALL["words-words"]]


def test_a_draft_is_begun_by_carry_on_alone(teller, house):
    page = teller.opens("all")
    assert keeps(teller, page, **ALL) == 409
    sends_all(teller)
    assert keeps(teller, page, **ALL) == 409
    assert counts(house)["draft"] == 1


def test_with_a_poor_token_nothing_is_kept_quietly(teller):
    assert teller.client.post(f"{FORM}all/keep", {**ALL, "place": ""}).status_code == 409


def test_another_language_keeps_what_was_typed(teller):
    token = teller.opens("all").csrf_token
    answer = teller.posts_as_is("all", **ALL | {"account-day": "no day", "in-language": "pl", "csrf_token": token})
    assert (answer.status_code, answer.location) == (303, "/sefton/pl/form/all")
    page = teller.client.get_page(answer.location)
    assert "Nobody tells me why." in page.html and page.field("name-name").get("value") == "Tomos"
    assert page.field("account-day").get("value") == "no day"
