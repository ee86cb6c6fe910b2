"""A young person and the council write to each other on the young person's own page."""

import pytest

from app.model.event import What
from app.model.representation import SafeContact
from app.records import events, messages
from tests.pages.at_the_desk import signed_in
from tests.pages.following import CODE, FOLLOW, OTHER_CODE, Follower, received
from tests.pages.talking import writes

HOSTILE = "</blockquote><script>alert(1)</script><img src=x onerror=alert(1)>"


@pytest.fixture
def ann(app):
    return signed_in(app, "ann@example.org", name="Ann Example")


@pytest.fixture
def told(house):
    return received(house, contact=SafeContact(), language="ar")


@pytest.fixture
def child(client, told):
    return Follower(client)


def talk_on(page) -> list[str]:
    return [" ".join(li.text.split()) for ol in page.root.all("ol") if ol.get("class") == "talk" for li in ol.all("li")]


def test_before_anything_was_written_there_is_no_word_of_messages(child):
    page = child.gives(CODE)
    assert "Messages" not in page.text and talk_on(page) == []


def test_both_sides_stand_in_order_with_who_and_the_day(child, ann, told, clock):
    child.gives(CODE)
    child.asks("more", "My bike is gone.")
    clock.move_on(days=1)
    ann = signed_in(ann.app, "bo@example.org", name="Bo Okafor")
    writes(ann, told, "We look for it.", language="en")
    writes(ann, told, "I found it.", language="en", signed="y")
    child.gives(CODE)
    page = child.looks()
    first, second, third = talk_on(page)
    assert first.startswith("From you Sunday 22 November") and first.endswith("My bike is gone.")
    assert second.startswith("From the complaints team Monday 23 November") and second.endswith("We look for it.")
    assert third.startswith("From Bo Okafor, the complaints team") and third.endswith("I found it.")
    assert "Okafor" not in second, "nobody's name that they did not give"
    assert "Monday 23 November: we wrote to you" in page.text


def test_it_is_new_the_first_time_and_not_the_second(child, ann, told):
    writes(ann, told, "We look for it.", language="en")
    page = child.gives(CODE)
    assert "There is a new message for you." in page.text and "New" in talk_on(page)[0]
    assert page.link("Messages") == "#messages"
    again = child.looks()
    assert "There is a new message" not in again.text and "New" not in talk_on(again)[0]


def test_a_look_that_shows_no_page_is_no_reading(child, ann, told, house):
    child.gives(CODE)
    writes(ann, told, "We look for it.", language="en")
    child.client.browser.head(FOLLOW)
    with house.records.reading() as db:
        assert messages.of(events.of(db, told.id))[0].shown_at is None


def test_it_stands_in_its_language_and_direction(child, ann, told):
    writes(ann, told, "وصلتنا رسالتك", language="ar")
    [quote] = list(child.gives(CODE).root.all("blockquote"))
    assert (quote.get("lang"), quote.get("dir")) == ("ar", "auto")


def test_what_was_written_is_shown_as_words_and_never_as_a_page(child, ann, told):
    writes(ann, told, HOSTILE, language="en")
    page = child.gives(CODE)
    assert HOSTILE in " ".join(talk_on(page)) or "alert(1)" in page.text
    assert not [element for element in page.root.all("img") if element.get("onerror")]
    assert not [script for script in page.root.all("script") if not script.get("src")]


def test_another_code_shows_none_of_it(child, ann, told, house):
    received(house, OTHER_CODE, id="b" * 32)
    writes(ann, told, "planted words", language="en")
    assert "planted" not in child.gives(OTHER_CODE).html


def test_what_was_asked_with_another_reason_or_by_another_is_not_among_the_messages(child, told, house, clock):
    """Only what was added here: a request may have come from somebody else, who had the code or not."""
    with house.records.writing() as db:
        for what in (What.ASKED_NEXT_STAGE, What.ASKED_TO_STOP, What.ASKED_ADVOCATE):
            events.add(db, told.id, what, clock(), words="planted words")
    assert "planted" not in child.gives(CODE).html
