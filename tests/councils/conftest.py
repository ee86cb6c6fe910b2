"""What tests of the content may ask for."""

from pathlib import Path

import pytest

from app.councils.library import Book, read_library
from tests.councils.editor import CONTENT, Editor


@pytest.fixture
def editor(tmp_path: Path) -> Editor:
    """An editor with a copy of the whole content folder."""
    return Editor.with_a_copy(tmp_path)


@pytest.fixture(scope="session")
def sefton() -> Book:
    """Sefton's pages in English, as they are served."""
    return read_library(CONTENT).find_book("sefton", "en")


@pytest.fixture(scope="session")
def every_book() -> dict[str, Book]:
    """Every council's pages in each of its languages, by "council/language"."""
    library = read_library(CONTENT)
    places = [(slug, tag) for slug, council in library.councils.items() for tag in council.languages]
    assert places
    return {f"{slug}/{tag}": library.find_book(slug, tag) for slug, tag in places}
