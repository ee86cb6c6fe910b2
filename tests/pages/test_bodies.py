"""Slow senders keep nobody waiting, and half of what was sent is never taken for the whole."""

import re
import tracemalloc
from io import BytesIO
from pathlib import Path
from threading import Event, Thread

import pytest

from app.pages.bodies import FILES_BYTES, FILES_LET_RUN, FILES_SENDERS, PLACES, SENDERS, WholeBodies
from tests.pages.telling import FORM, KIND, TELLING, WORDS, Teller, kept_draft

PROCFILE = Path(__file__).parents[2] / "Procfile"
MOST = 1000


class SlowBody:
    """What somebody sends who stops in the middle, until they are let go on."""

    def __init__(self):
        self.is_awaited, self.goes_on = Event(), Event()

    def read(self, size: int) -> bytes:
        self.is_awaited.set()
        assert self.goes_on.wait(10)
        return b"x" * size


def echo(environ, start_response):
    start_response("200 OK", [])
    return [environ["wsgi.input"].read()]


def ask(app, **environ) -> tuple[str, bytes]:
    said = []
    given = {"REQUEST_METHOD": "POST", "PATH_INFO": "/", "wsgi.input": BytesIO()} | environ
    body = app(given, lambda status, headers: said.append(status))
    return said[0], b"".join(body)


@pytest.fixture
def site(tmp_path) -> WholeBodies:
    return WholeBodies(echo, MOST, tmp_path, places=1, senders=2)


@pytest.fixture
def two_slow_senders(site):
    bodies = [SlowBody(), SlowBody()]
    environs = ({"wsgi.input": body, "CONTENT_LENGTH": "9"} for body in bodies)
    threads = [Thread(target=ask, args=(site,), kwargs=environ) for environ in environs]
    for thread, body in zip(threads, bodies, strict=True):
        thread.start()
        assert body.is_awaited.wait(10)
    yield
    for thread, body in zip(threads, bodies, strict=True):
        body.goes_on.set()
        thread.join(10)


def test_whoever_sends_slowly_holds_no_place_where_work_is_done(site, two_slow_senders):
    assert ask(site) == ("200 OK", b"")


def test_when_too_many_send_slowly_pages_can_still_be_read(site, two_slow_senders):
    status, words = ask(site, CONTENT_LENGTH="3", **{"wsgi.input": BytesIO(b"abc")})
    assert status.startswith("503") and b"your words are still there" in words
    assert ask(site) == ("200 OK", b"")


def test_there_are_threads_for_all_who_send_and_all_who_work():
    threads = int(re.search(r"--blocking-threads (\d+)", PROCFILE.read_text("utf-8"))[1])
    assert threads > SENDERS + FILES_SENDERS + PLACES


@pytest.mark.parametrize(
    ("sent", "environ", "seen"),
    [
        (b"abc", {"CONTENT_LENGTH": "3"}, b"abc"),
        (b"abc", {"HTTP_TRANSFER_ENCODING": "chunked"}, b"abc"),
        (b"x" * 5000, {"HTTP_TRANSFER_ENCODING": "chunked"}, b"x" * (MOST + 1)),  # the app sees that it is too long
        (b"", {"CONTENT_LENGTH": "0"}, b""),
        (b"", {"CONTENT_LENGTH": "nonsense"}, b""),
    ],
)
def test_the_app_gets_what_was_sent(site, sent, environ, seen):
    assert ask(site, **environ, **{"wsgi.input": BytesIO(sent)}) == ("200 OK", seen)


def test_what_is_too_long_is_left_for_the_app_to_refuse_unread(site):
    assert ask(site, CONTENT_LENGTH="5000", **{"wsgi.input": BytesIO(b"x")}) == ("200 OK", b"x")


WITH_FILES = {"PATH_INFO": "/sefton/en/form/files"}


class Endless:
    """Somebody who sends for ever, and how much of it was read."""

    def __init__(self):
        self.read_so_far = 0

    def read(self, size: int) -> bytes:
        self.read_so_far += size
        return bytes(size)


def test_files_may_be_larger_than_words_and_come_whole(site):
    sent = bytes(range(256)) * 20_000
    environ = {**WITH_FILES, "CONTENT_LENGTH": str(len(sent)), "wsgi.input": BytesIO(sent)}
    assert ask(site, **environ) == ("200 OK", sent)


def test_what_waits_on_the_disk_is_sealed_and_gone_afterwards(tmp_path):
    waiting = []

    def look(environ, start_response):
        spool = environ["wsgi.input"]
        spool._file.seek(0)
        waiting.append(spool._file.read())
        start_response("200 OK", [])
        return []

    sent = b"a photo, planted" * 100_000
    site = WholeBodies(look, MOST, tmp_path)
    ask(site, **WITH_FILES, CONTENT_LENGTH=str(len(sent)), **{"wsgi.input": BytesIO(sent)})
    [on_disk] = waiting
    assert len(on_disk) == len(sent) and b"planted" not in on_disk
    assert list(tmp_path.iterdir()) == []


def test_half_of_a_file_is_not_taken_for_the_whole(site):
    status, _words = ask(site, **WITH_FILES, CONTENT_LENGTH="9", **{"wsgi.input": BytesIO(b"abc")})
    assert status.startswith("400")


@pytest.mark.parametrize(
    ("environ", "read"),
    [
        ({"HTTP_TRANSFER_ENCODING": "chunked"}, FILES_BYTES + 1),
        ({"CONTENT_LENGTH": str(FILES_BYTES + 1000)}, FILES_BYTES + 1000),  # let run, so that the browser hears why
        ({"CONTENT_LENGTH": str(FILES_LET_RUN + 1)}, 0),
    ],
)
def test_however_much_is_sent_no_more_than_so_much_is_read_and_it_takes_no_memory(tmp_path, environ, read):
    sender = Endless()
    site = WholeBodies(lambda _environ, start: start("200 OK", []) or [], MOST, tmp_path)
    tracemalloc.start()
    ask(site, **WITH_FILES, **environ, **{"wsgi.input": sender})
    _now, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert sender.read_so_far == read
    assert most < 2_000_000


def test_slow_senders_of_files_keep_no_words_waiting(tmp_path):
    site = WholeBodies(echo, MOST, tmp_path)
    slow = [SlowBody() for _ in range(FILES_SENDERS)]
    threads = [
        Thread(target=ask, args=(site,), kwargs=WITH_FILES | {"wsgi.input": b, "CONTENT_LENGTH": "9"}) for b in slow
    ]
    for thread, body in zip(threads, slow, strict=True):
        thread.start()
        assert body.is_awaited.wait(10)
    one_more = ask(site, **WITH_FILES, CONTENT_LENGTH="3", **{"wsgi.input": BytesIO(b"abc")})
    words = ask(site, CONTENT_LENGTH="3", **{"wsgi.input": BytesIO(b"abc")})
    for thread, body in zip(threads, slow, strict=True):
        body.goes_on.set()
        thread.join(10)
    assert one_more[0].startswith("503")
    assert words == ("200 OK", b"abc")


def test_a_full_disk_is_said_in_words(tmp_path):
    site = WholeBodies(echo, MOST, tmp_path / "not there")
    status, words = ask(site, **WITH_FILES, CONTENT_LENGTH="3", **{"wsgi.input": BytesIO(b"abc")})
    assert status.startswith("503") and b"We cannot keep anything just now" in words


def test_words_that_broke_off_on_the_way_are_no_answer(client, house, clock):
    teller = Teller(client)
    teller.answers(KIND)
    teller.answers(TELLING)
    token = teller.opens(WORDS).csrf_token
    body = f"csrf_token={token}&words=I+was+hit+by+my+car".encode()  # and then the train went into a tunnel

    answer = client.browser.post(
        f"{FORM}{WORDS}",
        input_stream=BytesIO(body),
        content_type="application/x-www-form-urlencoded",
        environ_overrides={"CONTENT_LENGTH": str(len(body) + 40), "wsgi.input_terminated": True},
    )

    assert answer.status_code == 400 and answer.headers["Cache-Control"] == "no-store"
    assert "Content-Security-Policy" in answer.headers
    assert "words" not in kept_draft(house, teller.token, clock).answers
