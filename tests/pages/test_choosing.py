"""Choosing a council as a child does it: by its first letters, with or without JavaScript, or not knowing."""

import shutil
from pathlib import Path

import pytest

from app import create_app
from tests.councils.editor import CONTENT
from tests.html_tree import Element
from tests.page_client import Page, PageClient

# Their names are invented, with what real ones have: accents, hyphens, apostrophes, several words.
COUNCILS = {
    "north-vale": "North Vale Council",
    "vale-of-morwen": "Vale of Morwen Council",
    "stoke-on-brae": "Stoke-on-Brae City Council",
    "st-ives": "St Ive’s Borough Council",
    "penllyn": "Pênllŷn County Council",
    "bath-and-avonmere": "Bath & Avonmere Council",
}


@pytest.fixture(scope="module")
def site(tmp_path_factory) -> PageClient:
    """A site of invented councils only."""
    root = tmp_path_factory.mktemp("invented") / "content"
    shutil.copytree(CONTENT / "england", root / "england")
    text = (CONTENT / "sefton/council.yaml").read_text("utf-8")
    for place, (slug, name) in enumerate(COUNCILS.items()):
        (root / slug).mkdir()
        told = text.replace('name: "Sefton Council"', f'name: "{name}"').replace(
            "prefix: SEF", f"prefix: C{chr(65 + place)}"
        )
        (root / slug / "council.yaml").write_text(told, "utf-8")
    instance = tmp_path_factory.mktemp("instance")
    app = create_app({"INSTANCE": str(instance), "CONTENT": str(root)})
    yield PageClient(app)
    app.extensions["house"].records.engine.dispose()


def types(site: PageClient, typed: str, **more) -> Page:
    return site.get_page("/", query_string={"name": typed}, **more)


def offered(page: Page | Element) -> list[str]:
    """The councils to choose from, by their folders."""
    root = page.root if isinstance(page, Page) else page
    found = [link.get("href").strip("/") for link in root.all("a")]
    return [slug for slug in found if slug in COUNCILS]


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("", sorted(COUNCILS, key=COUNCILS.get)),
        ("n", ["north-vale"]),
        ("NORTH", ["north-vale"]),
        ("vale", ["north-vale", "vale-of-morwen"]),
        ("n vale", ["north-vale"]),
        ("mor", ["vale-of-morwen"]),
        ("of mor", ["vale-of-morwen"]),
        ("stoke on", ["stoke-on-brae"]),
        ("stoke-on-b", ["stoke-on-brae"]),
        ("brae", ["stoke-on-brae"]),
        ("st ives", ["st-ives"]),
        ("st ive's", ["st-ives"]),
        ("penll", ["penllyn"]),
        ("PÊNLLŶN", ["penllyn"]),
        ("pe\u0302nlly\u0302n", ["penllyn"]),
        ("bath &", ["bath-and-avonmere"]),
        ("bath and av", ["bath-and-avonmere"]),
        ("bath avon", ["bath-and-avonmere"]),
        ("st. ives", ["st-ives"]),
        ("  vale \t of ", ["vale-of-morwen"]),
    ],
)
def test_the_first_letters_of_any_of_its_words_find_it_without_javascript(site, typed, found):
    page = types(site, typed)
    assert offered(page) == found
    assert (page.field("name").get("value") or "") == typed.strip(), "what was typed is still there"
    if typed:
        number = "1 council begins" if len(found) == 1 else f"{len(found)} councils begin"
        assert f"{number} like that" in page.text


@pytest.mark.parametrize("typed", ["zzz", "ale", "vale north", "<b>", "%", "n" * 80])
def test_when_none_is_found_it_says_so_and_still_helps(site, typed):
    page = types(site, typed)
    assert offered(page) == []
    assert "We have no council that begins like that. Try fewer letters." in page.text
    assert "I do not know" in page.text


def test_it_is_a_plain_form_that_htmx_sends_while_it_is_typed_in(site):
    page = types(site, "")
    [form] = [form for form in page.root.all("form") if form.get("role") == "search"]
    assert (form.get("method"), form.get("action")) == ("get", "/")
    assert list(form.all("button")), "a button, for those without JavaScript"
    assert form.get("hx-get") == form.get("action"), "the same address, with or without"
    [part] = [
        one for one in page.root.all("ul") if f"#{one.get('id')}" == form.get("hx-select") == form.get("hx-target")
    ]
    assert offered(part) == offered(page), "what htmx takes out of the page is the list"
    [said] = [one for one in page.root.all("p") if f"#{one.get('id')}:innerHTML" == form.get("hx-select-oob")]
    assert said.get("role") == "status", "and how many there are is said aloud when it changes, without the list"


def test_htmx_gets_the_very_same_page(site):
    assert types(site, "vale").html == types(site, "vale", headers={"HX-Request": "true"}).html


def test_it_explains_which_council_is_meant(site):
    assert site.get_page("/").heading == "Who looks after you?"
    assert "It may not be the place where you live now." in site.get_page("/").text


def test_whoever_does_not_know_is_told_whom_to_ask(site):
    page = site.get_page("/")
    for name, number in (
        ("Childline", "0800 1111"),
        ("Help at Hand", "0800 528 0731"),
        ("Coram Voice", "0808 800 5792"),
    ):
        assert name in page.text
        assert page.link(number) == f"tel:{number.replace(' ', '')}"


def test_nothing_is_kept_of_who_has_asked(site):
    answer = site.get("/", query_string={"name": "north"})
    assert "Set-Cookie" not in answer.headers


@pytest.mark.parametrize("path", ["", "form/1", "steps/recorded", "guide/why", "follow"])
def test_a_site_of_one_council_knows_no_other(path, environ, request):
    environ["SITE_COUNCIL"] = "liverpool"
    client = request.getfixturevalue("client")
    assert client.get("/").location == "/liverpool/"
    assert client.get_page(f"/liverpool/en/{path}").heading
    client.get_page(f"/sefton/en/{path}", status=404)


def test_one_council_alone_goes_straight_on(tmp_path: Path, environ, request):
    for name in ("england", "lancashire"):
        shutil.copytree(CONTENT / name, tmp_path / "content" / name)
    environ["CONTENT"] = str(tmp_path / "content")
    assert request.getfixturevalue("client").get_page("/").path == "/lancashire/en/"
