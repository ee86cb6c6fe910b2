"""Public pages, kept rendered and compressed in front of the routing.

They change only with the content and the day. So each is rendered once a day, compressed as well as can be, and
from then on answered from memory: no session, no database, and no cookie on the way but the look that the reader has
chosen. A view says that its page may be kept by answering with KEPT; whatever else it answers goes through untouched.
"""

import gzip
import hashlib
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime
from threading import Lock

import brotli
from flask import Blueprint, Response, request

from app.councils.keeping import Keeper
from app.model.london import london_day, start_of
from app.model.working_days import ONE_DAY
from app.pages.look import look_of

KEPT = "public"  # what Cache-Control says inside the house; outside it says for how long
FRESH_SECONDS = 60
MOST_BYTES = 48_000_000
READING = frozenset({"GET", "HEAD"})
PUBLIC_PATH = re.compile(r"/[a-z0-9-]{1,80}/[A-Za-z-]{2,20}/((steps|guide)/[a-z0-9-]{0,80})?")
INDENTS = re.compile(rb"\n\s+")  # a public page has no <pre> and no <textarea>, where they would be seen
NOT_WANTED = frozenset({"q=0", "q=0.0", "q=0.00", "q=0.000"})
OF_THE_BODY = frozenset({"content-length", "cache-control", "etag", "content-encoding", "vary"})


def keep_pages_of(blueprint: Blueprint) -> None:
    """Every whole page of `blueprint` may be kept; what was asked with a query is for one reader."""

    @blueprint.after_request
    def say_so(response: Response) -> Response:
        if response.status_code == 200 and not request.query_string:
            response.headers["Cache-Control"] = KEPT
        return response


@dataclass(frozen=True)
class Page:
    day: date
    until: float  # the end of that day, in seconds since 1970
    etag: str
    headers: list[tuple[str, str]]
    bodies: dict[str, bytes]  # by content encoding; "" for none

    @property
    def size(self) -> int:
        return sum(map(len, self.bodies.values()))


class KeptPages:
    """WSGI in front of the app."""

    def __init__(self, app: Callable, clock: Callable[[], datetime], keeper: Keeper):
        self._app, self._clock, self._keeper = app, clock, keeper
        self._pages: dict[tuple[str, str], Page] = {}  # by address and look
        self._edition = keeper.edition
        self._size, self._lock = 0, Lock()

    def __call__(self, environ: dict, start_response: Callable) -> Iterable[bytes]:
        self._keeper.look()
        if self._edition != self._keeper.edition:
            self._forget()
        look = look_of(environ).value
        page = self._pages.get((environ["PATH_INFO"], look))
        if environ["REQUEST_METHOD"] not in READING or environ.get("QUERY_STRING"):
            return self._app(environ, start_response)
        if page is None and not PUBLIC_PATH.fullmatch(environ["PATH_INFO"]):
            return self._app(environ, start_response)
        now = self._clock()
        if page is None or page.day != london_day(now):
            page, untouched = self._render(environ, now, look)
            if page is None:
                start_response(*untouched[:2])
                return untouched[2]
        return self._answer(page, environ, start_response, now)

    def _forget(self) -> None:
        """Render everything anew: the content has changed."""
        with self._lock:
            self._edition = self._keeper.edition
            self._pages, self._size = {}, 0

    def _answer(self, page: Page, environ: dict, start_response: Callable, now: datetime) -> list[bytes]:
        encoding = _encoding(environ.get("HTTP_ACCEPT_ENCODING", ""))
        body = page.bodies[encoding]
        left = max(0, int(page.until - now.timestamp()))
        headers = [
            *page.headers,
            ("Cache-Control", f"public, max-age={min(FRESH_SECONDS, left)}, stale-while-revalidate={left}"),
            ("ETag", page.etag),
            ("Vary", "Accept-Encoding, Cookie"),  # of cookies, the look
        ]
        if environ.get("HTTP_IF_NONE_MATCH") == page.etag:
            start_response("304 Not Modified", headers)
            return []
        if encoding:
            headers.append(("Content-Encoding", encoding))
        headers.append(("Content-Length", str(len(body))))
        start_response("200 OK", headers)
        return [] if environ["REQUEST_METHOD"] == "HEAD" else [body]

    def _render(self, environ: dict, now: datetime, look: str) -> tuple[Page | None, tuple]:
        """The page anew, and kept; or what the app answered, when that is not to be kept."""
        answered, edition = [], self._edition

        def start_response(status, headers, exc_info=None):
            answered[:] = [status, headers]

        asked = {key: value for key, value in environ.items() if not key.startswith("HTTP_IF_")}
        chunks = self._app(asked | {"REQUEST_METHOD": "GET"}, start_response)
        try:
            body = b"".join(chunks)
        finally:
            if hasattr(chunks, "close"):
                chunks.close()
        status, headers = answered
        said = {name.lower(): value for name, value in headers}
        is_for_one_reader = "set-cookie" in said or "cookie" in said.get("vary", "").lower()
        if is_for_one_reader:  # whatever its view says, it is for nobody else
            headers = [(name, value) for name, value in headers if name.lower() != "cache-control"]
            headers.append(("Cache-Control", "no-store"))
        if is_for_one_reader or not status.startswith("200") or said.get("cache-control") != KEPT:
            return None, (status, headers, [] if environ["REQUEST_METHOD"] == "HEAD" else [body])
        day, body = london_day(now), INDENTS.sub(b"\n", body)
        page = Page(
            day=day,
            until=start_of(day + ONE_DAY).timestamp(),
            etag=f'W/"{hashlib.sha256(body).hexdigest()[:20]}"',
            headers=[(name, value) for name, value in headers if name.lower() not in OF_THE_BODY],
            bodies={"": body, "br": brotli.compress(body), "gzip": gzip.compress(body, 9, mtime=0)},
        )
        self._keep((environ["PATH_INFO"], look), page, edition)
        return page, ()

    def _keep(self, key: tuple[str, str], page: Page, edition: int) -> None:
        with self._lock:
            if edition != self._edition:
                return  # made from content that has changed since
            before = self._pages.pop(key, None)
            self._pages[key] = page
            self._size += page.size - (before.size if before else 0)
            while self._size > MOST_BYTES:
                oldest = next(iter(self._pages))
                self._size -= self._pages.pop(oldest).size


def _encoding(accepted: str) -> str:
    """The best encoding the reader takes."""
    offered = {}
    for part in accepted.split(","):
        name, _semicolon, quality = part.partition(";")
        offered[name.strip()] = quality.replace(" ", "") not in NOT_WANTED
    return next((encoding for encoding in ("br", "gzip") if offered.get(encoding)), "")
