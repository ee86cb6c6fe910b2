"""Commands for translators: what is to be translated, what is missing or older, and bringing it back.

`flask words template` gathers what the interface says into translations/messages.pot. They work on the content folder
and the catalogues themselves, and need no settings and no database. docs/translate.md goes through them.
"""

import os
import re
import sys
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import click
from babel.messages.catalog import Catalog
from babel.messages.extract import DEFAULT_KEYWORDS, extract_from_dir
from babel.messages.pofile import write_po
from flask.cli import AppGroup

from app.councils.catalogue_checks import FOR_OFFICERS, errors_of_catalogues, warnings_of_catalogue
from app.councils.languages import ENGLISH, LANGUAGES, Language
from app.councils.problems import ContentError, Problem
from app.councils.shelf import Shelf
from app.councils.stamping import stamp, update_po
from app.councils.translation import gaps
from app.councils.translators import bring_back, hand_out

ROOT = Path(__file__).parent.parent
TEMPLATE = ROOT / "translations" / "messages.pot"
METHODS = [("**.py", "python"), ("templates/**.*", "jinja2")]
OPTIONS = {"templates/**.*": {"trimmed": "true", "silent": "false"}}
# What only officers read. The desk is in English, and its words need no translation yet.
DESK = re.compile(
    r"(pages|templates)/(desk|security)/|forms/desk|templates/letters/(inbox|asking|reminder|issued|not_sealed)"
)
HEADER = rb"""# Every word of the interface. Made by: bin/flask words template
msgid ""
msgstr "Content-Type: text/plain; charset=utf-8\n"

"""
KEYWORDS = DEFAULT_KEYWORDS | {"_l": None, "lazy_gettext": None, "lazy_ngettext": (1, 2)}


class Words(AppGroup):
    """What is wrong in a file is said to a translator in one line, with its name and how to mend it."""

    def invoke(self, context: click.Context) -> object:
        try:
            return super().invoke(context)
        except ContentError as error:
            sys.exit(str(error.problem))


words = Words("words", help="The words of the interface, for translators.")


@words.command("template")
def write_template() -> None:
    """Write translations/messages.pot anew. A test fails when it is not what the code says."""
    TEMPLATE.write_bytes(template())
    click.echo(f"Wrote {TEMPLATE.relative_to(ROOT)}")


@words.command("gaps")
@click.argument("tag")
@click.argument("council", default="england")
def list_gaps(tag: str, council: str) -> None:
    """What is missing in a language, or older than its English, or does not say the same. Exit 1 if anything."""
    language = _language(tag)
    problems = _gaps(language, council)
    for problem in problems:
        click.echo(str(problem))
    click.echo(f"{language.english}: {len(problems)} to do.")
    sys.exit(1 if problems else 0)


@words.command("stamp")
@click.argument("tag")
@click.argument("again", nargs=-1)
def write_stamps(tag: str, again: tuple[str, ...]) -> None:
    """Note in each new file of a language which English it was made from, and add new sentences to its .po.

    AGAIN: files that have been translated anew since, such as england/pl/steps/recorded.md; “all” for all.
    """
    language, shelf = _language(tag), _shelf()
    names = frozenset(map(str, shelf.every_name())) if "all" in again else frozenset(again)
    changed = [*stamp(shelf, language, names), f"{update_po(language).parent.parent.name}/LC_MESSAGES/messages.po"]
    click.echo("\n".join(changed))
    click.echo(f"Stamped: {len(changed) - 1}. Now: bin/flask words gaps {tag}")


@words.command("export")
@click.argument("tag")
@click.argument("folder", type=click.Path(path_type=Path))
@click.argument("council", default="england")
def export_words(tag: str, folder: Path, council: str) -> None:
    """Put what is to be translated into FOLDER, for a translator: the .po, and content files with their English."""
    count = hand_out(_shelf(), council, _language(tag), folder)
    click.echo(f"{count} files to translate are in {folder}. Send the whole folder; docs/translate.md goes with it.")


@words.command("import")
@click.argument("tag")
@click.argument("folder", type=click.Path(exists=True, file_okay=False, path_type=Path))
def import_words(tag: str, folder: Path) -> None:
    """Bring a translator's FOLDER back. Nothing is written when anything in it cannot be used."""
    written, problems = bring_back(_shelf(), _language(tag), folder)
    for problem in problems:
        click.echo(str(problem))
    if problems:
        sys.exit("Nothing was brought back. Mend these, and try again.")
    click.echo("\n".join(written))
    click.echo(f"Brought back: {len(written)}. Now: bin/flask words gaps {tag}")


def _language(tag: str) -> Language:
    if tag not in LANGUAGES or tag == ENGLISH.tag:
        others = ", ".join(known for known in LANGUAGES if known != ENGLISH.tag)
        sys.exit(f"We have no language “{tag}”. Use one of: {others}; or add a row to app/councils/languages.py.")
    return LANGUAGES[tag]


def _shelf() -> Shelf:
    return Shelf(Path(os.environ.get("CONTENT") or ROOT / "content").absolute())


def _gaps(language: Language, council: str) -> list[Problem]:
    try:
        interface = [*errors_of_catalogues([language]), *warnings_of_catalogue(language)]
        return [*interface, *gaps(_shelf(), council, language)]
    except ContentError as error:
        return [error.problem]


def template() -> bytes:
    """All that the interface says, sorted and without places, so that it changes only when the words do."""
    catalog = Catalog(charset="utf-8")
    for message, comments, context in _messages():
        catalog.add(message, auto_comments=comments, context=context)
    written = BytesIO()
    write_po(written, catalog, no_location=True, sort_output=True, omit_header=True)
    return HEADER + written.getvalue()


def _messages() -> Iterator[tuple]:
    found = list(
        extract_from_dir(
            str(ROOT / "app"), METHODS, OPTIONS, KEYWORDS, comment_tags=("Translators:",), strip_comment_tags=True
        )
    )
    public = {(message, context) for file, _line, message, _comments, context in found if not DESK.match(file)}
    for _file, _line, message, comments, context in found:
        yield message, comments if (message, context) in public else [*comments, FOR_OFFICERS], context
