"""A browser without JavaScript, over a real connection: cookies, forms, and connections that are cut."""

import http.client
import secrets
from dataclasses import dataclass, field
from http.cookies import SimpleCookie
from ipaddress import IPv4Address
from urllib.parse import urlencode, urljoin, urlsplit

from tests.html_tree import Element, Tree

PATIENCE_SECONDS = 30
MOST_REDIRECTS = 6


def an_address() -> str:
    """Each child at home: very many from one address would be held in case a robot sent them."""
    return str(IPv4Address(secrets.randbelow(2**24) + int(IPv4Address("10.0.0.0"))))


class Cut(Exception):
    """The connection was cut, refused, or stayed silent: the child sees the browser's own page, and no answer."""


@dataclass
class Page:
    path: str
    status: int
    html: str = field(repr=False)

    def __post_init__(self):
        self.root = Tree(self.html).root

    @property
    def text(self) -> str:
        return self.root.text

    @property
    def heading(self) -> str:
        return next((h1.text for h1 in self.root.all("h1")), "")

    def fields(self) -> dict[str, list[str]]:
        """The fields of the page's own form, and for choices what can be chosen."""
        form = self.form()
        found: dict[str, list[str]] = {}
        for control in form.all("input", "textarea", "button"):
            name = control.get("name")
            if name == "starter":
                continue  # sends the form too, and brings it back
            if name and control.get("type") == "radio":
                found.setdefault(name, []).append(control.attributes.get("value", ""))
            elif name:
                found.setdefault(name, [control.attributes.get("value", "")])
        return found

    def form(self) -> Element:
        """The form with a token: the one that keeps something."""
        holding = [form for form in self.root.all("form") if any(f.get("name") == "csrf_token" for f in form.all())]
        if not holding:
            raise LookupError(f"{self.path} ({self.status}, {self.heading!r}) has no form")
        return holding[0]

    @property
    def code(self) -> str:
        """The follow-up code, if this page shows one."""
        return next((element.text for element in self.root.all() if "code" in element.get("class").split()), "")


@dataclass
class Browser:
    port: int
    jar: dict[str, str] = field(default_factory=dict)
    address: str = field(default_factory=an_address)  # as the proxy in front says it

    def another_tab(self) -> "Browser":
        return Browser(self.port, self.jar, self.address)

    def get(self, path: str) -> Page:
        return self._follow("GET", path, None)

    def send(self, page: Page, answers: dict[str, str]) -> Page:
        """Fill in the page's form and send it, with its token."""
        return self._follow("POST", *filled_in(page, answers))

    def send_and_hang_up(self, page: Page, answers: dict[str, str]) -> None:
        """Press the button, and do not wait for the answer: the second tap of a double tap does that to the first."""
        path, body = filled_in(page, answers)
        try:
            connection = self._ask("POST", path, body)
        except (OSError, http.client.HTTPException):
            return
        connection.close()

    def _follow(self, method: str, path: str, body: str | None) -> Page:
        try:
            for _ in range(MOST_REDIRECTS):
                connection = self._ask(method, path, body)
                try:
                    answer = connection.getresponse()
                    html = answer.read().decode("utf-8")
                finally:
                    connection.close()
                self._keep_cookies(answer)
                if answer.status not in (301, 302, 303, 307, 308):
                    return Page(path, answer.status, html)
                method, body = "GET", None
                parts = urlsplit(urljoin(path, answer.headers["Location"]))
                path = parts.path + (f"?{parts.query}" if parts.query else "")
        except (OSError, http.client.HTTPException) as why:
            raise Cut(f"{method} {path}: {type(why).__name__}") from why
        raise AssertionError(f"{path} leads in a circle")

    def _ask(self, method: str, path: str, body: str | None) -> http.client.HTTPConnection:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE_SECONDS)
        headers = {"Connection": "close", "Cookie": "; ".join(f"{name}={value}" for name, value in self.jar.items())}
        headers["X-Forwarded-For"] = self.address
        if body is not None:
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        connection.request(method, path, body, headers)
        return connection

    def _keep_cookies(self, answer: http.client.HTTPResponse) -> None:
        for line in answer.headers.get_all("Set-Cookie") or []:
            for name, morsel in SimpleCookie(line).items():
                if morsel.value and morsel["max-age"] != "0":
                    self.jar[name] = morsel.value
                else:
                    self.jar.pop(name, None)


def filled_in(page: Page, answers: dict[str, str]) -> tuple[str, str]:
    """Where the form goes, and what it then says. Line ends go as browsers send them."""
    token = page.fields()["csrf_token"][0]
    path = urljoin(page.path, page.form().get("action") or page.path)
    typed = {name: "\r\n".join(answer.split("\n")) for name, answer in answers.items()}
    return path, urlencode({"csrf_token": token, **typed})
