"""The phone’s own back and forward buttons, and what is on the screen after them.

By the browser’s own tools: Playwright loses its way when a page comes back out of the back/forward cache.
"""

from playwright.sync_api import Page

from tests.post.servers import until

SETTLED_MS = 250


class BackButton:
    def __init__(self, page: Page):
        self.page, self.tools = page, page.context.new_cdp_session(page)

    def go(self, steps: int) -> None:
        """Back or forward, as far as there is anything."""
        history = self.tools.send("Page.getNavigationHistory")
        place = history["currentIndex"] + steps
        if 0 <= place < len(history["entries"]):
            self.tools.send("Page.navigateToHistoryEntry", {"entryId": history["entries"][place]["id"]})
            self.page.wait_for_timeout(SETTLED_MS)
            until(lambda: self.ask("document.readyState") == "complete")

    def ask(self, script: str):
        answer = self.tools.send("Runtime.evaluate", {"expression": script, "returnByValue": True})
        return answer["result"].get("value")

    def shows(self, *secrets: str) -> list[str]:
        """Which of the secrets the page holds as it stands: in its words, its fields, its title."""
        held = self.tools.send("DOMSnapshot.captureSnapshot", {"computedStyles": []})["strings"]
        assert held, "the page holds nothing at all: look at this test"
        return [secret for secret in secrets if any(secret in text for text in held)]
