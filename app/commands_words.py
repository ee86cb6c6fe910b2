"""Commands for translators: `flask words template` gathers what the interface says into translations/messages.pot."""

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import click
from babel.messages.catalog import Catalog
from babel.messages.extract import DEFAULT_KEYWORDS, extract_from_dir
from babel.messages.pofile import write_po
from flask.cli import AppGroup

ROOT = Path(__file__).parent.parent
TEMPLATE = ROOT / "translations" / "messages.pot"
METHODS = [("**.py", "python"), ("templates/**.*", "jinja2")]
OPTIONS = {"templates/**.*": {"trimmed": "true", "silent": "false"}}
HEADER = rb"""# Every word of the interface. Made by: bin/flask words template
msgid ""
msgstr "Content-Type: text/plain; charset=utf-8\n"

"""
KEYWORDS = DEFAULT_KEYWORDS | {"_l": None, "lazy_gettext": None, "lazy_ngettext": (1, 2)}

words = AppGroup("words", help="The words of the interface, for translators.")


@words.command("template")
def write_template() -> None:
    """Write translations/messages.pot anew. A test fails when it is not what the code says."""
    TEMPLATE.write_bytes(template())
    click.echo(f"Wrote {TEMPLATE.relative_to(ROOT)}")


def template() -> bytes:
    """All that the interface says, sorted and without places, so that it changes only when the words do."""
    catalog = Catalog(charset="utf-8")
    for message, comments, context in _messages():
        catalog.add(message, auto_comments=comments, context=context)
    written = BytesIO()
    write_po(written, catalog, no_location=True, sort_output=True, omit_header=True)
    return HEADER + written.getvalue()


def _messages() -> Iterator[tuple]:
    found = extract_from_dir(
        str(ROOT / "app"), METHODS, OPTIONS, KEYWORDS, comment_tags=("Translators:",), strip_comment_tags=True
    )
    for _file, _line, message, comments, context in found:
        yield message, comments, context
