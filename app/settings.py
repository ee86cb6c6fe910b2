"""Settings, from the environment. A missing or wrong one stops the start and says how to mend it."""

import os
import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError

from app.records.vault import Vault, VaultKeysWrong, new_key, read_keys
from app.settings_desk import read_desk_settings

ROOT = Path(__file__).parent.parent
NEEDED_IN_PRODUCTION = ("SECRET_KEY", "DATABASE_URL", "MAIL_URL", "VAULT_KEYS", "SITE_URL", "PROXIES")
SHORTEST_SECRET = 32


class SettingsWrong(ValueError):
    """The site cannot start with these settings. The message lists each and how to mend it."""


@dataclass(frozen=True)
class Settings:
    secret_key: str = field(repr=False)
    vault: Vault = field(repr=False)
    database_url: str = field(repr=False)
    mail_url: str = field(repr=False)
    site_url: str
    instance: Path
    content: Path = ROOT / "content"
    site_council: str = ""
    desk_host: str = ""
    oidc_issuer: str = ""
    oidc_client_id: str = ""
    oidc_client_secret: str = field(default="", repr=False)
    clamd_url: str = ""
    proxies: int = 0
    host: str = "127.0.0.1"
    port: int = 8000
    now: datetime | None = None
    production: bool = False


def read_settings(environ: Mapping[str, str]) -> Settings:
    """The settings in `environ`. In development, what is missing is made on the first run and kept in INSTANCE.

    Raises SettingsWrong with everything that is missing or wrong.
    """
    production = environ.get("PRODUCTION", "") not in ("", "0")
    instance = Path(environ.get("INSTANCE") or ROOT / "instance").absolute()
    if production:
        _refuse_missing(environ)
    else:
        environ = _made_on_first_run(instance) | {key: value for key, value in environ.items() if value}
    wrong: list[str] = []
    port = _whole_number(environ, "PORT", 8000, wrong)
    settings = {
        "secret_key": _secret(environ, wrong),
        "vault": _vault(environ, wrong),
        "database_url": environ.get("DATABASE_URL", f"sqlite:///{instance / 'records.db'}"),
        "mail_url": environ.get("MAIL_URL", f"maildir:{instance / 'mail'}"),
        "site_url": environ.get("SITE_URL", f"http://localhost:{port}").rstrip("/"),
        "instance": instance,
        "content": Path(environ.get("CONTENT") or ROOT / "content").absolute(),
        "site_council": environ.get("SITE_COUNCIL", ""),
        "clamd_url": environ.get("CLAMD_URL", ""),
        "proxies": _whole_number(environ, "PROXIES", 0, wrong),
        "host": environ.get("HOST", "127.0.0.1"),
        "port": port,
        "now": _instant(environ, production, wrong),
        "production": production,
    }
    settings |= read_desk_settings(environ, production, settings["site_url"], wrong)
    if production and not settings["site_url"].startswith("https://"):
        wrong.append("SITE_URL must begin with https:// in production")
    if not _is_database(settings["database_url"]):
        wrong.append("DATABASE_URL must be sqlite:///FILE or postgresql+psycopg://USER@HOST/NAME")
    if wrong:
        raise SettingsWrong("The site cannot start:\n" + "\n".join(f"  {line}" for line in wrong))
    return Settings(**settings)


def _refuse_missing(environ: Mapping[str, str]) -> None:
    missing = [name for name in NEEDED_IN_PRODUCTION if not environ.get(name)]
    if missing:
        lines = "\n".join(f"  {name} is not set; docs/run.md says what to give it" for name in missing)
        raise SettingsWrong(f"The site cannot start in production:\n{lines}")


def _made_on_first_run(instance: Path) -> dict[str, str]:
    """The keys of a development site: made once, readable by their owner only."""
    path = instance / "keys"
    if not path.exists():
        instance.mkdir(mode=0o700, parents=True, exist_ok=True)
        made = path.with_name(f"keys.{secrets.token_hex(4)}")
        with os.fdopen(os.open(made, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
            file.write(f"SECRET_KEY={secrets.token_urlsafe(32)}\nVAULT_KEYS=first:{new_key()}\n")
        try:
            os.link(made, path)  # the first process to get here wins; the others use its keys
        except FileExistsError:
            pass
        finally:
            made.unlink()
    return dict(line.split("=", 1) for line in path.read_text("utf-8").splitlines() if "=" in line)


def _secret(environ: Mapping[str, str], wrong: list[str]) -> str:
    secret = environ.get("SECRET_KEY", "")
    if len(secret) < SHORTEST_SECRET:
        wrong.append(f"SECRET_KEY must be at least {SHORTEST_SECRET} letters, from chance: openssl rand -base64 32")
    return secret


def _is_database(url: str) -> bool:
    try:
        parts = make_url(url)
    except (ArgumentError, ValueError):  # ValueError: of a port that is no number
        return False
    return parts.drivername in ("sqlite", "postgresql+psycopg") and bool(parts.database)


def _vault(environ: Mapping[str, str], wrong: list[str]) -> Vault | None:
    try:
        return read_keys(environ.get("VAULT_KEYS", ""))
    except VaultKeysWrong as why:
        wrong.append(str(why))
    return None


def _whole_number(environ: Mapping[str, str], name: str, otherwise: int, wrong: list[str]) -> int:
    text = environ.get(name) or str(otherwise)
    if not text.isdecimal():
        wrong.append(f"{name} must be a whole number, not {text!r}")
        return otherwise
    return int(text)


def _instant(environ: Mapping[str, str], production: bool, wrong: list[str]) -> datetime | None:
    text = environ.get("NOW", "")
    if not text:
        return None
    try:
        instant = datetime.fromisoformat(text)
    except ValueError:
        wrong.append(f"NOW must be an instant such as 2026-11-22T12:00:00+00:00, not {text!r}")
        return None
    if instant.tzinfo is None or production:
        wrong.append("NOW is for development only, and must carry its time zone, such as +00:00")
    return instant
