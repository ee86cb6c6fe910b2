"""Settings: whatever is missing or wrong is said at once, with how to mend it; keys are made once and kept close."""

import os
import stat
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from app.settings import NEEDED_IN_PRODUCTION, ROOT, SettingsWrong, read_settings

KEY = "2026:" + "A" * 43 + "="


@pytest.fixture
def development(instance: Path) -> dict[str, str]:
    return {"INSTANCE": str(instance)}


@pytest.fixture
def production(instance: Path) -> dict[str, str]:
    return {
        "PRODUCTION": "1",
        "PROXIES": "0",
        "INSTANCE": str(instance),
        "SECRET_KEY": "x" * 32,
        "DATABASE_URL": "postgresql+psycopg://tell@db/tell",
        "MAIL_URL": "smtps://mail.example.org",
        "VAULT_KEYS": KEY,
        "SITE_URL": "https://tell.example.org",
    }


def refused(environ: dict[str, str]) -> str:
    with pytest.raises(SettingsWrong) as wrong:
        read_settings(environ)
    return str(wrong.value)


def test_in_development_nothing_need_be_set(development, instance):
    settings = read_settings(development)

    assert settings.database_url == f"sqlite:///{instance / 'records.db'}"
    assert settings.mail_url == f"maildir:{instance / 'mail'}"
    assert settings.site_url == "http://localhost:8000"
    assert settings.content == ROOT / "content"
    assert (settings.host, settings.port, settings.proxies, settings.now) == ("127.0.0.1", 8000, 0, None)
    assert not settings.production


def test_in_production_everything_missing_is_named_at_once(instance):
    said = refused({"PRODUCTION": "1", "INSTANCE": str(instance), "SECRET_KEY": ""})
    assert [name for name in NEEDED_IN_PRODUCTION if f"{name} is not set" not in said] == []
    assert not (instance / "keys").exists()


@pytest.mark.parametrize("name", NEEDED_IN_PRODUCTION)
def test_in_production_each_is_needed(production, name):
    del production[name]
    said = refused(production)
    assert f"{name} is not set" in said
    assert said.count("is not set") == 1


def test_with_everything_set_production_starts(production):
    settings = read_settings(production)
    assert settings.production
    assert settings.vault.current == "2026"


@pytest.mark.parametrize("said", ["", "0"])
def test_an_empty_production_is_none(development, said):
    assert not read_settings(development | {"PRODUCTION": said}).production


@pytest.mark.parametrize(
    ("name", "value", "why"),
    [
        ("SECRET_KEY", "x" * 31, "SECRET_KEY must be at least 32 letters"),
        ("VAULT_KEYS", "2026:short", "VAULT_KEYS must be NAME:KEY"),
        ("SITE_URL", "http://tell.example.org", "SITE_URL must begin with https://"),
        ("DATABASE_URL", "mysql://db/tell", "DATABASE_URL must be"),
        ("DATABASE_URL", "sqlite://", "DATABASE_URL must be"),
        ("DATABASE_URL", "sqlite:///", "DATABASE_URL must be"),
        ("DATABASE_URL", "postgresql://tell@db/tell", "DATABASE_URL must be"),
        ("DATABASE_URL", "postgresql+psycopg://tell@db:port/tell", "DATABASE_URL must be"),
        ("DATABASE_URL", "the database", "DATABASE_URL must be"),
        ("PORT", "eight thousand", "PORT must be a whole number"),
        ("PORT", "-1", "PORT must be a whole number"),
        ("PROXIES", "1.5", "PROXIES must be a whole number"),
        ("NOW", "2026-11-22T10:00:00+00:00", "NOW is for development only"),
        ("DESK_HOST", "https://desk.example.org", "DESK_HOST must be a host name alone"),
        ("DESK_HOST", "desk.example.org/desk", "DESK_HOST must be a host name alone"),
        ("OIDC_ISSUER", "https://sign-in.example.org/v2.0", "OIDC_CLIENT_ID, OIDC_CLIENT_SECRET is not set"),
        ("OIDC_CLIENT_ID", "the-desk", "OIDC_ISSUER, OIDC_CLIENT_SECRET is not set"),
        ("OIDC_ISSUER", "http://127.0.0.1:9000", "OIDC_ISSUER must be the https:// address"),
        ("OIDC_ISSUER", "https://[", "OIDC_ISSUER must be the https:// address"),
        ("OIDC_ISSUER", "https://login.example.org/common/v2.0", "must name the council's own tenant"),
        ("NOW", "today", "NOW must be an instant"),
    ],
)
def test_a_wrong_one_stops_the_start_in_production(production, name, value, why):
    assert why in refused(production | {name: value})


def test_the_desks_host_is_another_than_the_sites(production):
    same = production["SITE_URL"].removeprefix("https://").upper()
    assert "another host name" in refused(production | {"DESK_HOST": same})


def test_the_councils_own_sign_in_may_be_on_this_machine_in_development_only(development):
    given = {"OIDC_ISSUER": "http://127.0.0.1:9000", "OIDC_CLIENT_ID": "desk", "OIDC_CLIENT_SECRET": "planted-secret"}
    settings = read_settings(development | given)
    assert settings.oidc_issuer == "http://127.0.0.1:9000"
    assert "planted" not in repr(settings)
    assert "https://" in refused(development | given | {"OIDC_ISSUER": "http://sign-in.example.org"})


def test_everything_wrong_is_named_at_once(production):
    said = refused(production | {"SECRET_KEY": "short", "PORT": "x", "SITE_URL": "http://x", "VAULT_KEYS": "x"})
    assert all(name in said for name in ("SECRET_KEY", "PORT", "SITE_URL", "VAULT_KEYS"))


def test_a_secret_is_in_no_message_and_in_no_picture_of_the_settings(production):
    production["SECRET_KEY"] = "planted-" * 8
    production["DATABASE_URL"] = "postgresql+psycopg://tell:planted-word@db/tell"
    assert "planted" not in repr(read_settings(production))
    assert "planted" not in refused(production | {"PORT": "x"})
    assert "planted" not in refused(production | {"SECRET_KEY": "planted"})


def test_the_clock_may_be_set_in_development_with_its_time_zone(development):
    said = "2026-11-22T10:00:00+00:00"
    assert read_settings(development | {"NOW": said}).now == datetime(2026, 11, 22, 10, tzinfo=UTC)
    assert "must carry its time zone" in refused(development | {"NOW": "2026-11-22T10:00:00"})


def test_the_slash_at_the_end_of_the_sites_address_does_not_matter(development):
    assert read_settings(development | {"SITE_URL": "http://127.0.0.1:8000/"}).site_url == "http://127.0.0.1:8000"


def test_keys_made_on_the_first_run_are_its_owners_alone_and_stay(development, instance):
    first = read_settings(development)
    again = read_settings(development)

    assert stat.S_IMODE((instance / "keys").stat().st_mode) == 0o600
    assert (first.secret_key, first.vault) == (again.secret_key, again.vault)
    assert len(first.secret_key) >= 32
    assert [path.name for path in instance.iterdir()] == ["keys"]


def test_the_folder_made_for_them_is_its_owners_alone(tmp_path):
    read_settings({"INSTANCE": str(tmp_path / "new" / "instance")})
    assert stat.S_IMODE((tmp_path / "new" / "instance").stat().st_mode) == 0o700


def test_two_installations_have_different_keys(tmp_path):
    one, other = (read_settings({"INSTANCE": str(tmp_path / name)}) for name in ("one", "other"))
    assert one.secret_key != other.secret_key
    assert one.vault != other.vault


def test_what_the_environment_says_goes_before_the_file(development):
    read_settings(development)
    assert read_settings(development | {"SECRET_KEY": "y" * 40}).secret_key == "y" * 40


@pytest.mark.parametrize("left", ["", "SECRET_KEY=\n", "nothing like it\n"])
def test_a_file_of_keys_that_has_lost_them_is_said_so(development, instance, left):
    (instance / "keys").write_text(left)
    said = refused(development)
    assert "SECRET_KEY must be at least" in said
    assert "VAULT_KEYS is empty" in said


def test_processes_that_start_at_once_share_one_set_of_keys(instance):
    ask = "import os; from app.settings import read_settings as r; s = r(os.environ); print(s.secret_key, s.vault)"
    racing = [
        subprocess.Popen(
            [sys.executable, "-c", ask],
            env={"INSTANCE": str(instance), "PYTHONPATH": str(ROOT), "PATH": os.environ["PATH"]},
            stdout=subprocess.PIPE,
            text=True,
        )
        for _ in range(4)
    ]
    said = {process.communicate(timeout=60)[0] for process in racing}
    assert [process.returncode for process in racing] == [0] * 4
    assert len(said) == 1
    assert [path.name for path in instance.iterdir()] == ["keys"]
