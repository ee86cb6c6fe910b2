"""Details that were asked to be remembered: sealed, found by a token alone, and gone after a year."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from app.records import details, keys
from app.records.tables import details as table
from app.records.vault import Vault
from tests.records.shelf import SUNDAY, VAULT, open_shelf

INES = {"name": {"name": "Ines 💔"}, "email": {"where": "ines@example.org", "more": "no"}}
A_YEAR = timedelta(days=365)


@pytest.fixture
def records(any_database_url):
    records = open_shelf(any_database_url)
    yield records
    records.engine.dispose()


def test_they_are_found_by_their_token_alone_until_the_year_is_over(records):
    with records.writing() as db:
        token = details.keep(db, INES, SUNDAY, instead_of=None)
        assert details.find(db, token, SUNDAY + A_YEAR - timedelta(seconds=1)) == INES
        for wrong in (None, "", "guess", token[:-1]):
            assert details.find(db, wrong, SUNDAY) == {}
        assert details.find(db, token, SUNDAY + A_YEAR) == {}
        assert details.forget_old(db, SUNDAY + A_YEAR - timedelta(seconds=1)) == 0
        assert details.forget_old(db, SUNDAY + A_YEAR) == 1
        [row] = [*db.execute(select(table)), None]
        assert row is None


def test_neither_token_nor_words_stand_in_the_row(records):
    with records.writing() as db:
        token = details.keep(db, INES, SUNDAY, instead_of=None)
        [row] = db.execute(select(table))
    assert token not in str(row) and b"Ines" not in row.details


def test_a_newer_key_opens_them(any_database_url, records):
    with records.writing() as db:
        token = details.keep(db, INES, SUNDAY, instead_of=None)
    newer = open_shelf(any_database_url, Vault({"newer": bytes(range(1, 33)), **VAULT.keys}))
    keys.rotate(newer)
    with newer.reading() as db:
        assert details.find(db, token, SUNDAY) == INES
    newer.engine.dispose()
