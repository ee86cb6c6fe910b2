"""The database, and how we read from it and write to it. SQLite or PostgreSQL, the same code."""

import logging
import os
import secrets
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from functools import cached_property, partial

from sqlalchemy import Connection, Engine, create_engine, event, select
from sqlalchemy.engine import ExceptionContext, make_url
from sqlalchemy.exc import DisconnectionError, OperationalError

from app.records.file_store import FileStore
from app.records.tables import vault_key
from app.records.vault import Vault, keyed_hash

BUSY_TIMEOUT_MILLISECONDS = 10_000
NO_TRACE_MILLISECONDS = 1000
SQLITE_PRAGMAS = (
    "PRAGMA journal_mode = WAL",
    "PRAGMA synchronous = FULL",  # what we have accepted survives a power cut
    "PRAGMA foreign_keys = ON",
    "PRAGMA secure_delete = ON",
    f"PRAGMA busy_timeout = {BUSY_TIMEOUT_MILLISECONDS}",
)
READ_ONLY = "25006"  # PostgreSQL's word for it

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Db:
    """One transaction, and the vault that seals and opens what passes through it."""

    connection: Connection
    vault: Vault
    files: FileStore
    afterwards: list[Callable[[], None]] = field(default_factory=list)  # done once all of it is kept, on the disk

    def execute(self, statement, parameters=None):
        return self.connection.execute(statement, parameters)

    def hash(self, text: str) -> str:
        """A hash nobody can make without the vault: for codes, and for the tokens of cookies."""
        return self.hasher()(text)

    def hasher(self) -> Callable[[str], str]:
        """The same, for many: the key is opened once."""
        sealed = self.execute(select(vault_key.c.key).where(vault_key.c.name == "hash")).scalar_one()
        return partial(keyed_hash, self.vault.open_bytes(sealed, "vault_key", "hash", "key"))


@dataclass(frozen=True)
class Records:
    engine: Engine
    vault: Vault
    files: FileStore

    @contextmanager
    def writing(self) -> Iterator[Db]:
        """Everything inside is kept together, or not at all. Kept, on disk, when the block ends."""
        with self._writer.begin() as connection:
            db = Db(connection, self.vault, self.files)
            yield db
        for act in db.afterwards:
            _do(act)

    @contextmanager
    def reading(self) -> Iterator[Db]:
        with self.engine.begin() as connection:
            yield Db(connection, self.vault, self.files)

    def leave_no_trace(self) -> bool:
        """What was deleted is overwritten in the database file; in SQLite's log beside it, it stands until this.

        False when somebody is reading: the log goes at the next time. PostgreSQL has its own way (VACUUM).
        """
        if self.engine.dialect.name != "sqlite":
            return True
        with closing(self.engine.raw_connection()) as connection:
            cursor = connection.cursor()
            cursor.execute(f"PRAGMA busy_timeout = {NO_TRACE_MILLISECONDS}")  # whoever writes waits for it
            try:
                return cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0] == 0
            finally:
                cursor.execute(f"PRAGMA busy_timeout = {BUSY_TIMEOUT_MILLISECONDS}")

    @cached_property
    def _writer(self) -> Engine:
        return self.engine.execution_options(writing=True)


def connect(url: str) -> Engine:
    """An engine for `url`, such as sqlite:///records.db or postgresql+psycopg://…"""
    # An error names no values: some are addresses, and errors are written down.
    engine = create_engine(url, pool_pre_ping=make_url(url).get_backend_name() != "sqlite", hide_parameters=True)
    if engine.dialect.name == "sqlite":
        event.listen(engine, "connect", _set_up_sqlite)
        event.listen(engine, "checkout", _refuse_a_lost_file)
        event.listen(engine, "begin", _begin_sqlite)
    event.listen(engine, "handle_error", _call_it_away)
    return engine


def new_id() -> str:
    """An id for a row: 128 bits of chance."""
    return secrets.token_hex(16)


def _do(act: Callable[[], None]) -> None:
    """What was asked for is kept already. A file that will not go now is of no use to anybody: the clock sweeps it."""
    try:
        act()
    except OSError as error:
        log.error("after a transaction: %s", type(error).__name__)


def _set_up_sqlite(connection, record) -> None:
    connection.isolation_level = None  # we say BEGIN ourselves
    for pragma in SQLITE_PRAGMAS:
        connection.execute(pragma)
    path = connection.execute("PRAGMA database_list").fetchone()[2]
    record.info["file"] = path, _identity(path)


def _refuse_a_lost_file(_connection, record, _proxy) -> None:
    """A file that was moved away or replaced would go on being written to, under no name, and found by nobody."""
    path, identity = record.info["file"]
    if _identity(path) != identity:
        raise DisconnectionError("the database file is not the one that was opened")


def _identity(path: str) -> tuple[int, int] | None:
    try:
        found = os.stat(path)
    except FileNotFoundError:
        return None
    return found.st_dev, found.st_ino


def _call_it_away(context: ExceptionContext) -> None:
    """A PostgreSQL that only reads, and a broken SQLite file, are told like every other database that is away."""
    cause = context.original_exception
    if getattr(cause, "sqlstate", "") == READ_ONLY or type(cause) is sqlite3.DatabaseError:
        raise OperationalError(context.statement, None, cause, hide_parameters=True) from cause


def _begin_sqlite(connection: Connection) -> None:
    writing = connection.get_execution_options().get("writing")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writing else "BEGIN")
