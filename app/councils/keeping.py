"""The library as it is served: read at the start, and again when it has changed and is whole.

In development every change to a file is seen. In production a command says when (`flask content reload`). Content
that is broken is never served: the last good library stays, and `broken` says what is wrong with the newer one.
"""

import os
import time
from collections.abc import Callable, Hashable, Iterator
from contextlib import suppress
from pathlib import Path
from threading import Lock, Thread

from app.councils.library import Library, read_library
from app.councils.problems import ContentBroken

LOOKS_APART_SECONDS = 0.5


class Keeper:
    def __init__(self, root: Path, only: str, mark: Callable[[], Hashable], aside: bool = False):
        """Raises ContentBroken: there is nothing good to serve yet. `mark` changes when it is time to read again.

        With `aside` it is read while the last good library is still served: many councils take seconds, and no
        reader waits for them.
        """
        self._root, self._only, self._mark, self._aside = root, only, mark, aside
        self._seen, self._next_look = mark(), 0.0
        self._lock = Lock()
        self.library: Library = read_library(root, only)
        self.broken: ContentBroken | None = None
        self.edition = 1  # of what is shown; pages kept from an earlier one are stale

    def look(self) -> None:
        """Read again if it is time to. Quick when it is not."""
        now = time.monotonic()
        if now < self._next_look or not self._lock.acquire(blocking=False):
            return
        if self._aside and self._mark() != self._seen:
            Thread(target=self._look_again, name="content").start()
        else:
            self._look_again()

    def _look_again(self) -> None:
        """Holds the lock, and lets it go."""
        try:
            mark = self._mark()
            if mark != self._seen:
                self._seen = mark
                self._read()
            self._next_look = time.monotonic() + LOOKS_APART_SECONDS
        finally:
            self._lock.release()

    def _read(self) -> None:
        try:
            self.library = read_library(self._root, self._only)
            self.broken = None
        except ContentBroken as broken:
            self.broken = broken
        self.edition += 1


def every_change(root: Path) -> Callable[[], Hashable]:
    """A mark that changes with any file of the content folder. For development."""

    def mark() -> Hashable:
        return frozenset(_stamps(root))

    return mark


def _stamps(root: Path) -> Iterator[tuple[str, int, int]]:
    folders = [os.fspath(root)]
    while folders:
        with suppress(FileNotFoundError), os.scandir(folders.pop()) as entries:  # goes on when a folder is taken away
            for entry in entries:
                with suppress(FileNotFoundError):  # deleted while we look: its absence is the change
                    facts = entry.stat(follow_symlinks=False)
                    yield entry.path, facts.st_mtime_ns, facts.st_size
                    if entry.is_dir(follow_symlinks=False):
                        folders.append(entry.path)


def when_told(path: Path) -> Callable[[], Hashable]:
    """A mark that changes when `path` is written. For production."""

    def mark() -> Hashable:
        return path.stat().st_mtime_ns if path.exists() else None

    return mark
