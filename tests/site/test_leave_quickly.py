"""Somebody walks in. One tap, and nothing is left: not on the screen, not behind the back button, not on the server.

Playwright turns the back/forward cache off, which would hide the worst: here it is on, and a test proves it.
"""

import sqlite3
import uuid
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserType, Page, expect

from app.pages.leave import NEUTRAL
from tests.post.servers import until
from tests.site.back_button import BackButton
from tests.site.child import Child
from tests.site.devices import PATIENCE_MS, PHONE, at_home
from tests.site.telling import FILES, LITTLE_MORE, tells_something
from tests.site.watching import Watch

WORDS = "He hid my phone and read it"
# Newer Chromiums keep pages that say no-store too, until their cookie changes.
KEEPING_PRIVATE_PAGES = (
    "--enable-features=CacheControlNoStoreEnterBackForwardCache:level/restore-unless-http-only-cookie-change"
)
WITHOUT_CACHE = "--disable-back-forward-cache"


@pytest.fixture(scope="session")
def remembering_browser(browser_type: BrowserType, launch: dict) -> Iterator[Browser]:
    arguments = [*launch["args"], KEEPING_PRIVATE_PAGES]
    browser = browser_type.launch(**{**launch, "args": arguments}, ignore_default_args=[WITHOUT_CACHE])
    yield browser
    browser.close()


@pytest.fixture
def phone(remembering_browser, site, javascript) -> Iterator[Page]:
    context = remembering_browser.new_context(
        base_url=site.url,
        ignore_https_errors=True,
        **at_home(),
        java_script_enabled=javascript,
        **PHONE,
    )
    context.set_default_timeout(PATIENCE_MS)
    watch = Watch(context, urlsplit(site.url).netloc)
    yield context.new_page()
    context.close()
    watch.assert_nothing_wrong()


def kept_on_the_server(site) -> tuple[int, int]:
    """How many drafts and visits there are."""
    with sqlite3.connect(Path(site.environ["INSTANCE"], "records.db")) as db:
        return tuple(db.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in ("draft", "visit"))


def test_the_back_forward_cache_is_on(remembering_browser, site):
    with remembering_browser.new_context(base_url=site.url) as context:
        page = context.new_page()
        page.goto("/sefton/en/guide/words")
        page.evaluate("addEventListener('pageshow', event => (window.isRestored = event.persisted))")
        page.goto("/sefton/en/guide/why")
        button = BackButton(page)
        button.go(-1)
        assert button.ask("window.isRestored === true")


def nothing_comes_back(page: Page, *secrets: str) -> None:
    """Five times back and once forward."""
    button = BackButton(page)
    for steps in (-1, -1, -1, -1, -1, 1):
        button.go(steps)
        assert not button.shows(*secrets), f"at {button.ask('location.href')}"


@pytest.mark.parametrize(
    ("javascript", "answered"), [*((True, answered) for answered in range(12)), (False, 4), (False, 5), (False, 11)]
)
def test_from_every_question_nothing_comes_back(phone, site, javascript, answered):
    name = f"Amina {uuid.uuid4().hex}"
    child = Child(phone)
    before = kept_on_the_server(site)
    walk(child, answered, name)
    child.leaves_quickly()

    assert phone.url == NEUTRAL
    until(lambda: kept_on_the_server(site) == before)
    nothing_comes_back(phone, WORDS, name)


def walk(child: Child, answered: int, name: str) -> None:
    """Answer so many questions, and begin the next: what is typed there has not been sent anywhere."""
    journey = [
        ("What would you like to tell us?", "Something is wrong"),
        ("Who is telling us?", "I am a child or young person"),
        ("Do you feel safe right now?", "Yes"),
        ("What is it about?", "Moving"),
        ("What happened?", WORDS),
        (LITTLE_MORE, ""),
        ("What would you like to happen?", WORDS),
        (FILES, ""),
        ("What is your name?", name),
        ("How can we reach you safely?", "Text message"),
        ("What number can we text?", WORDS + " 0151 496 0123"),
        ("How do we keep it safe?", ""),
        ("Is there someone at the council who must not read this?", "No"),
        ("Would you like an advocate?", "Yes, please"),
    ]
    child.begins_to_tell()
    for question, answer in journey[:answered]:
        child.answers(question, answer)
    child.gives(*journey[answered])


def test_nothing_comes_back_of_the_check_page(phone, site):
    child = Child(phone)
    before = kept_on_the_server(site)
    tells_something(child, WORDS)
    child.reads_heading("Check your answers")
    child.leaves_quickly()

    until(lambda: kept_on_the_server(site) == before)
    nothing_comes_back(phone, WORDS, "Amina")


def test_nor_of_the_code_or_of_their_own_page(phone, site):
    child = Child(phone)
    before = kept_on_the_server(site)
    tells_something(child, WORDS)
    code = child.sends()
    child.follows_with(code)
    child.sees_their_own_page()
    child.follows("Add something")
    child.writes("What would you like to add?", WORDS)
    child.leaves_quickly()

    until(lambda: kept_on_the_server(site) == before)
    nothing_comes_back(phone, WORDS, code, code.replace(" ", ""), "Where it is now")


@pytest.mark.parametrize("javascript", [True], ids=["with JavaScript"])
def test_the_curtain_falls_at_once_and_the_pop_up_falls_with_it(phone):
    child = Child(phone)
    child.opens_the_map()
    child.asks_about("We write down your complaint")
    expect(phone.get_by_role("dialog")).to_be_visible()
    phone.evaluate("""() => addEventListener('click', () => {
        const seen = [...document.querySelectorAll('body *')].filter(element => element.checkVisibility({
            visibilityProperty: true, opacityProperty: true}));
        document.cookie = `seen=${seen.length}; path=/`;
    })""")
    child.leaves_quickly()

    [seen] = [cookie["value"] for cookie in phone.context.cookies() if cookie["name"] == "seen"]
    assert seen == "0"


def test_the_first_time_one_may_try_it_and_go_on(child):
    page = child.page
    child.opens_the_map()
    child.follows("Tell us what is wrong")
    child.reads_heading("Before you start")
    child.follows("Try it now")
    child.reads_heading("That is how it works")
    child.reads("You can come back with this address")
    child.press(page.get_by_role("checkbox", name="This is a shared phone"))
    child.carries_on()
    child.reads_heading("What would you like to tell us?")
    child.follows("Tell us")
    child.reads_heading("What would you like to tell us?")


@pytest.mark.parametrize("javascript", [True], ids=["with JavaScript"])
def test_a_restored_page_stays_behind_its_curtain_until_the_server_knows_its_draft(phone, site):
    """As if the message to the server had been lost: the words that were typed are only on the page."""
    child = Child(phone)
    walk(child, 4, "")
    phone.reload()
    child.writes("What happened?", WORDS)
    button = BackButton(phone)
    phone.goto("/sefton/en/guide/why")
    button.go(-1)
    assert button.ask("document.querySelector('textarea').value") == WORDS, "nothing was restored: look at this test"
    until(lambda: not button.ask("document.documentElement.classList.contains('curtain')"))

    phone.goto("/sefton/en/guide/why")
    with sqlite3.connect(Path(site.environ["INSTANCE"], "records.db")) as db:
        db.execute("DELETE FROM draft")
    button.go(-1)
    until(lambda: button.ask("location.pathname") == "/sefton/en/form/1")
    assert not button.shows(WORDS)


def a_question(child: Child) -> str:
    """Come to by htmx, which has swapped what was under the curtain before."""
    walk(child, 4, "")
    return "What happened?"


def an_asking(child: Child) -> str:
    tells_something(child, WORDS)
    child.follows_with(child.sends())
    child.sees_their_own_page()
    child.follows("Add something")
    child.writes("What would you like to add?", WORDS)
    return "What would you like to add?"


@pytest.mark.parametrize("come_to", [a_question, an_asking])
def test_a_page_nobody_touches_hides_itself_and_loses_nothing(visit, come_to):
    child = Child(visit())
    child.page.clock.install()
    name = come_to(child)
    question = child.page.get_by_role("heading", name=name)
    child.page.clock.fast_forward("05:01")

    hidden = child.page.get_by_role("dialog", name="The page is hidden")
    expect(hidden).to_be_visible()
    assert not question.evaluate(IS_ON_THE_SCREEN)
    expect(hidden.get_by_role("link", name="Leave quickly")).to_be_visible()
    child.presses("Show the page again")
    assert question.evaluate(IS_ON_THE_SCREEN)
    expect(child.page.get_by_role("textbox", name=name)).to_have_value(WORDS)


def test_every_page_that_may_hold_somebodys_words_hides_itself(visit):
    child = Child(visit())
    for path in ("form/first", "form/first/tried", "form/1", "form/sent", "follow"):
        child.page.clock.install()
        child.page.goto(f"/sefton/en/{path}")
        child.page.clock.fast_forward("05:01")
        expect(child.page.get_by_role("dialog", name="The page is hidden")).to_be_visible()


IS_ON_THE_SCREEN = """element => {
    element.scrollIntoView({ block: 'center' });
    const box = element.getBoundingClientRect();
    return document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2) === element
        || element.contains(document.elementFromPoint(box.x + 5, box.y + box.height / 2));
}"""
