"""Each language that is there is whole: nothing missing, nothing older than its English, nothing that says otherwise.

Run by hand:  bin/flask words gaps pl
"""

from gettext import c2py

import pytest
from babel import Locale

from app.councils.catalogue_checks import errors_of_catalogues, warnings_of_catalogue
from app.councils.catalogues import PLACEHOLDER, find_po, languages_there, read_catalogue
from app.councils.languages import ENGLISH, LANGUAGES
from app.councils.library import read_library
from app.councils.translation import gaps
from tests.councils.editor import CONTENT

LIBRARY = read_library(CONTENT)
TAGS = [tag for tag in LIBRARY.languages if tag != ENGLISH.tag]


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
