"""A thumb on the glass, by the browser’s own tools: Playwright’s can tap, and not draw."""

from playwright.sync_api import Locator, Page

FRAME_MS = 16


def draw(page: Page, start: tuple[float, float], by: float, takes_ms: int = 400) -> None:
    """Put the thumb down at `start`, draw it `by` pixels down (up when it is less than nothing), and lift it."""
    tools, (x, y) = page.context.new_cdp_session(page), start
    frames = max(2, takes_ms // FRAME_MS)
    _touch(tools, "touchStart", x, y)
    for frame in range(1, frames + 1):
        page.wait_for_timeout(FRAME_MS)
        _touch(tools, "touchMove", x, y + by * frame / frames)
    tools.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})
    tools.detach()


def middle(what: Locator) -> tuple[float, float]:
    box = what.bounding_box()
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def _touch(tools, kind: str, x: float, y: float) -> None:
    tools.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": [{"x": x, "y": y}]})
