"""The desk on a host name of its own (DESK_HOST): there is the desk and nothing else, and elsewhere there is no desk.

So a council's network can keep the desk to its own staff while children reach the rest, and a page of the one can never
be a page of the other to a browser.
"""

from collections.abc import Callable, Iterable

from app.pages.headers import on_every_answer

DESK = "/desk/"
STATIC = "/static/"  # style sheets and scripts, the same for both
PLAIN = [("Content-Type", "text/plain; charset=utf-8"), ("Cache-Control", "no-store")]
NOT_HERE = b"There is no such page here."


class HostsApart:
    """WSGI in front of the app, after the proxies' headers have been read."""

    def __init__(self, app: Callable, desk_host: str, secure: bool):
        self._app, self._desk_host, self._has_port = app, desk_host.lower(), ":" in desk_host
        self._to_the_desk = on_every_answer(_to_the_desk, secure)
        self._not_here = on_every_answer(_not_here, secure)

    def __call__(self, environ: dict, start_response: Callable) -> Iterable[bytes]:
        path, is_desk_host = environ["PATH_INFO"], self._is_desk_host(environ)
        if is_desk_host and path in ("/", "/desk"):
            return self._to_the_desk(environ, start_response)
        is_desk = path == "/desk" or path.startswith(DESK)
        if path.startswith(STATIC) or is_desk == is_desk_host:
            return self._app(environ, start_response)
        return self._not_here(environ, start_response)

    def _is_desk_host(self, environ: dict) -> bool:
        asked = environ.get("HTTP_HOST", "").lower()
        return (asked if self._has_port else asked.partition(":")[0]) == self._desk_host


def _to_the_desk(environ: dict, start_response: Callable) -> Iterable[bytes]:
    start_response("303 See Other", [("Location", DESK), *PLAIN])
    return []


def _not_here(environ: dict, start_response: Callable) -> Iterable[bytes]:
    start_response("404 Not Found", PLAIN)
    return [NOT_HERE]
