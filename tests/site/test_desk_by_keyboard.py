"""The desk’s list without a mouse: in, to a filter, what it changes, and on into one representation."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.site.officer import Officer


@pytest.fixture
def browser(whole_browser):
    return whole_browser


def goes_to(page: Page, name: str) -> None:
    for _ in range(60):
        page.keyboard.press("Tab")
        if page.evaluate("(document.activeElement.labels?.[0] ?? document.activeElement).innerText").startswith(name):
            return
    raise AssertionError(f"the keyboard does not reach {name!r}")


def test_a_filter_is_chosen_its_address_can_be_shared_and_a_row_opened(officer: Officer, javascript):
    officer.signs_in()
    page = officer.page
    goes_to(page, "What")
    page.keyboard.type("Comp")
    expect(page.get_by_label("What", exact=True)).to_have_value("complaint")
    if not javascript:
        goes_to(page, "Show these")
        page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"kind=complaint"))
    expect(page.get_by_role("status").filter(has_text="like that")).to_be_visible()
    if javascript:
        expect(page.get_by_label("What", exact=True)).to_be_focused()

    address = page.url
    goes_to(page, "Open")
    page.keyboard.press("Enter")
    officer.reads("What they told us")
    page.goto(address)
    expect(page.get_by_label("What", exact=True)).to_have_value("complaint")
