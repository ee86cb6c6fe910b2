"""An advocate who does this every week: all of it on one page, with the keyboard alone, in under two minutes."""

import time
import uuid

import pytest
from playwright.sync_api import Page, expect

from tests.site.child import LOOKS_AGAIN_MS
from tests.site.test_form_behaviour import FOCUSED

TWO_MINUTES = 120
# An average typist’s 0.28 s for a key, and 1.2 s to think before each answer: the keystroke-level model of Card, Moran
# and Newell (1980).
SECONDS_A_KEY, SECONDS_TO_THINK = 0.28, 1.2
STORY = "Zofia asked to see her plan in September. She has not seen it, and her review is next week."


class Typist:
    def __init__(self, page: Page):
        self.page, self.pressed, self.answered = page, 0, 0

    def press(self, key: str) -> None:
        self.page.keyboard.press(key)
        self.pressed += 1

    def goes_to(self, name: str) -> None:
        for _ in range(80):
            self.press("Tab")
            kind, label = self.page.evaluate(FOCUSED)
            if kind == "radio" and self.page.evaluate(
                "name => document.activeElement.closest('fieldset').innerText.startsWith(name)", name
            ):
                return
            if label.startswith(name):
                return
        raise AssertionError(f"the keyboard does not reach {name!r}")

    def types(self, name: str, words: str) -> None:
        self.goes_to(name)
        self.page.keyboard.type(words)
        self.pressed += len(words)
        self.answered += 1

    def chooses(self, name: str, answer: str) -> None:
        self.goes_to(name)
        self.answered += 1
        for _ in range(20):
            _kind, label = self.page.evaluate(FOCUSED)
            if label.startswith(answer):
                return self.press("Space")
            self.press("ArrowDown")
        raise AssertionError(f"{name!r} does not offer {answer!r}")


@pytest.fixture
def browser(whole_browser):
    return whole_browser


@pytest.mark.parametrize("javascript", [True, False], ids=["with JavaScript", "without JavaScript"])
def test_with_the_keyboard_alone_in_under_two_minutes(advocate, site, record_property):
    mark = uuid.uuid4().hex[:8]
    page, hands = advocate.page, Typist(advocate.page)
    page.goto("/sefton/en/form/all")
    began = time.monotonic()
    hands.chooses("What would you like to tell us?", "Something is wrong")
    hands.chooses("Is the child or young person safe right now?", "Yes")
    hands.types("The first name", "Zofia")
    hands.types("How do you know them?", "Advocate")
    hands.chooses("Do they know", "Yes")
    hands.chooses("Do they agree", "Yes")
    hands.chooses("What is it about?", "A plan or a meeting")
    hands.types("What happened?", f"{STORY} {mark}")
    hands.types("What would you like to happen?", "A copy of the plan before the review")
    hands.types("What is your name?", "Ines Okafor")
    hands.chooses("How can we reach you safely?", "Email")
    hands.types("What is your email address?", "ines@example.org")
    hands.goes_to("Carry on")
    hands.press("Enter")
    advocate.reads_heading("Check your answers")
    page.wait_for_timeout(LOOKS_AGAIN_MS)
    hands.goes_to("Send")
    hands.press("Enter")
    advocate.reads_heading("We have it. Thank you for telling us.")
    machine = time.monotonic() - began

    seconds = hands.pressed * SECONDS_A_KEY + hands.answered * SECONDS_TO_THINK
    record_property("keys", hands.pressed)
    print(f"{hands.pressed} keys, {hands.answered} answers: {seconds:.0f} s by hand, {machine:.1f} s here")
    assert seconds < TWO_MINUTES and machine < TWO_MINUTES
    assert mark in site.wait_for_letter("complaints@sefton.example.org", holding=mark).get_content()


def test_what_a_choice_makes_needless_is_not_in_the_way(advocate):
    page = advocate.page
    page.goto("/sefton/en/form/all")
    place = page.get_by_role("textbox", name="What is your email address?")
    expect(place).to_be_hidden()
    advocate.chooses("How can we reach you safely?", "Email")
    expect(place).to_be_visible()
    advocate.chooses("What would you like to tell us?", "I want to say thank you")
    expect(page.get_by_role("group", name="What is it about?")).to_be_hidden()


def test_errors_are_summed_up_and_lead_to_their_fields(advocate):
    page = advocate.page
    page.goto("/sefton/en/form/all")
    advocate.chooses("How can we reach you safely?", "Email")
    advocate.writes("What is your email address?", "nowhere")
    advocate.carries_on()
    summary = page.get_by_role("alert").filter(has_text="There is something to mend")
    expect(summary).to_be_visible()
    advocate.press(summary.get_by_role("link", name="What is your email address?"))
    expect(page.get_by_role("textbox", name="What is your email address?")).to_be_focused()
    expect(page.get_by_role("textbox", name="What is your email address?")).to_have_value("nowhere")
