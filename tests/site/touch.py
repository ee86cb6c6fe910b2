"""A thumb on the glass, by the browser’s own tools: Playwright’s can tap, and not draw."""

import time

from playwright.sync_api import Locator, Page

FRAME_MS = 16


def draw(page: Page, start: tuple[float, float], by: float, takes_ms: int = 400) -> None:
    """Put the thumb down at `start`, draw it `by` pixels down (up when it is less than nothing), and lift it.

    Slowly: the browser takes the time from when it hears of each movement, on a busy machine later than it was.
    """
    _draw(page, start, by, takes_ms, lambda ms: {})


def flick(page: Page, start: tuple[float, float], by: float, takes_ms: int = 32) -> None:
    """As `draw`, so fast that the thumb says itself when it was where.

    Nothing can be tapped after it: Chromium takes a tap soon after such a told time for the end of what it told of.
    """
    began = time.time()
    _draw(page, start, by, takes_ms, lambda ms: {"timestamp": began + ms / 1000})


def _draw(page: Page, start: tuple[float, float], by: float, takes_ms: int, told) -> None:
    tools, (x, y) = page.context.new_cdp_session(page), start
    frames = max(2, takes_ms // FRAME_MS)
    _touch(tools, "touchStart", told(0), x, y)
    for frame in range(1, frames + 1):
        page.wait_for_timeout(FRAME_MS)
        _touch(tools, "touchMove", told(frame * FRAME_MS), x, y + by * frame / frames)
    _touch(tools, "touchEnd", told(frames * FRAME_MS + 1))
    tools.detach()


def middle(what: Locator) -> tuple[float, float]:
    box = what.bounding_box()
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def _touch(tools, kind: str, told: dict, *place: float) -> None:
    points = [{"x": place[0], "y": place[1]}] if place else []
    tools.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points, **told})
