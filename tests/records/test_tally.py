"""Counting by address: the address is nowhere, and tomorrow nobody can say which it was."""

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import select

from app.records import keys, tally
from app.records.tables import tally as table
from app.records.tables import vault_key
from app.records.vault import Vault
from tests.records.shelf import SUNDAY, VAULT, open_shelf

ADDRESS = "203.0.113.7"
MONDAY = SUNDAY + timedelta(days=1)


@pytest.fixture
def records(any_database_url):
    records = open_shelf(any_database_url)
    yield records
    records.engine.dispose()


def everything(records) -> str:
    with records.reading() as db:
        return str([*db.execute(select(table)), *db.execute(select(vault_key))])


def count(records, now, address=ADDRESS, what="sent") -> tuple[int, int]:
    with records.writing() as db:
        who = tally.who(db, address, now)
        return tally.this_hour(db, what, who, now), tally.today(db, what, who, now)


def test_each_hour_and_each_day_begins_anew(records):
    late = datetime(2026, 11, 22, 23, 50, tzinfo=UTC)
    assert [count(records, SUNDAY), count(records, SUNDAY)] == [(1, 1), (2, 2)]
    assert count(records, SUNDAY + timedelta(hours=1)) == (1, 3)
    assert count(records, late) == (1, 4)
    assert count(records, late + timedelta(minutes=10)) == (1, 1)


def test_each_address_and_each_thing_is_counted_by_itself(records):
    count(records, SUNDAY)
    assert count(records, SUNDAY, address="203.0.113.8") == (1, 1)
    assert count(records, SUNDAY, what="draft") == (1, 1)


def test_the_address_is_nowhere_and_is_another_word_each_day(records):
    with records.writing() as db:
        first, second = (tally.who(db, ADDRESS, day) for day in (SUNDAY, MONDAY))
        assert first == tally.who(db, ADDRESS, SUNDAY) != second
    count(records, SUNDAY)
    assert ADDRESS not in everything(records)


def test_tomorrow_the_counts_and_the_salt_are_gone_and_other_keys_stay(records):
    count(records, SUNDAY)
    count(records, MONDAY)
    with records.writing() as db:
        before = tally.who(db, ADDRESS, SUNDAY)
        assert tally.forget_old(db, MONDAY) == 2
        assert {row.name for row in db.execute(select(vault_key))} == {"hash", "salt-2026-11-23"}
        assert tally.who(db, ADDRESS, SUNDAY) != before, "the salt was made again, and is another"
    assert count(records, MONDAY) == (2, 2)


def test_many_at_once_are_each_counted_once(records):
    with ThreadPoolExecutor(6) as threads:
        counted = list(threads.map(lambda _: count(records, SUNDAY)[1], range(12)))
    assert sorted(counted) == list(range(1, 13))


def test_the_salt_is_sealed_anew_with_a_newer_key(any_database_url, records):
    count(records, SUNDAY)
    newer = open_shelf(any_database_url, Vault({"newer": bytes(range(1, 33)), **VAULT.keys}))
    assert keys.rotate(newer) >= 2
    assert count(newer, SUNDAY) == (2, 2)
    newer.engine.dispose()
