"""The pop-up under a thumb: pulled down it closes, and what is behind it stays where it is."""

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.post.servers import until
from tests.site.child import Child
from tests.site.devices import PHONE
from tests.site.touch import draw, flick, middle

STEP = "We write down your complaint"
SHORT = {**PHONE, "viewport": {"width": 390, "height": 520}}  # where the words are longer than the sheet


@pytest.fixture(params=["no-preference", "reduce"])
def motion(request) -> str:
    return request.param


@pytest.fixture
def phone(visit, motion) -> Page:
    return opened(visit(device=SHORT, reduced_motion=motion))


def opened(page: Page) -> Page:
    page.goto("/sefton/en/")
    expect(page.get_by_role("article", include_hidden=True).nth(10)).to_be_attached()
    Child(page).asks_about(STEP)
    expect(pop_up(page)).to_be_visible()
    page.wait_for_timeout(250)  # it rises
    return page


def pop_up(page: Page) -> Locator:
    return page.get_by_role("dialog", name=STEP)


def handle(page: Page) -> tuple[float, float]:
    """A little above the head of the words."""
    place = page.get_by_role("dialog").get_by_text("Stage 1, step 1")
    x, y = middle(place)
    return x, y - 30


def top_of(page: Page) -> float:
    return pop_up(page).get_by_role("heading", name=STEP).bounding_box()["y"]


def test_drawn_down_by_its_handle_it_closes_and_the_focus_comes_back(phone):
    draw(phone, handle(phone), by=180)
    expect(pop_up(phone)).to_be_hidden()
    expect(phone.get_by_role("link", name=f"More about {STEP}")).to_be_focused()
    until(lambda: not phone.evaluate("history.state?.popUp"))

    Child(phone).asks_about(STEP)
    expect(pop_up(phone)).to_be_visible()
    phone.wait_for_timeout(250)
    assert top_of(phone) < 200, "it came back where it had been drawn to"


def test_by_its_head_as_well_and_a_flick_is_enough(phone):
    flick(phone, middle(pop_up(phone).get_by_role("heading", name=STEP)), by=90)
    expect(pop_up(phone)).to_be_hidden()


def test_a_little_pull_lets_it_spring_back(phone):
    before = top_of(phone)
    draw(phone, handle(phone), by=40, takes_ms=600)
    phone.wait_for_timeout(250)
    expect(pop_up(phone)).to_be_visible()
    assert top_of(phone) == before


def test_it_follows_the_thumb(phone):
    before = top_of(phone)
    tools, (x, y) = phone.context.new_cdp_session(phone), handle(phone)
    for kind, down in (("touchStart", 0), ("touchMove", 20), ("touchMove", 40)):
        tools.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": [{"x": x, "y": y + down}]})
        phone.wait_for_timeout(50)
    assert 20 <= top_of(phone) - before <= 45
    tools.send("Input.dispatchTouchEvent", {"type": "touchCancel", "touchPoints": []})
    phone.wait_for_timeout(250)
    assert top_of(phone) == before


def test_a_thumb_on_the_words_reads_on_and_back_and_closes_nothing(phone):
    words = pop_up(phone).get_by_text("Your words come to the complaints team")
    before = top_of(phone)
    draw(phone, middle(words), by=-160)
    phone.wait_for_timeout(300)
    assert top_of(phone) < before - 50, "the long words did not scroll: look at this test"

    draw(phone, middle(pop_up(phone).get_by_role("link", name="This step on its own page")), by=200)
    phone.wait_for_timeout(300)
    expect(pop_up(phone)).to_be_visible()


def test_the_head_too_pushes_the_words_up(phone):
    before = top_of(phone)
    draw(phone, middle(pop_up(phone).get_by_role("heading", name=STEP)), by=-120)
    phone.wait_for_timeout(300)
    assert top_of(phone) < before - 30


def test_the_page_behind_does_not_move(phone):
    behind = phone.evaluate("scrollY")
    for start in ((195, 5), middle(pop_up(phone).get_by_text("Your words come to the complaints team"))):
        for by in (-200, -200):
            draw(phone, start, by=by, takes_ms=100)
    phone.wait_for_timeout(300)
    expect(pop_up(phone)).to_be_visible()
    assert phone.evaluate("scrollY") == behind


def test_on_a_wide_screen_the_card_cannot_be_drawn_away(visit):
    page = opened(visit(device={"viewport": {"width": 1280, "height": 800}, "has_touch": True}))
    draw(page, middle(pop_up(page).get_by_role("heading", name=STEP)), by=300)
    page.wait_for_timeout(250)
    expect(pop_up(page)).to_be_visible()
