"""Many wrong codes from everywhere: every code is answered later, and how late says nothing of what it opens."""

import threading

import pytest

from app.pages.guessing import CALM, WAIT_SECONDS, WAITING, SlowGuesses
from tests.pages.following import CODE, FOLLOW, UNKNOWN, received


@pytest.fixture
def waits(app) -> list[float]:
    """How long each answer was made to wait."""
    waits: list[float] = []
    app.extensions["guesses"]._sleep = waits.append
    return waits


def gives(client, code: str, address: str) -> int:
    fields = {"code": code, "csrf_token": client.get_page(FOLLOW).csrf_token}
    return client.post(FOLLOW, fields, environ_base={"REMOTE_ADDR": address}).status_code


def many_guess(app, count: int = CALM) -> None:
    for _ in range(count):
        app.extensions["guesses"].note_wrong()


def test_a_wrong_code_counts_and_a_right_one_does_not(app, client, house, waits):
    received(house)
    gives(client, UNKNOWN, "203.0.113.1")
    gives(client, CODE, "203.0.113.2")
    many_guess(app, CALM - 2)
    assert not app.extensions["guesses"].are_many()
    gives(client, UNKNOWN, "203.0.113.3")
    assert app.extensions["guesses"].are_many()


def test_a_town_that_mistypes_waits_for_nothing(app, client, house, waits):
    received(house)
    many_guess(app, CALM - 1)
    assert gives(client, CODE, "203.0.113.9") == 303
    assert waits == []


def test_then_every_code_waits_as_long_right_or_wrong_and_still_opens(app, client, house, waits):
    received(house)
    many_guess(app)
    assert gives(client, UNKNOWN, "203.0.113.8") == gives(client, CODE, "203.0.113.9") == 303
    assert waits == [WAIT_SECONDS] * 2
    assert client.get_page(FOLLOW).heading == "Where it is now"


def test_nothing_else_waits(app, client, waits):
    many_guess(app)
    for path in (FOLLOW, "/sefton/en/", "/sefton/en/form/1", "/health"):
        client.get(path)
    client.post("/sefton/en/form/1", {})
    client.post(f"{FOLLOW}/close", {})
    assert waits == []


def test_a_minute_later_it_is_over(app, client, clock, waits):
    many_guess(app)
    clock.move_on(seconds=60)
    gives(client, UNKNOWN, "203.0.113.9")
    assert waits == []


def test_only_so_many_wait_at_once_so_that_threads_stay_free(clock):
    go_on, answered = threading.Event(), []
    slow = SlowGuesses(lambda environ, start: [b"page"], clock, lambda seconds: go_on.wait(10))
    for _ in range(CALM):
        slow.note_wrong()
    environ = {"REQUEST_METHOD": "POST", "PATH_INFO": FOLLOW}

    def ask() -> None:
        answered.append(slow(environ, lambda *_: None))

    waiting = [threading.Thread(target=ask) for _ in range(WAITING)]
    for one in waiting:
        one.start()
    while slow._waiting._value:
        pass
    refused: list[str] = []
    slow(environ, lambda status, headers: refused.append(status))
    go_on.set()
    for one in waiting:
        one.join()
    assert refused == ["429 Too Many Requests"]
    assert answered == [[b"page"]] * WAITING
