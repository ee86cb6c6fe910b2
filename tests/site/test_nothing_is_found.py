"""Every page and state, put through axe, html-validate and Nu, narrow and wide, light and dark: nothing is found."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.checkers import axe, html_validate, nu
from tests.pages.at_the_desk import content_of_two_councils
from tests.site import walks
from tests.site.album import Album
from tests.site.running import Site, running
from tests.site.walks_desk import desk
from tests.site.walks_preview import preview
from tests.site.walks_ways_in import about_another, not_safe

WALKS = [
    walks.telling, desk, walks.steps, walks.guide, walks.following, walks.stage_map, walks.days, walks.other_ways,
    not_safe, about_another,
    preview,
    walks.short_form,
]  # fmt: skip
LOOKS = [(320, "light"), (1280, "dark")]  # of each state one in turn, and the colours of the other; `-m matrix`: all
Look = tuple[int, str]  # how wide, in which colours
READERS_WAYS = [  # WCAG 2.2, 1.4.4 and 1.4.12
    (
        "text twice as large",
        "document.documentElement.style.fontSize = '200%'",
        "(root => root.getAttribute('style') && root.removeAttribute('style'))(document.documentElement)",
    ),
    (
        "wide text spacing",
        """() => {
            const sheet = new CSSStyleSheet();
            sheet.replaceSync(`* { line-height: 1.5 !important; letter-spacing: 0.12em !important;
                word-spacing: 0.16em !important; } p { margin-block-end: 2em !important; }`);
            document.adoptedStyleSheets = [sheet];
        }""",
        "document.adoptedStyleSheets = []",
    ),
]
CUT_OFF = """() => [...document.querySelectorAll('a, button, p, li, h1, h2, h3, dt, dd, label, legend, summary, td')]
    .filter(element => element.checkVisibility() && element.childNodes.length && element.clientWidth > 1
        && getComputedStyle(element).overflow !== 'visible' && getComputedStyle(element).display !== 'inline'
        && (element.scrollWidth > element.clientWidth + 1 || element.scrollHeight > element.clientHeight + 1)
        && !['auto', 'scroll'].includes(getComputedStyle(element).overflowY))
    .map(element => element.textContent.trim().slice(0, 60))"""
ALIKE = (walks.steps, walks.guide, preview)  # many pages of the same parts: one look at each, in turn


@pytest.mark.parametrize("walk", WALKS, ids=lambda walk: walk.__name__)
def test_nothing_is_found_on_any_page(walk, visit, site):
    assert_nothing_is_found(walk, visit, site)


def test_nothing_is_found_when_there_is_trouble(visit, trouble_site):
    assert_nothing_is_found(walks.trouble, lambda **more: visit(at=trouble_site, **more), trouble_site)


@pytest.fixture
def trouble_site(tmp_path: Path) -> Iterator[Site]:
    """Two councils, and a mail server that is not there."""
    content = content_of_two_councils(tmp_path / "content")
    with running(tmp_path / "site", CONTENT=str(content), MAIL_URL="smtp://127.0.0.1:1") as site:
        yield site


def assert_nothing_is_found(walk, visit, site: Site) -> None:
    album, found = Album(), []
    stops = walk(lambda **more: album.watch(visit(reduced_motion="reduce", **more)), site)
    for turn, (name, page) in enumerate(stops):
        album.keep(name, page)
        first, other = LOOKS[turn % 2], LOOKS[1 - turn % 2]
        found += look_at(name, page, first, None if walk in ALIKE else other)
    assert album.served, "the walk came by nothing"
    pages = album.served | album.standing
    found += html_validate.findings(pages) + nu.findings(pages)
    assert not found, f"{len(found)} findings:\n" + "\n".join(found)


def look_at(name: str, page: Page, first: Look, colours_of: Look | None) -> Iterator[str]:
    size = page.viewport_size
    for look in filter(None, (first, colours_of)):
        width, colours = look
        page.set_viewport_size({"width": width, "height": 640})
        page.emulate_media(color_scheme=colours)
        wide = page.evaluate("document.documentElement.scrollWidth")
        if wide > width:
            yield f"{name}: {wide} wide where there is room for {width}"
        options = axe.OPTIONS if look == first else axe.IN_OTHER_COLOURS
        yield from axe.findings_now(page, f"{name}, {width} {colours}", options)
    page.set_viewport_size({"width": 640, "height": 640})
    for what, on, off in READERS_WAYS:
        page.evaluate(on)
        wide = page.evaluate("document.documentElement.scrollWidth")
        if wide > 640:
            yield f"{name}: {wide} wide where there is room for 640, with {what}"
        yield from (f"{name}: cut off with {what}: {words}" for words in page.evaluate(CUT_OFF))
        page.evaluate(off)
    page.set_viewport_size(size)
    page.emulate_media(color_scheme="null")
