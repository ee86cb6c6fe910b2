"""The headers that every answer carries, whole, whatever kind of answer it is."""

import base64
import hashlib
import re

import pytest
from sqlalchemy import select

from app.records.tables import draft

POLICY = {
    "default-src": "'none'",
    "style-src": "'self'",
    "script-src": "'self'",
    "img-src": "'self'",
    "connect-src": "'self'",
    "manifest-src": "'self'",
    "form-action": "'self'",
    "base-uri": "'none'",
    "frame-ancestors": "'none'",
}
ALONE, POWERS = "Cross-Origin-Opener-Policy", "Permissions-Policy"
EXACTLY = {
    ALONE: "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    POWERS: "camera=(), geolocation=(), microphone=(), browsing-topics=()",
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}
NEVER = ["Server", "X-Powered-By", "Access-Control-Allow-Origin", "ETag-Weak"]


def kinds_of_answer(client) -> dict:
    """One answer of each kind there is."""
    links = client.get_page("/sefton/en/guide/words").root.all("link")
    sheet = next(link.get("href") for link in links if "css" in link.get("href"))
    get, browser = client.get, client.browser
    etag = get("/sefton/en/guide/words").headers["ETag"]
    return {
        "a page, 200": get("/sefton/en/guide/words"),
        "the same, kept": get("/sefton/en/guide/words"),
        "not modified, 304": get("/sefton/en/guide/words", headers={"If-None-Match": etag}),
        "only its head": browser.head("/sefton/en/guide/words"),
        "a page with a form": get("/sefton/en/follow"),
        "another way, 303": get("/sefton/"),
        "a slash, 308": get("/sefton/en"),
        "refused, 400": browser.post("/sefton/en/follow", data=b"x" * 9, content_type="multipart/form-data; boundary="),
        "a form, 303": client.post("/sefton/en/follow", {"code": "1"}),
        "not from here, 403": client.post("/leave"),
        "not found, 404": get("/sefton/en/nothing"),
        "not that way, 405": browser.put("/sefton/en/"),
        "too large, 413": client.post("/sefton/en/follow", {"code": "1" * 2_100_000}),
        "asked what it can": browser.options("/sefton/en/"),
        "leaving": get("/leave"),
        "a look, 303": client.post("/look", headers={"Sec-Fetch-Site": "same-origin"}),
        "left, 204": client.post("/leave", headers={"Sec-Fetch-Site": "same-origin"}),
        "health": get("/health"),
        "the desk's door": get("/desk/"),
        "static": get(sheet),
        "static, compressed": get(sheet, headers={"Accept-Encoding": "br"}),
        "static, a part, 206": get(sheet, headers={"Range": "bytes=0-9"}),
        "static, no such part, 416": get(sheet, headers={"Range": "bytes=99999999-"}),
        "static, not that way, 405": client.post(sheet),
        "static, not found, 404": get("/static/nothing.css/"),
    }


def policy_of(answer) -> dict[str, str]:
    parts = (part.strip().partition(" ") for part in answer.headers["Content-Security-Policy"].split(";"))
    return {name: value for name, _space, value in parts}


def test_every_kind_of_answer_carries_them_all(client):
    answers = kinds_of_answer(client)
    statuses = {answer.status_code for answer in answers.values()}
    assert statuses >= {200, 204, 206, 303, 304, 308, 403, 404, 405, 413, 416}
    for kind, answer in answers.items():
        assert policy_of(answer) == POLICY, kind
        expected = dict(EXACTLY)
        keeping = answer.headers.get("Cache-Control", "")
        if "public" in keeping:
            del expected[ALONE]
        if "immutable" in keeping:
            del expected[POWERS]
        assert {name: answer.headers[name] for name in EXACTLY if name in answer.headers} == expected, kind
        assert not [name for name in NEVER if name in answer.headers], kind
        for name in (*expected, "Content-Security-Policy"):
            assert len(answer.headers.getlist(name)) == 1, f"{kind}: {name} is there twice"


def test_only_what_anybody_may_keep_shares_its_process(client):
    answers = kinds_of_answer(client)
    for_anybody = {kind for kind, answer in answers.items() if ALONE not in answer.headers}
    assert {"a page, 200", "the same, kept", "static"} <= for_anybody
    own = {"a page with a form", "a form, 303", "the desk's door", "leaving", "refused, 400", "not found, 404"}
    assert not own & for_anybody


@pytest.mark.parametrize("council", ["sefton", "lancashire"])
def test_the_css_in_the_map_is_allowed_by_its_hash_and_nothing_else_is(client, council):
    for answer in (client.get(f"/{council}/en/"), client.get(f"/{council}/en/")):  # made, and then kept
        html = answer.get_data(as_text=True)
        both = re.findall(r"<style>(.*?)</style>", html, re.DOTALL)  # of the first screen, and where the map begins
        assert len(both) == html.count("<style") == 2
        assert all(len(css) > 1000 for css in both)
        digests = [base64.b64encode(hashlib.sha256(css.encode()).digest()).decode() for css in both]
        allowed = " ".join(f"'sha256-{digest}'" for digest in digests)
        assert policy_of(answer) == POLICY | {"style-src": f"'self' {allowed}"}


def test_a_failure_carries_them_too(app, client):
    @app.get("/fail")
    def fail():
        raise RuntimeError

    answer = client.get("/fail")
    assert answer.status_code == 500
    assert policy_of(answer) == POLICY


def test_nothing_is_kept_but_what_is_public(client):
    kept = {kind: answer.headers.get("Cache-Control", "") for kind, answer in kinds_of_answer(client).items()}
    public = {kind for kind, control in kept.items() if "public" in control}

    assert {"a page, 200", "static"} <= public
    for kind in (
        "a page with a form",
        "a form, 303",
        "leaving",
        "left, 204",
        "health",
        "the desk's door",
        "not found, 404",
    ):
        assert kept[kind] == "no-store", kind


def test_a_file_whose_name_carries_its_hash_is_kept_for_ever(client):
    assert "immutable" in kinds_of_answer(client)["static"].headers["Cache-Control"]


def test_without_tls_no_browser_is_told_to_insist_on_it(client):
    for kind, answer in kinds_of_answer(client).items():
        assert "Strict-Transport-Security" not in answer.headers, kind


@pytest.fixture
def over_tls(environ):
    environ["SITE_URL"] = "https://tell.example.org"


def test_over_tls_every_answer_insists_on_it(over_tls, client):
    for kind, answer in kinds_of_answer(client).items():
        assert answer.headers["Strict-Transport-Security"] == "max-age=31622400; includeSubDomains", kind


def test_the_cookie_is_for_this_site_and_this_visit_only(over_tls, client):
    cookie = client.get("/sefton/en/follow", base_url="https://tell.example.org").headers["Set-Cookie"]
    name, *flags = (part.strip() for part in cookie.split(";"))
    assert name.startswith("__Host-form=")  # which no other host may set: RFC 6265bis, 4.1.3
    assert {"HttpOnly", "Secure", "SameSite=Lax", "Path=/"} == set(flags)


@pytest.mark.parametrize("site", ["cross-site", "same-site"])
@pytest.mark.parametrize(
    "path",
    [
        "/sefton/en/form/4",
        "/sefton/en/form/check",
        "/sefton/en/follow",
        "/sefton/en/follow/more",
        "/desk/sign-in",
        "/leave",
    ],
)
def test_a_form_of_another_site_changes_nothing_here_not_even_the_cookie(client, house, path, site):
    answer = client.post(path, {"words": "planted", "code": "1"}, headers={"Sec-Fetch-Site": site})
    assert answer.status_code == 403
    assert "Set-Cookie" not in answer.headers
    with house.records.reading() as db:
        assert db.execute(select(draft.c.id)).all() == []
