"""How the form behaves in somebody’s hands: errors, the keyboard, the back button, no signal, no htmx, no session."""

import re
import uuid

import pytest
from playwright.sync_api import expect

from tests.site.child import Child
from tests.site.telling import FILES, INBOX, LITTLE_MORE, tells_something


@pytest.fixture
def browser(whole_browser):
    return whole_browser


@pytest.fixture
def at_words(child) -> Child:
    """A child at the question that asks for words."""
    child.begins_to_tell()
    child.answers("What would you like to tell us?", "Something is wrong")
    child.answers("Who is telling us?", "I am a child or young person")
    child.gets_past("Do you feel safe right now?", "What is it about?")
    child.reads_heading("What happened?")
    return child


def test_an_error_is_summed_up_focused_linked_and_in_the_title(at_words):
    page = at_words.page
    at_words.carries_on()

    summary = page.get_by_role("alert").filter(has_text="There is something to mend")
    expect(summary).to_be_focused()
    expect(page).to_have_title("Error: Question 5 – Sefton")
    field = page.get_by_role("textbox", name="What happened?")
    expect(field).to_have_attribute("aria-invalid", "true")
    expect(field).to_have_accessible_description(re.compile("Error: Write something, even if it is short"))
    at_words.press(summary.get_by_role("link", name="Write something, even if it is short"))
    expect(field).to_be_focused()


def test_what_is_too_long_is_all_still_there(at_words):
    words = "a word " * 3_000
    at_words.answers("What happened?", words)

    at_words.reads_heading("There is something to mend")
    expect(at_words.page.get_by_role("textbox", name="What happened?")).to_have_value(words)


def test_the_back_button_leads_to_the_question_before_and_its_answer(at_words):
    page = at_words.page
    at_words.answers("What happened?", "It happened again")
    at_words.reads_heading(LITTLE_MORE)
    page.go_back()
    at_words.reads_heading("What happened?")
    expect(page.get_by_role("textbox", name="What happened?")).to_have_value("It happened again")
    page.go_back()

    at_words.reads_heading("What is it about?")
    page.go_back()
    page.go_back()

    at_words.reads_heading("Who is telling us?")
    expect(page.get_by_role("radio", name="I am a child or young person")).to_be_checked()


@pytest.mark.parametrize("javascript", [True], ids=["with JavaScript"])
def test_each_question_says_where_the_reader_is(at_words):
    page = at_words.page
    expect(page.get_by_role("heading", name="What happened?")).to_be_focused()
    expect(page).to_have_title("Question 5 – Sefton")
    expect(page).to_have_url(f"{page.url.rpartition('/')[0]}/4")


@pytest.mark.parametrize("javascript", [True], ids=["with JavaScript"])
def test_how_far_along_is_seen_where_the_readers_colours_are_forced(at_words):
    at_words.page.emulate_media(forced_colors="active")
    bar = at_words.page.locator("progress")
    begun = bar.screenshot()
    bar.evaluate("bar => { bar.value = 0; }")
    assert bar.screenshot() != begun, "the bar looks empty"


@pytest.mark.parametrize("javascript", [True], ids=["with JavaScript"])
def test_without_a_signal_the_words_stay_and_go_when_it_is_back(at_words):
    page = at_words.page
    at_words.writes("What happened?", "On the bus, in the tunnel")
    page.context.set_offline(True)
    at_words.carries_on()

    expect(page.get_by_role("alert")).to_contain_text("We could not reach the site. Your words are still here.")
    expect(page.get_by_role("textbox", name="What happened?")).to_have_value("On the bus, in the tunnel")
    page.context.set_offline(False)
    at_words.carries_on()
    at_words.reads_heading(LITTLE_MORE)


@pytest.mark.parametrize("javascript", [True], ids=["with JavaScript"])
def test_with_htmx_blocked_everything_still_works(child, site):
    mark = uuid.uuid4().hex
    child.page.route("**/vendor/htmx*", lambda route: route.abort())
    tells_something(child, f"Blocked {mark}")
    code = child.sends()
    site.wait_for_letter(INBOX, holding=mark)

    child.follows_with(code)
    child.sees_their_own_page()
    child.asks("Add something", "What would you like to add?", f"More {mark}")
    site.wait_for_letter(INBOX, holding=f"More {mark}")


def test_all_of_it_by_keyboard(child):
    child.page.goto("/sefton/en/form/")
    tab_to(child, "Carry on")  # past the page that says how to leave
    child.page.keyboard.press("Enter")
    by_keyboard(child, "What would you like to tell us?", "Something is wrong")
    by_keyboard(child, "Who is telling us?", "I am a child or young person")
    by_keyboard(child, "Do you feel safe right now?", "Yes")
    by_keyboard(child, "What is it about?", "A social worker")
    by_keyboard(child, "What happened?", "Only keys")
    child.reads_heading(LITTLE_MORE)
    for question in (
        LITTLE_MORE,
        "What would you like to happen?",
        FILES,
        "What is your name?",
        "How can we reach you safely?",
    ):
        by_keyboard(child, question)
    for question in ("How do we keep it safe?", "Is there someone at the council who must not read this?"):
        by_keyboard(child, question)
    by_keyboard(child, "Would you like an advocate?", "No, thank you")
    child.reads_heading("Check your answers")
    child.reads("Only keys")
    tab_to(child, "Send")
    child.page.keyboard.press("Enter")
    child.reads_heading("We have it. Thank you for telling us.")


def test_enter_in_a_line_carries_on_in_the_same_language(child):
    child.begins_to_tell()
    child.carries_on()
    child.answers("Who is telling us?", "Someone else")
    child.answers("Is the child or young person safe right now?", "Yes")
    child.writes("How do you know them?", "Aunt")
    child.page.get_by_role("textbox", name="How do you know them?").press("Enter")
    child.reads_heading("May someone from the council talk with the child or young person?")

    child.page.goto("/sefton/en/form/all")
    child.page.get_by_role("textbox", name="What is your name?").press("Enter")
    child.reads_heading("There is something to mend")


def by_keyboard(child: Child, question: str, answer: str = "") -> None:
    child.reads_heading(question)
    if answer == "Only keys":
        tab_to(child, question)
        child.page.keyboard.type(answer)
        expect(child.page.get_by_role("textbox", name=question)).to_have_value(answer)
    elif answer:
        tab_to(child, answer)
    tab_to(child, "Carry on")
    child.page.keyboard.press("Enter")


def tab_to(child: Child, name: str) -> None:
    """Tab, and in a group of choices the arrow keys, until what has this name has the focus."""
    keys = child.page.keyboard
    for _ in range(60):
        keys.press("Tab")
        kind, label = child.page.evaluate(FOCUSED)
        for _ in range(8):
            if kind != "radio" or label.startswith(name) or name in ("Carry on", "Send"):
                break
            keys.press("ArrowDown")
            kind, label = child.page.evaluate(FOCUSED)
        if label.startswith(name):
            if kind == "radio":
                keys.press("Space")
            return
    raise AssertionError(f"the keyboard does not reach {name!r}")


# A heading that the site has given the focus is where reading begins, and not where Tab has led.
FOCUSED = """() => {
    const here = document.activeElement;
    return here.tabIndex < 0 ? ['', ''] : [here.type ?? '', (here.labels?.[0] ?? here).textContent.trim()];
}"""


def test_when_the_session_is_lost_the_words_are_kept_and_offered_again(at_words):
    page = at_words.page
    at_words.writes("What happened?", "Do not lose this")
    page.context.clear_cookies()
    at_words.carries_on()

    expect(page.get_by_role("status").filter(has_text="What you just wrote is here")).to_be_visible()
    expect(page.get_by_role("textbox", name="What happened?")).to_have_value("Do not lose this")
    at_words.carries_on()
    at_words.reads_heading("What would you like to tell us?")
