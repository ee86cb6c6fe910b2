"""What is sent is taken in whole before any work on it begins: all of it, or none.

A phone with one bar of signal may take minutes over a few words, and somebody who means harm takes for ever. Each such
sender holds a thread of the web server (there are many: the Procfile says how many), but none of the few places where
the work is done, and never all the threads. A connection that breaks leaves no half of somebody's words behind.

Files are larger than words. They come to one address only, have senders' places of their own, and wait on the disk.
"""

import re
import time
from collections.abc import Callable, Iterable
from contextlib import nullcontext
from io import BytesIO
from pathlib import Path
from threading import BoundedSemaphore

import flask
from werkzeug.wsgi import get_content_length

from app.pages.spool import CHUNK, Spool

PLACES = 4  # what two cores keep busy
SENDERS = 48  # at once; the Procfile has more threads than these, those with files and the places together
FILES_SENDERS = 8
FILES_PLACES = 1  # where a body with files is opened: fifty megabytes of memory, and a picture’s dots besides
FILES_BYTES = 52_000_000  # five files of ten megabytes, and the form around them
FILES_LET_RUN = 400_000_000  # of what is too large: a browser listens only when it has sent it all
FILES_SECONDS = 20 * 60  # fifty megabytes at half a megabit a second, and some patience
FILES_ADDRESS = re.compile(r"/[a-z0-9-]{1,80}/[A-Za-z-]{2,20}/form/files")
MOST = "tell_us.most_bytes"
PLAIN = [("Content-Type", "text/plain; charset=utf-8"), ("Cache-Control", "no-store")]
TOO_MANY = b"Many are sending just now. Go back: your words are still there. Wait a minute, then try again."
NO_ROOM = b"We cannot keep anything just now. Go back: your words are still there. Wait a minute, then try again."
BROKE_OFF = b"It broke off on the way. Go back: your words are still there. Send them once more."


class Request(flask.Request):
    """One that knows how much may come in at its address, and keeps no file of a child’s on the disk as it is."""

    @property
    def max_content_length(self) -> int | None:
        return self.environ.get(MOST) or super().max_content_length

    def _get_file_stream(self, *_sizes_and_names, **_more) -> BytesIO:
        return BytesIO()


class WholeBodies:
    """WSGI in front of the app."""

    def __init__(self, app: Callable, most_bytes: int, folder: Path, places: int = PLACES, senders: int = SENDERS):
        self._app, self._most_bytes, self._folder = app, most_bytes, folder
        self._places, self._senders = BoundedSemaphore(places), BoundedSemaphore(senders)
        self._files_places, self._files_senders = BoundedSemaphore(FILES_PLACES), BoundedSemaphore(FILES_SENDERS)

    def __call__(self, environ: dict, start_response: Callable) -> Iterable[bytes]:
        has_files = environ["REQUEST_METHOD"] == "POST" and FILES_ADDRESS.fullmatch(environ["PATH_INFO"])
        most_bytes = FILES_BYTES if has_files else self._most_bytes
        length = get_content_length(environ)
        most = most_bytes + 1 if "HTTP_TRANSFER_ENCODING" in environ else length or 0
        body = None
        if 0 < most <= (FILES_LET_RUN if has_files else most_bytes + 1):  # a longer one is refused unread
            senders = self._files_senders if has_files else self._senders
            if not senders.acquire(blocking=False):
                start_response("503 Service Unavailable", [*PLAIN, ("Retry-After", "60")])
                return [TOO_MANY]
            try:
                body, size = (self._spool if has_files else _in_memory)(environ["wsgi.input"], most)
            except OSError:  # there is no room on the disk, or the sender has gone
                start_response("503 Service Unavailable", [*PLAIN, ("Retry-After", "60")])
                return [NO_ROOM]
            finally:
                senders.release()
            if length is not None and size != length:
                start_response("400 Bad Request", PLAIN)
                return [BROKE_OFF]
            environ = environ | {"wsgi.input": body, MOST: most_bytes}
        with self._files_places if has_files else nullcontext(), self._places:
            try:
                return self._app(environ, start_response)
            finally:
                if body is not None:
                    body.close()

    def _spool(self, stream, most: int) -> tuple[Spool, int]:
        """What is sent, on the disk; of what is too large, only its size."""
        spool, size, until = Spool(self._folder), 0, time.monotonic() + FILES_SECONDS
        while size < most and time.monotonic() < until:
            chunk = stream.read(min(CHUNK, most - size))
            if not chunk:
                break
            size += len(chunk)
            if size <= FILES_BYTES + 1:
                spool.write(chunk)
        spool.rewind()
        return spool, size


def _in_memory(stream, most: int) -> tuple[BytesIO, int]:
    body = stream.read(most)
    return BytesIO(body), len(body)
