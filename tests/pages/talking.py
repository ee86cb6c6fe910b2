"""For tests of messages: an officer who writes, with every hidden field of the page that is open."""

from tests.page_client import Page, PageClient


def path_of(told) -> str:
    return f"/desk/representations/{told.id}/messages"


def writes(officer: PageClient, told, words: str, status: int = 200, **more: str) -> Page:
    """Open the page, write and press."""
    return presses(officer, officer.get_page(path_of(told)), told, words, status, **more)


def presses(officer: PageClient, page: Page, told, words: str, status: int = 200, **more: str) -> Page:
    """Press on a page that is open already."""
    hidden = {name: page.field(name).get("value") for name in ("csrf_token", "once", "seen")}
    fields = hidden | {"words": words} | more
    return officer._page(officer.browser.post(path_of(told), data=fields, follow_redirects=True), status)


def says_it_is_read(officer: PageClient, told, page: Page | None = None) -> Page:
    """Press that it has been read, on this page or on the one that is there now."""
    page = page or officer.get_page(f"/desk/representations/{told.id}")
    fields = {name: page.field(name).get("value") for name in ("csrf_token", "seen")}
    answer = officer.browser.post(f"{path_of(told)}/read", data=fields, follow_redirects=True)
    return officer._page(answer, 200)
