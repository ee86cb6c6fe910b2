"""Many postmen and many writers at once, on both databases."""

from collections import Counter
from concurrent.futures import ThreadPoolExecutor

import pytest

from app.records import outbox
from tests.post.office import SUNDAY, letter
from tests.records.shelf import open_shelf


@pytest.fixture
def records(any_database_url):
    records = open_shelf(any_database_url)
    yield records
    records.engine.dispose()


def together(work, times: int) -> list:
    with ThreadPoolExecutor(times) as pool:
        return [done.result() for done in [pool.submit(work) for _ in range(times)]]


def test_no_letter_is_in_two_hands(records):
    with records.writing() as db:
        for _ in range(40):
            outbox.queue(db, letter())

    def take_all():
        taken = []
        while True:
            with records.writing() as db:
                claims = outbox.claim(db, SUNDAY, 60, most=3)
            if not claims:
                return taken
            taken += [claimed.id for claimed in claims]

    times = Counter(id for taken in together(take_all, 4) for id in taken)
    assert len(times) == 40 and set(times.values()) == {1}


def test_the_same_letter_from_many_at_once_is_queued_once_and_nobody_fails(records):
    def queue_it():
        with records.writing() as db:
            return outbox.queue(db, letter(once="inbox:1"))

    assert sorted(together(queue_it, 6)) == [False] * 5 + [True]
