"""The road of a child in any language, from the map to the follow page, by the names of fields and not by words."""

import re
from collections.abc import Iterator

from playwright.sync_api import Page

from tests.post.servers import until
from tests.site.child import LOOKS_AGAIN_MS
from tests.site.running import Site
from tests.site.walks import Stop, Visit

PRESSED = {"kind": "complaint", "telling": "child", "safe": "yes", "topic": "worker", "feeling": "sad", "way": "email"}
PRESSED |= {"more": "no", "someone": "no", "advocate": "yes"}
WRITTEN = {
    "words": "Nobody tells me why.\nلا أحد يقول لي",
    "name": "Amina",
    "where": "amina@example.org",
}
CODE = re.compile(r"(?:\d{4}\s+){3}\d{4}")
MOST_QUESTIONS = 20
SEND = "main form button.button:not([name]), main form button[value=on]"


def road(visit: Visit, site: Site, tag: str) -> Iterator[Stop]:
    page = visit()
    page.goto(f"/sefton/{tag}/")
    yield "map", page
    page.locator(".info-link").nth(2).click()
    page.locator("dialog[open] #about-looked-at, dialog[open] .about").first.wait_for()
    yield "pop-up", page
    page.keyboard.press("Escape")
    until(lambda: not page.evaluate("history.state?.popUp"))  # the way back is on its way, and would stop the next
    yield from _form(page, tag)
    page.wait_for_timeout(LOOKS_AGAIN_MS)
    page.locator(SEND).last.click()
    page.wait_for_url("**/form/sent")
    yield "sent", page
    code = CODE.search(page.locator("main").inner_text())
    assert code, "there is no code on the page"
    page.goto(f"/sefton/{tag}/follow")
    page.locator("[name=code]").fill(code[0])
    page.locator(SEND).last.click()
    page.locator(".map").wait_for()
    yield "follow", page


def _form(page: Page, tag: str) -> Iterator[Stop]:
    """Every question that comes, with an answer where there is one; once with a mistake."""
    page.goto(f"/sefton/{tag}/form/")
    for _ in range(MOST_QUESTIONS):
        if page.url.endswith("/check"):
            break
        if page.locator("textarea[name=words]").count():
            page.locator(SEND).last.click()
            page.locator(".field--wrong").wait_for()
            yield "mistake", page
        _fill_in(page)
        before = page.url
        page.locator(SEND).last.click()
        page.wait_for_url(lambda url, before=before: url != before)
    assert page.url.endswith("/check"), f"stopped at {page.url}"
    yield "check", page


def _fill_in(page: Page) -> None:
    for name, value in PRESSED.items():
        if page.locator(f"main input[type=radio][name={name}]").count():
            page.locator(f"main input[name={name}][value={value}]").check(force=True)
    for name, words in WRITTEN.items():
        field = page.locator(f"main input:not([type=radio])[name={name}], main textarea[name={name}]")
        if field.count():
            field.first.fill(words)
