"""Opening the records at the start, and refusing to when what is there is not what should be."""

from pathlib import Path
from urllib.parse import quote

from flask import Flask
from sqlalchemy import inspect, select
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import DatabaseError

from app.councils.library import Library
from app.extensions import migrate
from app.model.keeping import USUAL
from app.post.clamd import ScannerUrlWrong, scanner_for
from app.post.transports import MailUrlWrong, sender_for
from app.records.database import Records, connect
from app.records.file_store import FileStore
from app.records.tables import metadata, vault_key
from app.records.vault import CannotOpen
from app.settings import Settings, SettingsWrong

MIGRATIONS = Path(__file__).parent / "records" / "migrations"
MADE = "database-made"  # a file in INSTANCE: there has been a database here


class RecordsLost(RuntimeError):
    """The database is not there, or does not open. The message says how to mend it."""


def open_records(settings: Settings) -> Records:
    """The records, without touching the disk yet. A SQLite file that is missing is never made anew in passing."""
    url = make_url(settings.database_url)
    if url.get_backend_name() == "sqlite":
        url = _only_if_it_is_there(url)
    return Records(
        connect(url.render_as_string(hide_password=False)), settings.vault, FileStore(settings.instance / "files")
    )


def make_database(settings: Settings, lost: bool = False) -> None:
    """On the very first run, an empty database file for the migrations to fill.

    Raises RecordsLost if there has been one here before: an empty one must not take its place, unless it is known to
    be `lost`, and is brought back now.
    """
    path = _sqlite_file(settings)
    if path is None or (path.exists() and path.stat().st_size):
        return
    if (settings.instance / MADE).exists() and not lost:
        raise RecordsLost(
            f"The database {path.name} is missing or empty, and there has been one here. Put it back, or bring it back"
            f" from a backup. To begin again with nothing, delete the whole folder {settings.instance.name}."
        )
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    path.touch(mode=0o600)


def note_made(settings: Settings) -> None:
    """Remember that this installation has had a database."""
    (settings.instance / MADE).touch(mode=0o600)


def check_records(records: Records) -> None:
    """Raises RecordsLost unless the database is there, is up to date, and opens with our keys."""
    try:
        tables = set(inspect(records.engine).get_table_names())
        if not set(metadata.tables) <= tables:
            raise RecordsLost("The database has not been set up. Run: bin/flask db upgrade")
        with records.reading() as db:
            sealed = db.execute(select(vault_key.c.key)).scalars().first()
            if sealed is not None:
                db.vault.open_bytes(sealed, "vault_key", "hash", "key")
    except DatabaseError:  # away, refused, or no database at all
        raise RecordsLost("The database cannot be opened. Is DATABASE_URL right, is it running, and whole?") from None
    except CannotOpen:
        raise RecordsLost(
            "What is in the database does not open with VAULT_KEYS. Put back the key it was sealed with."
        ) from None


def check_settings_fit(settings: Settings, library: Library) -> None:
    """Raises SettingsWrong for settings that cannot work; in production also for a council nobody has confirmed,
    or whose post would go nowhere.
    """
    if settings.site_council and settings.site_council not in library.councils:
        raise SettingsWrong(
            f"SITE_COUNCIL is {settings.site_council!r}, which is not one of: {', '.join(library.councils)}"
        )
    try:
        sender_for(settings.mail_url)
    except MailUrlWrong as why:
        raise SettingsWrong(f"MAIL_URL cannot be used: {why}") from None
    try:
        scanner_for(settings.clamd_url)
    except ScannerUrlWrong as why:
        raise SettingsWrong(str(why)) from None
    if not settings.production:
        return
    pinned = [settings.site_council] if settings.site_council else list(library.councils)
    wrong = []
    for council in (library.councils[slug] for slug in pinned):
        where = f"content/{council.slug}/council.yaml"
        if not council.confirmed:
            wrong.append(f"{where}: nobody has confirmed it; the council adds confirmed, with by and on")
        if not council.emergency_duty_team:
            wrong.append(f"{where}: emergency_duty_team is missing; a child in danger at night needs its number")
        if undecided := [kind for kind in USUAL if kind not in council.keep]:
            why = "it says how many years you keep what was told before it is deleted, and nobody else may decide that"
            wrong.append(f"{where}: keep is missing for {', '.join(undecided)}; {why}")
        boxes = [*vars(council.inboxes).values(), council.mail_from, council.team.email]
        if any(box.endswith("example.org") for box in boxes):
            wrong.append(f"{where}: an inbox or address is still at example.org; give the council's own")
    if wrong:
        raise SettingsWrong("The site cannot start in production:\n" + "\n".join(f"  {line}" for line in wrong))


def start_migrations(app: Flask) -> None:
    migrate.init_app(app, directory=str(MIGRATIONS))


def _sqlite_file(settings: Settings) -> Path | None:
    url = make_url(settings.database_url)
    return Path(url.database) if url.get_backend_name() == "sqlite" else None


def _only_if_it_is_there(url: URL) -> URL:
    """SQLite makes a missing file anew unless it is told to open it only for reading and writing."""
    return url.set(database=f"file:{quote(str(Path(url.database).absolute()))}", query={"mode": "rw", "uri": "true"})
