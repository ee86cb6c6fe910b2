"""Pages: something went wrong. Kind, in the reader's language where we know it, and with a way on."""

from flask import Flask, current_app, g, make_response, render_template, request, url_for
from flask.globals import request_ctx
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from sqlalchemy.exc import OperationalError
from werkzeug.exceptions import HTTPException

from app.councils.languages import ENGLISH, LANGUAGES
from app.pages.here import library

WORDS = {
    400: (_l("We could not read that"), _l("Something in it did not reach us whole. Go back and try once more.")),
    403: (_l("This page is not open to you"), _l("Nothing has been lost.")),
    404: (_l("We cannot find that page"), _l("The address may have a mistake in it, or the page may have moved.")),
    405: (_l("That page does not work that way"), _l("Start again from the map.")),
    413: (
        _l("That is too much to send at once"),
        _l("Go back and send a shorter part. Then send the rest."),
    ),
    429: (
        _l("Please wait a minute"),
        _l("There were many tries from here. Wait a minute, then try again."),
    ),
    500: (_l("Something went wrong here"), _l("It is not your fault, and we have written it down. Try again soon.")),
    503: (
        _l("We cannot keep anything just now"),
        _l("Go back: your words are still there. Wait a minute, then try again."),
    ),
}


def show_errors(app: Flask) -> None:
    app.register_error_handler(HTTPException, known)
    app.register_error_handler(OperationalError, database_away)
    app.register_error_handler(Exception, unknown)
    app.log_exception = lambda thrown: log(thrown[1])  # Flask's own, for a handler that fails, writes the message too


def show_broken_content(app: Flask) -> None:
    """In development, a mistake in the content shows on the page of whoever made it, in the check's own words."""
    keeper = app.extensions["house"].keeper

    @app.before_request
    def look():
        if keeper.broken is not None and request.method == "GET":
            _find_place()
            return make_response(render_template("errors/content.html", problems=keeper.broken.problems), 503)
        return None

    @app.errorhandler(404)
    def not_found(error: HTTPException):
        """The page of a new council, perhaps, whose very first file has the mistake in it."""
        return look() or known(error)


def known(error: HTTPException):
    if error.response is not None or (error.code or 500) < 400:
        return error.get_response()
    page = error_page(error.code if error.code in WORDS else 400 if error.code < 500 else 500)
    answer = make_response(page, error.code)
    for name, value in error.get_headers():
        if name in ("Allow", "Retry-After"):
            answer.headers[name] = value
    return answer


def database_away(error: OperationalError):
    """The database is locked, full or gone. What was typed is still on the child's own page."""
    log(error)
    return make_response(error_page(503), 503)


def unknown(error: Exception):
    log(error)
    return make_response(error_page(500), 500)


def log(error: Exception) -> None:
    """Which error, and where; never its message, which may hold what somebody typed."""
    frames, trace = [], error.__traceback__
    while trace:
        frames.append(f"{trace.tb_frame.f_globals.get('__name__')}:{trace.tb_lineno}")
        trace = trace.tb_next
    current_app.logger.error("%s in %s at %s", type(error).__name__, request.endpoint, " > ".join(frames[-6:]))


def error_page(status: int) -> str:
    if request_ctx.url_adapter is None:  # of a request to a host that cannot be: links are within the site all the same
        request_ctx.url_adapter = current_app.url_map.bind("")
    _find_place()
    title, words = WORDS[status]
    ways = (
        [(url_for("stage_map.show"), _("Go to the map"))]
        if g.get("council")
        else [(url_for("chooser.show"), _("Start"))]
    )
    return render_template("errors/show.html", title=title, words=words, ways=ways)


def _find_place() -> None:
    """An address that led nowhere may still begin with a council of ours: its map is the way on."""
    slug, _slash, rest = request.path.removeprefix("/").partition("/")
    if not g.get("council"):
        g.council = library().find_council(slug)
    if not g.get("language"):
        tag = rest.partition("/")[0]
        g.language = LANGUAGES[tag if g.council and tag in library().languages else ENGLISH.tag]
