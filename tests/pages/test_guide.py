"""The guide: every page of the contract, for a child first, and for the adults beside."""

import pytest

from tests.pages.places import LIBRARY

GUIDE = "/sefton/en/guide/"
BOOK = LIBRARY.find_book("sefton", "en")
CONTRACT = [
    *("advocates", "parents-and-carers", "who-can-use-this", "other-places", "your-rights"),
    *("words", "ways-to-tell-us", "privacy", "accessibility", "safety"),
]


@pytest.mark.parametrize("page", CONTRACT)
def test_a_page_has_its_title_and_its_words(reader, page):
    found = reader.get_page(f"{GUIDE}{page}")
    assert found.heading == BOOK.guide[page].title
    assert found.title == f"{BOOK.guide[page].title} – Sefton"
    assert len(found.text) > 300


@pytest.mark.parametrize("page", [page.id for page in BOOK.guide.values() if page.adults])
def test_what_is_for_adults_is_folded_away_and_named(reader, page):
    folded = [part for part in reader.get_page(f"{GUIDE}{page}").root.all("details") if part.get("class") == "adults"]
    assert len(folded) == 1
    assert folded[0].text.startswith("For parents, carers and advocates")


@pytest.mark.parametrize("page", CONTRACT)
def test_from_each_page_every_other_is_one_tap_away(reader, page):
    links = {link.get("href") for link in reader.get_page(f"{GUIDE}{page}").root.all("a")}
    assert {f"{GUIDE}{other}" for other in BOOK.guide if other != page} <= links
    assert "/sefton/en/" in links


def test_a_hard_word_is_explained_where_its_link_leads(reader):
    step = reader.get_page("/sefton/en/steps/recorded")
    hrefs = [link.get("href") for link in step.root.all("a") if link.get("class") == "word"]
    assert hrefs
    path, _sharp, id = hrefs[0].partition("#")
    assert id in {element.get("id") for element in reader.get_page(path).root.all()}


@pytest.mark.parametrize("number", ["0808 808 1001", "999bsl"])
def test_what_nobody_has_verified_is_on_no_page(reader, number):
    for page in BOOK.guide:
        assert number not in reader.get_page(f"{GUIDE}{page}").html


@pytest.mark.parametrize("page", ["", "nothing", "Words", "words.md", "..%2fcouncil", "words%00", "words/more"])
def test_a_page_that_is_not_there_is_a_kind_404(reader, page):
    found = reader.get_page(f"{GUIDE}{page}", status=404)
    assert found.heading == "We cannot find that page"
    assert found.link("Go to the map") == "/sefton/en/"
