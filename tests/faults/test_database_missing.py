"""The database file is not where it was. It is never made anew over the one that was lost."""

import os
import shutil
import sqlite3
import subprocess
import sys

import pytest

from tests.faults.warm import ROOT


def test_a_page_that_needs_it_is_kind_and_makes_no_file(app, client, instance):
    app.extensions["house"].records.engine.dispose()
    (instance / "records.db").unlink()
    client.get_page("/sefton/en/form/1", status=503)
    client.get_page("/sefton/en/")  # the map needs no database
    assert not (instance / "records.db").exists()


def test_lost_while_it_runs_it_is_noticed_though_the_old_file_is_still_open(client, instance):
    """A program may write on into a file that has no name any more. What a child sends then would be gone."""
    client.get_page("/sefton/en/form/1")
    for lost in instance.glob("records.db*"):
        lost.unlink()
    client.get_page("/sefton/en/form/1", status=503)
    assert client.get("/health").status_code == 503
    assert not (instance / "records.db").exists()


def test_another_file_in_its_place_is_the_one_written_to(client, instance, migrated_database):
    client.get_page("/sefton/en/form/1")
    for lost in instance.glob("records.db*"):
        lost.unlink()
    shutil.copy(migrated_database, instance / "records.db")
    client.send("/sefton/en/form/1", {"kind": "complaint"})
    with sqlite3.connect(instance / "records.db") as found:
        assert found.execute("SELECT count(*) FROM draft").fetchone() == (1,)


def test_a_broken_file_gives_a_kind_page_and_keeps_the_words_on_it(app, client, instance):
    token = client.get_page("/sefton/en/form/4").csrf_token
    app.extensions["house"].records.engine.dispose()
    (instance / "records.db").write_bytes(b"this is no database " * 1_000)
    (instance / "records.db-wal").unlink(missing_ok=True)
    answer = client.post("/sefton/en/form/4", {"csrf_token": token, "words": "Nobody listens to me."})
    assert answer.status_code == 503 and "Nobody listens to me." in answer.text
    assert client.get("/health").status_code == 503


@pytest.mark.parametrize("command", [["-m", "flask", "prepare"], ["-c", "import wsgi"]], ids=["prepare", "web"])
def test_the_start_refuses_and_says_how_to_mend_it(instance, command):
    environ = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"}
    environ |= {"INSTANCE": str(instance), "FLASK_APP": "wsgi"}

    def run(*arguments):
        return subprocess.run([sys.executable, *arguments], cwd=ROOT, env=environ, capture_output=True, text=True)

    assert run("-m", "flask", "prepare").returncode == 0
    for lost in instance.glob("records.db*"):
        lost.unlink()
    refused = run(*command)
    assert refused.returncode == 1 and "database" in refused.stderr and "Traceback" not in refused.stderr
    assert not (instance / "records.db").exists()
