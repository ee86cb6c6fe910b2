"""The content folder as it was when it was read: every file's text, in memory.

Pages are made from here, so that a file that is changed or deleted while the site runs changes nothing until
the folder is read again, and is whole.
"""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterator
from datetime import UTC, date, datetime
from hashlib import sha256
from pathlib import Path, PurePosixPath
from typing import TypeVar

from pydantic import BaseModel

from app.councils.files import Facts, parse_yaml
from app.councils.pieces import Piece, parse_piece
from app.councils.problems import ContentError
from app.councils.shaping import shaped
from app.councils.texts import is_there, read_text

KINDS = frozenset({".md", ".yaml", ".pem"})
Made = TypeVar("Made")


class Shelf:
    """Files by their name inside the content folder, such as england/en/steps/recorded.md."""

    def __init__(self, root: Path):
        self.root = root
        self._texts: dict[str, str | ContentError] = {}
        self._made: dict[Hashable, object] = {}
        self._changed: dict[str, date] = {}
        self._names: defaultdict[str, list[str]] = defaultdict(list)  # by the folder at the top
        self._stems: defaultdict[str, set[str]] = defaultdict(set)  # of Markdown files, by the folder they are right in
        for path in sorted(_files(root)):
            name = path.relative_to(root).as_posix()
            self._texts[name] = _kept(read_text, root, path)
            self._changed[name] = _changed_on(path)
            self._names[name.partition("/")[0]].append(name)
            if path.suffix == ".md":
                self._stems[name.rpartition("/")[0]].add(path.stem)

    def is_there(self, name: str) -> bool:
        return name in self._texts

    def names(self, slug: str) -> Iterator[PurePosixPath]:
        """Of every file in the folder of a council, or in the national one."""
        return map(PurePosixPath, self._names.get(slug, ()))

    def every_name(self) -> Iterator[str]:
        return iter(self._texts)

    def stems(self, folder: str) -> frozenset[str]:
        """The ids of the Markdown files right in a folder."""
        return frozenset(self._stems.get(folder, ()))

    def digest(self, *slugs: str) -> str:
        """Changes with any file in these folders at the top."""
        return self.once(("digest", slugs), lambda: self._digest(slugs))

    def _digest(self, slugs: tuple[str, ...]) -> str:
        names = (name for slug in slugs for name in self._names.get(slug, ()))
        return sha256(repr([(name, self._texts[name]) for name in names]).encode()).hexdigest()

    def changed_on(self, name: str) -> date:
        """The day the file was last written."""
        return self._changed[name]

    def yaml(self, name: str) -> Facts:
        """Raises ContentError, each time, if the file is missing or is not YAML."""
        return self.once(name, lambda: parse_yaml(*self._there(name)))

    def shaped(self, shape: type[BaseModel], name: str) -> BaseModel:
        """A YAML file as `shape` wants it. Raises ContentError, each time, if it is not."""
        return self.once((name, shape), lambda: shaped(shape, self.yaml(name)))

    def piece(self, name: str, language: str) -> Piece:
        """Raises ContentError, each time, if the file is missing or not as a piece should be."""
        return self.once(name, lambda: parse_piece(*self._there(name), language))

    def once(self, key: Hashable, make: Callable[[], Made]) -> Made:
        """What `make` gives, or the ContentError it raises: made the first time, for what was read stays as it is."""
        if key not in self._made:
            self._made[key] = _kept(make)
        return _given(self._made[key])

    def text(self, name: str) -> str:
        return _given(self._texts[name])

    def _there(self, name: str) -> tuple[Path, str]:
        if not self.is_there(name):
            raise ContentError(Path(name), 0, "the file is missing; put it back")
        return Path(name), self.text(name)


def _files(root: Path) -> Iterator[Path]:
    for path in root.iterdir():
        if path.name.startswith("."):
            continue
        if path.suffix in KINDS and is_there(path):
            yield path  # even a folder of that name: reading it says what is wrong
        elif path.is_dir() and not path.is_symlink():
            yield from _files(path)


def _changed_on(path: Path) -> date:
    try:
        return datetime.fromtimestamp(path.stat().st_mtime, UTC).date()
    except OSError:  # gone, or a link that leads nowhere: reading it has said so
        return date.min


def _kept(make: Callable, *given):
    try:
        return make(*given)
    except ContentError as error:
        return error


def _given(value):
    if isinstance(value, ContentError):
        raise ContentError(value.problem.path, value.problem.line, value.problem.what)
    return value
