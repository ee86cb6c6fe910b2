"""A thumb on the glass, by the browser’s own tools: Playwright’s can tap, and not draw."""

import time

from playwright.sync_api import Locator, Page

FRAME_MS = 16


def draw(page: Page, start: tuple[float, float], by: float, takes_ms: int = 400) -> None:
    """Put the thumb down at `start`, draw it `by` pixels down (up when it is less than nothing), and lift it.

    The thumb says itself when it was where: on a busy machine the browser hears of it late.
    """
    tools, (x, y) = page.context.new_cdp_session(page), start
    frames, began = max(2, takes_ms // FRAME_MS), time.time()
    _touch(tools, "touchStart", began, x, y)
    for frame in range(1, frames + 1):
        page.wait_for_timeout(FRAME_MS)
        _touch(tools, "touchMove", began + frame * FRAME_MS / 1000, x, y + by * frame / frames)
    _touch(tools, "touchEnd", began + (frames * FRAME_MS + 1) / 1000)
    tools.detach()


def middle(what: Locator) -> tuple[float, float]:
    box = what.bounding_box()
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def _touch(tools, kind: str, at: float, *place: float) -> None:
    points = [{"x": place[0], "y": place[1]}] if place else []
    tools.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points, "timestamp": at})
