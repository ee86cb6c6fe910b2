"""axe: what a machine can see of accessibility, in a real browser, on the page as it stands.

It is evaluated by the browser's own tools and not added to the page, so the page's security policy stays on.
"""

from collections.abc import Mapping

from playwright.sync_api import Page

from tests.checkers import Pages, tool

# Levels A and AA of WCAG 2.2 and axe's best practice; and, off unless asked for, targets that are large enough
# and contrast of 7:1, which is ours.
OPTIONS = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    "rules": {"target-size": {"enabled": True}, "color-contrast-enhanced": {"enabled": True}},
    "resultTypes": ["violations"],  # one example of all else: to name each place that passes takes most of the time
}
NOT_COLOURS = {  # where the reader’s own are forced on the page: axe measures ours, which nobody sees then
    **OPTIONS,
    "rules": {**OPTIONS["rules"], "color-contrast": {"enabled": False}, "color-contrast-enhanced": {"enabled": False}},
}
IN_OTHER_COLOURS = {
    "runOnly": {"type": "rule", "values": ["color-contrast", "color-contrast-enhanced"]},
    "resultTypes": OPTIONS["resultTypes"],
}


def findings(pages: Pages, page: Page) -> list[str]:
    """What axe finds in pages given as HTML, one after the other in `page`."""
    assert pages, "there were no pages to check: look at the test that collects them"
    found = []
    for address, html in pages.items():
        page.set_content(html)
        found += findings_now(page, address)
    return found


def findings_now(page: Page, address: str = "", options: Mapping = OPTIONS) -> list[str]:
    """What axe finds on the page as it stands: after htmx, with its dialog open, in the middle of an error."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(tool("axe-core/axe.min.js").read_text("utf-8"))
    result = page.evaluate("options => axe.run(document, options)", options)
    assert result["passes"], f"axe had nothing to check at {address or page.url}"
    return [
        f"{address or page.url}: {rule['help']} ({rule['id']}, {' '.join(map(str, node['target']))}: "
        f"{' '.join(node['failureSummary'].split())})"
        for rule in result["violations"]
        for node in rule["nodes"]
    ]
