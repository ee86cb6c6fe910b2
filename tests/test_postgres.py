"""The tests' own database server: real, empty each time, and gone afterwards."""

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest
import sqlalchemy

TESTS_THAT_USE_IT = """
import os, pathlib, pytest, sqlalchemy, time

@pytest.mark.parametrize("number", range(4))
def test_it(postgres_url, number):
    pathlib.Path("folder").write_text(os.environ["TEST_POSTGRES"])
    with sqlalchemy.create_engine(postgres_url).begin() as connection:
        assert connection.scalar(sqlalchemy.text("SHOW fsync")) == "on"
        connection.execute(sqlalchemy.text("CREATE TABLE only_here (id int)"))
    {then}
"""
ROOT = Path(__file__).parent.parent


@pytest.fixture
def inner(tmp_path):
    """Start a pytest of its own on tests that use the database."""
    started = []

    def start(then: str, *options: str) -> subprocess.Popen:
        (tmp_path / "test_inner.py").write_text(TESTS_THAT_USE_IT.format(then=then), "utf-8")
        command = [sys.executable, "-m", "pytest", "-p", "tests.postgres", "-c", os.devnull, "--rootdir", tmp_path]
        environment = {name: value for name, value in os.environ.items() if not name.startswith(("PYTEST", "TEST_"))}
        environment["PYTHONPATH"] = str(ROOT)
        process = subprocess.Popen(
            [*command, *options, "test_inner.py"],
            cwd=tmp_path,
            env=environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
        )
        started.append(process)
        return process

    yield start
    for process in started:
        process.kill()
        process.wait()
        process.stdout.close()


@pytest.mark.parametrize("options", [("-n", "0"), ("-n", "2")], ids=["alone", "two workers"])
def test_each_test_has_an_empty_database_and_nothing_is_left_afterwards(inner, tmp_path, options):
    said = inner("", *options).communicate(timeout=120)[0].decode()
    assert "4 passed" in said, said
    assert not folder_of(tmp_path).exists()


def test_a_failing_run_leaves_nothing(inner, tmp_path):
    said = inner("assert False").communicate(timeout=120)[0].decode()
    assert "4 failed" in said, said
    assert not folder_of(tmp_path).exists()


def test_a_killed_run_leaves_nothing(inner, tmp_path):
    process = inner("time.sleep(60)")
    wait_until((tmp_path / "folder").exists)
    assert (folder_of(tmp_path) / "data/postmaster.pid").exists()
    process.kill()
    wait_until(lambda: not folder_of(tmp_path).exists())


def test_it_is_a_database_like_the_real_one(any_database_url):
    with sqlalchemy.create_engine(any_database_url).begin() as connection:
        assert connection.scalar(sqlalchemy.text("SELECT 1")) == 1


def folder_of(tmp_path: Path) -> Path:
    return Path((tmp_path / "folder").read_text("utf-8"))


def wait_until(true, seconds: float = 30) -> None:
    end = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < end, "waited too long"
        time.sleep(0.1)
