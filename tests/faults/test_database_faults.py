"""The database is locked, full, read-only or gone: a kind page, nothing lost, and never "we have it" too early."""

import subprocess
import sys
import time

import pytest
from sqlalchemy import func, select, text

from app.records.tables import letter, representation
from tests.faults.child import CHECK, FORM

LOCKED_SECONDS = {"sqlite": 10, "postgresql+psycopg": 2}  # SQLite waits for ten; PostgreSQL, until it is free
NO_ROOM = pytest.mark.parametrize(
    ("spot", "fault"), [("sqlite", "full"), ("sqlite", "read-only"), ("postgres", "read-only")], indirect=["spot"]
)
LOCKERS = {
    "sqlite": "import sqlite3, sys, time; c = sqlite3.connect(sys.argv[1], isolation_level=None);"
    " c.execute('BEGIN IMMEDIATE'); print('locked', flush=True); time.sleep(float(sys.argv[2])); c.rollback()",
    "postgresql+psycopg": "import psycopg, sys, time; c = psycopg.connect(sys.argv[1]);"
    " c.execute('LOCK TABLE letter'); print('locked', flush=True); time.sleep(float(sys.argv[2])); c.rollback()",
}


@pytest.fixture
def web(spot):
    """Starts the web process, and stops it: web(), web(pragma) for one with connections that are wrong."""
    pids = []

    def start(pragma: str = "") -> None:
        stop()
        pids.append(spot.warm.web(pragma))

    def stop() -> None:
        while pids:
            spot.warm.stop(pids.pop())

    yield start
    stop()


def at_the_check_page(child):
    """As long after the first page as a person needs: what is sent faster is held, with a letter of its own."""
    child.began = time.monotonic()
    page = child.browser.get(FORM)
    while not page.path.startswith(CHECK):
        page = child._answers(page)
    child._reads_over(page)
    return page


def test_locked_by_another_program_while_a_child_sends(spot, web):
    web()
    child, before = spot.child(), counts(spot)
    page = at_the_check_page(child)
    with locked(spot.database_url):
        began = time.monotonic()
        shown = child.browser.send(page, {})
        took = time.monotonic() - began
    assert shown.code or (shown.status == 503 and "We have it" not in shown.text)
    assert took < 15
    assert counts(spot) == add(before, 1 if shown.code else 0)
    child.comes_back()
    assert counts(spot) == add(before, 1)


@NO_ROOM
def test_no_room_to_write_while_a_child_sends(spot, web, fault):
    web()
    child, before = spot.child(), counts(spot)
    child.answers["words"] += " and more" * 2_000
    page = at_the_check_page(child)
    with no_room(spot, web, fault):
        shown = child.browser.send(page, {})
        assert shown.status == 503 and "We have it" not in shown.text and not shown.code
        assert counts(spot) == before
    web()
    child.comes_back()
    assert counts(spot) == add(before, 1)


@NO_ROOM
def test_no_room_to_write_keeps_the_words_on_the_page(spot, web, fault):
    web()
    child = spot.child()
    page = child.browser.get(FORM)
    while not page.path.endswith("/4"):
        page = child._answers(page)
    words = "A long story. " * 1_400
    with no_room(spot, web, fault):
        shown = child.browser.send(page, {"words": words})
        assert shown.status == 503
        kept = next(shown.form().all("textarea"))
        assert kept.text == words.strip()
    web()
    after = child.browser.send(shown, {"words": words})
    assert after.status == 200 and not after.path.endswith("/4")


@pytest.mark.parametrize("spot", ["postgres"], indirect=True)
def test_connections_that_the_server_dropped_are_not_used(spot, web):
    web()
    child = spot.child()
    page = at_the_check_page(child)
    with spot.records.engine.connect() as connection:
        others = "pid <> pg_backend_pid() AND datname = current_database()"
        connection.execute(text(f"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE {others}"))
    assert child.browser.send(page, {}).code


class locked:
    """Another program holds the database for ten seconds, whatever anybody wants."""

    def __init__(self, url: str):
        kind, _colon, rest = url.partition("://")
        where = rest.removeprefix("/") if kind == "sqlite" else f"postgresql://{rest}"
        self.command = [sys.executable, "-c", LOCKERS[kind], where, str(LOCKED_SECONDS[kind])]

    def __enter__(self):
        self.process = subprocess.Popen(self.command, stdout=subprocess.PIPE, text=True)
        assert self.process.stdout.readline() == "locked\n"

    def __exit__(self, *_):
        assert self.process.wait(20) == 0
        self.process.stdout.close()


class no_room:
    """The web process starts anew on a database that refuses to write, as the database itself would say it."""

    def __init__(self, spot, web, fault: str):
        self.spot, self.web, self.fault = spot, web, fault
        self.is_sqlite = spot.database_url.startswith("sqlite")

    def __enter__(self):
        if self.is_sqlite:
            self._give_back_free_pages()
            pages = self._ask("PRAGMA page_count")
            self.web(f"PRAGMA max_page_count = {pages}" if self.fault == "full" else "PRAGMA query_only = ON")
        else:
            self._set("on")
            self.web()

    def __exit__(self, *_):
        if not self.is_sqlite:
            self._set("off")

    def _give_back_free_pages(self) -> None:
        """What drafts before this one have left free would be room enough."""
        with self.spot.records.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
            connection.connection.driver_connection.execute("VACUUM")

    def _ask(self, pragma: str) -> int:
        with self.spot.records.reading() as db:
            return db.connection.exec_driver_sql(pragma).scalar_one()

    def _set(self, read_only: str) -> None:
        engine = self.spot.records.engine
        with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
            connection.execute(text("SET default_transaction_read_only = off"))
            connection.execute(
                text(f'ALTER DATABASE "{engine.url.database}" SET default_transaction_read_only = {read_only}')
            )
        engine.dispose()


def counts(spot) -> tuple[int, int]:
    """How many representations, and how many letters: always as many of the one as of the other."""
    with spot.records.reading() as db:
        return tuple(
            db.execute(select(func.count()).select_from(table)).scalar_one() for table in (representation, letter)
        )


def add(before: tuple[int, int], many: int) -> tuple[int, int]:
    return before[0] + many, before[1] + many
