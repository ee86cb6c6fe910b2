"""Every public page and state, in English and in Arabic, × three widths × every way of colours: nothing is found, and a
picture of each is put into screenshots/matrix/. By hand, some ten minutes:
python -m pytest tests/site/test_matrix.py -m matrix -n 3 -o faulthandler_timeout=0
"""

import re
from collections.abc import Iterator
from itertools import product
from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.checkers import axe, html_validate, nu
from tests.site import walks
from tests.site.album import Album
from tests.site.walks_ways_in import about_another, not_safe

FOLDER = Path(__file__).parents[2] / "screenshots" / "matrix"
WIDTHS = {320: 568, 390: 844, 1280: 800}
COLOURS = {
    "light": {"color_scheme": "light", "forced_colors": "none"},
    "dark": {"color_scheme": "dark", "forced_colors": "none"},
    "calm": {"color_scheme": "light", "forced_colors": "none"},
    "forced": {"color_scheme": "dark", "forced_colors": "active"},
}
EVERY_LOOK = list(product(WIDTHS, COLOURS))
SOME_LOOKS = [(320, "calm"), (390, "forced"), (1280, "dark"), (390, "light")]  # of pages that are made alike
WALKS = [
    walks.stage_map, walks.days, walks.guide, walks.steps, walks.telling, walks.following, not_safe, about_another,
]  # fmt: skip
ALIKE = (walks.steps, walks.guide)

COVERED = "partially obscured"  # as axe says it

pytestmark = pytest.mark.matrix


@pytest.mark.parametrize("walk", WALKS, ids=lambda walk: walk.__name__)
def test_nothing_is_found_in_either_direction_at_any_width_in_any_colours(walk, visit, site):
    album, found, seen = Album(), [], 0
    looks = SOME_LOOKS if walk in ALIKE else EVERY_LOOK
    for name, page in walk(lambda **more: album.watch(visit(reduced_motion="reduce", **more)), site):
        album.keep(name, page)
        found += look_at(f"{walk.__name__} {seen:02} {name} en", page, looks)
        if "/en/" in page.url:
            turned = album.watch(page.context.new_page())
            turned.goto(page.url.replace("/en/", "/ar/"))
            assert turned.locator("html").get_attribute("dir") == "rtl"
            album.keep(f"{name}, ar", turned)
            found += look_at(f"{walk.__name__} {seen:02} {name} ar", turned, looks)
            turned.close()
        seen += 1
    assert seen and album.served, "the walk came by nothing"
    pages = album.served | album.standing
    found += html_validate.findings(pages) + nu.findings(pages)
    assert not found, f"{len(found)} findings:\n" + "\n".join(found)


def test_the_pop_up_in_arabic(visit):
    page = visit(reduced_motion="reduce")
    page.goto("/sefton/ar/")
    page.locator('a[href$="/steps/recorded"]').first.click()
    page.locator("dialog[open] .about__title").wait_for()
    found = list(look_at("pop-up ar", page, EVERY_LOOK))
    assert not found, f"{len(found)} findings:\n" + "\n".join(found)


def findings_wherever_it_is_scrolled_to(page: Page, address: str, colours_are_forced: bool) -> set[str]:
    """Half under the bar at the foot of the screen is no fault of a target: whoever scrolls has all of it."""
    options = axe.NOT_COLOURS if colours_are_forced else axe.OPTIONS
    found = set(axe.findings_now(page, address, options))
    covered = {finding for finding in found if COVERED in finding}
    if not covered:
        return found
    before = page.evaluate("scrollY")
    page.evaluate("scrollTo({ top: document.documentElement.scrollHeight, behavior: 'instant' })")
    further_down = set(axe.findings_now(page, address, options))
    page.evaluate("top => scrollTo({ top, behavior: 'instant' })", before)
    always = {finding for finding in further_down if COVERED not in finding or finding in covered}
    return found - covered | always


def look_at(name: str, page: Page, looks: list[tuple[int, str]]) -> Iterator[str]:
    FOLDER.mkdir(parents=True, exist_ok=True)
    size = page.viewport_size
    for width, colours in looks:
        page.set_viewport_size({"width": width, "height": WIDTHS[width]})
        page.emulate_media(**COLOURS[colours])
        page.evaluate("calm => (document.documentElement.dataset.colours = calm)", "calm" if colours == "calm" else "")
        if colours != "calm":
            page.evaluate("delete document.documentElement.dataset.colours")
        wide = page.evaluate("document.documentElement.scrollWidth")
        if wide > width:
            yield f"{name}: {wide} wide where there is room for {width}"
        yield from findings_wherever_it_is_scrolled_to(page, f"{name}, {width} {colours}", colours == "forced")
        is_open = page.evaluate("!!document.querySelector('dialog[open]')")
        file = re.sub("[^a-z0-9]+", "-", name.lower())
        # A caret hidden for the picture would leave an empty style on every field, which the next look would find.
        page.screenshot(path=FOLDER / f"{file} {width} {colours}.png", full_page=not is_open, caret="initial")
    page.set_viewport_size(size)
    page.emulate_media(color_scheme="null", forced_colors="null")
