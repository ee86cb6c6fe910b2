"""Files on the disk, sealed, under the id of their row. Their keys are in the rows: without its row a file is noise.

A file is whole on the disk before its row is kept, and is taken away after its row is gone. So there is never a row
without its file; a crash leaves at most a file without a row, which nobody can read, and which the clock sweeps away.
"""

import os
import re
import secrets
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import BinaryIO

AN_ID = re.compile(r"[0-9a-f]{32}")


class FileGone(LookupError):
    """There is a row for it, and no file: a backup was brought back without the folder of files, perhaps."""


@dataclass(frozen=True)
class FileStore:
    folder: Path

    def write(self, id: str, sealed: bytes, now: datetime) -> None:
        """Whole and on the disk when this returns."""
        with self._putting(id) as file:
            file.write(sealed)
            file.flush()
            os.utime(file.fileno(), (now.timestamp(), now.timestamp()))

    def bring(self, id: str, sealed: BinaryIO) -> None:
        """The same, from a backup: a little of it in the memory at a time."""
        with self._putting(id) as file:
            shutil.copyfileobj(sealed, file)

    def read(self, id: str) -> bytes:
        """Raises FileGone."""
        with self.open(id) as file:
            return file.read()

    def open(self, id: str) -> BinaryIO:
        """Raises FileGone."""
        try:
            return self._path(id).open("rb")
        except FileNotFoundError:
            raise FileGone(id) from None

    def remove(self, id: str) -> None:
        """Gone, if it was there."""
        self._path(id).unlink(missing_ok=True)

    def written_before(self, instant: datetime) -> Iterator[Path]:
        """Every file here that is older, finished or not."""
        for path in sorted(self.folder.glob("??/*")):
            try:
                written = path.stat().st_mtime
            except FileNotFoundError:  # taken away just now
                continue
            if datetime.fromtimestamp(written, UTC) < instant:
                yield path

    @contextmanager
    def _putting(self, id: str) -> Iterator[BinaryIO]:
        """A file to write to, which has its name once all of it is on the disk."""
        path = self._path(id)
        self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        path.parent.mkdir(mode=0o700, exist_ok=True)
        part = path.with_name(f"{id}.{secrets.token_hex(4)}.part")
        with os.fdopen(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        part.rename(path)
        for folder in (path.parent, self.folder):
            _keep_names(folder)

    def _path(self, id: str) -> Path:
        if not AN_ID.fullmatch(id):
            raise ValueError("that is no id of a file")
        return self.folder / id[:2] / id


def _keep_names(folder: Path) -> None:
    """So that a new name survives a power cut, as the file itself does."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
