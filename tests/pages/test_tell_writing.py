"""Help while writing: ways to begin without JavaScript, and a long answer that is kept as it is written."""

import pytest

from app.forms.fields import LONGEST_WORDS
from tests.pages.telling import (
    ACCOUNT,
    FORM,
    GOOD,
    KIND,
    TELLING,
    WISH,
    WORDS,
    WORDS_OF_AMINA,
    Teller,
    counts,
    kept_draft,
)

HTMX = {"HX-Request": "true", "HX-Request-Type": "partial", "HX-Target": "textarea#words"}


@pytest.fixture
def teller(client) -> Teller:
    teller = Teller(client)
    comes_to_the_words(teller)
    return teller


def comes_to_the_words(teller, kind="complaint", telling="child"):
    teller.answers(KIND, kind=kind)
    page = teller.answers(TELLING, telling=telling)
    while (number := int(page.path.rpartition("/")[2])) != WORDS:
        page = teller.answers(number, **GOOD[number])
    return page


def value(page, name="words") -> str:
    return "".join(page.field(name).children).replace("\r\n", "\n").removeprefix("\n")


def starter(page, words: str) -> str:
    [key] = [button.get("value") for button in page.root.all("button") if button.text == words]
    return key


def keeps(teller, number=WORDS, place=None, **fields):
    """What htmx sends while somebody writes."""
    page = teller.opens(number)
    fields = {"csrf_token": page.csrf_token, "place": place or page.field("place").get("value"), **fields}
    return teller.client.post(f"{FORM}{number}/keep", fields, headers=HTMX)


def test_a_way_to_begin_comes_back_in_the_words_and_nothing_is_lost(teller):
    page = teller.opens(WORDS)
    answer = teller.posts_as_is(WORDS, csrf_token=page.csrf_token, starter=starter(page, "It started when …"))
    assert (answer.status_code, answer.location) == (303, f"{FORM}{WORDS}#words")
    page = teller.opens(WORDS)
    assert value(page) == "It started when "
    page = teller.answers(WORDS, words="It started when she left.\n\nI ran", starter=starter(page, "I want …"))
    assert value(page) == "It started when she left.\n\nI ran I want "
    assert not page.title.startswith("Error") and teller.answers(WORDS, words=value(page)).path == f"{FORM}{ACCOUNT}"


def test_a_way_to_begin_that_is_not_offered_is_no_way_to_lose_words(teller):
    assert teller.answers(WORDS, words=WORDS_OF_AMINA, starter="<nonsense>").path == f"{FORM}{ACCOUNT}"
    assert "keeps changing" in teller.opens(WORDS).html


def test_words_that_are_too_long_are_kept_whole_with_a_way_to_begin(teller):
    page = teller.opens(WORDS)
    page = teller.answers(WORDS, words="x" * LONGEST_WORDS, starter=starter(page, "I feel …"))
    assert value(page) == "x" * LONGEST_WORDS + " I feel " and page.title.startswith("Error")


@pytest.mark.parametrize("who", ["child", "family", "advocate", "other"])
@pytest.mark.parametrize("kind", ["complaint", "comment", "compliment", "advocate", "going-on", "stop"])
def test_each_kind_has_its_ways_to_begin_for_a_child_and_for_an_adult(teller, kind, who):
    page = comes_to_the_words(teller, kind, who)
    found = [button for button in page.root.all("button") if button.get("name") == "starter"]
    assert len(found) >= 2 and all(button.attributes["data-starter"].endswith(" ") for button in found)
    in_a_childs_voice = "I feel" in page.text or "I had to move" in page.text or "stood up for me" in page.text
    assert not (in_a_childs_voice and who != "child")


def test_what_is_written_is_kept_before_it_is_sent(teller):
    assert keeps(teller, words="Half a sent").status_code == 204
    assert value(teller.opens(WORDS)) == "Half a sent"
    assert keeps(teller, words="Half a sentence, مجھے 🙂\r\n").status_code == 204
    page = teller.opens(WORDS)
    assert value(page) == "Half a sentence, مجھے 🙂\n" and not page.title.startswith("Error")
    assert teller.opens("check").path == f"{FORM}{WORDS}", "what is only kept is not yet an answer"


def test_a_wish_is_kept_too(teller):
    teller.answers(WORDS, words="Help")
    assert keeps(teller, WISH, wish="That she").status_code == 204
    assert value(teller.opens(WISH), "wish") == "That she"


def test_what_was_rubbed_out_or_is_the_answer_already_is_asked_no_more(teller, house, clock):
    teller.answers(WORDS, words="The answer")
    for typed in ("", "  \n", "The answer"):
        keeps(teller, words="Something else")
        assert keeps(teller, words=typed).status_code == 204
        assert kept_draft(house, teller.token, clock).offered == {}
    assert value(teller.opens(WORDS)) == "The answer"


def test_what_comes_late_is_not_put_over_what_was_answered(teller):
    place = teller.opens(WORDS).field("place").get("value")
    teller.answers(WORDS, words="The whole of it")
    assert keeps(teller, place=place, words="The who").status_code == 409
    assert value(teller.opens(WORDS)) == "The whole of it"


def test_what_was_written_for_another_draft_is_not_mixed_into_this_one(teller, house, clock):
    place = teller.opens(WORDS).field("place").get("value")
    teller.client.send(FORM, {"go": "throw-away"})
    comes_to_the_words(teller)
    assert keeps(teller, place=place, words="Of the first").status_code == 409
    assert "words" not in kept_draft(house, teller.token, clock).offered


def test_without_its_cookie_nothing_is_kept_nothing_begun_and_carry_on_brings_it_all(teller, house):
    page = teller.opens(WORDS)
    fields = {"csrf_token": page.csrf_token, "place": page.field("place").get("value"), "words": WORDS_OF_AMINA}
    teller.loses_the_cookie()
    before = counts(house)
    answer = teller.client.post(f"{FORM}{WORDS}/keep", fields, headers=HTMX)
    assert (answer.status_code, answer.text) == (409, "") and counts(house) == before
    page = teller.client.get_page(teller.posts_as_is(WORDS, **fields).location)
    assert "Press the button once more" in page.text or "earlier answers" in page.text
    page = comes_to_the_words(teller)
    assert value(page) == WORDS_OF_AMINA


def test_what_was_sent_is_not_changed_any_more(teller, house):
    teller.answers_all()
    page = teller.opens(WORDS)
    fields = {"csrf_token": page.csrf_token, "place": page.field("place").get("value")}
    teller.sends()
    assert teller.client.post(f"{FORM}{WORDS}/keep", {**fields, "words": "More"}, headers=HTMX).status_code == 409


def test_writing_goes_on_through_the_hour(teller, clock):
    """Whoever writes slowly is not asked whether it was them."""
    for minutes in (15, 15, 15):
        clock.move_on(minutes=minutes)
        assert keeps(teller, words=f"After {minutes}").status_code == 204
    assert teller.opens(WORDS).path == f"{FORM}{WORDS}"


@pytest.mark.parametrize("number", [0, KIND, 11, 99, 10**9])
def test_only_a_question_can_be_kept(teller, number):
    token = teller.opens(WORDS).csrf_token
    answer = teller.client.post(f"{FORM}{number}/keep", {"csrf_token": token, "words": "x"}, headers=HTMX)
    assert answer.status_code == 409
