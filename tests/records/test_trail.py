"""The trail is a chain: what was changed, taken out or slipped in shows."""

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from functools import partial

import pytest
from sqlalchemy import delete, select, update

from app.records import trail
from app.records.database import Records, new_id
from app.records.tables import trail as table
from app.records.trail import Act
from app.records.vault import keyed_hash, new_key, read_keys
from tests.records.shelf import open_shelf

NOW = datetime(2026, 11, 22, 10, tzinfo=UTC)
ANN = new_id()


@pytest.fixture
def records(any_database_url) -> Records:
    records = open_shelf(any_database_url, read_keys(f"test:{new_key()}"))
    yield records
    records.engine.dispose()


@pytest.fixture
def five_readings(records) -> Records:
    for minute in range(5):
        with records.writing() as db:
            trail.add(db, NOW + timedelta(minutes=minute), "sefton", ANN, Act.READ, f"{minute:032x}")
    return records


def verified(records: Records) -> int | None:
    with records.reading() as db:
        return trail.verify(db)


def test_a_trail_that_nobody_touched_is_whole(five_readings):
    assert verified(five_readings) is None


def test_an_empty_trail_is_whole(records):
    assert verified(records) is None


@pytest.mark.parametrize(
    "changed",
    [
        {"officer_id": new_id()},
        {"act": Act.RECORDED},
        {"representation_id": new_id()},
        {"at": NOW + timedelta(days=1)},
        {"council": "otherton"},
        {"hash": "f" * 64},
    ],
    ids=lambda changed: next(iter(changed)),
)
def test_a_row_that_was_changed_shows(five_readings, changed):
    with five_readings.writing() as db:
        db.execute(update(table).where(table.c.number == 3).values(**changed))
    assert verified(five_readings) == 3


@pytest.mark.parametrize("gone", [1, 3])
def test_a_row_that_was_taken_out_shows(five_readings, gone):
    with five_readings.writing() as db:
        db.execute(delete(table).where(table.c.number == gone))
    assert verified(five_readings) == gone


def test_a_row_made_over_with_a_fresh_hash_shows_at_the_next(five_readings):
    with five_readings.writing() as db:
        hashed = db.hasher()
        second, third = db.execute(select(table).where(table.c.number.in_([2, 3])).order_by(table.c.number)).all()
        forged = trail._hash(hashed, second.hash, 3, third.at, "sefton", new_id(), Act.READ, third.representation_id)
        db.execute(update(table).where(table.c.number == 3).values(hash=forged))
    assert verified(five_readings) == 3


def test_what_is_rolled_back_leaves_no_gap(five_readings):
    with pytest.raises(RuntimeError), five_readings.writing() as db:
        trail.add(db, NOW, "sefton", ANN, Act.READ)
        raise RuntimeError
    with five_readings.writing() as db:
        assert trail.add(db, NOW, "sefton", ANN, Act.SIGNED_OUT) == 6
    assert verified(five_readings) is None


def test_many_writers_at_once_make_one_chain(records):
    def read_something(number: int) -> None:
        with records.writing() as db:
            trail.add(db, NOW, "sefton", ANN, Act.READ, f"{number:032x}")

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(read_something, range(40)))

    with records.reading() as db:
        numbers = db.execute(select(table.c.number).order_by(table.c.number)).scalars().all()
    assert numbers == list(range(1, 41))
    assert verified(records) is None


def test_tells_when_each_was_last_opened(five_readings):
    with five_readings.writing() as db:
        trail.add(db, NOW + timedelta(hours=1), "sefton", ANN, Act.READ, f"{0:032x}")
        trail.add(db, NOW + timedelta(hours=2), "sefton", ANN, Act.RECORDED, f"{1:032x}")
    with five_readings.reading() as db:
        read_at = trail.last_read(db, [f"{0:032x}", f"{1:032x}", f"{9:032x}"])
    assert read_at[f"{0:032x}"] == NOW + timedelta(hours=1)
    assert read_at[f"{1:032x}"] == NOW + timedelta(minutes=1)
    assert f"{9:032x}" not in read_at


def test_whoever_writes_the_database_cannot_make_the_chain_anew_without_the_vault(five_readings):
    """All rows after the forged one are chained again, with the only key that its maker has."""
    thief = read_keys(f"test:{new_key()}")
    with five_readings.writing() as db:
        before, hashed = trail.BEGINNING, partial(keyed_hash, next(iter(thief.keys.values())))
        for row in db.execute(select(table).order_by(table.c.number)).all():
            facts = row._asdict() | ({"officer_id": new_id()} if row.number == 2 else {})
            facts.pop("hash")
            before = trail._hash(hashed, before, **facts)
            db.execute(update(table).where(table.c.number == row.number).values(**facts, hash=before))
    assert verified(five_readings) == 1


def test_the_last_rows_cut_off_show_to_whom_has_kept_what_was_last(five_readings):
    with five_readings.writing() as db:
        known = trail.last(db)
        assert known[0] == 5 and trail.verify(db, known) is None
        db.execute(delete(table).where(table.c.number > 3))
        assert trail.verify(db) is None
        assert trail.verify(db, known) == 4
        trail.add(db, NOW, "sefton", ANN, Act.READ)
        trail.add(db, NOW, "sefton", ANN, Act.READ)
        assert trail.verify(db, known) == 5
