"""Help to say it, in somebody’s hands: ways to begin, faces, words that are kept as they are written, how much fits."""

import re
import uuid

import pytest
from playwright.sync_api import expect

from tests.site.child import Child
from tests.site.telling import FILES, INBOX, LITTLE_MORE

with_javascript = pytest.mark.parametrize("javascript", [True], ids=["with JavaScript"])


@pytest.fixture
def at_words(child) -> Child:
    child.begins_to_tell()
    child.answers("What would you like to tell us?", "Something is wrong")
    child.answers("Who is telling us?", "I am a child or young person")
    child.gets_past("Do you feel safe right now?", "What is it about?")
    child.reads_heading("What happened?")
    return child


def words_of(child: Child):
    return child.page.get_by_role("textbox", name="What happened?")


def kept(child: Child):
    return child.page.get_by_role("status").filter(has_text=re.compile("^Saved$"))


def test_a_child_taps_a_way_to_begin_and_writes_on(at_words, site):
    mark = uuid.uuid4().hex
    at_words.presses("I feel …")
    expect(words_of(at_words)).to_have_value("I feel ")
    at_words.writes("What happened?", "I feel alone.")
    at_words.presses("I want …")
    expect(words_of(at_words)).to_have_value("I feel alone. I want ")
    at_words.answers("What happened?", f"I feel alone. I want somebody to listen. {mark}")
    at_words.reads_heading(LITTLE_MORE)


@with_javascript
def test_a_way_to_begin_goes_in_where_the_cursor_is(at_words):
    field = words_of(at_words)
    at_words.writes("What happened?", "First.\nLast.")
    field.evaluate("field => field.setSelectionRange(6, 6)")
    at_words.presses("It started when …")

    expect(field).to_be_focused()
    at_words.page.keyboard.type("May.")
    expect(field).to_have_value("First. It started when May.\nLast.")


@with_javascript
def test_what_is_written_is_kept_and_that_is_said_once(at_words):
    field = words_of(at_words)
    expect(kept(at_words)).to_have_count(0)
    field.press_sequentially("Nobody has pressed anything")
    expect(kept(at_words)).to_be_visible()
    at_words.page.evaluate(WATCH_WHAT_IS_SAID)
    with at_words.page.expect_response(re.compile("/keep$")) as answer:
        field.press_sequentially(" yet")
    assert answer.value.status == 204
    assert at_words.page.evaluate("window.said") == 0
    expect(field).to_be_focused()

    at_words.page.reload()
    expect(field).to_have_value("Nobody has pressed anything yet")


WATCH_WHAT_IS_SAID = """() => {
    window.said = 0;
    const watch = new MutationObserver(changes => (window.said += changes.length));
    const all = { childList: true, characterData: true, subtree: true };
    for (const place of document.querySelectorAll('[role=status]')) watch.observe(place, all);
}"""


@with_javascript
def test_without_a_signal_it_does_not_say_that_it_is_kept(at_words):
    field = words_of(at_words)
    field.press_sequentially("Above ground")
    expect(kept(at_words)).to_be_visible()
    at_words.page.context.set_offline(True)
    field.press_sequentially(" and below")
    expect(kept(at_words)).to_have_count(0)
    expect(at_words.page.get_by_role("alert")).to_have_count(0)

    at_words.page.context.set_offline(False)
    field.press_sequentially(" and up again")
    expect(kept(at_words)).to_be_visible()


@with_javascript
def test_when_the_session_is_lost_it_does_not_say_that_it_is_kept_and_carry_on_brings_it(at_words):
    at_words.page.context.clear_cookies()
    with at_words.page.expect_response(re.compile("/keep$")) as answer:
        words_of(at_words).press_sequentially("Still only here")
    assert answer.value.status == 409
    expect(kept(at_words)).to_have_count(0)
    expect(words_of(at_words)).to_have_value("Still only here")

    at_words.carries_on()
    expect(words_of(at_words)).to_have_value("Still only here")


@with_javascript
def test_how_much_still_fits_is_told_near_the_end_only_and_for_any_script(at_words):
    page = at_words.page
    at_words.writes("What happened?", "x" * 17_999)
    expect(page.get_by_text(re.compile("Letters left"))).to_have_count(0)
    at_words.writes("What happened?", "😡" * 19_990)
    expect(page.get_by_text("Letters left: 10").first).to_be_visible()
    expect(page.get_by_role("status").filter(has_text="Letters left: 10")).to_have_count(1)
    at_words.writes("What happened?", "😡" * 20_003)
    expect(page.get_by_text("Too long. Letters too many: 3").first).to_be_visible()
    at_words.carries_on()
    at_words.reads("20,003 letters")
    expect(page.get_by_text("Letters too many: 3").first).to_be_visible()
    at_words.writes("What happened?", "😡" * 20_000)
    expect(page.get_by_text("Letters left: 0").first).to_be_visible()
    at_words.carries_on()
    at_words.reads_heading(LITTLE_MORE)


def test_a_face_a_time_and_who_was_there_reach_the_council(at_words, site):
    mark = uuid.uuid4().hex
    at_words.answers("What happened?", f"She shouted. {mark}")
    at_words.reads_heading(LITTLE_MORE)
    at_words.chooses("How does it make you feel?", "Scared")
    at_words.writes("When was it?", "every Tuesday after tea")
    at_words.page.get_by_label("The day, if you know it").fill("2026-11-17")
    at_words.writes("Who was there?", "Dee and my brother")
    at_words.carries_on()
    for question in ("What would you like to happen?", FILES, "What is your name?", "How can we reach you safely?"):
        at_words.answers(question)
    at_words.gets_past("How do we keep it safe?", "Is there someone at the council who must not read this?")
    at_words.answers("Would you like an advocate?")
    for said in ("Scared", "every Tuesday after tea", "17 November 2026", "Dee and my brother"):
        at_words.reads(said)
    at_words.sends()

    letter = site.wait_for_letter(INBOX, holding=mark).get_content().replace("\r\n", "\n")
    for said in ("How it feels:\nScared", "every Tuesday after tea", "Tuesday 17 November 2026", "Dee and my brother"):
        assert said in letter


@pytest.mark.parametrize("question", ["What would you like to tell us?", "How can we reach you safely?"])
def test_the_way_on_is_above_leave_quickly_on_a_tall_phone(child, question):
    page = child.page
    child.begins_to_tell()
    if question != "What would you like to tell us?":
        child.carries_on()
        child.gets_past("Who is telling us?", "Do you feel safe right now?", "What is it about?")
        child.answers("What happened?", "Words")
        child.gets_past(LITTLE_MORE, "What would you like to happen?", FILES, "What is your name?")
    child.reads_heading(question)
    page.evaluate("window.scrollTo(0, 0)")
    onward = page.get_by_role("button", name="Carry on").bounding_box()
    leave = page.get_by_role("link", name="Leave quickly").last.bounding_box()
    assert onward["y"] + onward["height"] <= leave["y"] <= page.viewport_size["height"]
