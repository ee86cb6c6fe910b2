"""A child who tells the council something, and does what a child does when the page does not come: tries again."""

import random
import time
from dataclasses import dataclass, field
from threading import Thread
from urllib.parse import urlsplit

from app.model.robots import SHORTEST
from tests.faults.browser import Browser, Cut, Page

FORM = "/sefton/en/form/"
CHECK, SENT = f"{FORM}check", f"{FORM}sent"
PRESSES = ("once", "once", "twice at once", "double tap", "again from the old page", "goes away when cut")
AWKWARD = (
    "Łódź ﷽ 🙂\u200d🙃",
    "<b>not bold</b> & 'quoted'",
    "line one\nline two\n\n  line four",
    "=1+1;--",
    "O’Neil {{ 7*7 }}",
)
BREATH_SECONDS = 0.2
A_LITTLE_SECONDS = 0.2
PATIENCE_SECONDS = 120


class Breach(AssertionError):
    """Something was promised and is not so."""


@dataclass
class Child:
    name: str
    browser: Browser
    chance: random.Random = field(repr=False)
    presses: str = "once"
    answers: dict[str, str] = field(default_factory=dict)
    kept: set[str] = field(default_factory=set)  # addresses of questions whose answers we were told are kept
    codes: set[str] = field(default_factory=set)  # every code that was shown
    pressed: int = 0  # how often Send went off
    cuts: int = 0
    refusals: int = 0  # kind pages that say: not now
    began: float = 0.0
    is_away: bool = False  # went away without having seen "we have it"

    def __post_init__(self):
        nonsense = " ".join(self.chance.choice(AWKWARD) for _ in range(self.chance.randint(0, 3)))
        self.answers = {
            "words": f"{self.name} says: nobody listens. {nonsense} {self.chance.getrandbits(64):x}",
            "wish": f"{self.name} wishes {nonsense}!",
            "name": f"{self.name}",
        }

    def tells(self) -> None:
        """The whole form, from the first page to the code; or, for some, until Send is cut off and they go away."""
        self.began = time.monotonic()
        page = self._patiently(lambda: self.browser.get(FORM))
        while not page.path.startswith(CHECK):
            page = self._answers(page)
        self._reads_over(page)
        self._sends(page)

    def comes_back(self) -> None:
        """After going away: either the draft is there still, or we have it and it shows the same code."""
        self.is_away = False
        page = self._patiently(lambda: self.browser.get(CHECK))
        if page.path.startswith(CHECK):
            self._reads_over(page)
            self._sends(page)
        else:
            self._sees_that_we_have_it(page)

    def _answers(self, page: Page) -> Page:
        address = urlsplit(page.path).path
        if "throw-away" in str(page.fields()):
            return self._patiently(lambda: self.browser.send(page, {"go": "carry-on"}), FORM)
        if address in self.kept:
            raise Breach(f"{self.name} is asked again at {page.path}, though that answer was kept")
        answers = {name: self._answer(name, choices) for name, choices in page.fields().items() if name != "csrf_token"}
        after = self._patiently(lambda: self.browser.send(page, answers), address)
        if urlsplit(after.path).path != address:
            self.kept.add(address)
        return after

    def _answer(self, name: str, choices: list[str]) -> str:
        if name == "where":
            places = {"email": "child@young.example.com", "text": "0151 496 0123", "call": "0151 496 0145, after four"}
            return places.get(self.answers["way"], f"{self.name}\n1 Some Street\nSomewhere")
        if name == "go":
            return "on"  # “send just this now” has tests of its own
        if name not in ("words", "wish", "name"):
            self.answers[name] = self.chance.choice(choices) if choices else ""  # what is written may be left out
        return self.answers[name]

    def _reads_over(self, page: Page) -> None:
        if " ".join(self.answers["words"].split()) not in page.text:
            raise Breach(f"{self.name} does not find the words on the check page")
        time.sleep(max(0.0, self.began + SHORTEST.total_seconds() + A_LITTLE_SECONDS - time.monotonic()))

    def _sends(self, page: Page) -> None:
        """Press Send, the way this child does, until the page says that we have it."""
        others = []
        if self.presses == "twice at once":
            others.append(Thread(target=self._presses_in_another_tab, args=(page,)))
        elif self.presses == "double tap":
            self.pressed += 1
            self.browser.send_and_hang_up(page, {})
        for other in others:
            other.start()
        until = time.monotonic() + PATIENCE_SECONDS
        shown = page
        while shown.path.startswith(CHECK):
            if time.monotonic() > until:
                raise Breach(f"{self.name} presses Send, and the check page comes again and again")
            shown = self._presses(shown)
            if self.is_away:
                break
        for other in others:
            other.join()
        if not self.is_away:
            self._sees_that_we_have_it(shown)
            if self.presses == "again from the old page":
                self._sees_that_we_have_it(self._patiently(lambda: self._send(page), SENT))

    def _presses(self, page: Page) -> Page:
        try:
            shown = self._send(page)
            if shown.status < 500:
                return shown
            self._was_refused(shown)
        except Cut:
            self.cuts += 1
        if self.presses == "goes away when cut":
            self.is_away = True
            return page
        time.sleep(BREATH_SECONDS)
        return self._patiently(lambda: self.browser.get(CHECK))  # back to the check page, as a child would

    def _presses_in_another_tab(self, page: Page) -> None:
        try:
            self.pressed += 1
            self._notes_code(self.browser.another_tab().send(page, {}))
        except Cut:
            self.cuts += 1

    def _send(self, page: Page) -> Page:
        self.pressed += 1
        return self._notes_code(self.browser.send(page, {}))

    def _sees_that_we_have_it(self, page: Page) -> None:
        if not page.code:
            page = self._patiently(lambda: self.browser.get(SENT))
        if not (page.code and "We have it" in page.heading):
            raise Breach(f"{self.name} pressed Send and was shown {page.heading!r} at {page.path}, with no code")

    def _patiently(self, ask, again_at: str = "") -> Page:
        """Ask until there is an answer. After a cut a child loads the page again, and goes on from what it says."""
        until = time.monotonic() + PATIENCE_SECONDS
        while time.monotonic() < until:
            try:
                page = self._notes_code(ask())
                if page.status < 500:
                    return page
                self._was_refused(page)
            except Cut:
                self.cuts += 1
            time.sleep(BREATH_SECONDS)
            if again_at:
                address, ask, again_at = again_at, None, ""
                ask = _getting(self.browser, address)
        raise Breach(f"{self.name} got no page in {PATIENCE_SECONDS} seconds")

    def _was_refused(self, page: Page) -> None:
        if page.status != 503:
            raise Breach(f"{self.name} was shown a page of status {page.status} at {page.path}: {page.heading!r}")
        self.refusals += 1

    def _notes_code(self, page: Page) -> Page:
        if page.code:
            self.codes.add(page.code)
        return page


def _getting(browser: Browser, address: str):
    return lambda: browser.get(address)
