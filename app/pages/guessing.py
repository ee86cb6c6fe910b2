"""Many wrong codes from everywhere at once: then every code, right or wrong, is answered a little later.

Each address has its own limit (app/pages/follow.py). Somebody with very many addresses meets this one. How long an
answer takes hangs on what was guessed before, never on whether this code opens something. The waiting is done here,
before there is any work: it takes none of the places where the work is done, and never many of the server's threads.
"""

import re
import time
from collections import deque
from collections.abc import Callable, Iterable
from datetime import datetime, timedelta
from threading import BoundedSemaphore, Lock

from flask import Flask, current_app

A_MINUTE = timedelta(minutes=1)
CALM = 120  # wrong codes a minute from everywhere: more than a town mistypes
WAIT_SECONDS = 2
WAITING = 12  # at once, of the 64 threads in the Procfile
WHERE_CODES_ARE_GIVEN = re.compile(r"/[a-z0-9-]{1,80}/[A-Za-z-]{2,20}/follow")
WAIT = b"Many are trying just now. Wait a minute, then try again."
PLAIN = [("Content-Type", "text/plain; charset=utf-8"), ("Cache-Control", "no-store"), ("Retry-After", "60")]


class SlowGuesses:
    """WSGI in front of the app."""

    def __init__(self, app: Callable, clock: Callable[[], datetime], sleep: Callable[[float], None] = time.sleep):
        self._app, self._clock, self._sleep = app, clock, sleep
        self._wrong: deque[datetime] = deque(maxlen=CALM)  # when the last of them were
        self._lock, self._waiting = Lock(), BoundedSemaphore(WAITING)

    def note_wrong(self) -> None:
        with self._lock:
            self._wrong.append(self._clock())

    def are_many(self) -> bool:
        with self._lock:
            return len(self._wrong) == CALM and self._clock() - self._wrong[0] < A_MINUTE

    def __call__(self, environ: dict, start_response: Callable) -> Iterable[bytes]:
        is_code = environ["REQUEST_METHOD"] == "POST" and WHERE_CODES_ARE_GIVEN.fullmatch(environ["PATH_INFO"])
        if is_code and self.are_many():
            if not self._waiting.acquire(blocking=False):
                start_response("429 Too Many Requests", PLAIN)
                return [WAIT]
            try:
                self._sleep(WAIT_SECONDS)
            finally:
                self._waiting.release()
        return self._app(environ, start_response)


def slow_guesses(app: Flask, clock: Callable[[], datetime]) -> None:
    app.wsgi_app = app.extensions["guesses"] = SlowGuesses(app.wsgi_app, clock)


def note_wrong_guess() -> None:
    current_app.extensions["guesses"].note_wrong()
