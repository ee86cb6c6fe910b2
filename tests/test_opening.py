"""The start refuses what would be half right: a lost database, wrong keys, a council nobody has confirmed."""

import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from flask_migrate import upgrade
from sqlalchemy import text
from sqlalchemy.exc import OperationalError

from app import create_app, opening
from app.councils.problems import ContentBroken
from app.opening import RecordsLost, check_records, make_database, note_made, open_records
from app.records import keys
from app.records.vault import Vault
from app.settings import ROOT, SettingsWrong, read_settings
from tests.councils.editor import KEEP, Editor


@pytest.fixture
def settings(instance):
    return read_settings({"INSTANCE": str(instance)})


@pytest.fixture
def records(settings, migrated_database, instance):
    """A site's records after its first run."""
    shutil.copy(migrated_database, instance / "records.db")
    records = open_records(settings)
    with records.writing() as db:
        keys.make_hash_key(db)
    note_made(settings)
    yield records
    records.engine.dispose()


def test_records_that_are_whole_are_opened(records):
    check_records(records)


def test_opening_does_not_make_a_missing_database(settings, instance):
    with pytest.raises(OperationalError), open_records(settings).reading():
        pass
    assert not (instance / "records.db").exists()


def test_a_missing_database_is_said_so(settings):
    with pytest.raises(RecordsLost, match="cannot be opened"):
        check_records(open_records(settings))


def test_on_the_first_run_an_empty_one_is_made_for_its_owner_alone(settings, instance):
    make_database(settings)
    assert (instance / "records.db").stat().st_mode & 0o777 == 0o600
    with pytest.raises(RecordsLost, match="has not been set up.*flask db upgrade"):
        check_records(open_records(settings))


@pytest.mark.parametrize("lost", ["missing", "empty"])
def test_a_lost_database_is_never_made_anew(records, settings, instance, lost):
    records.engine.dispose()
    for path in instance.glob("records.db*"):
        path.unlink()
    if lost == "empty":
        (instance / "records.db").touch()

    with pytest.raises(RecordsLost, match="there has been one here.*Put it back"):
        make_database(settings)

    assert not (instance / "records.db").exists() or (instance / "records.db").stat().st_size == 0


def test_one_that_is_there_is_left_alone(records, settings, instance):
    before = (instance / "records.db").read_bytes()
    make_database(settings)
    assert (instance / "records.db").read_bytes() == before


def test_a_file_that_is_no_database_is_said_so(settings, instance):
    (instance / "records.db").write_bytes(b"these are no records at all, not even a little" * 100)
    with pytest.raises(RecordsLost, match="cannot be opened"):
        check_records(open_records(settings))


def test_keys_that_open_nothing_are_said_so(records):
    for vault in (Vault({"other": bytes(32)}), Vault({records.vault.current: bytes(32)})):
        with pytest.raises(RecordsLost, match="does not open with VAULT_KEYS"):
            check_records(replace(records, vault=vault))


def test_a_database_half_set_up_is_said_so(records):
    with records.writing() as db:
        db.execute(text("DROP TABLE visit"))
    with pytest.raises(RecordsLost, match="has not been set up"):
        check_records(records)


def test_a_database_server_that_is_away_is_said_so(instance, tmp_path):
    url = f"postgresql+psycopg://tests@/nobody?host={tmp_path}"
    settings = read_settings({"INSTANCE": str(instance), "DATABASE_URL": url})
    with pytest.raises(RecordsLost, match="is it running"):
        check_records(open_records(settings))


def test_on_postgresql_the_same_start_works(instance, postgres_url):
    app = create_app({"INSTANCE": str(instance), "DATABASE_URL": postgres_url})
    records = app.extensions["house"].records
    with pytest.raises(RecordsLost, match="has not been set up"):
        check_records(records)
    make_database(app.extensions["house"].settings)
    with app.app_context():
        upgrade()
    check_records(records)
    records.engine.dispose()


def test_broken_content_stops_the_start(instance, tmp_path):
    editor = Editor.with_a_copy(tmp_path)
    editor.changes("sefton/council.yaml", "prefix: SEF", "prefix: 7")
    with pytest.raises(ContentBroken, match=r"sefton/council\.yaml:\d+: prefix"):
        create_app({"INSTANCE": str(instance), "CONTENT": str(editor.root)})


def test_a_council_that_is_not_there_cannot_be_the_sites_own(instance):
    with pytest.raises(ContentBroken, match="no council called atlantis; .*SITE_COUNCIL.*sefton"):
        create_app({"INSTANCE": str(instance), "SITE_COUNCIL": "atlantis"})


@pytest.fixture
def in_production(instance, tmp_path):
    """The environment of a real site, and the content it would serve."""
    editor = Editor.with_a_copy(tmp_path)
    environ = {
        "PRODUCTION": "1",
        "PROXIES": "0",
        "INSTANCE": str(instance),
        "CONTENT": str(editor.root),
        "SECRET_KEY": "x" * 32,
        "DATABASE_URL": f"sqlite:///{instance / 'records.db'}",
        "MAIL_URL": f"maildir:{instance / 'mail'}",
        "VAULT_KEYS": "2026:" + "A" * 43 + "=",
        "SITE_URL": "https://tell.example.org",
    }
    return editor, environ


def test_production_refuses_a_council_that_is_not_ready_and_says_everything(in_production):
    _editor, environ = in_production
    with pytest.raises(SettingsWrong) as wrong:
        create_app(environ)
    assert str(wrong.value).count("content/sefton/council.yaml") == 4
    for why in (
        "nobody has confirmed it",
        "emergency_duty_team is missing",
        "still at example.org",
        "keep is missing for complaint",
    ):
        assert why in str(wrong.value)


def test_production_starts_with_a_council_that_is_ready(in_production, instance):
    editor, environ = in_production
    environ["INSTANCE"] = str(instance / "new")
    council = "sefton/council.yaml"
    editor.changes(council, "confirmed: null", 'confirmed: {by: "Head of Service", on: 2027-01-04}\n' + KEEP)
    editor.changes(council, "emergency_duty_team: null", 'emergency_duty_team: "0151 496 0000"')
    editor.writes(council, editor.reads(council).replace("@sefton.example.org", "@sefton.example.gov.uk"))

    app = create_app(environ)

    assert app.config["SESSION_COOKIE_SECURE"]
    assert app.test_client().get("/sefton/en/").status_code == 200
    assert app.test_client().get("/preview").status_code == 404
    assert (instance / "new").stat().st_mode & 0o777 == 0o700  # for its owner alone


def test_the_migrations_are_where_they_are_looked_for():
    assert Path(ROOT, "app/records/migrations") == opening.MIGRATIONS
    assert list(opening.MIGRATIONS.glob("versions/*.py"))
