"""What the map costs a child with little credit: the budgets of the first visit, as the browser counts them."""

import pytest
from playwright.sync_api import expect

from tests.site.devices import PHONE

MOST_REQUESTS, MOST_BYTES = 5, 35_000
MOST_BYTES_OF_HTML = 14_000  # one round trip's worth

SHIFTS = """() => new Promise((done) => {
  let sum = 0;
  new PerformanceObserver((list) => { for (const one of list.getEntries()) sum += one.value; }).observe({ type: "layout-shift", buffered: true });
  requestAnimationFrame(() => setTimeout(() => done(sum), 100));
})"""  # noqa: E501


@pytest.fixture
def weighed(visit):
    """Goes to an address as a first visitor, and gives what came over the wire: bytes by address."""

    def weigh(path: str) -> dict[str, int]:
        page = visit(device={**PHONE, "viewport": {"width": 360, "height": 640}})
        session = page.context.new_cdp_session(page)
        session.send("Network.enable")
        asked, came = {}, {}
        session.on(
            "Network.requestWillBeSent", lambda event: asked.update({event["requestId"]: event["request"]["url"]})
        )
        session.on(
            "Network.loadingFinished", lambda event: came.update({event["requestId"]: event["encodedDataLength"]})
        )
        page.goto(path, wait_until="networkidle")
        expect(page.get_by_role("article", include_hidden=True).nth(10)).to_be_attached()  # the words of the pop-ups
        page.wait_for_timeout(1000)
        assert page.evaluate(SHIFTS) == 0, "nothing moves under a child's thumb"
        return {asked[id]: int(size) for id, size in came.items() if size}

    return weigh


def test_a_first_visit_to_the_map_is_light(weighed):
    came = weighed("/sefton/en/")
    assert any("/steps/" in address for address in came), "the words of the pop-ups are there before a tap"
    assert len(came) <= MOST_REQUESTS, came
    assert sum(came.values()) <= MOST_BYTES, came
    assert next(size for address, size in came.items() if address.endswith("/sefton/en/")) <= MOST_BYTES_OF_HTML


def test_what_the_form_needs_is_there_when_somebody_who_reads_gets_to_it(visit):
    page = visit(device=PHONE)
    page.goto("/sefton/en/")
    with (
        page.expect_response(lambda answer: "/idle." in answer.url),
        page.expect_response(lambda answer: "/htmx." in answer.url),
    ):
        page.mouse.wheel(0, 400)
    page.wait_for_load_state("networkidle")
    page.goto("/sefton/en/form/1", wait_until="networkidle")
    assert page.evaluate("performance.getEntriesByType('resource').length") > 3
    fetched = page.evaluate(
        "performance.getEntriesByType('resource').filter((one) => one.transferSize > 0).map((one) => one.name)"
    )
    assert fetched == [], "all but the page itself is in the browser's store"
