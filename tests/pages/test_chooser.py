"""Who looks after you? To the council, and to the best language it answers."""

import pytest

from tests.councils.editor import Editor
from tests.pages.places import LIBRARY


@pytest.fixture
def only_sefton(environ, tmp_path):
    environ["CONTENT"] = str(Editor.with_a_copy(tmp_path).root)


@pytest.fixture
def pinned_to_sefton(environ):
    environ["SITE_COUNCIL"] = "sefton"


def test_every_council_is_there_to_choose_in_the_order_of_the_alphabet(reader):
    page = reader.get_page("/")
    links = [link.get("href") for link in page.root.all("a") if link.get("href").strip("/") in LIBRARY.councils]
    assert len(links) > 1
    assert links == sorted(links)
    assert [link.strip("/") for link in links] == sorted(LIBRARY.councils)


def test_each_leads_to_its_map(reader):
    for slug, council in LIBRARY.councils.items():
        assert council.short_name in reader.get_page(f"/{slug}/").title


def test_with_one_council_there_is_nothing_to_choose(only_sefton, client):
    answer = client.get("/")
    assert (answer.status_code, answer.location) == (303, "/sefton/")


def test_a_site_of_one_council_goes_straight_there(pinned_to_sefton, client):
    answer = client.get("/")
    assert (answer.status_code, answer.location) == (303, "/sefton/")
    client.get_page("/liverpool/en/", status=404)


@pytest.mark.parametrize(
    "asked",
    [
        "",
        "en",
        "en-GB,en;q=0.9",
        "xx,yy;q=0.5",
        "*",
        "*;q=0",
        "en;q=high",
        "x" * 300,
        ";;;,,,",
        "\u0645",
        ",".join(f"x-{number};q=0.{number % 10}" for number in range(10_000)),
        "en;q=" + "9" * 5000,
    ],
    ids=lambda asked: asked[:20] + str(len(asked)),
)
def test_whatever_languages_are_asked_for_there_is_a_map(reader, asked):
    answer = reader.get("/sefton/", headers={"Accept-Language": asked.encode("utf-8").decode("latin-1")})
    assert (answer.status_code, answer.location) == (303, "/sefton/en/")
    assert "Set-Cookie" not in answer.headers


@pytest.mark.parametrize("path", ["/sefton", "/sefton/en"])
def test_a_slash_left_out_is_put_in(reader, path):
    assert reader.get_page(path).path == "/sefton/en/"


@pytest.mark.parametrize(
    "typed", ["sef", "SEF", "  liver", "", "zzz", "<script>alert(1)</script>", "é" * 500, "\x00", "%"]
)
def test_whatever_is_typed_to_find_a_council_is_answered(reader, typed):
    page = reader.get_page("/", query_string={"name": typed})
    assert "<script>alert" not in page.html
    if typed.strip().lower() in {"sef", "liver"}:
        found = [link for link in page.root.all("a") if link.get("href").strip("/") in LIBRARY.councils]
        assert len(found) == 1
