"""A database for a campaign outside pytest: a new SQLite file, or a new PostgreSQL server of its own."""

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests import postgres


@contextmanager
def database(kind: str, instance: Path) -> Iterator[str]:
    """The address of an empty database, there until the block ends."""
    if kind == "sqlite":
        yield f"sqlite:///{instance / 'records.db'}"
        return
    with _server(), postgres.empty_database() as url:
        yield url


@contextmanager
def _server() -> Iterator[None]:
    if postgres.FOLDER in os.environ:  # within pytest, which has one
        yield
        return
    folder = Path(tempfile.mkdtemp(prefix="pg-", dir="/tmp"))
    folder.chmod(0o755)
    if os.getuid() == 0:
        shutil.chown(folder, user=postgres.ordinary_user().pw_uid, group=postgres.ordinary_user().pw_gid)
    os.environ[postgres.FOLDER] = str(folder)
    try:
        yield
    finally:
        del os.environ[postgres.FOLDER]
        if (folder / "data").exists():
            postgres.run("pg_ctl", "stop", "--silent", "--mode=immediate", "--pgdata", "data", cwd=folder)
        shutil.rmtree(folder)
