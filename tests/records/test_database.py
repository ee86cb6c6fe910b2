"""One transaction is all or nothing, on either database; and what is kept on disk tells nobody anything."""

import threading
from datetime import datetime, timedelta, timezone

import pytest
from sqlalchemy import select, text
from sqlalchemy.exc import IntegrityError, OperationalError

from app.model.event import What
from app.model.representation import OnBehalfOf, SafeContact, Way
from app.records import drafts, events, representations
from app.records.database import SQLITE_PRAGMAS, new_id
from app.records.tables import draft, representation
from tests.records.shelf import SUNDAY, amina, bytes_on_disk, everything_in, open_shelf

PLANTED = [f"planted-{name}" for name in ("words", "wish", "name", "whose", "where", "event", "answer", "offered")]
CODE = "4821093755621408"


@pytest.fixture
def records(any_database_url):
    records = open_shelf(any_database_url)
    yield records
    records.engine.dispose()


@pytest.fixture
def on_sqlite(instance):
    records = open_shelf(f"sqlite:///{instance / 'tell-us.sqlite'}")
    yield records
    records.engine.dispose()


def kept(records) -> int:
    with records.reading() as db:
        return len(db.execute(select(representation.c.id)).all())


def test_a_block_that_ends_is_kept_and_one_that_fails_is_not(records):
    with records.writing() as db:
        representations.receive(db, amina())
    with pytest.raises(ZeroDivisionError), records.writing() as db:
        representations.receive(db, amina())
        raise ZeroDivisionError
    assert kept(records) == 1


def test_a_row_that_belongs_to_nothing_is_refused(records):
    with pytest.raises(IntegrityError), records.writing() as db:
        events.add(db, new_id(), What.MESSAGE, SUNDAY)


def test_an_error_names_no_values(records):
    told = amina(contact_name="Planted Name")
    with pytest.raises(IntegrityError) as error, records.writing() as db:
        representations.receive(db, told)
        representations.receive(db, told)
    assert "Planted" not in str(error.value)


def test_many_who_write_at_once_wait_for_each_other_and_all_are_kept(records):
    def tell():
        for _ in range(5):
            with records.writing() as db:
                kept_before = len(db.execute(select(representation.c.id)).all())
                representations.receive(db, amina(words=f"{kept_before}"))

    tellers = [threading.Thread(target=tell) for _ in range(6)]
    for teller in tellers:
        teller.start()
    for teller in tellers:
        teller.join()
    assert kept(records) == 30


def test_an_instant_is_kept_to_the_microsecond_and_comes_back_in_utc(records):
    in_karachi = datetime(2026, 11, 22, 15, 30, 0, 123456, tzinfo=timezone(timedelta(hours=5)))
    told = amina(received_at=in_karachi)
    with records.writing() as db:
        representations.receive(db, told)
        found = representations.get(db, told.id, "sefton").received_at
    assert found == in_karachi
    assert found.utcoffset() == timedelta(0)


def test_an_instant_without_its_time_zone_is_refused(records):
    with pytest.raises(Exception, match="time zone"), records.writing() as db:
        drafts.begin(db, "sefton", datetime(2026, 11, 22, 10))


def test_a_hash_of_a_code_cannot_be_made_without_the_vault(records):
    with records.reading() as db:
        assert db.hash(CODE) == db.hash(CODE)
        assert db.hash(CODE) != db.hash(CODE[::-1])
    with records.reading() as db:
        assert len(db.hash(CODE)) == 64


def plant(records) -> None:
    """One of everything that somebody can type, each with its planted words."""
    words, wish, name, whose, where, event, answer, offered = PLANTED
    reached = SafeContact(way=Way.LETTER, where=where)
    told = amina(words=words, wish=wish, name=name, on_behalf_of=OnBehalfOf(name=whose), contact=reached)
    with records.writing() as db:
        representations.receive(db, told, sending="a" * 64, code=CODE)
        events.add(db, told.id, What.MESSAGE, SUNDAY, words=event)
        begun = drafts.begin(db, "sefton", SUNDAY)
        drafts.keep(db, begun, SUNDAY, answers={"name": answer}, offered={"words": offered}, code=CODE)


def test_nothing_that_was_typed_can_be_read_in_any_column(records):
    plant(records)
    seen = everything_in(records)
    assert "sefton" in seen
    assert [planted for planted in [*PLANTED, CODE] if planted in seen] == []


def test_nothing_that_was_typed_can_be_read_in_the_file_or_its_log(on_sqlite, instance):
    plant(on_sqlite)
    with on_sqlite.writing() as db:
        db.execute(draft.delete())

    on_disk = bytes_on_disk(instance)

    assert (instance / "tell-us.sqlite-wal").exists()
    assert b"sefton" in on_disk
    for planted in [*PLANTED, CODE]:
        assert planted.encode("utf-8") not in on_disk
        assert planted.encode("utf-16-le") not in on_disk


def test_sqlite_is_set_to_survive_a_power_cut_and_to_forget_what_is_deleted(on_sqlite):
    assert len(SQLITE_PRAGMAS) == 5
    with on_sqlite.reading() as db:
        value = {
            name: db.execute(text(f"PRAGMA {name}")).scalar_one()
            for name in ("journal_mode", "synchronous", "foreign_keys", "secure_delete", "busy_timeout")
        }
    full = 2
    assert value == {
        "journal_mode": "wal",
        "synchronous": full,
        "foreign_keys": 1,
        "secure_delete": 1,
        "busy_timeout": 10_000,
    }


def test_a_writer_does_not_keep_readers_waiting(on_sqlite):
    with on_sqlite.writing() as db:
        representations.receive(db, amina())
        assert kept(on_sqlite) == 0
    assert kept(on_sqlite) == 1


def test_a_disk_that_takes_nothing_more_is_an_error_and_no_half_record(on_sqlite):
    with pytest.raises(OperationalError), on_sqlite.writing() as db:
        representations.receive(db, amina())
        db.execute(text("PRAGMA query_only = ON"))
        events.add(db, new_id(), What.MESSAGE, SUNDAY)
    on_sqlite.engine.dispose()
    assert kept(on_sqlite) == 0


def test_ids_are_128_bits_of_chance():
    ids = {new_id() for _ in range(1000)}
    assert len(ids) == 1000
    assert {len(id) for id in ids} == {32}
