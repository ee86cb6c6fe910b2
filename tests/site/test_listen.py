"""“Listen”. The device’s voices cannot be had in a test: these are made up, and note what they were asked to say."""

import json

import pytest
from playwright.sync_api import Page, expect

from tests.site.child import Child

VOICES = """([voices, canMark]) => {
    const waiting = [];
    window.said = [];
    window.cancelled = 0;
    window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
    const speech = {
        getVoices: () => voices,
        addEventListener() {},
        speak(aloud) { said.push([aloud.text, aloud.lang, aloud.voice.name]); waiting.push(aloud); },
        cancel() { cancelled += 1; waiting.splice(0); },
    };
    window.finishes = () => waiting.shift()?.onend();
    Object.defineProperty(window, 'speechSynthesis', { value: speech });
    if (!canMark) delete window.Highlight;
}"""
FROM_AFAR = {"name": "Cloud", "lang": "en-GB", "localService": False}
OWN = {"name": "Own", "lang": "en_GB", "localService": True}
POLISH = {"name": "Polska", "lang": "pl-PL", "localService": True}
MARKED = "[...(CSS.highlights.get('listen') ?? [])].map(range => range.toString().trim().replace(/\\s+/g, ' '))"

GROUND = "getComputedStyle(document.querySelector('h1'), '::highlight(listen)').backgroundColor"
YELLOW = "rgb(255, 217, 61)"


@pytest.fixture
def with_voices(visit):
    def one(*voices: dict, can_mark: bool = True) -> Page:
        page = visit()
        page.add_init_script(f"({VOICES})({json.dumps([voices, can_mark])})")
        return page

    return one


def listens(page: Page) -> None:
    Child(page).press(page.get_by_role("button", name="Listen").filter(visible=True))


def said(page: Page) -> list[str]:
    return [words for words, _lang, _voice in page.evaluate("said")]


@pytest.mark.parametrize(
    ("path", "first", "some"),
    [
        ("steps/recorded", "Stage 1, step 1", "We write down your complaint"),
        ("guide/why", None, "Why is there a complaints procedure?"),
        ("form/1", "What would you like to tell us?", "Something is wrong"),
    ],
)
def test_a_step_a_page_and_a_question_are_read_sentence_by_sentence(with_voices, path, first, some):
    page = with_voices(POLISH, FROM_AFAR, OWN)
    if path == "form/1":
        Child(page).begins_to_tell()
    else:
        page.goto(f"/sefton/en/{path}")
    some = some if path != "guide/why" else page.get_by_role("heading", level=1).inner_text()
    listens(page)
    for _ in range(40):
        [*_, last] = said(page)
        if page.get_by_role("button", name="Listen").filter(visible=True).get_attribute("aria-pressed") == "true":
            assert page.evaluate(MARKED) == [last]
            assert page.evaluate(GROUND) == YELLOW, "what is marked is seen to be"
        page.evaluate("finishes()")

    heard = said(page)
    assert len(heard) > 3 and some in " ".join(heard)
    assert first is None or heard[0] == first
    assert {(lang, voice) for _words, lang, voice in page.evaluate("said")} == {("en", "Own")}
    assert not [words for words in heard if "Listen" in words or "last changed" in words or "parents, carers" in words]
    assert page.evaluate(MARKED) == []
    expect(page.get_by_role("button", name="Listen")).to_have_attribute("aria-pressed", "false")


@pytest.mark.parametrize("voices", [(), (FROM_AFAR,), (POLISH,)], ids=["none", "only from afar", "only Polish"])
def test_without_a_voice_of_its_own_in_the_language_it_says_so_and_nothing_is_said(with_voices, voices):
    page = with_voices(*voices)
    page.goto("/sefton/en/steps/recorded")
    listens(page)
    expect(page.get_by_role("status").filter(has_text="no voice of its own")).to_be_visible()
    assert said(page) == []


def test_a_browser_that_cannot_speak_at_all_says_so_too(visit):
    page = visit()
    page.add_init_script("Object.defineProperty(window, 'speechSynthesis', { value: undefined })")
    page.goto("/sefton/en/steps/recorded")
    listens(page)
    expect(page.get_by_role("status").filter(has_text="no voice of its own")).to_be_visible()
    Child(page).press(page.get_by_role("link", name="Next step"))
    expect(page.get_by_role("heading", level=1)).not_to_have_text("We write down your complaint")


def test_a_browser_that_cannot_mark_a_sentence_marks_its_paragraph(with_voices):
    page = with_voices(OWN, can_mark=False)
    page.goto("/sefton/en/steps/recorded")
    listens(page)
    marked = page.locator(".is-read")
    expect(marked).to_have_text("Stage 1, step 1")
    page.evaluate("finishes()")
    expect(marked).to_have_text("We write down your complaint")
    listens(page)
    expect(marked).to_have_count(0)


def close(page: Page) -> None:
    Child(page).presses("Close")


def go_on(page: Page) -> None:
    Child(page).press(page.get_by_role("dialog").get_by_role("link", name="Next step"))


def go_back(page: Page) -> None:
    page.wait_for_function("history.state?.popUp")  # the pop-up’s own place: a step further back is another page
    page.go_back()


def press_again(page: Page) -> None:
    listens(page)


def put_away(page: Page) -> None:
    page.evaluate("""() => {
        Object.defineProperty(document, 'hidden', { value: true });
        document.dispatchEvent(new Event('visibilitychange'));
    }""")


@pytest.mark.parametrize("way", [close, go_on, go_back, press_again, put_away])
def test_it_stops_when_the_reader_goes_on(with_voices, way):
    page = with_voices(OWN)
    Child(page).opens_the_map()
    expect(page.get_by_role("article", include_hidden=True).nth(10)).to_be_attached()
    Child(page).asks_about("We write down your complaint")
    listens(page)
    assert said(page) == ["Stage 1, step 1"]
    before = page.evaluate("cancelled")
    way(page)

    page.wait_for_function("before => cancelled > before", arg=before)
    assert page.evaluate(MARKED) == []
    page.evaluate("finishes()")
    assert said(page) == ["Stage 1, step 1"]


def test_leaving_quickly_silences_it_before_anything_else(with_voices):
    page = with_voices(OWN)
    page.goto("/sefton/en/steps/recorded")
    listens(page)
    page.evaluate("addEventListener('click', () => (document.cookie = `silent=${cancelled}; path=/`))")
    before = page.evaluate("cancelled")
    Child(page).leaves_quickly()
    [silent] = [cookie["value"] for cookie in page.context.cookies() if cookie["name"] == "silent"]
    assert int(silent) > before


def test_the_next_question_is_not_read_by_the_voice_of_the_last(with_voices):
    page = with_voices(OWN)
    child = Child(page)
    child.begins_to_tell()
    listens(page)
    child.answers("What would you like to tell us?", "I have an idea")
    child.reads_heading("Who is telling us?")
    page.evaluate("window.finishes?.()")
    assert "Who is telling us?" not in (said(page)[1:] if page.evaluate("'said' in window") else [])
    listens(page)
    assert "Who is telling us?" in said(page)[-1]
