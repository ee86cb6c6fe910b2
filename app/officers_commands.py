"""Commands: `flask officers add`, `list`, `disable`. And the example officer of a development site."""

import os
import secrets
import sys
from datetime import datetime
from pathlib import Path

import click
from flask import current_app
from flask.cli import AppGroup
from flask_security.utils import hash_password

from app.post.addresses import find_email
from app.records import desk_sessions, passkeys, second_steps, trail
from app.records.database import Records
from app.records.officers import Officer, OfficerKnown, Role, add, disable, everybody, find, put_in_team
from app.records.trail import COMMAND, Act

EXAMPLE_EMAIL = "officer@example.org"
EXAMPLE_FILE = "example-officer"  # in INSTANCE
SIGNS = "23456789abcdefghjkmnpqrstuvwxyz"  # nothing that looks like something else
GROUPS, GROUP = 5, 4  # 20 signs of 31: 99 bits

officers = AppGroup("officers", help="Who may sign in at the desk.")


@officers.command("add")
@click.argument("email")
@click.option("--council", required=True, help="The slug of their council, such as north-vale.")
@click.option("--role", required=True, help=f"One of: {', '.join(Role)}.")
@click.option("--name", default="", help="As a young person may be told it.")
@click.option("--phone", default="", help="As a young person may be told it.")
def add_command(email: str, council: str, role: str, name: str, phone: str) -> None:
    """Let somebody sign in. Their password is made here and shown once."""
    house = current_app.extensions["house"]
    if council not in house.library.councils:
        sys.exit(f"There is no council called {council}. There are: {', '.join(house.library.councils)}")
    if role not in list(Role):
        sys.exit(f"There is no role called {role}. There are: {', '.join(Role)}")
    address = find_email(email)
    if address is None:
        sys.exit(f"{email!r} is not an email address")
    password = new_password()
    try:
        officer = _add(
            house.records, address, council, Role(role), password, house.clock(), name.strip(), phone.strip()
        )
    except OfficerKnown:
        sys.exit(f"There is an officer with the address {address} already. See: flask officers list")
    click.echo(f"Added {officer.email} to {council} as {role}.")
    click.echo(f"Their password, shown only now: {password}")
    if not name:
        click.echo("Without --name a young person is told their address in place of a name.")


@officers.command("list")
def list_command() -> None:
    """Everybody who may sign in, or could once."""
    with current_app.extensions["house"].records.reading() as db:
        for officer in everybody(db):
            active = "" if officer.active else "  disabled"
            click.echo(f"{officer.council}  {officer.role:<8} {officer.email}  {officer.name}{active}".rstrip())


@officers.command("disable")
@click.argument("email")
def disable_command(email: str) -> None:
    """They can do nothing more at the desk, from this moment on."""
    house = current_app.extensions["house"]
    with house.records.writing() as db:
        officer = find(db, email)
        if officer is None:
            sys.exit(f"There is no officer with the address {email}. See: flask officers list")
        disable(db, officer.id)
        desk_sessions.end_all(db, officer.id, house.clock())
        trail.add(db, house.clock(), officer.council, COMMAND, Act.OFFICER_DISABLED)
    click.echo(f"Disabled {officer.email}.")


@officers.command("reset-second-step")
@click.argument("email")
def reset_second_step_command(email: str) -> None:
    """For an officer whose phone and recovery codes are gone. Their passkeys go too; their password stays."""
    house = current_app.extensions["house"]
    with house.records.writing() as db:
        officer = find(db, email)
        if officer is None:
            sys.exit(f"There is no officer with the address {email}. See: flask officers list")
        second_steps.remove(db, officer.id)
        second_steps.forget_codes(db, officer.id)
        passkeys.remove_all(db, officer.id)
        desk_sessions.end_all(db, officer.id, house.clock())
        trail.add(db, house.clock(), officer.council, COMMAND, Act.SECOND_STEP_OFF)
    click.echo(f"{officer.email} signs in with the password alone next time. Be sure first that it is them who asks.")


@officers.command("team")
@click.argument("email")
@click.argument("team")
def team_command(email: str, team: str) -> None:
    """Say which team they are in: what is about one of it may be kept from all of it. "" for none."""
    house = current_app.extensions["house"]
    with house.records.writing() as db:
        officer = find(db, email)
        if officer is None:
            sys.exit(f"There is no officer with the address {email}. See: flask officers list")
        put_in_team(db, officer.id, team.strip())
        trail.add(db, house.clock(), officer.council, COMMAND, Act.OFFICER_MOVED)
    click.echo(f"{officer.email} is in the team {team.strip()}." if team.strip() else f"{officer.email} is in no team.")


def add_example_officer(records: Records, instance: Path, council: str, now: datetime) -> tuple[str, str]:
    """For development: an officer to try the desk with. Their address and password, the same on every run.

    Needs an app context. The password is made on the first run and kept in INSTANCE, readable by its owner only.
    """
    path = instance / EXAMPLE_FILE
    with records.reading() as db:
        known = find(db, EXAMPLE_EMAIL)
    if known is None:
        password = new_password()
        _add(records, EXAMPLE_EMAIL, council, Role.OFFICER, password, now, "Example Officer", "0151 496 0001")
        path.unlink(missing_ok=True)
        with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
            file.write(password + "\n")
    return EXAMPLE_EMAIL, path.read_text("utf-8").strip() if path.exists() else ""


def new_password() -> str:
    """Strong, and easy to type from paper."""
    return "-".join("".join(secrets.choice(SIGNS) for _ in range(GROUP)) for _ in range(GROUPS))


def _add(
    records: Records, email: str, council: str, role: Role, password: str, now: datetime, name: str, phone: str
) -> Officer:
    hashed = hash_password(password)
    with records.writing() as db:
        officer = add(db, email, council, role, hashed, now, name, phone)
        trail.add(db, now, council, COMMAND, Act.OFFICER_ADDED)
    return officer
