"""A real PostgreSQL for the tests: one server a run, started when the first test asks for it.

The process that starts pytest makes a folder and a keeper. The first test that wants a database, in whichever worker,
starts the server there; the others find it. The keeper is a small shell that waits for pytest to end, however it ends
(the pipe between them closes), and then stops the server and takes the folder away.

PostgreSQL refuses to run as root, so when we are root it runs as `postgres`, or as `nobody`.
"""

import fcntl
import os
import pwd
import shutil
import subprocess
import tempfile
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg
import pytest

FOLDER = "TEST_POSTGRES"  # the environment variable through which workers find the folder
STOP_SECONDS = 30
KEEPER = 'cat >/dev/null; "$1/pg_ctl" stop --silent --mode=immediate --pgdata="$2/data"; rm -rf "$2"'

SETTINGS = """
listen_addresses = ''
max_connections = 200
shared_buffers = '64MB'
"""

keeper_key = pytest.StashKey[subprocess.Popen]()


def pytest_configure(config: pytest.Config) -> None:
    """In the process that was started by hand, not in its workers: make the folder and its keeper."""
    if hasattr(config, "workerinput"):
        return
    folder = Path(tempfile.mkdtemp(prefix="pg-", dir="/tmp"))  # a socket's path may be 107 letters long, no more
    folder.chmod(0o755)
    if os.getuid() == 0:
        shutil.chown(folder, user=ordinary_user().pw_uid, group=ordinary_user().pw_gid)
    os.environ[FOLDER] = str(folder)
    config.stash[keeper_key] = subprocess.Popen(
        ["sh", "-c", KEEPER, "keeper", programs(), folder],
        stdin=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,  # Ctrl-C is for pytest; the keeper ends when pytest has
        **as_an_ordinary_user(),
    )


def pytest_unconfigure(config: pytest.Config) -> None:
    if keeper := config.stash.get(keeper_key, None):
        keeper.stdin.close()
        keeper.wait(STOP_SECONDS)


@pytest.fixture
def postgres_url() -> Iterator[str]:
    """The address of an empty database, dropped after the test."""
    with empty_database() as url:
        yield url


@contextmanager
def empty_database() -> Iterator[str]:
    """As the fixture, for fixtures that last longer than one test."""
    folder = start_once(Path(os.environ[FOLDER]))
    name = f"test_{uuid.uuid4().hex}"
    with psycopg.connect(host=str(folder), user="tests", dbname="postgres", autocommit=True) as server:
        server.execute(f"CREATE DATABASE {name} TEMPLATE template0")
        try:
            yield f"postgresql+psycopg://tests@/{name}?host={folder}"
        finally:
            server.execute(f"DROP DATABASE {name} WITH (FORCE)")


def start_once(folder: Path) -> Path:
    """Start the server in `folder` unless another worker has, and give the folder its socket is in."""
    with (folder / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not (folder / "data").exists():
            run("initdb", "--pgdata", "data", "--username", "tests", "--auth", "trust", "--encoding", "UTF8",
                "--locale", "C.UTF-8", cwd=folder)  # fmt: skip
            with (folder / "data/postgresql.conf").open("a") as settings:
                settings.write(f"{SETTINGS}unix_socket_directories = '{folder}'\n")
            run("pg_ctl", "start", "--silent", "--wait", "--pgdata", "data", "--log", "log", cwd=folder)
    return folder


def run(program: str, *arguments: str, cwd: Path) -> None:
    done = subprocess.run(
        [f"{programs()}/{program}", *arguments],
        cwd=cwd,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,  # a server keeps what it is given open: no pipe to wait for
        stderr=subprocess.DEVNULL,
        **as_an_ordinary_user(),
    )
    log = cwd / "log"
    assert done.returncode == 0, (
        f"{program} failed: {log.read_text('utf-8') if log.exists() else 'before it had a log'}"
    )


def programs() -> str:
    """The folder of PostgreSQL's server programs; bin/test has found or installed them."""
    found = os.environ.get("POSTGRES_BIN") or next(
        (str(path.parent) for path in sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), reverse=True)), ""
    )
    return found or os.path.dirname(shutil.which("initdb") or "")


def ordinary_user() -> pwd.struct_passwd:
    names = {user.pw_name: user for user in pwd.getpwall()}
    return names.get("postgres") or names["nobody"]


def as_an_ordinary_user() -> dict:
    """What subprocess needs to be told, when we are root, to be somebody else."""
    if os.getuid() != 0:
        return {}
    user = ordinary_user()
    return {"user": user.pw_uid, "group": user.pw_gid, "extra_groups": [], "env": {**os.environ, "HOME": "/"}}
