"""A page is kept for everybody only if it is the same for everybody."""

from dataclasses import dataclass
from datetime import UTC, datetime

import pytest

from app.pages.kept import KEPT, KeptPages

NOW = datetime(2026, 11, 22, 10, tzinfo=UTC)
MAP = "/sefton/en/"


@dataclass
class Unchanging:
    """A keeper whose content stays as it is."""

    edition: int = 1

    def look(self) -> None:
        pass


@dataclass
class Counting:
    """An app that answers with how often it was asked."""

    headers: list[tuple[str, str]]
    status: str = "200 OK"
    asked: int = 0

    def __call__(self, environ, start_response):
        self.asked += 1
        start_response(self.status, self.headers)
        return [f"{self.asked}".encode()]


def ask(site: KeptPages, path: str = MAP, method: str = "GET", **more) -> tuple[bytes, dict[str, str]]:
    said = {}
    environ = {"PATH_INFO": path, "REQUEST_METHOD": method, **more}
    return b"".join(site(environ, lambda status, headers: said.update(headers))), said


def site_of(*headers: tuple[str, str], status: str = "200 OK") -> KeptPages:
    return KeptPages(Counting(list(headers), status), lambda: NOW, Unchanging())


def test_a_public_page_is_made_once_and_then_kept():
    site = site_of(("Cache-Control", KEPT))
    assert [ask(site)[0] for _ in range(3)] == [b"1"] * 3
    assert ask(site, HTTP_HOST="evil.example", HTTP_COOKIE="form=x", HTTP_ACCEPT_LANGUAGE="pl")[0] == b"1"


@pytest.mark.parametrize("header", [("Set-Cookie", "form=somebody"), ("Vary", "Accept-Encoding, Cookie")])
def test_a_page_that_was_made_for_one_reader_is_kept_for_nobody(header):
    site = site_of(("Cache-Control", KEPT), header)
    for count in (b"1", b"2"):
        body, headers = ask(site)
        assert body == count
        assert headers["Cache-Control"] == "no-store"


@pytest.mark.parametrize(
    "site",
    [site_of(("Cache-Control", "no-store")), site_of(), site_of(("Cache-Control", KEPT), status="404 Not Found")],
    ids=["not to be kept", "not said", "not found"],
)
def test_nothing_is_kept_that_does_not_say_it_may_be(site):
    assert [ask(site)[0] for _ in range(2)] == [b"1", b"2"]


@pytest.mark.parametrize(
    "path", ["/", "/desk/", "/sefton/en/form/1", "/sefton/en/follow", "//sefton/en/", "/sefton/en/steps/a/b"]
)
def test_no_other_address_is_kept_whatever_it_says(path):
    site = site_of(("Cache-Control", KEPT))
    assert [ask(site, path)[0] for _ in range(2)] == [b"1", b"2"]


@pytest.mark.parametrize("more", [{"QUERY_STRING": "a=b"}, {"method": "POST"}])
def test_a_question_or_a_form_is_no_page_to_keep(more):
    site = site_of(("Cache-Control", KEPT))
    ask(site)
    assert ask(site, **more)[0] == b"2"
    assert ask(site)[0] == b"1"


def test_asking_for_the_head_first_leaves_the_whole_page_for_the_next():
    site = site_of(("Cache-Control", KEPT))
    assert ask(site, method="HEAD")[0] == b""
    assert ask(site)[0] == b"1"
