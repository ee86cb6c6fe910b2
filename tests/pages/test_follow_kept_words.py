"""What was typed when the visit was over, or the cookie lost, waits for the code it was typed under, and no other."""

import pytest
from sqlalchemy import update

from app.model.event import What
from app.model.stage import Stage
from app.records.tables import representation
from tests.pages.following import CODE, FOLLOW, OTHER_CODE, Follower, asked, fields_of, received

WORDS = "They still have not called.\n\nPlease call after four."


@pytest.fixture
def child(client) -> Follower:
    return Follower(client)


@pytest.fixture
def told(child, house):
    """A complaint whose page is open."""
    told = received(house)
    child.gives(CODE)
    return told


def test_when_the_visit_is_over_the_words_wait_for_the_code(child, house, told, clock):
    page = child.client.get_page(f"{FOLLOW}/more")
    clock.move_on(minutes=30)
    assert child.presses_send(page, WORDS).heading == "What is your code?"
    assert asked(house, told) == []

    page = child.gives(CODE)
    assert page.path == f"{FOLLOW}/more"
    assert "Your words are still here" in page.text
    assert page.field("words").text.split() == WORDS.split()
    child.presses_send(page, WORDS)
    assert asked(house, told) == [(What.MESSAGE, WORDS)]
    child.client.browser.delete_cookie("form")
    assert child.gives(CODE).path == FOLLOW


def test_words_that_can_no_longer_be_sent_lead_nowhere(child, house, told, clock):
    page = child.client.get_page(f"{FOLLOW}/end")
    clock.move_on(minutes=30)
    child.presses_send(page, WORDS)
    with house.records.writing() as db:
        db.execute(update(representation).values(stage=Stage.RESOLVED))
    assert child.gives(CODE).heading == "Where it is now"


def test_when_the_cookie_is_lost_the_words_wait_for_the_code(child, house, told):
    page = child.client.get_page(f"{FOLLOW}/more")
    child.client.browser.delete_cookie("form")
    assert child.presses_send(page, WORDS).heading == "What is your code?"

    assert child.gives(CODE).field("words").text.split() == WORDS.split()


def test_the_words_of_one_are_never_shown_to_another(child, house, told, clock):
    received(house, code=OTHER_CODE)
    page = child.client.get_page(f"{FOLLOW}/more")
    clock.move_on(minutes=30)
    child.presses_send(page, WORDS)

    child.gives(OTHER_CODE)
    assert child.client.get_page(f"{FOLLOW}/more").field("words").text == ""


def test_words_whose_cookie_is_lost_wait_for_their_own_code_and_no_other(child, house, told):
    """The next person who gives a code in this browser sees none of them."""
    received(house, code=OTHER_CODE)
    page = child.client.get_page(f"{FOLLOW}/more")
    child.client.browser.delete_cookie("form")
    child.presses_send(page, WORDS)

    assert child.gives(OTHER_CODE).path == FOLLOW
    child.client.post(f"{FOLLOW}/close", {"csrf_token": child.looks().csrf_token})
    assert child.gives(CODE).field("words").text.split() == WORDS.split()


@pytest.mark.parametrize("under", ["", "made up", "0" * 64, None])
def test_words_under_a_made_up_owner_are_shown_to_nobody(child, house, told, under):
    fields = fields_of(child.client.get_page(f"{FOLLOW}/more")) | {"words": WORDS, "under": under}
    child.client.browser.delete_cookie("form")
    child.client.post(f"{FOLLOW}/more", {name: value for name, value in fields.items() if value is not None})
    assert child.gives(CODE).path == FOLLOW


def test_words_of_one_page_are_never_sent_under_another_code(child, house, told):
    """Two tabs: the second person gives their code while the first one’s page is still open."""
    other = received(house, code=OTHER_CODE)
    page = child.client.get_page(f"{FOLLOW}/more")
    child.client.post(FOLLOW, {"code": OTHER_CODE, "csrf_token": child.looks().csrf_token})

    assert child.presses_send(page, WORDS).heading == "What is your code?"
    assert asked(house, other) == asked(house, told) == []
    assert child.gives(CODE).field("words").text.split() == WORDS.split()
