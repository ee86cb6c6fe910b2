"""Everything the content folder says, read and checked at the start. Pages are made when first asked for."""

from collections import OrderedDict
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import permutations
from pathlib import Path
from threading import Lock

from app.councils.catalogue_checks import errors_of_catalogues
from app.councils.checking import problems_of_council, problems_of_national
from app.councils.contacts import national_contacts
from app.councils.council import Contact, Council
from app.councils.council_file import read_council
from app.councils.entries import problems_of_entries
from app.councils.languages import ENGLISH, LANGUAGES, Language
from app.councils.links import NATIONAL
from app.councils.map_reading import read_guide, read_places, read_stage_map
from app.councils.phrases import Phrases
from app.councils.problems import ContentBroken, ContentError, Problem
from app.councils.reader import Reader
from app.councils.said import Said
from app.councils.shelf import Shelf
from app.councils.stage_map import GuidePage, StageMap
from app.councils.there import languages_of

BOOKS_KEPT = 128


@dataclass(frozen=True)
class Book:
    """One council's pages in one language."""

    stage_map: StageMap
    guide: Mapping[str, GuidePage]
    places: Mapping[str, GuidePage]  # where somebody else decides, by what it is about
    danger: tuple[Contact, ...]  # whom to call now
    contacts: tuple[Contact, ...]  # every one that may be shown
    reads_inbox: Said  # when the council reads what comes in


class Library:
    """The councils, and their books."""

    def __init__(self, shelf: Shelf, councils: Mapping[str, Council], languages: tuple[str, ...]):
        self.shelf, self.councils = shelf, councils
        self.languages = languages  # the tags of those there are to read, English first
        self._books: OrderedDict[tuple[str, str], Book] = OrderedDict()
        self._lock = Lock()

    def find_council(self, slug: str) -> Council | None:
        return self.councils.get(slug)

    def find_book(self, slug: str, language: str) -> Book | None:
        """A council's pages in a language; None if there is no such council, or no such words."""
        council = self.councils.get(slug)
        if council is None or language not in self.languages:
            return None
        with self._lock:
            if (slug, language) not in self._books:
                self._books[slug, language] = _book(Reader(self.shelf, council, LANGUAGES[language]))
            self._books.move_to_end((slug, language))
            while len(self._books) > BOOKS_KEPT:
                self._books.popitem(last=False)
            return self._books[slug, language]

    def national_contacts(self, *tags: str, language: Language = ENGLISH) -> list[Contact]:
        """Whom to turn to anywhere in England, under any of these tags: for pages without a council."""
        national = national_contacts(self.shelf, Phrases(self.shelf, NATIONAL, language), language.tag)
        return [contact for contact in national if contact.verified and set(tags) & set(contact.tags)]


def read_library(root: Path, only: str = "") -> Library:
    """The library of a content folder, or of one council in it.

    Raises ContentBroken with every problem found, each once, however many councils it would show in.
    """
    if not (root / NATIONAL / "map.yaml").exists():
        where = Path(NATIONAL, "map.yaml")
        raise ContentBroken([Problem(where, 0, f"there is no national map in {root.name}/; is CONTENT right?")])
    shelf, slugs = _found(root)
    if only and only not in slugs:
        why = f"there is no council called {only}; choose for SITE_COUNCIL one of: {', '.join(slugs)}"
        raise ContentBroken([Problem(Path(only), 0, why)])
    councils, problems = _councils(shelf, [only] if only else slugs)
    if not councils and not problems:
        problems.append(Problem(Path("."), 0, "there is no council's folder here; copy one and change its words"))
    problems += _same_prefix(shelf, councils)
    languages = languages_of(shelf)
    problems += errors_of_catalogues(languages.values())
    entries = problems_of_entries(shelf, councils.values(), languages)
    problems += entries
    if councils and not entries:
        problems += problems_of_national(shelf, next(iter(councils.values())), languages)
    if not problems:
        for council in councils.values():
            problems += problems_of_council(shelf, council, languages)
    if problems:
        raise ContentBroken(problems)
    return Library(shelf, councils, tuple(languages))


def _found(root: Path) -> tuple[Shelf, list[str]]:
    """Every file, and the names of the councils' folders."""
    try:
        folders = sorted(path.name for path in root.iterdir() if path.is_dir() and not path.name.startswith("."))
        return Shelf(root), [name for name in folders if name != NATIONAL]
    except OSError as error:  # of a folder: we may not look into it, or it is being taken away
        why = f"a folder in {root.name}/ cannot be read ({error.strerror}); put it right"
        raise ContentBroken([Problem(Path("."), 0, why)]) from None


def _councils(shelf: Shelf, slugs: list[str]) -> tuple[dict[str, Council], list[Problem]]:
    councils, problems = {}, []
    for slug in slugs:
        try:
            councils[slug] = read_council(shelf, slug)
        except ContentError as error:
            problems.append(error.problem)
    return councils, problems


def _same_prefix(shelf: Shelf, councils: Mapping[str, Council]) -> list[Problem]:
    """A reference number must say whose it is. It is said of each that shares one: only they know which is new."""
    problems = []
    for one, other in permutations(councils.values(), 2):
        if one.prefix == other.prefix:
            facts = shelf.yaml(f"{one.slug}/council.yaml")
            why = f"{other.name} has the prefix {one.prefix} already; choose another"
            problems.append(Problem(facts.path, facts.line_of("prefix"), why))
    return problems


def _book(reader: Reader) -> Book:
    return Book(
        stage_map=read_stage_map(reader),
        guide=read_guide(reader),
        places=read_places(reader),
        danger=reader.tagged("danger"),
        contacts=tuple(contact for contact in reader.contacts if contact.verified),
        reads_inbox=reader.names["reads-inbox"],
    )
