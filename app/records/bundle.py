"""The file that a backup is: a tar with the rows of every table, the files, and last a manifest with a hash of each.

Nothing in it is in the open that is not in the open in the database: values are copied as they are, sealed. The same
file comes back into SQLite and into PostgreSQL.
"""

import base64
import hashlib
import json
import re
import tarfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import BinaryIO

FORMAT = 1
MANIFEST = "manifest.json"
ROWS = re.compile(r"rows/(\d{6})-([a-z_]+)\.jsonl")
FILE = re.compile(r"files/([0-9a-f]{32})")
READ_AT_ONCE = 1 << 20  # bytes


class BackupWrong(ValueError):
    """This file is no backup, or not a whole one, or does not belong here. The message says which."""


@dataclass(frozen=True)
class Manifest:
    """What a backup says of itself, last of all: a copy that was cut off has none."""

    made_at: str  # ISO, UTC
    revision: str  # of the migrations: the shape of the tables
    rows: Mapping[str, int]  # how many, by table
    gone: tuple[str, ...]  # ids of files that were taken away while the copy was made, or were lost before
    trail: tuple[int, str]  # the last entry of the audit trail: its number and hash
    hashes: Mapping[str, str]  # SHA-256 by member
    format: int = FORMAT

    def as_json(self) -> bytes:
        return json.dumps(vars(self), indent=1, sort_keys=True, default=dict).encode("utf-8")


class Hashed:
    """A file that is read through here, and whose hash is known once it is."""

    def __init__(self, file: BinaryIO):
        self._file, self._hash = file, hashlib.sha256()

    def read(self, size: int = READ_AT_ONCE) -> bytes:
        some = self._file.read(size)
        self._hash.update(some)
        return some

    @property
    def hash(self) -> str:
        return self._hash.hexdigest()


def as_line(row: Mapping) -> bytes:
    """A row as a line of JSON: bytes as base64, and days as days."""
    return json.dumps({name: _told(value) for name, value in row.items()}).encode("ascii") + b"\n"


def from_line(line: bytes) -> dict:
    return {name: _meant(value) for name, value in json.loads(line).items()}


def members(file: BinaryIO) -> Iterator[tuple[str, BinaryIO]]:
    """Each member's name, and what is in it, in the order they were put in. Raises BackupWrong, and TarError."""
    with tarfile.open(fileobj=file, mode="r|") as tar:
        for member in tar:
            if not (member.isreg() and (member.name == MANIFEST or _is_ours(member.name))):
                raise BackupWrong("there is something in it that no backup has")
            yield member.name, tar.extractfile(member)


def check(file: BinaryIO) -> Manifest:
    """What it says of itself, once every byte of it has been held to that. Raises BackupWrong."""
    try:
        manifest, found = _read_through(file)
    except (tarfile.TarError, EOFError):
        raise BackupWrong("it is no backup, or a part of one: it was cut off, or damaged") from None
    if manifest is None:
        raise BackupWrong("it is not whole: its last part is missing")
    if found != manifest.hashes:
        raise BackupWrong("something in it was changed, taken out or damaged")
    return manifest


def _read_through(file: BinaryIO) -> tuple[Manifest | None, dict[str, str]]:
    """What it says of itself, and the hash of everything else in it, by name."""
    found, manifest = {}, None
    for name, content in members(file):
        if manifest is not None or name in found:
            raise BackupWrong("something was added to it")
        if name == MANIFEST:
            manifest = _manifest(content.read())
            continue
        reader = Hashed(content)
        while reader.read():
            pass
        found[name] = reader.hash
    return manifest, found


def _manifest(text: bytes) -> Manifest:
    try:
        facts = json.loads(text)
        if facts["format"] != FORMAT:
            raise BackupWrong("it was made by a version that this one does not know")
        return Manifest(**facts | {"gone": tuple(facts["gone"]), "trail": tuple(facts["trail"])})
    except (ValueError, TypeError, KeyError) as why:
        if isinstance(why, BackupWrong):
            raise
        raise BackupWrong("what it says of itself cannot be read") from None


def _is_ours(name: str) -> bool:
    return bool(ROWS.fullmatch(name) or FILE.fullmatch(name))


def _told(value):
    if isinstance(value, bytes | memoryview):
        return {"bytes": base64.b64encode(value).decode("ascii")}
    return {"day": value.isoformat()} if isinstance(value, date) else value


def _meant(value):
    if not isinstance(value, dict):
        return value
    [(kind, text)] = value.items()
    return base64.b64decode(text) if kind == "bytes" else date.fromisoformat(text)
