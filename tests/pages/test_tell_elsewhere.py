"""Is this the right place? Where somebody else decides, the next page says who, and still lets them go on."""

import pytest

from app.model.topic import ELSEWHERE as BODIES
from tests.pages.telling import ELSEWHERE, FORM, KIND, SAFE, TELLING, TOPIC, WORDS, Teller, all_sent

SAYS = {
    "school": "Each school must have its own way to complain.",
    "send": "the SENCO",
    "admissions": "That is called an appeal.",
    "health": "has its own way to complain. Ask where it happened.",
    "police": "by phone on 101",
    "court": "We cannot change what a judge has said.",
}


@pytest.fixture
def teller(client) -> Teller:
    teller = Teller(client)
    for number in (KIND, TELLING, SAFE):
        teller.answers(number)
    return teller


@pytest.mark.parametrize("topic", BODIES)
def test_each_says_how_to_reach_who_decides_and_that_it_can_be_sent_here_too(teller, topic):
    page = teller.answers(TOPIC, topic=topic)
    assert page.path == f"{FORM}{ELSEWHERE}"
    assert SAYS[topic] in page.text and "You can still tell us." in page.text
    assert page.title.startswith("Question "), "neutral: it says nothing of what is told"
    assert teller.answers(ELSEWHERE).path == f"{FORM}{WORDS}"


def test_only_contacts_that_somebody_has_verified_are_there(teller):
    page = teller.answers(TOPIC, topic="send")
    assert "0300 061 0614" in page.text and "0808 800 5792" in page.text


def test_a_council_may_say_it_in_its_own_words(client, app, house):
    assert set(house.library.find_book("sefton", "en").places) == set(BODIES)


def test_more_than_a_year_ago_is_taken_too(teller):
    page = teller.opens(TOPIC)
    assert "Was it more than a year ago? Still send it." in page.text


def test_what_it_is_about_goes_with_it(teller, house):
    check = teller.answers_all(topic={"topic": "police"})
    assert "The police" in check.text
    teller.sends()
    [told] = all_sent(house)
    assert told.topic == "police"


def test_with_htmx_it_is_one_round_trip(teller):
    token = teller.opens(TOPIC).csrf_token
    htmx = {"HX-Request": "true", "HX-Request-Type": "partial", "HX-Target": "div#form"}
    answer = teller.client.post(f"{FORM}{TOPIC}", {"csrf_token": token, "topic": "court"}, headers=htmx)
    assert answer.headers["HX-Push-Url"] == f"{FORM}{ELSEWHERE}" and "A court may decide this" in answer.text
