"""A page on paper: a PDF that a screen reader can read (PDF/UA-1).

WeasyPrint is loaded when the first is made: a process that makes none stays small. It fetches nothing: drawings stand
in the page, and fonts are the machine's.
"""

from collections.abc import Callable

from flask import current_app

TAGGED = "pdf/ua-1"
NEEDS = "libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0"


class CannotPrint(OSError):
    """The machine lacks a library that WeasyPrint needs. The message says which."""


class FetchedSomething(ValueError):
    """A page wanted something from somewhere else."""


def as_pdf(page: str, style: str, finisher: Callable | None = None) -> bytes:
    """`page` is a whole document, with its language and its title; `style` the name of its stylesheet among the
    templates; `finisher` is WeasyPrint's. Raises CannotPrint. Needs an app context.
    """
    try:
        from weasyprint import CSS, HTML
    except OSError as error:
        raise CannotPrint(f"nothing can be printed until the machine has {NEEDS}") from error
    environment = current_app.jinja_env
    css, _path, _is_current = environment.loader.get_source(environment, style)
    sheet = CSS(string=css, url_fetcher=fetch_nothing)
    document = HTML(string=page, url_fetcher=fetch_nothing)
    return document.write_pdf(stylesheets=[sheet], pdf_variant=TAGGED, finisher=finisher)


def fetch_nothing(url: str, *_more, **_named):
    """For WeasyPrint. Raises FetchedSomething, whatever it is asked for."""
    raise FetchedSomething("a page on paper fetches nothing")
