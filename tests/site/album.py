"""What a walk has seen: each page as it was served, and as it stood when the walk came by."""

import re

from playwright.sync_api import Page, Response

BOOLEAN = "autofocus|checked|controls|defer|disabled|formnovalidate|hidden|inert|multiple|novalidate|open|selected"


class Album:
    def __init__(self):
        self.served: dict[str, str] = {}
        self.standing: dict[str, str] = {}
        self._answers: dict[Page, Response] = {}

    def watch(self, page: Page) -> Page:
        page.on("response", self._note)
        return page

    def keep(self, name: str, page: Page) -> None:
        """The page as it stands; and what the server sent for it, whole."""
        page.wait_for_load_state()
        self.standing[f"{name} (as it stands)"] = as_we_write_it(page.content())
        answer = self._answers.get(page)
        if answer and answer.url == page.url:
            self.served[name] = answer.text()
        else:  # htmx has brought it in parts
            self.served[name] = page.request.get(page.url).text()

    def _note(self, response: Response) -> None:
        is_page = response.request.resource_type == "document" and not 300 <= response.status < 400
        if is_page and response.frame.page:
            self._answers[response.frame.page] = response


def as_we_write_it(html: str) -> str:
    """A browser writes a page down in its own manner, which is not what we check."""
    html = html.replace("<!DOCTYPE", "<!doctype", 1)
    return re.sub(rf' ({BOOLEAN})=""(?=[ >])', r" \1", html)
