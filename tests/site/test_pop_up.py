"""The pop-up of an “i”, as the keyboard, a screen reader and a slow network meet it. No tool sees these faults."""

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.post.servers import until
from tests.site.child import Child
from tests.site.devices import DESKTOP

STEP, NEXT = "We write down your complaint", "We look at what went wrong"
SIZES = {"a phone": (390, 844), "320 wide": (320, 640), "400 %": (320, 256), "a desktop": (1280, 800)}


@pytest.fixture
def browser(whole_browser):
    return whole_browser


@pytest.fixture
def page(visit) -> Page:
    page = visit(device=DESKTOP)
    page.goto("/sefton/en/")
    return page


def info(page: Page, step: str = STEP) -> Locator:
    return page.get_by_role("link", name=f"More about {step}")


def pop_up(page: Page, step: str = STEP) -> Locator:
    return page.get_by_role("dialog", name=step)


def has_arrived(page: Page) -> None:
    """The words of every step are fetched quietly, when the page has come."""
    expect(page.get_by_role("article", include_hidden=True).nth(10)).to_be_attached()


def test_the_focus_goes_in_stays_in_and_comes_back_to_the_same_i(page):
    info(page).press("Enter")
    expect(pop_up(page)).to_be_visible()
    expect(pop_up(page).get_by_text("Your words come to the complaints team")).to_be_visible()

    reached = set()
    for _ in range(30):
        page.keyboard.press("Tab")
        where = page.evaluate("""() => {
            const here = document.activeElement;
            return [here === document.body || !!here.closest('dialog'), here.ariaLabel ?? here.textContent.trim()];
        }""")
        assert where[0], f"the keyboard got out, to {where[1]}"
        reached.add(where[1])
    assert {"Close", "Leave quickly", "For parents, carers and advocates"} <= reached

    page.keyboard.press("Escape")
    expect(pop_up(page)).to_be_hidden()
    expect(info(page)).to_be_focused()


def test_a_screen_reader_finds_the_pop_up_and_nothing_behind_it(page):
    info(page).click()
    expect(pop_up(page)).to_be_visible()

    until(lambda: not [name for role, name in heard(page) if role == "link" and name.startswith("More about")])
    assert {("dialog", STEP), ("heading", STEP), ("button", "Close")} <= heard(page)

    page.keyboard.press("Escape")
    assert ("link", f"More about {STEP}") in heard(page), "and the page is there again"


def heard(page: Page) -> set[tuple[str, str]]:
    """What a screen reader is told of: roles and names."""
    nodes = page.context.new_cdp_session(page).send("Accessibility.getFullAXTree")["nodes"]
    return {(node["role"]["value"], node.get("name", {}).get("value", "")) for node in nodes if not node["ignored"]}


@pytest.mark.parametrize("way", ["Escape", "the button", "back", "beside it"])
def test_it_closes_each_way_and_the_history_is_as_it_was(page, way):
    page.goto("/sefton/en/guide/words")
    page.goto("/sefton/en/")
    info(page).click()
    expect(pop_up(page)).to_be_visible()

    if way == "Escape":
        page.keyboard.press("Escape")
    elif way == "the button":
        pop_up(page).get_by_role("button", name="Close").click()
    elif way == "beside it":
        page.mouse.click(20, 400)
    else:
        # Its place in the history is made once its words are on the screen: a hand comes later, and a test may not.
        until(lambda: page.evaluate("history.state?.popUp"))
        page.go_back()
    expect(pop_up(page)).to_be_hidden()
    expect(info(page)).to_be_focused()
    assert page.url.endswith("/sefton/en/")
    until(lambda: page.evaluate("!history.state?.popUp"))
    page.go_back()
    expect(page).to_have_title("What words mean – Sefton")


def test_forward_and_back_through_the_steps_without_closing(page):
    has_arrived(page)
    info(page).click()
    pop_up(page).get_by_role("link", name="Next step").click()
    expect(pop_up(page, NEXT)).to_be_visible()
    expect(page.get_by_role("dialog")).to_have_count(1)
    expect(pop_up(page, NEXT)).to_contain_text("We may ask to talk with you too")
    assert page.evaluate("document.activeElement.closest('dialog') !== null")

    pop_up(page, NEXT).get_by_role("link", name="Step before").click()
    expect(pop_up(page)).to_be_visible()
    page.keyboard.press("Escape")
    expect(info(page)).to_be_focused()


def test_another_i_opens_its_own_words_and_no_second_pop_up(page):
    """One after the other, before the words of every step have come, and still when they have."""
    page.route("**/steps/", lambda route: (page.wait_for_timeout(1500), route.continue_()))
    info(page).click()
    expect(pop_up(page)).to_contain_text("Your words come to the complaints team")
    page.keyboard.press("Escape")
    info(page, NEXT).click()

    expect(pop_up(page, NEXT)).to_contain_text("We may ask to talk with you too")
    expect(page.get_by_role("dialog")).to_have_count(1)
    assert page.evaluate(IDS_GIVEN_TWICE) == []
    has_arrived(page)
    assert page.evaluate(IDS_GIVEN_TWICE) == []


IDS_GIVEN_TWICE = """() => {
    const ids = [...document.querySelectorAll('[id]')].map(element => element.id);
    return ids.filter((id, place) => ids.indexOf(id) !== place);
}"""


def test_the_words_are_there_at_once_without_a_signal(page):
    has_arrived(page)
    page.context.set_offline(True)
    info(page).click()

    expect(pop_up(page)).to_contain_text("Your words come to the complaints team", timeout=500)
    pop_up(page).get_by_role("link", name="Next step").click()
    expect(pop_up(page, NEXT)).to_contain_text("We may ask to talk with you too", timeout=500)
    page.context.set_offline(False)


def test_it_opens_at_once_on_a_slow_network_and_the_words_follow(visit):
    page = visit(device=DESKTOP)
    page.route("**/en/steps/", lambda _: None)  # the words of every step are still on their way
    page.goto("/sefton/en/")
    network = page.context.new_cdp_session(page)
    network.send("Network.enable")
    slow = {"offline": False, "latency": 1500, "downloadThroughput": -1, "uploadThroughput": -1}
    network.send("Network.emulateNetworkConditions", slow)
    info(page).click()

    expect(page.get_by_role("dialog")).to_contain_text("The words are on their way.", timeout=1000)
    expect(pop_up(page)).to_contain_text("Your words come to the complaints team")


@pytest.mark.parametrize("size", SIZES)
def test_it_can_be_read_and_left_at_every_size(visit, size):
    wide, high = SIZES[size]
    page = visit(device={"viewport": {"width": wide, "height": high}})
    page.goto("/sefton/en/")
    info(page).click()
    dialog = pop_up(page)

    assert page.evaluate("document.documentElement.scrollWidth") <= wide
    leave = dialog.get_by_role("link", name="Leave quickly")
    at = leave.bounding_box()
    middle = (at["x"] + at["width"] / 2, at["y"] + at["height"] / 2)
    assert at["x"] >= 0 and at["x"] + at["width"] <= wide and at["y"] >= 0 and at["y"] + at["height"] <= high
    assert page.evaluate("([x, y]) => document.elementFromPoint(x, y).closest('a')?.textContent.trim()", middle) == (
        "Leave quickly"
    )
    for words in ("Your words come to the complaints team", "You will not get in trouble for this."):
        line = dialog.get_by_text(words)
        line.scroll_into_view_if_needed()
        assert line.evaluate(IS_SEEN), f"“{words}” is covered at {size}"
    dialog.get_by_role("button", name="Close").click()
    expect(dialog).to_be_hidden()


IS_SEEN = """element => {
    const [box] = element.getClientRects();
    const top = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
    return box.x >= 0 && box.right <= innerWidth && (top === element || element.contains(top) || top.contains(element));
}"""


def test_without_htmx_it_opens_all_the_same(visit):
    child = Child(visit())
    child.page.route("**/vendor/htmx*", lambda route: route.abort())
    child.opens_the_map()
    child.asks_about(STEP)
    expect(pop_up(child.page)).to_contain_text("Your words come to the complaints team")


def test_without_its_script_the_i_leads_to_its_page(visit):
    child = Child(visit())
    child.page.route("**/js/site*", lambda route: route.abort())
    child.opens_the_map()
    child.asks_about(STEP)

    child.reads_heading(STEP)
    assert child.page.url.endswith("/steps/recorded")


def test_what_is_for_adults_is_there_when_it_is_unfolded(page):
    has_arrived(page)
    info(page).click()
    pop_up(page).get_by_text("For parents, carers and advocates").click()

    expect(pop_up(page).get_by_text("Regulations").first).to_be_visible()
    expect(pop_up(page).get_by_role("link", name="Read it on the step’s own page")).to_be_hidden()


def test_without_signal_a_link_stands_for_what_is_for_adults(page):
    has_arrived(page)
    page.context.set_offline(True)
    info(page).click()
    pop_up(page).get_by_text("For parents, carers and advocates").click()
    expect(pop_up(page).get_by_role("link", name="Read it on the step’s own page")).to_be_visible()

    page.context.set_offline(False)
    folded = pop_up(page).get_by_text("For parents, carers and advocates")
    folded.press("Enter")
    expect(pop_up(page).get_by_role("link", name="Read it on the step’s own page")).to_be_hidden()
    folded.press("Enter")
    expect(pop_up(page).get_by_text("Regulations").first).to_be_visible()
