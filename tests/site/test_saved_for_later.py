"""Saved for later: only when asked for, only what is public, readable without the site, and gone with /leave.

“No signal” is the site itself gone away: whatever a browser says of its network, nothing can come from it then.
"""

import re
from collections.abc import Iterator
from contextlib import ExitStack

import pytest
from playwright.sync_api import Page, expect

from tests.councils.editor import Editor
from tests.post.servers import until
from tests.site.child import Child
from tests.site.devices import PHONE
from tests.site.neutral import HOST
from tests.site.reach import through_a_door
from tests.site.running import running
from tests.site.telling import tells_something

PUBLIC = re.compile(r"/sefton/(en/((steps|guide)/[a-z0-9-]*|save(/no-signal)?)?|colour\.css)|/static/[\w./-]+")
KEPT = """async () => {
    const kept = [];
    for (const name of await caches.keys()) {
        for (const { url } of await (await caches.open(name)).keys()) kept.push(new URL(url).pathname);
    }
    return kept;
}"""
WORKERS = "navigator.serviceWorker.getRegistrations().then(all => all.map(one => new URL(one.scope).pathname))"
OLDER = """async () => {
    for (const name of await caches.keys()) {
        const cache = await caches.open(name);
        for (const request of await cache.keys()) {
            const answer = await cache.match(request);
            const headers = new Headers(answer.headers);
            headers.set('X-Kept-On', '2026-01-05');
            await cache.put(request, new Response(await answer.blob(), { headers }));
        }
    }
}"""


class Signal:
    """A site that can be out of reach."""

    def __init__(self, site):
        self._open = ExitStack()
        self.site = self._open.enter_context(through_a_door(site))

    def goes(self, page: Page | None = None) -> None:
        """And the browser forgets what it has kept for a minute of its own accord, as it would in time."""
        self._open.close()
        if page:
            page.context.new_cdp_session(page).send("Network.clearBrowserCache")


@pytest.fixture
def signal(site) -> Iterator[Signal]:
    signal = Signal(site)
    yield signal
    signal.goes()


@pytest.fixture
def phone(visit, signal) -> Page:
    return visit(at=signal.site, device=PHONE)


def saves(page: Page) -> None:
    page.goto("/sefton/en/")
    Child(page).follows("Save for later")
    Child(page).presses("Save on this phone")
    expect(page.get_by_role("status").filter(has_text="Saved.")).to_be_visible()


def test_nothing_is_kept_before_the_tap(phone):
    for path in ("", "steps/recorded", "guide/safety", "save", "follow", "form/1"):
        phone.goto(f"/sefton/en/{path}")
    phone.goto("/sefton/en/save")
    expect(phone.get_by_role("button", name="Save on this phone")).to_be_visible()
    assert phone.evaluate(WORKERS) == []
    assert phone.evaluate("caches.keys()") == []


def test_without_a_signal_the_map_its_pop_ups_and_the_guide_are_there(phone, signal):
    saves(phone)
    signal.goes(phone)

    child = Child(phone)
    child.opens_the_map()
    child.reads("If you tell us today, you get your answer by Friday 4 December.")
    expect(phone.get_by_role("article", include_hidden=True).nth(10)).to_be_attached()
    child.asks_about("We write down your complaint")
    dialog = phone.get_by_role("dialog", name="We write down your complaint")
    expect(dialog).to_contain_text("Your words come to the complaints team")
    child.press(dialog.get_by_role("link", name="Complaints Officer").first)
    expect(dialog.get_by_role("status").filter(has_text=re.compile(r"\w{4}"))).to_be_visible()
    phone.goto("/sefton/en/guide/safety")
    child.reads_heading("Staying safe")
    assert phone.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 249, 240)"
    phone.goto("/sefton/en/steps/panel-meeting")
    expect(phone.get_by_role("heading", level=1)).not_to_be_empty()


def test_the_form_needs_a_signal_and_the_page_says_so_kindly(phone, signal):
    saves(phone)
    signal.goes(phone)
    for path in ("form/1", "form/", "follow"):
        phone.goto(f"/sefton/en/{path}")
        Child(phone).reads_heading("There is no signal just now")
        expect(phone.get_by_role("link", name="Go to the map")).to_be_visible()
        expect(phone.get_by_role("link", name="999")).to_be_visible()


def test_on_another_day_a_saved_page_shows_no_dates_and_says_why(phone, signal):
    saves(phone)
    phone.goto("/sefton/en/")
    Child(phone).reads("If you tell us today, you get your answer by Friday 4 December.")  # fresh, from the site
    phone.wait_for_timeout(500)  # it is kept anew
    phone.evaluate(OLDER)
    signal.goes(phone)
    phone.goto("/sefton/en/")
    expect(phone.get_by_role("heading", level=1)).to_be_visible()
    expect(phone.get_by_text("If you tell us today")).to_be_hidden()
    said = phone.evaluate("getComputedStyle(document.documentElement, '::before').content")
    assert "You are reading a saved copy" in said


def test_saved_pages_wear_the_colours_that_are_chosen_later(phone, signal):
    saves(phone)
    phone.goto("/sefton/en/guide/why")
    phone.get_by_text("Colours and size").tap()
    phone.get_by_role("radio", name="Calm colours").check()
    expect(phone.get_by_text("That is how it looks from now on.")).to_be_visible()
    until(lambda: phone.evaluate(IS_CALM))
    signal.goes(phone)
    phone.goto("/sefton/en/guide/safety")
    assert phone.evaluate("document.documentElement.dataset.colours") == "calm"


IS_CALM = """async () => {
    const answer = await caches.match('/sefton/en/guide/safety');
    return (await answer.text()).includes('data-colours="calm"');
}"""


def test_nothing_but_public_pages_is_kept_whatever_else_is_done(phone):
    saves(phone)
    child = Child(phone)
    tells_something(child, "Nobody may find this")
    code = child.sends()
    child.follows_with(code)
    child.sees_their_own_page()
    phone.goto("/desk/")
    phone.goto("/sefton/en/guide/why?from=somewhere")
    phone.goto("/sefton/en/")
    kept = phone.evaluate(KEPT)
    assert len(kept) > 30
    assert [path for path in kept if not PUBLIC.fullmatch(path)] == []


@pytest.mark.parametrize("way", ["Leave quickly", "the address", "the button"])
def test_it_can_be_taken_away(phone, way):
    saves(phone)
    assert phone.evaluate(WORKERS) == ["/sefton/en/"]
    if way == "the button":
        Child(phone).presses("Remove what is saved")
        expect(phone.get_by_role("status").filter(has_text="Removed.")).to_be_visible()
    elif way == "the address":
        phone.goto("/leave")
    else:
        phone.goto("/sefton/en/steps/recorded")
        Child(phone).leaves_quickly()
    if way != "the button":
        assert HOST in phone.url
        until(lambda: nothing_is_left(phone))
    assert nothing_is_left(phone)


def nothing_is_left(phone: Page) -> bool:
    phone.goto("/static/nothing", wait_until="commit")  # outside the worker’s place
    return phone.evaluate(WORKERS) == [] and phone.evaluate("caches.keys()") == []


def test_leaving_without_a_signal_takes_it_away_too(phone, signal):
    saves(phone)
    phone.goto("/sefton/en/")
    signal.goes(phone)
    Child(phone).leaves_quickly()
    with pytest.raises(Exception, match="ERR_CONNECTION_REFUSED"):
        phone.goto("/sefton/en/")


def test_when_a_new_edition_is_out_the_next_visit_brings_it_whole(visit, tmp_path):
    editor = Editor.with_a_copy(tmp_path)
    with running(tmp_path / "site", CONTENT=str(editor.root)) as site:
        page = visit(at=site)
        saves(page)
        [before] = page.evaluate("caches.keys()")
        editor.changes("england/en/guide/safety.md", 'title: "Staying safe"', 'title: "Staying safe and well"')
        page.goto("/sefton/en/steps/recorded")
        until(lambda: page.evaluate("caches.keys()") not in ([before], []))
        until(lambda: len(page.evaluate("caches.keys()")) == 1)
    page.goto("/sefton/en/guide/safety")
    Child(page).reads_heading("Staying safe and well")


def test_where_it_cannot_be_saved_the_page_says_so(visit, javascript):
    page = visit(javascript=javascript)
    page.add_init_script("delete Navigator.prototype.serviceWorker")
    page.goto("/sefton/en/save")
    expect(page.get_by_text("This browser cannot save them for you")).to_be_visible()
    expect(page.get_by_role("button", name="Save on this phone")).to_be_hidden()
