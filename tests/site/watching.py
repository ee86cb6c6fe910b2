"""What a browser asked for, and what it complained of, from the moment it is opened."""

import re
from urllib.parse import urlsplit

from playwright.sync_api import BrowserContext, ConsoleMessage, Request, Response

from tests.site.neutral import HOST

# An answer with a status is judged by _look_at; the others are a test’s own doing, when it blocks or cuts the network.
NOT_A_FAULT = re.compile(
    r"Failed to load resource: the server responded with a status of 4"
    r"|Failed to load resource: net::ERR_(FAILED|INTERNET_DISCONNECTED|CONNECTION_REFUSED)"
    r"|htmx: htmx:error: Failed to fetch"
)
OUR_OWN = ("document", "xhr", "fetch", "ping", "beacon")  # what may be refused, because somebody asked for it wrongly


class Watch:
    """Fails a test whose browser asked another machine for something, or wrote an error on its console."""

    def __init__(self, context: BrowserContext, *own_hosts: str):
        self.own_hosts = {*own_hosts}
        self.asked: list[str] = []
        self.wrong: list[str] = []
        context.on("request", self._note)
        context.on("response", self._look_at)
        context.on("console", self._listen)
        context.on("weberror", lambda error: self.wrong.append(f"a script stopped: {error.error}"))

    def _note(self, request: Request) -> None:
        self.asked.append(f"{request.method} {request.url}")
        is_leaving = request.is_navigation_request() and urlsplit(request.url).hostname == HOST
        is_in_the_page = request.url.startswith("blob:")  # a voice that is listened to before it is added
        if urlsplit(request.url).netloc not in self.own_hosts and not is_leaving and not is_in_the_page:
            self.wrong.append(f"asked another machine: {request.url}")

    def _look_at(self, response: Response) -> None:
        failed = response.status >= 500 or (response.status >= 400 and response.request.resource_type not in OUR_OWN)
        if failed and urlsplit(response.url).hostname != HOST:
            self.wrong.append(f"{response.status} for {response.url}")

    def _listen(self, message: ConsoleMessage) -> None:
        if message.type in ("error", "warning") and not NOT_A_FAULT.match(message.text):
            self.wrong.append(f"on the console: {message.text}")

    def assert_nothing_wrong(self) -> None:
        assert self.asked, "the browser asked for nothing: was it used?"
        assert not self.wrong, "\n".join(self.wrong)
