"""The content folder as it was when it was read: every file's text, in memory.

Pages are made from here, so that a file that is changed or deleted while the site runs changes nothing until
the folder is read again, and is whole.
"""

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from pathlib import Path, PurePosixPath

from app.councils.files import Facts, parse_yaml
from app.councils.pieces import Piece, parse_piece
from app.councils.problems import ContentError
from app.councils.texts import is_there, read_text

KINDS = frozenset({".md", ".yaml", ".pem"})


class Shelf:
    """Files by their name inside the content folder, such as england/en/steps/recorded.md."""

    def __init__(self, root: Path):
        self.root = root
        self._texts: dict[str, str | ContentError] = {}
        self._parsed: dict[str, Facts | Piece | ContentError] = {}
        self._changed: dict[str, date] = {}
        for path in sorted(_files(root)):
            name = path.relative_to(root).as_posix()
            self._texts[name] = _kept(read_text, root, path)
            self._changed[name] = _changed_on(path)

    def is_there(self, name: str) -> bool:
        return name in self._texts

    def names(self) -> Iterator[PurePosixPath]:
        return map(PurePosixPath, self._texts)

    def stems(self, folder: str) -> set[str]:
        """The ids of the Markdown files right in a folder."""
        found = (path for path in self.names() if path.suffix == ".md" and path.parent == PurePosixPath(folder))
        return {path.stem for path in found}

    def changed_on(self, name: str) -> date:
        """The day the file was last written."""
        return self._changed[name]

    def yaml(self, name: str) -> Facts:
        """Raises ContentError, each time, if the file is missing or is not YAML."""
        return self._once(name, lambda shown, text: parse_yaml(shown, text))

    def piece(self, name: str, language: str) -> Piece:
        """Raises ContentError, each time, if the file is missing or not as a piece should be."""
        return self._once(name, lambda shown, text: parse_piece(shown, text, language))

    def _once(self, name: str, parse: Callable):
        if name not in self._parsed:
            self._parsed[name] = _kept(parse, Path(name), self.text(name)) if self.is_there(name) else _missing(name)
        return _given(self._parsed[name])

    def text(self, name: str) -> str:
        return _given(self._texts[name])


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


def _missing(name: str) -> ContentError:
    return ContentError(Path(name), 0, "the file is missing; put it back")


def _kept(make: Callable, *given):
    try:
        return make(*given)
    except ContentError as error:
        return error


def _given(value):
    if isinstance(value, ContentError):
        raise ContentError(value.problem.path, value.problem.line, value.problem.what)
    return value
