"""Each page in each language: there, in the right language and direction, and made of the same things as the English.

With two invented languages among them, which need nothing but a row in the table and their files.
"""

import re

import pytest

from app.councils.catalogues import languages_there
from app.councils.languages import LANGUAGES
from tests.html_tree import shown
from tests.languages.conftest import COUNCILS
from tests.languages.pseudo import LONG, MIRRORED, PSEUDO
from tests.languages.shape import shape
from tests.page_client import PageClient

START = "/sefton/en/"
OF_THE_FORM = [f"{START}form/{page}" for page in ("1", "2", "10")] + [f"{START}follow"]
NAMES = ("PO Box", "Local Government and Social Care", "Coram Voice", "Family Rights", "Sefton ")
TAGS = [one.tag for one in (*languages_there(), *PSEUDO) if one.tag != "en"]


@pytest.fixture(scope="module")
def paths(app_in_many):
    book = app_in_many.extensions["house"].library.find_book("sefton", "en")
    steps = [f"{START}steps/{step.id}" for step in book.stage_map.steps]
    guide = [f"{START}guide/{id}" for id in book.guide]
    assert len(steps) > 15 and len(guide) > 9
    return [START, f"{START}steps/", *steps, *guide, *OF_THE_FORM]


@pytest.fixture(scope="module")
def english(app_in_many, paths):
    """Each page in English, fetched once for all the languages."""
    reader = PageClient(app_in_many)
    return {path: reader.get_page(path) for path in paths}


@pytest.mark.parametrize("tag", TAGS)
def test_every_page_is_in_the_language_and_made_of_the_same_things(tag, english, reader_of_many):
    language = LANGUAGES[tag]
    for path, original in english.items():
        page = reader_of_many.get_page(path.replace("/en/", f"/{tag}/"))
        [html] = page.root.all("html")
        assert (html.get("lang"), html.get("dir")) == (tag, language.direction), page.path
        if not language.is_rewritten:
            assert shape(page) == shape(original), page.path
            left = {words for words in texts(original) if " " in words} & {*texts(page)}
            assert not [words for words in left if not words.startswith(NAMES)], page.path


@pytest.mark.parametrize("tag", [one.tag for one in PSEUDO])
def test_no_english_is_left_but_what_says_so(tag, paths, reader_of_many):
    """In these languages every vowel stands twice, so a word with one alone has not been translated."""
    for path in paths:
        page = reader_of_many.get_page(path.replace("/en/", f"/{tag}/"))
        for element in page.root.all("p", "h1", "h2", "h3", "li", "a", "button", "label", "dt", "summary", "legend"):
            words = "".join(child for child in element.children if isinstance(child, str)).strip()
            in_english = any(above.get("lang") == "en" for above in (element, *element.above()))
            assert in_english or not {"the", "and", "you", "is", "what", "us"} & {*words.lower().split()}, (path, words)


def test_no_council_lacks_a_language(app_in_many):
    """They stand on the national words, and need no files of their own."""
    library = app_in_many.extensions["house"].library
    assert {*library.languages} == {*LANGUAGES}
    for council in COUNCILS[1:]:
        page = PageClient(app_in_many).get_page(f"/{council}/ur/follow")
        assert next(page.root.all("html")).get("lang") == "ur"
        assert len([link for link in page.root.all("a") if link.get("hreflang")]) == len(LANGUAGES)


def texts(page):
    """Each piece of text that says not of itself that it is English."""
    for element, words in shown(page.root):
        inside = [element, *element.above()]
        marked = any(one.get("lang") == "en" or "languages" in one.get("class") for one in inside if one.tag != "html")
        if not marked and re.search("[a-z]", words):
            yield " ".join(words.split())


def test_in_farsi_every_number_of_days_has_its_own_digits(reader_of_many):
    """A year, a day, a number of days. Codes, phones, laws and post codes are in 0 to 9 everywhere."""
    for path in ("", "?told=2026-11-02", "steps/panel-papers"):
        page = reader_of_many.get_page(f"/sefton/fa/{path}")
        [main] = page.root.all("main")
        farsi = [words for _element, words in shown(main) if re.search(r"[\u0600-\u06ff]", words)]
        said = [words for words in farsi if "reg." not in words]
        assert not [words for words in said if re.search("[0-9]", words)], path
        assert any(re.search("[۰-۹]", words) for words in said)


def test_the_map_keeps_the_day_it_counts_from(reader_of_many):
    page = reader_of_many.get_page("/sefton/en/?told=2026-11-02")
    [menu] = [one for one in page.root.all("details") if one.get("class") == "languages"]
    assert "/sefton/ur/?told=2026-11-02" in {link.get("href") for link in menu.all("a")}


def test_the_button_names_each_in_itself_and_leads_to_the_same_page(reader_of_many):
    page = reader_of_many.get_page("/sefton/en/steps/recorded")
    [menu] = [one for one in page.root.all("details") if one.get("class") == "languages"]
    links = {link.get("lang"): link for link in menu.all("a")}
    for language in (*languages_there(), LONG, MIRRORED):
        if language.tag not in links:
            assert language not in PSEUDO
            continue
        link = links[language.tag]
        assert (link.text, link.get("dir")) == (language.name, language.direction)
        assert link.get("href") == f"/sefton/{language.tag}/steps/recorded"
    assert links["en"].get("aria-current") == "true"


@pytest.mark.parametrize(
    ("asked", "tag"), [("qab,en;q=0.5", "qab"), ("xx,qaa;q=0.4", "qaa"), ("en-GB", "en"), ("xx", "en"), ("", "en")]
)
def test_the_first_visit_follows_what_the_phone_asks_for_and_says_how_to_change(asked, tag, reader_of_many):
    answer = reader_of_many.get("/sefton/", headers={"Accept-Language": asked})
    assert answer.location == f"/sefton/{tag}/" + ("" if tag == "en" else "#languages")
    assert "Accept-Language" in answer.headers["Vary"]
    kept = reader_of_many.get(f"/sefton/{tag}/", headers={"Accept-Language": "pl"})
    assert "Accept-Language" not in kept.headers["Vary"] and kept.headers["Cache-Control"].startswith("public")
    assert ('<p class="languages__note">' in kept.text) is (tag != "en")


def test_the_chooser_follows_it_too_and_takes_the_choice_along(reader_of_many):
    page = reader_of_many.get_page("/?language=qab")
    assert next(page.root.all("html")).get("dir") == "rtl"
    assert reader_of_many.get_page("/", headers={"Accept-Language": "qaa"}).heading != "Who looks after you?"


def test_easy_read_is_chosen_and_never_guessed(reader_of_many):
    for asked in ("en-x-easy", "en-GB,en-x-easy"):
        assert reader_of_many.get("/sefton/", headers={"Accept-Language": asked}).location == "/sefton/en/"


def test_what_nobody_has_checked_says_so_at_its_top(reader_of_many):
    assert "translation yet" not in reader_of_many.get("/sefton/en/").text
    for path in ("", "steps/recorded", "guide/why", "form/1", "follow"):
        page = reader_of_many.get_page(f"/sefton/qaa/{path}")
        assert [one for one in page.root.all("p") if one.get("class") == "unchecked"], path
