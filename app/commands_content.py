"""Commands for editors: `flask content check`, `new-council`, `reload`. They need no settings and no database.

They must work when the content is broken and the site cannot start, so they read the content folder themselves.
"""

import json
import os
import sys
from datetime import UTC, datetime
from pathlib import Path

import click
from flask import Flask
from flask.cli import AppGroup

from app.commands_words import words
from app.councils.library import Library, read_library
from app.councils.new_council import SlugRefused, write_new_council
from app.councils.problems import ContentBroken, Problem
from app.councils.warnings import warnings
from app.model.london import london_day
from app.opening import check_settings_fit
from app.settings import ROOT, SettingsWrong, read_settings

content = AppGroup("content", help="The words of the councils.")


def bare_app() -> Flask:
    """An app with these commands and nothing else."""
    app = Flask("app")
    app.cli.add_command(content)
    app.cli.add_command(words)
    return app


@content.command()
@click.argument("council", required=False, default="")
@click.option("--json", "as_json", is_flag=True, help="For tools: a list of level, path, line and what.")
def check(council: str, as_json: bool) -> None:
    """Read every word and say what is wrong, with file and line and how to mend it. Exit 1 on an error."""
    errors, looks = _found(_root(), council)
    found = [("error", problem) for problem in errors] + [("warning", problem) for problem in looks]
    if as_json:
        click.echo(json.dumps([_facts(level, problem) for level, problem in found], ensure_ascii=False, indent=2))
    else:
        for level, problem in found:
            click.echo(f"{level}  {problem}")
        click.echo(f"Errors: {len(errors)}. Warnings: {len(looks)}.")
    sys.exit(1 if errors else 0)


@content.command("new-council")
@click.argument("slug")
@click.option("--name", default="", help='Its name, such as "North Vale Council".')
def new_council(slug: str, name: str) -> None:
    """Write a folder that a new council can fill in."""
    root = _root()
    try:
        taken = {council.prefix for council in read_library(root).councils.values()}
        folder = write_new_council(root, slug, name, taken)
    except (SlugRefused, ContentBroken) as why:
        sys.exit(str(why))
    except OSError as why:
        sys.exit(f"Cannot write the folder: {why.strerror}.")
    click.echo(f"Wrote {folder.relative_to(root.parent)}. Open its council.yaml next; docs/adopt.md goes through it.")


@content.command()
def reload() -> None:
    """Tell a running site in production to read the content again. What it would not start with is refused here."""
    instance = Path(os.environ.get("INSTANCE") or ROOT / "instance")
    if not instance.is_dir():
        sys.exit(f"No site has run with its files in {instance.name}/. Is INSTANCE right?")
    try:
        library = read_library(_root(), only=os.environ.get("SITE_COUNCIL", ""))
        if os.environ.get("PRODUCTION", "") not in ("", "0"):
            check_settings_fit(read_settings(os.environ), library)
    except (ContentBroken, SettingsWrong) as why:
        sys.exit(str(why))
    (instance / "content-changed").touch()
    click.echo("The site reads the content again within a second.")


def _found(root: Path, council: str) -> tuple[list[Problem], list[Problem]]:
    try:
        library: Library = read_library(root, only=council)
    except ContentBroken as broken:
        return broken.problems, []
    if council and (problems := _beside_the_others(root, council)):
        return problems, []
    return [], sorted(set(warnings(library.shelf, library.councils, london_day(datetime.now(UTC)))))


def _beside_the_others(root: Path, council: str) -> list[Problem]:
    """What is wrong with a council only because of another, such as having the same prefix."""
    try:
        read_library(root)
    except ContentBroken as broken:
        return [problem for problem in broken.problems if problem.path.parts[0] == council]
    return []


def _facts(level: str, problem: Problem) -> dict:
    return {"level": level, "path": problem.path.as_posix(), "line": problem.line, "what": problem.what}


def _root() -> Path:
    return Path(os.environ.get("CONTENT") or ROOT / "content").absolute()
