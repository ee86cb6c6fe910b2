"""Pictures of every page and state, to look at: `python -m pytest tests/site -m screenshots`, then open screenshots/.

Narrow, on a phone and wide; from left to right, and turned round. Every place is also held to its width.
"""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.site import walks
from tests.site.test_nothing_is_found import WALKS
from tests.site.test_nothing_is_found import trouble_site as trouble_site

FOLDER = Path(__file__).parents[2] / "screenshots"
WIDTHS = {320: 568, 390: 844, 1280: 800}
HANDHELD = {"viewport": {"width": 390, "height": 844}, "has_touch": True}

pytestmark = pytest.mark.screenshots


@pytest.mark.parametrize("walk", WALKS, ids=lambda walk: walk.__name__)
def test_pictures_of_every_page(walk, visit, site):
    take_pictures(walk, visit, site)


def test_pictures_of_trouble(visit, trouble_site):
    take_pictures(walks.trouble, lambda **more: visit(at=trouble_site, **more), trouble_site)


def take_pictures(walk, visit, site) -> None:
    folder = FOLDER / walk.__name__
    folder.mkdir(parents=True, exist_ok=True)
    taken = 0
    for name, page in walk(lambda **more: visit(**{"device": HANDHELD, "reduced_motion": "reduce", **more}), site):
        size = page.viewport_size
        for width, height in WIDTHS.items():
            page.set_viewport_size({"width": width, "height": height})
            for direction in ("rtl", "ltr"):
                turn(page, direction)
                picture(page, folder / f"{taken:02} {re.sub('[^a-z0-9]+', '-', name.lower())} {width} {direction}.png")
        page.set_viewport_size(size)
        taken += 1
    assert taken, "the walk came by nothing"


def turn(page: Page, direction: str) -> None:
    page.evaluate("direction => (document.documentElement.dir = direction)", direction)


def picture(page: Page, path: Path) -> None:
    """The whole page; what is in a pop-up stands only once, so of that the screen."""
    is_open = page.evaluate("!!document.querySelector('dialog[open]')")
    page.screenshot(path=path, full_page=not is_open)
    wide, room = page.evaluate("[document.documentElement.scrollWidth, innerWidth]")
    assert wide <= room, f"{path.stem}: {wide} wide where there is room for {room}"
