"""From a watch to a wall, with large text and long words, from either side: nothing is cut and nothing overlaps."""

import pytest
from playwright.sync_api import expect

from tests.site.fitting import FAULTS, NOT_LAID, misfits
from tests.site.walks import SEFTON

PAGES = ["", "?told=2026-12-18", "steps/independent-person-report", "guide/your-rights"]


@pytest.mark.parametrize("path", PAGES)
def test_a_page_fits(visit, path):
    page = visit(reduced_motion="reduce", device={})
    page.goto(f"{SEFTON}{path}")
    expect(page.locator(NOT_LAID)).to_have_count(0)
    for details in page.locator("main details").all():
        details.evaluate("details => (details.open = true)")
    assert_none(misfits(page))


def test_the_pop_up_fits(visit):
    page = visit(reduced_motion="reduce", device={})
    page.goto(SEFTON)
    page.get_by_role("link", name="More about You get our answer").click()
    expect(page.get_by_role("dialog").get_by_text("For parents, carers and advocates")).to_be_visible()
    assert_none(misfits(page, "#info"))


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        ("document.querySelector('h1').style.minInlineSize = '4000px'", "the page is"),
        ("document.querySelector('.step__title').style.inlineSize = '5px'", "in a box of"),
        ("document.querySelector('.step__title').style.translate = '-300px'", "reaches from"),
        ("document.querySelectorAll('.step__card')[1].style.translate = '0 -150px'", "lies on"),
        ("document.querySelector('.info-link').style.translate = '-60px 10px'", "lies on the words"),
    ],
)
def test_what_does_not_fit_is_seen(visit, change, fault):
    page = visit(device={}, reduced_motion="reduce")
    page.goto(SEFTON)
    expect(page.locator(NOT_LAID)).to_have_count(0)
    page.set_viewport_size({"width": 390, "height": 844})
    assert page.evaluate(FAULTS, "body") == []
    page.evaluate(change)
    assert any(fault in found for found in page.evaluate(FAULTS, "body"))


def assert_none(faults) -> None:
    found = list(faults)
    assert not found, f"{len(found)} faults:\n" + "\n".join(found[:60])
