"""A consistent copy of everything, made while the site runs: the rows as they were at one instant, and their files.

The keys are not in it. It is whole under its own name, or there is none of that name: what is not finished stands
beside it as a .part, which nothing takes for a backup.
"""

import io
import os
import secrets
import tarfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import BinaryIO

from sqlalchemy import Connection, MetaData, Table, select, text

from app.records import bundle, trail
from app.records.bundle import Hashed, Manifest
from app.records.database import Db, Records
from app.records.file_store import FileGone
from app.records.tables import file as file_table

BYTES_IN_A_PART = 4_000_000  # of rows: what is in the memory at once
ROWS_AT_ONCE = 200
NOT_COPIED = "alembic_version"


class AlreadyThere(FileExistsError):
    """A file has this name: a backup never takes another's place."""


def backup(records: Records, path: Path, now: datetime) -> Manifest:
    """Write a copy to `path`, and read it again before it is called one. Raises AlreadyThere, and OSError."""
    if path.exists():
        raise AlreadyThere(path.name)
    part = path.with_name(f"{path.name}.{secrets.token_hex(4)}.part")
    try:
        with os.fdopen(os.open(part, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600), "w+b") as file:
            manifest = write(records, file, now)
            file.flush()
            os.fsync(file.fileno())
            file.seek(0)
            bundle.check(file)
        _give_its_name(part, path)
    finally:
        part.unlink(missing_ok=True)
    return manifest


def write(records: Records, file: BinaryIO, now: datetime) -> Manifest:
    """The whole of it, from the first byte to the manifest."""
    with tarfile.open(fileobj=file, mode="w|") as tar, _one_instant(records) as connection:
        tables = _tables(connection)
        manifest = Manifest(now.isoformat(), _revision(connection), {}, (), trail.last(_db(records, connection)), {})
        rows, hashes, gone = {}, {}, []
        for table in tables:
            rows[table.name] = 0
            for count, lines in _parts(connection, table):
                rows[table.name] += count
                name = f"rows/{len(hashes):06}-{table.name}.jsonl"
                hashes[name] = _add(tar, name, io.BytesIO(lines), len(lines), now)
        for id in connection.execute(select(file_table.c.id)).scalars().all():
            try:
                with records.files.open(id) as content:
                    size = os.fstat(content.fileno()).st_size
                    hashes[f"files/{id}"] = _add(tar, f"files/{id}", content, size, now)
            except FileGone:  # a draft was forgotten since; or it was lost, and restoring says so
                gone.append(id)
        manifest = replace(manifest, rows=rows, hashes=hashes, gone=tuple(gone))
        _add(tar, bundle.MANIFEST, io.BytesIO(manifest.as_json()), len(manifest.as_json()), now)
    return manifest


@contextmanager
def _one_instant(records: Records) -> Iterator[Connection]:
    """Everything read here is of one instant, while others go on writing."""
    engine = records.engine
    if engine.dialect.name == "postgresql":
        engine = engine.execution_options(isolation_level="REPEATABLE READ")
    with engine.begin() as connection:
        yield connection


def _tables(connection: Connection) -> list[Table]:
    """As they are in the database, whichever version made it; each after those it points to."""
    found = MetaData()
    found.reflect(connection)
    return [table for table in found.sorted_tables if table.name != NOT_COPIED]


def _revision(connection: Connection) -> str:
    return connection.execute(text(f"SELECT version_num FROM {NOT_COPIED}")).scalar_one()


def _parts(connection: Connection, table: Table) -> Iterator[tuple[int, bytes]]:
    """The rows in parts, each with how many are in it."""
    count, lines = 0, io.BytesIO()
    rows = connection.execution_options(yield_per=ROWS_AT_ONCE).execute(select(table).order_by(*table.primary_key))
    for row in rows.mappings():
        lines.write(bundle.as_line(row))
        count += 1
        if lines.tell() >= BYTES_IN_A_PART:
            yield count, lines.getvalue()
            count, lines = 0, io.BytesIO()
    if count:
        yield count, lines.getvalue()


def _add(tar: tarfile.TarFile, name: str, content: BinaryIO, size: int, now: datetime) -> str:
    """Put it in; its hash."""
    member = tarfile.TarInfo(name)
    member.size, member.mode, member.mtime = size, 0o600, int(now.timestamp())
    reader = Hashed(content)
    tar.addfile(member, reader)
    return reader.hash


def _db(records: Records, connection: Connection) -> Db:
    return Db(connection, records.vault, records.files)


def _give_its_name(part: Path, path: Path) -> None:
    try:
        os.link(part, path)  # unlike a renaming, this never takes another's place
    except FileExistsError:
        raise AlreadyThere(path.name) from None
    folder = os.open(path.parent, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)
