"""Every public page, of every council: it keeps the house rules, needs nothing of the reader, and leaves nothing."""

import re

import pytest

from tests.pages.places import LIBRARY, public_paths

COUNCILS = sorted(LIBRARY.councils)
SOME = ["/", "/sefton/en/", "/sefton/en/steps/", "/sefton/en/steps/recorded", "/sefton/en/guide/safety"]


@pytest.mark.parametrize("council", COUNCILS)
def test_every_page_keeps_the_house_rules_and_leaves_no_cookie(reader, council):
    for path in public_paths(council):
        page = reader.get_page(path)
        headers = page.answer.headers

        assert page.path == path
        assert "Set-Cookie" not in headers, path
        other = reader.get(path, headers={"Cookie": "form=somebody"})
        assert other.data == page.answer.data, f"{path} is another page for who has a cookie that is no look"
        assert not re.search(r"\{[a-z]|%\(|\bNone\b|undefined", page.text), path


@pytest.mark.parametrize("council", COUNCILS)
def test_every_link_to_a_page_of_ours_leads_somewhere(reader, council):
    known = {
        *public_paths(council),
        f"/{council}/en/form/",
        f"/{council}/en/follow",
        f"/{council}/en/save",
        "/leave",
        "/",
    }
    wanted = set()
    for path in public_paths(council):
        page = reader.get_page(path)
        ids = {element.get("id") for element in page.root.all()}
        for link in page.root.all("a"):
            href, _sharp, part = link.get("href").partition("#")
            assert not part or href or part in ids, f"{path} has no {part}"
            if href.startswith("/") and not link.get("hreflang"):  # other languages: tests/languages
                wanted.add(href)
    assert len(wanted) > 20
    assert wanted - known == set()


@pytest.mark.parametrize("council", COUNCILS)
def test_every_page_offers_help_a_way_out_and_says_whether_it_is_real(reader, council):
    is_real = LIBRARY.councils[council].confirmed
    for path in public_paths(council):
        page = reader.get_page(path)
        assert page.link("Leave quickly") == "/leave"
        assert {"tel:999", "tel:08001111"} <= {link.get("href") for link in page.root.all("a")}
        assert ("This is a demonstration" in page.text) is not is_real


@pytest.mark.parametrize("path", SOME)
def test_a_page_may_be_kept_by_nobody_but_for_a_while(reader, path):
    control = reader.get(path).headers["Cache-Control"]
    assert control == "no-store" or control.startswith("public, max-age=")
    assert "private" not in control


@pytest.mark.parametrize("path", SOME)
@pytest.mark.parametrize("cookie", ["form=broken", "form=a.b.c", "form=; x=y", "\x80=1", "form=" + "x" * 4000, "; ;=;"])
def test_a_broken_or_foreign_cookie_changes_nothing(reader, path, cookie):
    plain, with_cookie = reader.get(path), reader.get(path, headers={"Cookie": cookie})
    assert with_cookie.status_code == plain.status_code == 200
    assert with_cookie.data == plain.data
    assert "Set-Cookie" not in with_cookie.headers


@pytest.mark.parametrize("path", SOME)
def test_asking_only_for_the_head_gives_the_same_head(reader, path):
    whole, head = reader.get(path), reader.browser.head(path)
    assert head.status_code == whole.status_code
    assert head.data == b""
    assert head.headers["Content-Length"] == str(len(whole.data))


@pytest.mark.parametrize("path", SOME[1:])
@pytest.mark.parametrize(
    "headers",
    [
        {"HX-Request": "true", "HX-Target": "info-words", "HX-Current-URL": "http://localhost/"},
        {"X-Forwarded-Host": "evil.example", "X-Forwarded-Proto": "https", "Forwarded": "host=evil.example"},
        {"Host": "evil.example"},
        {"Referer": "https://evil.example/", "User-Agent": ""},
        {"Accept": "application/json"},
    ],
    ids=["htmx", "forwarded", "host", "from elsewhere", "wants json"],
)
def test_what_the_reader_sends_along_changes_nothing(reader, path, headers):
    assert reader.get(path, headers=headers).data == reader.get(path).data


@pytest.mark.parametrize("path", SOME)
def test_a_page_loads_nothing_from_anywhere_else(reader, path):
    page = reader.get_page(path)
    for element in page.root.all("script", "link", "img", "use"):
        address = element.get("src") or element.get("href")
        assert address.startswith("/static/"), f"{path} wants {address}"
        assert reader.get(address.partition("#")[0]).status_code == 200


def test_no_page_writes_a_line_that_says_who_read_it(reader, caplog):
    with caplog.at_level("INFO"):
        for path in SOME:
            reader.get(path, headers={"User-Agent": "planted"}, environ_base={"REMOTE_ADDR": "203.0.113.7"})
    assert "planted" not in caplog.text
    assert "203.0.113.7" not in caplog.text
