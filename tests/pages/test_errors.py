"""An address that leads nowhere, and a request that cannot be: a kind page with a way on, and never a failure."""

import re
from urllib.parse import quote, unquote_to_bytes

import pytest
from flask import abort
from sqlalchemy import text

from tests.pages.places import public_paths

MAP = "/sefton/en/"
TO_THE_MAP = [
    *("/sefton/xx/", "/sefton/EN/", "/sefton/en-GB/", "/sefton/cy/steps/recorded", "/sefton/e%00n/"),
    *("/sefton/en/steps/nothing", "/sefton/en/guide/nothing", "/sefton/en/nothing", "/sefton/en/form/99"),
    *("/sefton/en/follow/nothing", "/sefton/en/follow/", "/sefton/en/steps/recorded/more"),
]
TO_THE_START = [
    *("/atlantis/", "/atlantis/en/", "/SEFTON/en/", "/sefton%20/en/", "/england/en/", "/nothing/at/all"),
    *("/favicon.ico", "/robots.txt", "/.env", "/wp-login.php", "/static/nothing.css", "/static/css/../../records.db"),
    *("/previews", "/desk/nothing", "/health/more", "/leave/more"),
]
ODD = [
    *("..", "../", "../../../etc/passwd", "..%2f..%2fetc%2fpasswd", "%2e%2e/%2e%2e/council.yaml", "....//....//"),
    *("..\\..\\council.yaml", "%5c..%5c", "%00", "recorded%00.md", "%ff%fe", "%c0%ae%c0%ae/", "%u002e", "{{7*7}}"),
    *(
        "<script>alert(1)</script>",
        "'%20OR%201=1--",
        "%0d%0aSet-Cookie:x=1",
        "a" * 5000,
        quote("кириллица/鬼/\U0001f600"),
    ),
    *("\u202eedoc", "%E2%80%AE", "%25", "%", "a;b=c", "//evil.example/", "/\\evil.example", "recorded?x=" + "y" * 3000),
]


@pytest.mark.parametrize("path", TO_THE_MAP)
def test_a_wrong_turn_in_a_council_leads_to_its_map(reader, path):
    page = reader.get_page(path, status=404)
    assert page.heading == "We cannot find that page"
    assert page.link("Go to the map") == MAP
    assert reader.get_page(page.link("Go to the map")).heading


@pytest.mark.parametrize("path", TO_THE_START)
def test_a_wrong_turn_anywhere_else_leads_to_the_start(reader, path):
    page = reader.get_page(path, status=404)
    assert page.heading == "We cannot find that page"
    assert page.link("Start") == "/"


@pytest.mark.parametrize("odd", ODD, ids=lambda odd: odd[:24])
@pytest.mark.parametrize(
    "start", ["/", "/sefton/", "/sefton/en/", "/sefton/en/steps/", "/sefton/en/guide/", "/static/"]
)
def test_an_odd_path_is_a_kind_404_and_gives_nothing_away(reader, start, odd):
    answer = reader.get("/", environ_overrides={"PATH_INFO": as_it_came(start + odd)})
    while answer.status_code in {303, 308}:
        assert re.match(r"(http://localhost)?/(?![/\\])", answer.location), f"{answer.location} leads elsewhere"
        answer = reader.get(answer.location.removeprefix("http://localhost"))

    assert answer.status_code in {200, 404}
    assert "Set-Cookie" not in answer.headers
    for secret in ("<script>alert", "root:", "Traceback", "prefix: SEF", "inboxes:", "SQLite format"):
        assert secret not in answer.text
    if answer.status_code == 404:
        assert "We cannot find that page" in answer.text


def as_it_came(path: str) -> str:
    """A path as a web server gives it: the bytes that were meant, each as one letter."""
    return unquote_to_bytes(path).decode("latin-1")


@pytest.mark.parametrize(
    "method", ["POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "CONNECT", "PROPFIND", "BREW"]
)
@pytest.mark.parametrize("path", ["/", *public_paths("sefton")[:3], "/sefton/en/guide/words", "/health", "/nothing/"])
def test_a_method_that_does_not_belong_is_refused_kindly(reader, method, path):
    answer = reader.browser.open(path, method=method)
    assert answer.status_code in {200, 404, 405}
    if answer.status_code == 405:
        assert "GET" in answer.headers["Allow"]
        assert "That page does not work that way" in answer.text


def test_a_body_that_is_too_large_is_refused_kindly(reader):
    answer = reader.post("/sefton/en/follow", {"code": "1" * 2_100_000})
    assert answer.status_code == 413
    assert "That is too much to send at once" in answer.text


@pytest.mark.parametrize(
    ("content_type", "body"),
    [
        ("multipart/form-data; boundary=x", b"--x\r\nContent-Disposition: form-data; name=code\r\n\r\n12"),
        ("multipart/form-data", b"no boundary at all"),
        ("application/json", b'{"code": "1234"}'),
        ("application/x-www-form-urlencoded; charset=utf-7", b"code=+AGE-"),
        ("application/x-www-form-urlencoded", b"code=%ff%fe&code=2&=&&;%"),
        ("text/plain", b"\x00" * 100),
        ("", b"code=1"),
    ],
)
def test_a_broken_form_is_no_failure(reader, content_type, body):
    answer = reader.browser.post("/sefton/en/follow", data=body, content_type=content_type)
    assert answer.status_code in {303, 400}


def test_a_failure_says_it_is_not_your_fault_and_logs_no_words(app, client, caplog):
    @app.get("/fail/<words>")
    def fail(words):
        raise RuntimeError(f"something with {words} in it")

    page = client.get_page("/fail/planted-words?more=planted-query", status=500)

    assert "It is not your fault" in page.text
    assert page.link("Start") == "/"
    assert "RuntimeError in fail at" in caplog.text
    assert "planted" not in caplog.text


def test_a_failure_in_what_should_mend_another_logs_no_words_either(app, client, caplog):
    @app.errorhandler(ZeroDivisionError)
    def mend(error):
        raise RuntimeError("something with planted-words in it")

    app.add_url_rule("/fail", view_func=lambda: 1 / 0)
    assert client.get_page("/fail", status=500).heading == "Something went wrong here"
    assert "RuntimeError in <lambda> at" in caplog.text
    assert "planted" not in caplog.text


@pytest.mark.parametrize("host", ["a..b", ".", "x" * 64, "evil.example:99999", "\xff", "[::1", ""])
@pytest.mark.parametrize("path", ["/", "/sefton/en", "/sefton/en/follow", "/sefton/en/form/4"])
def test_a_host_that_cannot_be_is_no_failure(client, path, host):
    answer = client.get(path, headers={"Host": host})
    assert answer.status_code in {200, 303, 308, 400}
    if answer.status_code == 400:
        assert "We could not read that" in answer.text


@pytest.mark.parametrize(
    ("status", "heading"), [(403, "This page is not open to you"), (418, "We could not read that")]
)
def test_other_refusals_are_kind_too(app, client, status, heading):
    app.add_url_rule("/refuse", view_func=lambda: abort(status))
    assert client.get_page("/refuse", status=status).heading == heading


def test_when_the_database_is_away_the_words_are_said_to_be_still_there(client, house, caplog):
    with house.records.writing() as db:
        db.execute(text("ALTER TABLE visit RENAME TO gone"))
    with client.browser.session_transaction() as session:
        session["visit"] = "anything"

    page = client.get_page("/sefton/en/follow", status=503)

    assert page.heading == "We cannot keep anything just now"
    assert "your words are still there" in page.text
    assert "OperationalError in follow.show" in caplog.text
    assert "SELECT" not in caplog.text


def test_public_pages_need_no_database(client, house):
    with house.records.writing() as db:
        db.execute(text("DROP TABLE draft"))
        db.execute(text("DROP TABLE vault_key"))
    for path in ("/", "/sefton/en/", "/sefton/en/guide/safety", "/sefton/en/steps/recorded", "/sefton/en/follow"):
        assert client.get(path).status_code == 200
