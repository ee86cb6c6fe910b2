"""What is sent is taken in whole before any work on it begins: all of it, or none.

A phone with one bar of signal may take minutes over a few words, and somebody who means harm takes for ever. Each such
sender holds a thread of the web server (there are many: the Procfile says how many), but none of the few places where
the work is done, and never all the threads. A connection that breaks leaves no half of somebody's words behind.
"""

from collections.abc import Callable, Iterable
from io import BytesIO
from threading import BoundedSemaphore

from werkzeug.wsgi import get_content_length

PLACES = 4  # what two cores keep busy
SENDERS = 48  # at once; the Procfile has more threads than these and the places together
PLAIN = [("Content-Type", "text/plain; charset=utf-8"), ("Cache-Control", "no-store")]
TOO_MANY = b"Many are sending just now. Go back: your words are still there. Wait a minute, then try again."
BROKE_OFF = b"It broke off on the way. Go back: your words are still there. Send them once more."


class WholeBodies:
    """WSGI in front of the app."""

    def __init__(self, app: Callable, most_bytes: int, places: int = PLACES, senders: int = SENDERS):
        self._app, self._most_bytes = app, most_bytes
        self._places, self._senders = BoundedSemaphore(places), BoundedSemaphore(senders)

    def __call__(self, environ: dict, start_response: Callable) -> Iterable[bytes]:
        length = get_content_length(environ)
        most = self._most_bytes + 1 if "HTTP_TRANSFER_ENCODING" in environ else length or 0
        if 0 < most <= self._most_bytes + 1:  # a longer one is refused unread
            if not self._senders.acquire(blocking=False):
                start_response("503 Service Unavailable", [*PLAIN, ("Retry-After", "60")])
                return [TOO_MANY]
            try:
                body = environ["wsgi.input"].read(most)
            finally:
                self._senders.release()
            if length is not None and len(body) != length:
                start_response("400 Bad Request", PLAIN)
                return [BROKE_OFF]
            environ = environ | {"wsgi.input": BytesIO(body)}
        with self._places:
            return self._app(environ, start_response)
