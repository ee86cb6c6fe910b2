"""A backup made while the site is in use comes back whole, into either database, or does not come back at all."""

import os
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path
from threading import Event, Thread

import pytest
from flask import Flask
from sqlalchemy import select

from app import create_app
from app.model.event import What
from app.records import bundle, events, files, representations, trail
from app.records.tables import representation
from app.records.vault import new_key
from tests.pages.at_the_desk import A_PHOTO, add_file, arrived
from tests.records.shelf import everything_in

ROOT = Path(__file__).parent.parent


def run(app: Flask, *line: str):
    return app.test_cli_runner().invoke(args=[str(part) for part in line])


def elsewhere(app: Flask, folder: Path, keys: str = "", database_url: str = "") -> Flask:
    """A new installation with the same keys, unless others are given, and nothing in it."""
    folder.mkdir()
    environ = {"INSTANCE": str(folder), "VAULT_KEYS": keys or keys_of(app)}
    environ |= {"DATABASE_URL": database_url} if database_url else {}
    return create_app(environ, keeper=app.extensions["house"].keeper)


def keys_of(app: Flask) -> str:
    """As they stand outside of the database."""
    text = (app.extensions["house"].settings.instance / "keys").read_text("utf-8")
    return next(line.partition("=")[2] for line in text.splitlines() if line.startswith("VAULT_KEYS="))


def records_of(app: Flask):
    return app.extensions["house"].records


@pytest.fixture(params=["sqlite", "postgres"])
def database_url(request, tmp_path) -> str:
    """Where it is brought back to."""
    return "" if request.param == "sqlite" else request.getfixturevalue("postgres_url")


@pytest.fixture
def saved(app, tmp_path) -> Path:
    """A backup of three records, one with a photo."""
    told = [arrived(app, name=f"Robin {number}") for number in range(3)]
    add_file(app, told[0])
    made = run(app, "backup", tmp_path / "saved.tar")
    assert made.exit_code == 0, made.output
    return tmp_path / "saved.tar"


def test_what_was_backed_up_while_others_write_comes_back_whole(app, tmp_path, database_url):
    add_file(app, arrived(app))
    stop, written = Event(), []

    def write_on():
        while not stop.is_set():
            told = arrived(app)
            add_file(app, told)
            with records_of(app).writing() as db:
                events.add(db, told.id, What.MESSAGE, told.received_at, words="and one thing more")
                trail.add(db, told.received_at, "sefton", "command", "read", told.id)
            written.append(told)

    writer = Thread(target=write_on)
    writer.start()
    try:
        while len(written) < 3:
            time.sleep(0.01)
        made = run(app, "backup", tmp_path / "saved.tar")
        so_far = len(written)
        assert made.exit_code == 0, made.output
    finally:
        stop.set()
        writer.join()

    there = elsewhere(app, tmp_path / "there", database_url=database_url)
    brought = run(there, "restore", tmp_path / "saved.tar")
    assert brought.exit_code == 0, brought.output
    with records_of(there).reading() as db:
        assert trail.verify(db) is None
        found = representations.of_council(db, "sefton")
        assert 3 <= len(found) <= so_far + 2
        added = [one for told in found for one in files.of_representation(db, told.id)]
        assert added and all(files.content(db, one.id) == A_PHOTO for one in added)
        assert all(events.of(db, told.id) for told in found)
    if not database_url:
        database = sqlite3.connect(tmp_path / "there/records.db")
        assert database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert database.execute("PRAGMA foreign_key_check").fetchall() == []
    arrived(there)  # it goes on from there: what counts its own rows counts on
    records_of(there).engine.dispose()


def test_it_comes_back_value_by_value(app, saved, tmp_path):
    there = elsewhere(app, tmp_path / "there")
    assert run(there, "restore", saved).exit_code == 0
    values = [sorted(everything_in(records_of(one)).splitlines()) for one in (app, there)]
    assert values[0] == values[1]


def test_it_holds_no_key_and_no_word(app, saved):
    content = saved.read_bytes()
    for secret in (keys_of(app).partition(":")[2].encode(), b"Nobody came to see me", b"Robin", A_PHOTO):
        assert secret not in content
    assert saved.stat().st_mode & 0o077 == 0, "others on the machine could read it"


def test_nothing_is_brought_back_over_anything(app, saved):
    with records_of(app).writing() as db:
        before = db.execute(select(representation)).all()
    answer = run(app, "restore", saved)
    assert answer.exit_code == 1 and "they stay" in answer.output
    with records_of(app).reading() as db:
        assert db.execute(select(representation)).all() == before


def test_a_backup_never_takes_the_place_of_another(app, saved):
    before = saved.read_bytes()
    answer = run(app, "backup", saved)
    assert answer.exit_code == 1 and "a name of its own" in answer.output
    assert saved.read_bytes() == before
    assert [path.name for path in saved.parent.glob("saved*")] == ["saved.tar"]


def test_a_disk_that_takes_nothing_is_told(app, tmp_path):
    answer = run(app, "backup", tmp_path / "nowhere" / "saved.tar")
    assert answer.exit_code == 1 and "could not be written" in answer.output


def test_other_keys_do_not_open_it_and_nothing_is_changed(app, saved, tmp_path):
    there = elsewhere(app, tmp_path / "there", f"other:{new_key()}")
    answer = run(there, "restore", saved)
    assert answer.exit_code == 1 and "VAULT_KEYS" in answer.output
    assert not (tmp_path / "there/files").exists()
    assert run(elsewhere(app, tmp_path / "again"), "restore", saved).exit_code == 0


def test_one_that_was_cut_off_anywhere_is_refused(saved, tmp_path):
    whole = saved.read_bytes()
    end = whole.rindex(b"manifest.json")
    cut = tmp_path / "cut.tar"
    for length in [0, 1, 511, 512, 5000, *range(10_000, end, 20_000), end, end + 512, end + 600]:
        cut.write_bytes(whole[:length])
        with cut.open("rb") as file, pytest.raises(bundle.BackupWrong):
            bundle.check(file)


def test_one_that_was_damaged_is_refused_and_nothing_is_changed(app, saved, tmp_path):
    whole = bytearray(saved.read_bytes())
    place = whole.index(b"-representation.jsonl") + 600
    whole[place] ^= 1
    saved.write_bytes(whole)
    answer = run(elsewhere(app, tmp_path / "there"), "restore", saved)
    assert answer.exit_code == 1 and "changed, taken out or damaged" in answer.output
    assert not (tmp_path / "there/files").exists()


def test_one_with_something_else_in_it_is_refused(tmp_path):
    (tmp_path / "passwd").write_text("x")
    subprocess.run(["tar", "cf", tmp_path / "odd.tar", "-P", "-C", tmp_path, "../" + tmp_path.name], check=True)
    with (tmp_path / "odd.tar").open("rb") as file, pytest.raises(bundle.BackupWrong):
        bundle.check(file)


def test_one_that_is_killed_leaves_nothing_that_could_be_taken_for_a_backup(app, environ, tmp_path):
    """The file it comes to is a pipe into which nobody writes: there it waits, and there it is killed."""
    id = add_file(app, arrived(app))
    path = records_of(app).files.folder / id[:2] / id
    path.unlink()
    os.mkfifo(path)
    target = tmp_path / "saved.tar"
    command = [sys.executable, "-m", "flask", "backup", target]
    process = subprocess.Popen(command, env=os.environ | environ, cwd=ROOT)
    until = time.monotonic() + 60
    while not (parts := list(tmp_path.glob("saved.tar.*.part"))) and time.monotonic() < until:
        time.sleep(0.05)
    process.send_signal(signal.SIGKILL)
    process.wait()
    assert parts and not target.exists()
    answer = run(elsewhere(app, tmp_path / "there"), "restore", parts[0])
    assert answer.exit_code == 1 and "cannot be brought back" in answer.output


def test_a_draft_that_is_forgotten_meanwhile_does_not_hold_it_up(app, tmp_path):
    told = arrived(app)
    id = add_file(app, told)
    records_of(app).files.remove(id)
    made = run(app, "backup", tmp_path / "saved.tar")
    assert made.exit_code == 0 and "not there: 1" in made.output
    there = elsewhere(app, tmp_path / "there")
    assert run(there, "restore", tmp_path / "saved.tar").exit_code == 0
    with records_of(there).reading() as db:
        assert files.of_representation(db, told.id) == []
        assert representations.get(db, told.id, "sefton").words == told.words


def test_a_database_that_was_lost_is_brought_back_in_its_place(app, saved, house):
    (house.settings.instance / "database-made").touch()
    house.records.engine.dispose()
    for path in house.settings.instance.glob("records.db*"):
        path.unlink()
    assert run(app, "restore", saved).exit_code == 0
    with house.records.reading() as db:
        assert len(representations.of_council(db, "sefton")) == 3
