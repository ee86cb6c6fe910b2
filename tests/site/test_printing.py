"""On paper: the map on two pages, whom to turn to on a third, in ink, with nothing to press."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.pages.places import LIBRARY
from tests.site.devices import DESKTOP

COUNCILS = sorted(LIBRARY.councils)
TO_PRESS = "button, input, textarea, select, summary, dialog, .leave, .jump, .info-link, .skip-link, .buttons a"
DARK_ON_LIGHT = """() => [...document.querySelectorAll('body *')].filter(element => element.checkVisibility())
    .map(element => getComputedStyle(element).backgroundColor)
    .filter(colour => !['rgba(0, 0, 0, 0)', 'rgb(255, 255, 255)'].includes(colour))"""


def printed(page: Page) -> bytes:
    return page.pdf(format="A4", print_background=True)


def sheets(pdf: bytes) -> int:
    return len(re.findall(rb"/Type\s*/Page\b", pdf))


@pytest.mark.parametrize("council", COUNCILS)
@pytest.mark.parametrize("colours", ["light", "dark"])
def test_the_map_is_two_pages_and_the_contacts_one(visit, council, colours):
    page = visit(device=DESKTOP, color_scheme=colours)
    page.goto(f"/{council}/en/")
    assert sheets(printed(page)) == 3

    page.emulate_media(media="print", color_scheme=colours)
    expect(page.get_by_role("heading", name="Who can help")).to_be_visible()
    page.get_by_role("region", name="Who can help").evaluate("contacts => contacts.remove()")
    assert sheets(printed(page)) == 2


@pytest.mark.parametrize("path", ["", "steps/recorded", "guide/safety", "guide/advocates"])
@pytest.mark.parametrize("colours", ["light", "dark"])
def test_nothing_to_press_is_printed_and_all_of_it_is_ink_on_white(visit, path, colours):
    page = visit(device=DESKTOP)
    page.goto(f"/sefton/en/{path}")
    seen = page.locator(TO_PRESS).filter(visible=True)
    assert seen.count() > 2, "there is nothing to press at all: look at this test"

    page.emulate_media(media="print", color_scheme=colours)
    expect(seen).to_have_count(0)
    assert page.evaluate(DARK_ON_LIGHT) == []
    assert page.evaluate("getComputedStyle(document.body).color") == "rgb(0, 0, 0)"


def test_neither_the_adults_part_nor_the_addresses_of_links_are_printed(visit):
    page = visit(device=DESKTOP)
    page.goto("/sefton/en/guide/advocates")
    page.get_by_text("For parents, carers and advocates").click()
    page.emulate_media(media="print")
    expect(page.get_by_text("For parents, carers and advocates")).to_be_hidden()
    after = "[...document.links].map(link => getComputedStyle(link, '::after').content)"
    contents = page.evaluate(after)
    assert contents
    assert not [content for content in contents if "http" in content or "attr" in content]


@pytest.mark.parametrize("council", COUNCILS)
def test_every_verified_contact_is_on_the_page_of_contacts(visit, council):
    page = visit(device=DESKTOP)
    page.goto(f"/{council}/en/")
    paper = page.get_by_role("region", name="Who can help")
    expect(paper).to_be_hidden()
    page.emulate_media(media="print")
    contacts = LIBRARY.find_book(council, "en").contacts
    assert len(contacts) > 4
    for contact in contacts:
        expect(paper.get_by_text(contact.name, exact=True).first).to_be_visible()
