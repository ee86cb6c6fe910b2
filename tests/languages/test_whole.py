"""Each language that is there is whole: nothing missing, nothing older than its English, nothing that says otherwise.

Run by hand:  bin/flask words gaps pl
"""

from gettext import c2py

import pytest
from babel import Locale

from app.councils.catalogue_checks import errors_of_catalogues, warnings_of_catalogue
from app.councils.catalogues import PLACEHOLDER, catalogue, find_po, languages_there, read_catalogue
from app.councils.languages import ENGLISH, LANGUAGES
from app.councils.library import read_library
from app.councils.translation import gaps
from tests.councils.editor import CONTENT

GLOSSARY = CONTENT.parent / "docs" / "glossary"
LIBRARY = read_library(CONTENT)
TAGS = [tag for tag in LANGUAGES if tag != ENGLISH.tag]  # every language of the table, be its files there or not


def test_every_language_of_the_table_is_there():
    assert len(TAGS) > 8 and {*LIBRARY.languages} == {*LANGUAGES}


@pytest.mark.parametrize("tag", TAGS)
def test_the_nations_words_are_whole(tag):
    assert not [str(problem) for problem in gaps(LIBRARY.shelf, "england", LANGUAGES[tag])]


@pytest.mark.parametrize("tag", TAGS)
def test_the_interface_is_whole(tag):
    assert not [str(problem) for problem in errors_of_catalogues([LANGUAGES[tag]])]
    assert not [str(problem) for problem in warnings_of_catalogue(LANGUAGES[tag])]
    messages = [message for message in read_catalogue(find_po(LANGUAGES[tag])) if message.id]
    assert len(messages) > 100 and any(PLACEHOLDER.search(str(message.id)) for message in messages)


@pytest.mark.parametrize("language", LANGUAGES.values(), ids=LANGUAGES)
def test_its_plurals_are_those_of_cldr(language):
    """The same numbers stand together, in the order of CLDR’s names for the forms."""
    form = c2py(language.plurals.partition("plural=")[2].rstrip(";"))
    rule = Locale.parse(language.locale).plural_form
    names = [name for name in ("zero", "one", "two", "few", "many", "other") if name in {rule(n) for n in range(1000)}]
    assert [form(n) for n in range(1000)] == [names.index(rule(n)) for n in range(1000)]
    assert f"nplurals={len(names)};" in language.plurals


def test_every_language_that_has_a_catalogue_has_words_too():
    assert {one.tag for one in languages_there()} == set(LIBRARY.languages)


@pytest.mark.parametrize("tag", TAGS)
def test_its_catalogue_compiles_and_has_a_word_for_each_number(tag):
    spoken = catalogue(LANGUAGES[tag])
    assert spoken.gettext("Leave quickly")
    said = {spoken.ngettext("%(count)s working day", "%(count)s working days", count) for count in range(120)}
    assert all(said) and (LANGUAGES[tag].is_rewritten or not any("working day" in one for one in said))
    assert len(said) > 3 or tag != "ar"


@pytest.mark.parametrize("tag", TAGS)
def test_a_glossary_fixes_each_term_once(tag):
    rows = [line for line in (GLOSSARY / f"{tag}.md").read_text("utf-8").split("\n") if line.startswith("| ")]
    terms = [row.split("|")[1].strip().lower() for row in rows]
    assert len(terms) > 20 and len(terms) == len({*terms})
