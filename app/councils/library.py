"""Everything the content folder says, read once at the start. Broken content stops the start."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from app.councils.council import Contact, Council
from app.councils.council_file import NATIONAL, read_council
from app.councils.languages import LANGUAGES
from app.councils.map_reading import read_guide, read_stage_map
from app.councils.problems import ContentBroken, ContentError, Problem
from app.councils.reader import Reader
from app.councils.stage_map import GuidePage, StageMap


@dataclass(frozen=True)
class Book:
    """One council's pages in one language."""

    stage_map: StageMap
    guide: Mapping[str, GuidePage]
    danger: tuple[Contact, ...]  # whom to call now
    contacts: tuple[Contact, ...]  # every one that may be shown


@dataclass(frozen=True)
class Library:
    councils: Mapping[str, Council]
    books: Mapping[tuple[str, str], Book]  # by council and language

    def find_council(self, slug: str) -> Council | None:
        return self.councils.get(slug)

    def find_book(self, council: str, language: str) -> Book | None:
        return self.books.get((council, language))


def read_library(root: Path) -> Library:
    """Raises ContentBroken with every problem found: one for each file, council and language that has any."""
    councils, books, problems = {}, {}, []
    if not (root / NATIONAL / "map.yaml").exists():
        raise ContentBroken(
            [Problem(Path(NATIONAL, "map.yaml"), 0, f"there is no national map in {root.name}/; is CONTENT right?")]
        )
    for folder in sorted(path for path in root.iterdir() if path.is_dir() and path.name != NATIONAL):
        if folder.name.startswith("."):
            continue
        try:
            council = read_council(root, folder)
        except ContentError as error:
            problems.append(error.problem)
            continue
        councils[council.slug] = council
        for tag in council.languages:
            try:
                books[council.slug, tag] = read_book(root, council, tag)
            except ContentError as error:
                problems.append(error.problem)
    if not councils and not problems:
        problems.append(Problem(Path("."), 0, "there is no council's folder here; copy one and change its words"))
    if problems:
        raise ContentBroken(problems)
    return Library(councils, books)


def read_book(root: Path, council: Council, tag: str) -> Book:
    reader = Reader(root, council, LANGUAGES[tag])
    return Book(
        stage_map=read_stage_map(reader),
        guide=read_guide(reader),
        danger=reader.tagged("danger"),
        contacts=tuple(contact for contact in reader.contacts if contact.verified),
    )
