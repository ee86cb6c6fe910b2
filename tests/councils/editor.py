"""Somebody at a council with a copy of the English content open, the nation’s and Sefton’s: one change at a time."""

import shutil
from dataclasses import dataclass
from pathlib import Path

from app.councils.languages import LANGUAGES
from app.councils.library import Book, Library, read_library
from app.councils.problems import ContentBroken, Problem

CONTENT = Path(__file__).parents[2] / "content"
COPIED = ("england", "sefton")
TRANSLATED = shutil.ignore_patterns(*(tag for tag in LANGUAGES if tag != "en"))  # a test brings the one it is about
# Of a council that has decided how long it keeps what was told: a site in production wants it said.
KEEP = (
    "keep: {"
    + ", ".join(
        f"{kind}: {{years: 6, source: our schedule}}" for kind in ("complaint", "advocate", "comment", "compliment")
    )
    + "}"
)


@dataclass(frozen=True)
class Editor:
    root: Path

    @classmethod
    def with_a_copy(cls, folder: Path) -> "Editor":
        for name in COPIED:
            shutil.copytree(CONTENT / name, folder / "content" / name, ignore=TRANSLATED)
        return cls(folder / "content")

    def writes(self, name: str, text: str | bytes) -> None:
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode("utf-8"))

    def changes(self, name: str, old: str, new: str) -> None:
        text = self.reads(name)
        assert text.count(old) == 1, f"{old!r} is in {name} {text.count(old)} times: check this test"
        self.writes(name, text.replace(old, new))

    def adds(self, name: str, text: str) -> None:
        self.writes(name, self.reads(name) + text)

    def takes_away(self, name: str) -> None:
        (self.root / name).unlink()

    def reads(self, name: str) -> str:
        return (self.root / name).read_bytes().decode("utf-8")  # line ends as they are

    def line_of(self, name: str, words: str) -> int:
        """The line on which `words` first stand."""
        before, found, _after = self.reads(name).partition(words)
        assert found, f"{words!r} is not in {name}: check this test"
        return before.count("\n") + 1

    def library(self) -> Library:
        return read_library(self.root)

    def book(self) -> Book:
        return self.library().find_book("sefton", "en")

    def problems(self) -> list[Problem]:
        """What is wrong; nothing, when it can be served."""
        try:
            read_library(self.root)
        except ContentBroken as broken:
            assert broken.problems
            assert all(str(problem) in str(broken) for problem in broken.problems)
            return broken.problems
        return []

    def the_problem(self) -> Problem:
        problems = self.problems()
        assert len(problems) == 1, f"expected one problem, not {problems}"
        return problems[0]


def pages_of(book: Book) -> dict[str, str]:
    """Every piece of HTML in a book, by where it is."""
    html = {}
    for land in book.stage_map.lands:
        html[f"stages/{land.id}"] = land.words
        for step in land.steps:
            html[f"steps/{step.id}"] = step.child + step.adults
    for page in book.guide.values():
        html[f"guide/{page.id}"] = page.child + page.adults
    assert len(html) > 30, "found too few pages: check this test"
    return html
