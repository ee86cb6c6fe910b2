"""The one client through which tests fetch pages. Every page it sees must satisfy the house rules."""

import re
from functools import cached_property
from typing import ClassVar

from flask import Flask
from werkzeug.test import TestResponse

from tests.house_rules import check_tree
from tests.html_tree import Element, Tree, shown

TOKEN = re.compile(r'name="csrf_token"[^>]* value="([^"]+)"')


class PageClient:
    """A browser without JavaScript, with its cookies."""

    satisfied: ClassVar[set[tuple]] = set()  # pages, but for their token: most come by again and again

    def __init__(self, app: Flask):
        self.app, self.browser = app, app.test_client()
        self.in_sight: Page | None = None  # what the last answer showed

    def get(self, path: str, **more) -> TestResponse:
        return self.browser.get(path, **more)

    def get_page(self, path: str, status: int = 200, **more) -> "Page":
        """The page at `path`, after any redirects. Fails if it breaks a house rule."""
        answer = self.browser.get(path, follow_redirects=True, **more)
        return self._page(answer, status)

    def post(self, path: str, data: dict | None = None, **more) -> TestResponse:
        """Send a form as it is, with nothing added."""
        return self.browser.post(path, data=data, **more)

    def send(self, path: str, data: dict, status: int = 200, page: str | None = None, **more) -> "Page":
        """Fill in the form on the page at `page` (or `path`) and send it to `path`: its token goes along.

        A page that is in sight already is not fetched again.
        """
        form = self.in_sight if self.in_sight and self.in_sight.path == (page or path) else self.get_page(page or path)
        token, self.in_sight = form.csrf_token, None
        answer = self.browser.post(path, data={"csrf_token": token, **data}, follow_redirects=True, **more)
        return self._page(answer, status)

    def _page(self, answer: TestResponse, status: int) -> "Page":
        assert answer.status_code == status, f"{answer.request.path} gave {answer.status}, not {status}"
        page, allowed = Page(answer), answer.headers.get("Content-Security-Policy", "")
        seen = hash(TOKEN.sub("", page.html)), page.is_public, allowed
        if seen not in self.satisfied:
            check_tree(page.root, heading_in_title=page.is_public, allowed=allowed)
            self.satisfied.add(seen)
        self.in_sight = page if answer.status_code == 200 else None
        return page


class Page:
    """What was fetched: its address, its words, its forms."""

    def __init__(self, answer: TestResponse):
        self.answer, self.html, self.path = answer, answer.text, answer.request.path

    @cached_property
    def root(self) -> Element:
        return Tree(self.html).root

    @property
    def is_public(self) -> bool:
        """Pages of the form, of follow and of the desk keep their heading out of the title."""
        return not re.search(r"^/desk|/form(/|$)|/follow(/|$)", self.path)

    @property
    def title(self) -> str:
        return next(title.text for title in self.root.all("title") if not title.within("svg"))

    @property
    def heading(self) -> str:
        return next(self.root.all("h1")).text

    @property
    def text(self) -> str:
        """All that a person sees."""
        return " ".join(" ".join(words for _element, words in shown(self.root)).split())

    @property
    def csrf_token(self) -> str:
        found = TOKEN.search(self.html)
        assert found, f"{self.path} has no form with a token"
        return found[1]

    def field(self, name: str) -> Element:
        """The first control of this name."""
        found = [field for field in self.root.all("input", "textarea", "select") if field.get("name") == name]
        assert found, f"{self.path} has no field called {name}"
        return found[0]

    def link(self, words: str) -> str:
        """Where the first link that says `words` leads."""
        found = [link.get("href") for link in self.root.all("a") if words in (link.text or link.name_given)]
        assert found, f"{self.path} has no link that says {words!r}"
        return found[0]
