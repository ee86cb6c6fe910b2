"""Dates, lists and the council's own terms, as a language writes them and as a screen reader reads them."""

import pickle
from datetime import date

import pytest

from app.councils import dates
from app.councils.languages import LANGUAGES
from app.councils.library import read_library
from app.councils.markup import marked
from app.councils.said import Said, in_markdown, read_said
from tests.councils.editor import CONTENT, pages_of

FRIDAY = date(2026, 12, 4)
LIBRARY = read_library(CONTENT)
MARKED = 'комісія (<span lang="en" dir="ltr">Review Panel</span>)'


@pytest.mark.parametrize("language", LANGUAGES.values(), ids=LANGUAGES)
def test_a_date_can_stand_before_the_stop_of_a_sentence(language):
    for said in (dates.day, dates.day_and_year, dates.with_year):
        assert not said(FRIDAY, language.locale).endswith(".")


def test_in_ukrainian_the_year_is_said_in_full():
    assert dates.with_year(FRIDAY, "uk").split() == ["4", "грудня", "2026", "року"]
    assert dates.day_and_year(FRIDAY, "uk").endswith("року")


@pytest.mark.parametrize(("locale", "head"), [("en_GB", "F"), ("ur", "جمعہ"), ("ar", "ج"), ("fa", "ج"), ("sq", "p")])
def test_the_days_of_a_calendar_are_in_the_language(locale, head):
    assert dates.narrow_weekday(FRIDAY, locale) == head


@pytest.mark.parametrize(("tag", "stop"), [("ur", "۔"), ("ar", "."), ("fa", "."), ("pl", ".")])
def test_a_list_of_contacts_has_the_commas_and_stops_of_the_language(tag, stop):
    page = pages_of(LIBRARY.find_book("sefton", tag))["guide/safety"]
    line = next(line for line in page.split("<li>") if "0800 1111" in line).split("</li>")[0]
    assert f"){stop} " in line and line.endswith(stop)
    assert ("،" in line) is (tag != "pl") and "۔." not in line


def test_a_term_of_the_council_says_that_it_is_english():
    said = read_said("комісія ([Review Panel]{lang=en})", "uk")
    assert (said, said.lang, said.english) == ("комісія (Review Panel)", "uk", ("Review Panel",))
    assert marked(said, "uk") == MARKED
    assert pickle.loads(pickle.dumps(said)).english == ("Review Panel",)
    assert marked(Said("Review Panel", "en"), "uk") == '<span lang="en" dir="ltr">Review Panel</span>'
    assert marked(Said("<b>", "uk", ("b",)), "uk") == '&lt;<span lang="en" dir="ltr">b</span>&gt;'
    assert in_markdown(said, "en") == "[комісія (Review Panel)]{lang=uk}"


@pytest.mark.parametrize("tag", [tag for tag in LIBRARY.languages if not LANGUAGES[tag].is_rewritten and tag != "en"])
def test_it_does_in_a_link_too_and_no_page_shows_markdown(tag):
    pages = "".join(pages_of(LIBRARY.find_book("sefton", tag)).values())
    assert '(<span lang="en" dir="ltr">Complaints Officer</span>)' in pages
    assert not [sign for sign in ("](", "{lang", "\ue000", "\ue001") if sign in pages]
