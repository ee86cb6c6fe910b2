"""Commands: `flask prepare`, `vault`, `trail`; the others have files of their own."""

import sys
from pathlib import Path

import click
from alembic.util import CommandError
from flask import Flask, current_app
from flask.cli import AppGroup, with_appcontext
from flask_migrate import upgrade

from app import commands_backup, commands_content, commands_post, commands_words, example, opening
from app.house import House
from app.officers_commands import officers
from app.opening import RecordsLost
from app.records import keys
from app.records import trail as audit_trail

vault = AppGroup("vault", help="The keys that the words of children are sealed with.")


trail = AppGroup("trail", help="The audit trail of the desk.")


def add_to(app: Flask) -> None:
    for command in (
        prepare,
        commands_backup.backup,
        commands_backup.restore,
        commands_content.content,
        vault,
        trail,
        officers,
        commands_words.words,
        commands_post.post,
        commands_post.clock,
    ):
        app.cli.add_command(command)


def house() -> House:
    return current_app.extensions["house"]


@click.command()
@click.option("--few-examples", is_flag=True, help="Only the newest six of the examples, not all 40.")
@with_appcontext
def prepare(few_examples: bool) -> None:
    """Make the database on the first run, bring it up to date, and in development fill it with examples."""
    settings = house().settings
    try:
        opening.make_database(settings)
        upgrade()
    except (RecordsLost, CommandError) as why:
        sys.exit(str(why))
    with house().records.writing() as db:
        keys.make_hash_key(db)
    opening.note_made(settings)
    opening.check_records(house().records)
    told = [] if settings.production else example.fill(house(), few_examples)
    where = f"http://localhost:{settings.port}"
    click.echo(f"The site    {where}/")
    click.echo(f"The desk    {where}/desk/")
    click.echo(f"The mail    {_mail(settings.mail_url)}")
    for line in told:
        click.echo(line)


@vault.command()
def rotate() -> None:
    """Seal everything anew with the first key of VAULT_KEYS."""
    click.echo(f"Sealed anew: {keys.rotate(house().records)}")


@trail.command()
@click.option("--known", metavar="NUMBER:HASH", help="What an earlier run said was the last: it must still be there.")
def verify(known: str | None) -> None:
    """Does each entry still hold the keyed hash of itself and of the one before? Exit 1 if not."""
    with house().records.reading() as db:
        broken = audit_trail.verify(db, _known(known) if known else None)
        number, hash = audit_trail.last(db)
    if broken is not None:
        sys.exit(f"The trail is broken at entry {broken}: it, or the one before it, is not as it was written.")
    click.echo(f"The trail is whole. Keep this where the database is not: {number}:{hash}")


def _known(text: str) -> tuple[int, str]:
    number, colon, hash = text.partition(":")
    if not (number.isascii() and number.isdecimal() and colon and hash):
        sys.exit(f"--known must be NUMBER:HASH, as an earlier run said it, not {text}")
    return int(number), hash


def _mail(mail_url: str) -> str:
    scheme, _colon, rest = mail_url.partition(":")
    if scheme == "maildir":
        return str(Path(rest))
    return f"{scheme}://{rest.rpartition('@')[2].removeprefix('//')}"
