"""What is over is listed for a month, then deleted: no word and no file is left, and what figures need is."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from sqlalchemy import select, text, update

from app.model.event import Task, What
from app.model.keeping import Kept
from app.model.london import start_of
from app.model.move import Key, Said
from app.model.representation import Kind
from app.model.robots import Why
from app.model.stage import Stage
from app.post import clock, retention
from app.records import (
    events,
    forgetting,
    holding,
    legal_holds,
    moves,
    officers,
    readers,
    representations,
    tasks,
    to_delete,
    trail,
    trail_reading,
)
from app.records.keeping_tables import forgotten, forgotten_deadline, forgotten_move
from app.records.officers import Role
from app.records.tables import file, metadata, representation
from app.records.tables import legal_hold as legal_hold_table
from app.records.tables import to_delete as list_table
from app.records.trail_reading import Asked
from tests.post.office import SEFTON, amina
from tests.post.over_and_done import ENDED_ON, OVER_ON, PLANTED, TOLD_AT, full, settle, tick
from tests.records.shelf import bytes_on_disk, everything_in

A_MONTH = timedelta(days=30)
LISTED, DAY = start_of(OVER_ON - A_MONTH), start_of(OVER_ON)
ON_SQLITE = pytest.mark.parametrize("any_database_url", ["sqlite"], indirect=True)


def rows(records, table) -> list:
    with records.reading() as db:
        return db.execute(select(table)).all()


def delete_it(records) -> None:
    assert tick(records, LISTED) == (0, [])
    assert tick(records, DAY) == (1, [])


def test_it_is_listed_a_month_before_its_years_are_over_and_deleted_on_the_day(any_records):
    told = settle(any_records)
    assert tick(any_records, LISTED - timedelta(days=1)) == (0, [])
    assert rows(any_records, list_table) == []
    tick(any_records, LISTED)
    [row] = rows(any_records, list_table)
    assert (row.representation_id, row.delete_on) == (told.id, OVER_ON)
    assert tick(any_records, DAY - timedelta(minutes=1)) == (0, [])
    assert tick(any_records, DAY) == (1, [])
    assert rows(any_records, representation) == rows(any_records, list_table) == []
    assert tick(any_records, DAY) == (0, [])


@ON_SQLITE
def test_what_is_found_late_has_its_month_all_the_same(any_records):
    settle(any_records)
    late = start_of(date(2026, 11, 22))
    assert tick(any_records, late) == (0, [])
    assert tick(any_records, late + A_MONTH - timedelta(days=1)) == (0, [])
    assert tick(any_records, late + A_MONTH) == (1, [])


def still_open(db, told, officer):
    db.execute(update(representation).values(stage=Stage.INVESTIGATION))


def under_hold(db, told, officer):
    legal_holds.place(db, told.id, officer.id, "A claim", TOLD_AT)


def with_news(db, told, officer):
    events.add(db, told.id, What.MESSAGE, TOLD_AT, words="Thank you")


def with_a_task(db, told, officer):
    tasks.add(db, told.id, "sefton", Task.TELL_NEWS, ENDED_ON, TOLD_AT, "once")


def said_later(db, told, officer):
    moves.add(db, told.id, Stage.RESOLVED, TOLD_AT, date(2024, 1, 1), officer.id, key=Key.PROMISE_DONE, said=Said())


@ON_SQLITE
@pytest.mark.parametrize("keeps", [still_open, under_hold, with_news, with_a_task, said_later])
@pytest.mark.parametrize("is_listed", [False, True], ids=["before", "on the list"])
def test_it_is_kept_while_something_keeps_it(any_records, keeps, is_listed):
    told = settle(any_records)
    if is_listed:
        tick(any_records, LISTED)
    with any_records.writing() as db:
        keeps(db, told, officers.add(db, "mo@example.org", "sefton", Role.MANAGER, "x", TOLD_AT))
    for now in (LISTED, DAY, DAY + A_MONTH):
        assert tick(any_records, now) == (0, [])
    assert rows(any_records, list_table) == []
    assert len(rows(any_records, representation)) == 1


@ON_SQLITE
def test_what_was_promised_keeps_it_until_it_is_done(any_records):
    told = settle(any_records, promises=1)
    tick(any_records, LISTED)
    assert tick(any_records, DAY) == (0, [])
    with any_records.writing() as db:
        said = Said(undertaking=0)
        moves.add(db, told.id, Stage.RESOLVED, DAY, ENDED_ON, None, key=Key.PROMISE_DONE, said=said)
    tick(any_records, DAY)
    assert tick(any_records, DAY + A_MONTH) == (1, [])


@ON_SQLITE
def test_a_hold_placed_in_the_last_minute_keeps_it(any_records):
    """The clock has read the list already; a manager is quicker than its transaction."""
    told = settle(any_records)
    tick(any_records, LISTED)
    with any_records.writing() as db:
        under_hold(db, told, officers.add(db, "mo@example.org", "sefton", Role.MANAGER, "x", TOLD_AT))
    with any_records.writing() as db:
        assert not to_delete.delete_one(db, told.id, "sefton", {}, DAY)
    assert len(rows(any_records, representation)) == 1


@ON_SQLITE
def test_a_council_that_says_other_years_is_held_to_them(any_records):
    settle(any_records)
    tick(any_records, LISTED)
    longer = replace(SEFTON, keep={Kind.COMPLAINT: Kept(10, "our schedule")})
    assert tick(any_records, DAY, longer) == (0, [])
    assert rows(any_records, list_table) == []
    shorter = replace(SEFTON, keep={Kind.COMPLAINT: Kept(2, "our schedule")})
    tick(any_records, start_of(date(2022, 1, 31)), shorter)
    assert tick(any_records, start_of(date(2022, 3, 2)), shorter) == (1, [])


@ON_SQLITE
def test_what_a_robot_sent_is_kept_for_a_year_after_it_was_put_away(any_records):
    with any_records.writing() as db:
        told = replace(settle_nothing(db), stage=Stage.RECEIVED)
        mo = officers.add(db, "mo@example.org", "sefton", Role.MANAGER, "x", TOLD_AT)
        holding.hold(db, told.id, "sefton", Why.HIDDEN_FIELD, TOLD_AT)
        holding.put_away(db, told.id, mo.id, TOLD_AT)
    tick(any_records, start_of(date(2020, 12, 20)))
    assert tick(any_records, start_of(date(2021, 1, 5))) == (0, [])
    assert tick(any_records, start_of(date(2021, 1, 19))) == (1, [])
    assert [row.is_robot for row in rows(any_records, forgotten)] == [True]


def settle_nothing(db):
    told = amina(TOLD_AT)
    representations.receive(db, told)
    return told


def test_no_word_and_no_file_is_left(any_records, instance):
    told, _jo = full(any_records)
    sealed = [bytes(row.words) for row in rows(any_records, representation)]
    sealed += [any_records.files.read(row.id) for row in rows(any_records, file)]
    sealed += [bytes(row.key) for row in rows(any_records, file)]
    sealed += [bytes(row.why) for row in rows(any_records, legal_hold_table)]
    is_sqlite = any_records.engine.dialect.name == "sqlite"
    if is_sqlite:
        disk = bytes_on_disk(instance) + files_on_disk(any_records)
        assert all(value in disk for value in sealed)
    delete_it(any_records)
    assert PLANTED not in everything_in(any_records)
    stays = {"forgotten", "forgotten_move", "forgotten_deadline", "forgotten_from", "trail", "officer", "vault_key"}
    left = {table.name for table in metadata.sorted_tables if rows(any_records, table)}
    assert left <= stays, "rows of what was deleted are left"
    assert files_on_disk(any_records) == b""
    if is_sqlite:
        disk = bytes_on_disk(instance)
        assert not [value[:60] for value in sealed if value[20:] in disk], "sealed, and still there"
        assert told.id.encode() in disk  # the trail names it


def files_on_disk(records) -> bytes:
    return b"".join(path.read_bytes() for path in records.files.folder.glob("??/*"))


def test_every_table_that_points_to_it_is_known(any_records):
    full(any_records)
    empty = [table.name for table in forgetting.about_it() if not rows(any_records, table)]
    assert set(empty) <= {"holding", "to_delete"}, "over_and_done.full should put a row in each"
    delete_it(any_records)


def test_what_figures_need_stays(any_records):
    told, _jo = full(any_records)
    delete_it(any_records)
    [row] = rows(any_records, forgotten)
    assert (row.id, row.kind, row.telling, row.language, row.topic) == (told.id, "complaint", "family", "ur", "plan")
    assert (row.stage, row.last_on, row.received_on) == ("resolved", ENDED_ON, told.received_on)
    answered, closed = rows(any_records, forgotten_move)
    assert (answered.what, answered.upheld, answered.partly, answered.not_upheld) == ("stage-1-answered", 1, 0, 1)
    assert (closed.what, closed.stage, closed.moved_on, closed.promised) == ("closed", "resolved", ENDED_ON, 0)
    [deadline] = rows(any_records, forgotten_deadline)
    assert (deadline.clock, deadline.due_on) == ("stage-1", told.answer_due_on)


@ON_SQLITE
def test_its_reference_is_never_issued_again(any_records):
    full(any_records)
    [before] = [row.reference for row in rows(any_records, representation)]
    delete_it(any_records)
    other = settle(any_records)
    chosen = iter([3] * 7 + [4] * 70)  # the same letters first
    with any_records.writing() as db:
        given = representations.issue(db, other, "SEF", DAY, lambda letters: letters[next(chosen)], "Team", "")
    assert before and given != before


def test_the_trail_stays_whole_and_hides_what_was_hidden(any_records):
    told, jo = full(any_records)
    with any_records.writing() as db:
        trail.add(db, TOLD_AT, "sefton", jo.id, trail.Act.READ, told.id)
        mo = officers.add(db, "mo@example.org", "sefton", Role.MANAGER, "x", TOLD_AT)
    delete_it(any_records)
    with any_records.reading() as db:
        assert trail.verify(db) is None
        seen = [(entry.act, entry.reference) for entry in trail_reading.entries(db, mo, Asked())]
        assert [act for act, _reference in seen] == ["read", "deleted"] and all(reference for _act, reference in seen)
        assert trail_reading.entries(db, jo, Asked()) == []
        assert [one.kind for one in to_delete.lately(db, mo)] == [Kind.COMPLAINT]
        assert to_delete.lately(db, jo) == []
        assert not readers.may(db, mo, told.id)


@ON_SQLITE
def test_one_that_does_not_open_keeps_nothing_from_the_others(any_records):
    broken, _good = settle(any_records), settle(any_records)
    tick(any_records, LISTED)
    with any_records.writing() as db:
        db.execute(
            update(representation).where(representation.c.id == broken.id).values(words=b"\x05tests" + b"x" * 40)
        )
    done, wrong = tick(any_records, DAY)
    assert done == 1 and wrong == [f"deleting {broken.id}: CannotOpen"]
    assert [row.id for row in rows(any_records, representation)] == [broken.id]


@ON_SQLITE
def test_a_few_at_a_time(any_records, monkeypatch):
    monkeypatch.setattr(retention, "AT_ONCE", 2)
    for _ in range(3):
        settle(any_records)
    tick(any_records, LISTED)
    assert [tick(any_records, DAY)[0] for _ in range(3)] == [2, 1, 0]


@ON_SQLITE
def test_another_council_deletes_nothing_of_ours(any_records):
    settle(any_records)
    other = replace(SEFTON, slug="otherton")
    tick(any_records, LISTED, other)
    assert tick(any_records, DAY, other) == (0, [])


@ON_SQLITE
def test_the_clock_does_it(clockwork):
    settle(clockwork.records)
    clock.tick(clockwork, start_of(date(2026, 11, 22)))
    ticked = clock.tick(clockwork, start_of(date(2026, 12, 22)))
    assert (ticked.deleted, ticked.wrong) == (1, ())


@ON_SQLITE
def test_the_log_is_emptied_even_when_somebody_was_reading(any_records, instance):
    full(any_records)
    [sealed] = [bytes(row.words)[20:] for row in rows(any_records, representation)]
    tick(any_records, LISTED)
    with any_records.engine.connect() as reader:
        reader.execute(text("SELECT count(*) FROM representation"))
        assert tick(any_records, DAY) == (1, [])
    assert sealed in bytes_on_disk(instance), "nobody was reading what the log holds: check this test"
    tick(any_records, DAY + timedelta(minutes=1))
    assert sealed not in bytes_on_disk(instance)
