"""A backup brought back, into a database in which there is nothing: all of it, or none of it.

First every byte is held to the manifest. Then the files come, and then all rows in one transaction; so what was
interrupted can be done again.
"""

from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO

from sqlalchemy import Connection, MetaData, Table, func, insert, inspect, select, text

from app.records import bundle
from app.records.bundle import BackupWrong, Manifest
from app.records.database import Records
from app.records.vault import Vault

ROWS_AT_ONCE = 200
MADE_WITH_THE_TABLES = ("alembic_version",)


class NotEmpty(RuntimeError):
    """There are records here already: a backup never takes the place of anything."""


def restore(records: Records, path: Path, upgrade: Callable[[str], None]) -> Manifest:
    """Bring back what is in `path`. `upgrade` makes the tables as they were at a revision.

    Raises NotEmpty, BackupWrong when it is not whole, and CannotOpen when the keys here are not those it was sealed
    with. Then nothing has been changed.
    """
    with path.open("rb") as file:
        refuse_unless_empty(records)
        manifest = bundle.check(file)
        file.seek(0)
        _check_keys(file, records.vault)
        upgrade(manifest.revision)
        file.seek(0)
        _bring_files(file, records)
        file.seek(0)
        with records.writing() as db:
            _bring_rows(file, db.connection, manifest)
    return manifest


def refuse_unless_empty(records: Records) -> None:
    with records.engine.begin() as connection:
        if any(_count(connection, table) for table in _tables(connection).values()):
            raise NotEmpty


def _check_keys(file: BinaryIO, vault: Vault) -> None:
    """Raises CannotOpen: what is in it would never be read here."""
    for row in _rows_of(file, "vault_key"):
        if row["name"] == "hash":
            vault.open_bytes(row["key"], "vault_key", "hash", "key")
            return
    raise BackupWrong("it holds no records")


def _rows_of(file: BinaryIO, table: str):
    for name, content in bundle.members(file):
        match = bundle.ROWS.fullmatch(name)
        if match and match[2] == table:
            yield from map(bundle.from_line, content)


def _bring_files(file: BinaryIO, records: Records) -> None:
    for name, content in bundle.members(file):
        if match := bundle.FILE.fullmatch(name):
            records.files.bring(match[1], content)


def _bring_rows(file: BinaryIO, connection: Connection, manifest: Manifest) -> None:
    tables = _tables(connection)
    if set(tables) != set(manifest.rows):
        raise BackupWrong("its tables are not those of the version that it says made it")
    for table in tables.values():
        if _count(connection, table):
            raise NotEmpty
    for name, content in bundle.members(file):
        if match := bundle.ROWS.fullmatch(name):
            _bring(connection, tables[match[2]], content)
    for name, table in tables.items():
        if _count(connection, table) != manifest.rows[name]:
            raise BackupWrong(f"it has not as many rows of {name} as it says")
    if connection.dialect.name == "postgresql":
        _count_on(connection, tables)
    _forget_gone(connection, tables["file"], manifest)


def _bring(connection: Connection, table: Table, lines: BinaryIO) -> None:
    rows = []
    for line in lines:
        rows.append(bundle.from_line(line))
        if len(rows) == ROWS_AT_ONCE:
            connection.execute(insert(table), rows)
            rows = []
    if rows:
        connection.execute(insert(table), rows)


def _forget_gone(connection: Connection, file: Table, manifest: Manifest) -> None:
    """A row is nothing without its file."""
    for id in manifest.gone:
        connection.execute(file.delete().where(file.c.id == id))


def _count_on(connection: Connection, tables: dict[str, Table]) -> None:
    """PostgreSQL goes on counting from the highest number that came."""
    for table in tables.values():
        [*columns] = table.primary_key
        name = columns[0].name
        sequence = connection.execute(
            text("SELECT pg_get_serial_sequence(:table, :column)"), {"table": table.name, "column": name}
        ).scalar_one()
        highest = connection.execute(select(func.max(columns[0]))).scalar_one() if sequence else None
        if highest is not None:
            connection.execute(text("SELECT setval(:sequence, :highest)"), {"sequence": sequence, "highest": highest})


def _tables(connection: Connection) -> dict[str, Table]:
    names = set(inspect(connection).get_table_names()) - set(MADE_WITH_THE_TABLES)
    found = MetaData()
    found.reflect(connection, only=sorted(names))
    return {table.name: table for table in found.sorted_tables}


def _count(connection: Connection, table: Table) -> int:
    return connection.execute(select(func.count()).select_from(table)).scalar_one()
