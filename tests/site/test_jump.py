"""The row of stages over the map: it says where one is, takes one there, and covers nothing."""

import pytest
from playwright.sync_api import Page, expect

from tests.site.devices import DESKTOP, PHONE
from tests.site.walks import SEFTON

LANDS = ["before", "stage-1", "stage-2", "stage-3", "after", "beside"]
# What has the focus, and what lies over any part of it.
COVERED = """() => {
    const one = document.activeElement, { left, right, top, bottom } = one.getBoundingClientRect();
    const bars = [...document.querySelectorAll('.jump, .leave, .header-bar')].map(bar => [bar, bar.getBoundingClientRect()]);
    const over = bars.filter(([bar, its]) => !bar.contains(one) && Math.min(its.right, right) - Math.max(its.left, left) > 1
        && Math.min(its.bottom, bottom) - Math.max(its.top, top) > 1).map(([bar]) => bar.className);
    const out = top < -1 || bottom > innerHeight + 1 ? [`out of sight, from ${top} to ${bottom}`] : [];
    const name = one.getAttribute('aria-label') ?? one.textContent.trim().slice(0, 40);
    return { name, wrong: one.matches('.skip-link, .leave, body') ? [] : [...over, ...out] };  // the first two lie above all
}"""  # noqa: E501
# Where a stage's badge begins, and where what sticks to the top of the screen ends.
HEAD_OF = """id => {
    const bars = [...document.querySelectorAll('.jump, .header-bar')].filter(bar => getComputedStyle(bar).position === 'sticky');
    const badge = document.querySelector(`${id} .land__badge`).getBoundingClientRect();
    return [badge.top, Math.max(0, ...bars.map(bar => bar.getBoundingClientRect().bottom))];
}"""  # noqa: E501


def row(page: Page):
    return page.get_by_role("navigation", name="Jump to a stage")


@pytest.fixture(params=[PHONE, DESKTOP, {"viewport": {"width": 320, "height": 256}}], ids=["phone", "desktop", "400 %"])
def page(visit, request) -> Page:
    page = visit(device=request.param, reduced_motion="reduce")
    page.goto(SEFTON)
    return page


def test_it_says_at_which_stage_one_is(page):
    current = row(page).locator("[aria-current=true]")
    expect(current).to_have_count(0)
    for land in [*LANDS, *reversed(LANDS)]:
        page.locator(f"#{land} .step").first.evaluate("step => step.scrollIntoView({ block: 'center' })")
        expect(current).to_have_attribute("href", f"#{land}")
        expect(current).to_have_count(1)


@pytest.mark.parametrize("large", ["", "200%"], ids=["", "text twice as large"])
def test_it_takes_one_to_the_head_of_a_stage_and_does_not_cover_it(page, large):
    page.evaluate("size => (document.documentElement.style.fontSize = size)", large)
    for link in row(page).get_by_role("link").all():
        link.evaluate("link => link.click()")
        land = link.get_attribute("href")
        expect(page).to_have_url(f"{page.url.partition('#')[0]}{land}")
        top, bottom = page.evaluate(HEAD_OF, land)
        assert bottom <= top, f"{land}: its badge begins at {top}, and the row ends at {bottom}"
        assert top < page.viewport_size["height"]


@pytest.mark.parametrize("key", ["Tab", "Shift+Tab"])
def test_nothing_that_has_the_focus_is_covered(page, key):
    if key == "Shift+Tab":
        page.locator(".footer a").last.focus()
    seen, wrong = set(), []
    for _ in range(60):
        page.keyboard.press(key)
        at = page.evaluate(COVERED)
        seen.add(at["name"])
        if at["wrong"]:
            wrong.append(f"{at['name']}: {at['wrong']}")
    assert len(seen) > 30
    assert wrong == []


def test_it_stays_in_reach_only_where_there_is_height_to_spare(page):
    page.locator("#stage-2").evaluate("land => land.scrollIntoView()")
    has_room = page.viewport_size["height"] > 480
    in_sight = row(page).bounding_box()["y"] >= 0
    assert in_sight is has_room


def test_without_javascript_it_is_a_plain_row_of_links(visit):
    page = visit(javascript=False)
    page.goto(SEFTON)
    links = row(page).get_by_role("link")
    expect(links).to_have_count(len(LANDS))
    row(page).get_by_role("link", name="Stage 3", exact=True).tap()
    expect(page.get_by_role("heading", name="Stage 3 Three new people check")).to_be_in_viewport()
