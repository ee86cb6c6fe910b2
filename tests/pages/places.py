"""Where the public pages are, read from the content that is served."""

from app.councils.library import Library, read_library
from tests.councils.editor import CONTENT

LIBRARY: Library = read_library(CONTENT)


def public_paths(council: str, language: str = "en") -> list[str]:
    """The address of every public page of a council."""
    book, start = LIBRARY.find_book(council, language), f"/{council}/{language}/"
    steps = [f"{start}steps/{step.id}" for step in book.stage_map.steps]
    guide = [f"{start}guide/{page}" for page in book.guide]
    assert len(steps) > 15
    assert len(guide) > 9
    return [start, f"{start}steps/", *steps, *guide]
