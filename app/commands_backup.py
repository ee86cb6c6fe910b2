"""Commands: `flask backup FILE`, and `flask restore FILE` into an installation in which there is nothing."""

import sys
from pathlib import Path

import click
from alembic.util import CommandError
from flask import current_app
from flask.cli import with_appcontext
from flask_migrate import upgrade
from sqlalchemy.exc import IntegrityError

from app import opening
from app.house import House
from app.records.backup import AlreadyThere
from app.records.backup import backup as make_backup
from app.records.bundle import BackupWrong, Manifest
from app.records.restore import NotEmpty
from app.records.restore import restore as bring_back
from app.records.vault import CannotOpen

FILE = click.Path(path_type=Path, dir_okay=False)


def house() -> House:
    return current_app.extensions["house"]


@click.command()
@click.argument("file", type=FILE)
@with_appcontext
def backup(file: Path) -> None:
    """Copy everything to FILE, as it is at this instant, while the site runs. The keys are not in it."""
    try:
        made = make_backup(house().records, file, house().clock())
    except AlreadyThere:
        sys.exit(f"There is a file {file.name} already. Give the backup a name of its own, such as one with the day.")
    except OSError as why:
        sys.exit(f"The backup could not be written to {file}: {why.strerror}. Nothing was left there.")
    _say("Backed up", made)
    if made.gone:
        click.echo(f"Files that were not there: {len(made.gone)}. A draft was forgotten meanwhile, or they are lost.")
    click.echo("Keep VAULT_KEYS too, in another place: without them nothing in it can be read.")


@click.command()
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False, exists=True))
@with_appcontext
def restore(file: Path) -> None:
    """Bring back what `backup` wrote to FILE, into a database that is empty or not there yet."""
    here = house()
    try:
        opening.make_database(here.settings, lost=True)
        brought = bring_back(here.records, file, lambda revision: upgrade(revision=revision))
        upgrade()
    except NotEmpty:
        sys.exit("There are records here already, and they stay. Bring a backup back into a new INSTANCE and database.")
    except BackupWrong as why:
        sys.exit(f"{file.name} cannot be brought back: {why}. Nothing was changed.")
    except IntegrityError:
        sys.exit(f"{file.name} cannot be brought back: its rows do not fit one another. No row was kept.")
    except CommandError:
        sys.exit(f"{file.name} was made by a newer version than this one. Bring it back with that version.")
    except CannotOpen:
        sys.exit(
            f"{file.name} does not open with VAULT_KEYS. Give the keys it was sealed with; they are kept apart from it."
        )
    opening.note_made(here.settings)
    _say("Brought back", brought)
    click.echo("Letters that waited then will go, also those that went since. Now run: bin/flask trail verify")


def _say(done: str, manifest: Manifest) -> None:
    files = sum(name.startswith("files/") for name in manifest.hashes)
    click.echo(f"{done}, as it was at {manifest.made_at}: {manifest.rows['representation']} records, {files} files.")
    number, hash = manifest.trail
    click.echo(f"The last entry of the trail: {number}:{hash}")
