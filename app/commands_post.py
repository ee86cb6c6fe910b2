"""Commands of the post room and the clock: `flask post`, `flask clock`."""

import random
import secrets
import sys
from datetime import datetime

import click
from flask import current_app
from flask.cli import AppGroup

from app.councils.bank_holidays import bank_holidays
from app.house import House
from app.model.london import london_day
from app.post import clock as clockwork
from app.post import postman
from app.post.addresses import Addresses
from app.post.clamd import scanner_for
from app.post.transports import sender_for

post = AppGroup("post", help="Letters to the councils and to young people.")
clock = AppGroup("clock", help="Everything that time does.")

chance = random.SystemRandom().random


def house() -> House:
    return current_app.extensions["house"]


@post.command()
def deliver() -> None:
    """One round of the post room: try every letter that is due, once."""
    here = house()
    try:
        went = postman.deliver(here.records, sender_for(here.settings.mail_url), here.clock, chance)
    except postman.LettersWentWrong as why:
        sys.exit(str(why))
    click.echo(f"Letters sent: {went}")


@post.command("run")
def run_post() -> None:
    """Keep delivering until told to stop; the letter in hand is finished first."""
    here = house()
    stop = postman.stop_when_told()
    postman.run_both(here.records, sender_for(here.settings.mail_url), here.clock, chance, stop)


@clock.command()
@click.option("--now", metavar="ISO", help="As if it were this instant, such as 2026-11-25T12:00:00+00:00.")
def tick(now: str | None) -> None:
    """Reminders, references that nobody issued, forgetting: everything that time does, once."""
    ticked = _tick(_instant(now) if now else house().clock())
    click.echo(f"Reminded: {ticked.reminded}. Issued: {ticked.issued}. Forgotten: {ticked.forgotten}.")
    click.echo(f"Files checked for viruses: {ticked.scanned}.")
    if ticked.gathered:
        click.echo(f"Letters told in one with others: {ticked.gathered}.")
    if ticked.deleted:
        click.echo(f"Deleted, because their time was over: {ticked.deleted}.")
    if ticked.recounted:
        click.echo(f"Counted again, because a bank holiday was added or moved: {ticked.recounted}.")
    if ticked.wrong:
        sys.exit("Went wrong: " + "; ".join(ticked.wrong))


@clock.command("run")
def run_clock() -> None:
    """Tick once a minute until told to stop."""
    clock_of_the_house = house().clock
    clockwork.run(lambda: _tick(clock_of_the_house()), postman.stop_when_told())


def _tick(now: datetime) -> clockwork.Ticked:
    here = house()
    here.keeper.look()
    works = clockwork.Clockwork(
        records=here.records,
        councils=here.library.councils,
        holidays=bank_holidays(london_day(now)),
        addresses=Addresses(here.settings.site_url, here.settings.desk_host),
        choose=secrets.choice,
        scanner=scanner_for(here.settings.clamd_url),
    )
    return clockwork.tick(works, now)


def _instant(text: str) -> datetime:
    try:
        instant = datetime.fromisoformat(text)
    except ValueError:
        sys.exit(f"--now must be an instant such as 2026-11-25T12:00:00+00:00, not {text}")
    if instant.tzinfo is None:
        sys.exit("--now must carry its time zone, such as +00:00 at the end")
    return instant
