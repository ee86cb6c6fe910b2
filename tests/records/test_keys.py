"""Keys at work: the key for hashes is made once; and a new key of the ring takes over without losing a word."""

import threading
import time
from dataclasses import replace

import pytest
from sqlalchemy import select

from app.model.event import What
from app.records import drafts, events, keys, representations
from app.records.database import Records
from app.records.tables import metadata, vault_key
from app.records.vault import CannotOpen, Vault, key_name
from tests.records.shelf import SUNDAY, VAULT, amina, open_shelf

CODE = "4821093755621408"
NEW = {"newer": bytes(range(64, 96))}
BOTH, NEW_ALONE = Vault(NEW | VAULT.keys), Vault(NEW)


@pytest.fixture
def records(any_database_url):
    records = open_shelf(any_database_url)
    yield records
    records.engine.dispose()


def tell(records: Records, count: int) -> list:
    told = [amina(words=f"words {number}") for number in range(count)]
    with records.writing() as db:
        for number, one in enumerate(told):
            representations.receive(db, one, code=f"{number:016}")
            events.add(db, one.id, What.MESSAGE, SUNDAY, words="more")
    return told


def names_of_keys(records: Records) -> set[str]:
    with records.reading() as db:
        sealed = [
            value
            for table, column in keys.sealed_columns()
            for value in db.execute(select(column).where(column.is_not(None))).scalars()
        ]
    assert sealed
    return {key_name(value) for value in sealed}


def with_keys(records: Records, vault: Vault) -> Records:
    return replace(records, vault=vault)


def test_every_sealed_column_is_found():
    found = {(table.name, column.name) for table, column in keys.sealed_columns()}
    assert found >= {
        *(("representation", name) for name in ("words", "wish", "name", "on_behalf_of", "where")),
        *(("event", "words"), ("move", "why"), ("letter", "message"), ("letter", "recipient")),
        *(("draft", "answers"), ("draft", "offered"), ("draft", "code"), ("vault_key", "key")),
    }


def test_every_table_with_sealed_columns_has_something_to_call_its_rows_by():
    for table, _column in keys.sealed_columns():
        assert "id" in table.c or "name" in table.c, table.name
    assert metadata.tables


def test_the_key_for_hashes_is_made_once(records):
    with records.writing() as db:
        before = db.hash(CODE)
        keys.make_hash_key(db)
        assert db.hash(CODE) == before
        assert len(db.execute(select(vault_key)).all()) == 1


def test_after_rotation_the_new_key_alone_opens_everything(records):
    told = tell(records, 3)
    assert names_of_keys(records) == {"tests"}

    assert keys.rotate(with_keys(records, BOTH)) > 3 * 5

    assert names_of_keys(records) == {"newer"}
    with with_keys(records, NEW_ALONE).reading() as db:
        assert [representations.get(db, one.id, "sefton") for one in told] == told
        assert [event.words for event in events.of(db, told[0].id)] == ["", "more"]
    with pytest.raises(CannotOpen), records.reading() as db:
        representations.get(db, told[0].id, "sefton")


def test_after_rotation_old_codes_still_open(records):
    [told] = tell(records, 1)
    keys.rotate(with_keys(records, BOTH))
    with with_keys(records, NEW_ALONE).reading() as db:
        assert representations.find_by_code(db, f"{0:016}", "sefton") == told


def test_rotating_again_has_nothing_to_do(records):
    tell(records, 2)
    keys.rotate(with_keys(records, BOTH))
    assert keys.rotate(with_keys(records, BOTH)) == 0


def test_without_the_old_key_nothing_is_touched(records):
    told = tell(records, 2)
    with pytest.raises(CannotOpen, match="not in VAULT_KEYS"):
        keys.rotate(with_keys(records, NEW_ALONE))
    assert names_of_keys(records) == {"tests"}
    with records.reading() as db:
        assert representations.get(db, told[0].id, "sefton") == told[0]


def test_stopped_halfway_it_can_be_read_and_run_again(records, monkeypatch):
    told = tell(records, 9)
    monkeypatch.setattr(keys, "ROWS_AT_ONCE", 2)

    class Stopped(Vault):
        left = 5

        def seal_bytes(self, *place) -> bytes:
            type(self).left -= 1
            if self.left < 0:
                raise KeyboardInterrupt
            return super().seal_bytes(*place)

    with pytest.raises(KeyboardInterrupt):
        keys.rotate(with_keys(records, Stopped(BOTH.keys)))

    assert names_of_keys(records) == {"tests", "newer"}
    with with_keys(records, BOTH).reading() as db:
        assert [representations.get(db, one.id, "sefton") for one in told] == told
    keys.rotate(with_keys(records, BOTH))
    assert names_of_keys(records) == {"newer"}


def test_more_rows_than_are_taken_at_once_are_all_sealed_anew(records, monkeypatch):
    monkeypatch.setattr(keys, "ROWS_AT_ONCE", 3)
    tell(records, 10)
    keys.rotate(with_keys(records, BOTH))
    assert names_of_keys(records) == {"newer"}


def test_what_a_child_types_during_the_rotation_is_not_overwritten(records):
    """On PostgreSQL two may write at once: the rotation waits for the child, and takes the newer words."""
    with records.writing() as db:
        begun = drafts.keep(db, drafts.begin(db, "sefton", SUNDAY), SUNDAY, answers={"words": "old"})
    with records.writing() as db:
        drafts.keep(db, begun, SUNDAY, answers={"words": "new"})
        rotation = threading.Thread(target=keys.rotate, args=[with_keys(records, BOTH)])
        rotation.start()
        time.sleep(0.5)  # long enough for it to reach the row, were it not made to wait
    rotation.join()

    with with_keys(records, NEW_ALONE).reading() as db:
        assert drafts.find(db, begun.token, "sefton", SUNDAY).answers == {"words": "new"}
