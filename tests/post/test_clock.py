"""The promise of the reference number: watched to the minute, and kept by the clock when nobody else does."""

from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from sqlalchemy import event as listening
from sqlalchemy import select, update

from app.model.event import Task, What
from app.model.representation import Kind, SafeContact, Way
from app.post.clock import tick
from app.records import drafts, events, tally, tasks, visits
from app.records.tables import draft as drafts_table
from app.records.tables import letter as letters_table
from app.records.tables import representation as representations_table
from app.records.tables import vault_key
from tests.post.office import AMINAS_EMAIL, SEFTON, SUNDAY, amina, keep, read_again
from tests.records.shelf import open_shelf

MINUTE = timedelta(minutes=1)
ON_SQLITE = pytest.mark.parametrize("any_database_url", ["sqlite"], indirect=True)


def case(received: str, first: str, second: str, issued: str, name: str):
    """UTC, as the records keep it: London is an hour ahead in summer."""
    return pytest.param(received, first, second, issued, id=name)


def letters(clockwork) -> list[str]:
    with clockwork.records.reading() as db:
        return [row.purpose for row in db.execute(select(letters_table.c.purpose).order_by(letters_table.c.number))]


def every_three_hours_for_ten_days(since: datetime) -> list[datetime]:
    return [since + timedelta(hours=3 * turn) for turn in range(80)]


def instant(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


@ON_SQLITE
@pytest.mark.parametrize(
    ("received", "first", "second", "issued"),
    [
        case("2026-11-22 10:00", "2026-11-24 00:00", "2026-11-25 00:00", "2026-11-25 12:00", "on a Sunday"),
        case("2026-11-20 23:59", "2026-11-24 00:00", "2026-11-25 00:00", "2026-11-25 12:00", "a Friday night"),
        case("2026-11-18 09:00", "2026-11-20 00:00", "2026-11-23 00:00", "2026-11-23 12:00", "a weekend between"),
        case("2026-12-23 16:00", "2026-12-29 00:00", "2026-12-30 00:00", "2026-12-30 12:00", "Christmas"),
        case("2026-04-01 16:00", "2026-04-06 23:00", "2026-04-07 23:00", "2026-04-08 11:00", "Easter"),
        case("2026-03-27 10:00", "2026-03-30 23:00", "2026-03-31 23:00", "2026-04-01 11:00", "clocks forward"),
        case("2026-03-25 10:00", "2026-03-27 00:00", "2026-03-29 23:00", "2026-03-30 11:00", "forward between"),
        case("2026-10-23 10:00", "2026-10-27 00:00", "2026-10-28 00:00", "2026-10-28 12:00", "clocks back"),
        case("2026-10-21 10:00", "2026-10-22 23:00", "2026-10-26 00:00", "2026-10-26 12:00", "back between"),
        case("2026-06-30 23:30", "2026-07-02 23:00", "2026-07-05 23:00", "2026-07-06 11:00", "a summer night"),
        case("2028-02-28 10:00", "2028-03-01 00:00", "2028-03-02 00:00", "2028-03-02 12:00", "29 February"),
    ],
)  # fmt: skip
def test_reminders_at_the_start_of_the_last_two_working_days_and_the_number_at_noon(
    clockwork, received, first, second, issued
):
    told, happened = keep(clockwork.records, amina(instant(received))), []
    due = [instant(first), instant(second), instant(issued)]
    for now in sorted({*every_three_hours_for_ten_days(told.received_at), *due, *(at - MINUTE for at in due)}):
        did = tick(clockwork, now)
        assert did.wrong == ()
        happened += [("reminded", now)] * did.reminded + [("issued", now)] * did.issued
    assert happened == [("reminded", instant(first)), ("reminded", instant(second)), ("issued", instant(issued))]
    assert letters(clockwork) == ["reminder", "reminder", "issued-by-the-clock", "acknowledgement"]
    kept = read_again(clockwork.records, told)
    assert kept.issued_at == instant(issued) and kept.needs_recording
    assert (kept.contact_name, kept.contact_details) == ("Complaints team", "0151 496 0000, team@example.org")
    with clockwork.records.reading() as db:
        history = [event.what for event in events.of(db, told.id)]
    assert history == [What.RECEIVED, What.REMINDED, What.REMINDED, What.ISSUED_BY_THE_CLOCK]


@ON_SQLITE
def test_not_a_minute_early(clockwork):
    keep(clockwork.records, amina())
    assert tick(clockwork, instant("2026-11-24 00:00") - MINUTE).reminded == 0
    assert tick(clockwork, instant("2026-11-25 12:00") - MINUTE).issued == 0
    assert tick(clockwork, instant("2026-11-25 12:00")).issued == 1


@ON_SQLITE
def test_a_room_that_was_down_sends_only_the_newest_reminder(clockwork):
    keep(clockwork.records, amina())
    did = tick(clockwork, instant("2026-11-25 08:00"))
    assert (did.reminded, did.issued) == (1, 0)
    assert tick(clockwork, instant("2026-11-25 08:01")).reminded == 0


@ON_SQLITE
def test_a_room_that_was_down_for_a_week_is_late_and_says_so(clockwork):
    told, late = keep(clockwork.records, amina()), SUNDAY + timedelta(days=10)
    did = tick(clockwork, late)
    assert (did.reminded, did.issued) == (0, 1)
    kept = read_again(clockwork.records, told)
    assert kept.issued_at == late
    assert kept.reference_due_on == date(2026, 11, 25)
    assert tick(clockwork, late + timedelta(days=30)).issued == 0
    assert letters(clockwork) == ["issued-by-the-clock", "acknowledgement"]


@ON_SQLITE
@pytest.mark.parametrize("kind", Kind)
def test_every_kind_gets_a_number_and_only_a_complaint_an_answer_day(clockwork, kind):
    told = keep(clockwork.records, amina(kind=kind))
    assert tick(clockwork, SUNDAY + timedelta(days=4)).issued == 1
    kept = read_again(clockwork.records, told)
    assert kept.reference
    assert (kept.answer_due_on is not None) == (kind is Kind.COMPLAINT)


@ON_SQLITE
@pytest.mark.parametrize("way", [Way.TEXT, Way.CALL, Way.LETTER, Way.PERSON])
def test_who_is_not_told_by_email_is_told_by_a_person(clockwork, way):
    told = keep(clockwork.records, amina(contact=SafeContact(way=way, where="0151 496 0001")))
    tick(clockwork, SUNDAY + timedelta(days=4))
    assert letters(clockwork) == ["issued-by-the-clock"]
    with clockwork.records.reading() as db:
        [task] = tasks.to_do(db, "sefton")
    assert (task.what, task.due_on, task.representation_id) == (Task.TELL_REFERENCE, date(2026, 11, 25), told.id)
    assert task.is_late(date(2026, 11, 26))


@ON_SQLITE
def test_what_a_person_has_recorded_is_left_alone(clockwork):
    told = keep(clockwork.records, amina())
    with clockwork.records.writing() as db:
        facts = {"recorded_at": SUNDAY, "issued_at": SUNDAY, "reference": "SEF-7K4M-2XQ8"}
        db.execute(update(representations_table).values(facts))
    tick(clockwork, SUNDAY + timedelta(days=30))
    assert letters(clockwork) == []
    assert read_again(clockwork.records, told).reference == "SEF-7K4M-2XQ8"


@pytest.mark.parametrize("at", ["2026-11-24 09:00", "2026-11-26 09:00"], ids=["reminding", "issuing"])
def test_many_ticks_at_once_do_it_once(clockwork, at):
    for number in range(5):  # each at an address of their own: three letters a day go to one
        contact = replace(AMINAS_EMAIL, where=f"amina-{number}@young.example.com")
        keep(clockwork.records, amina(contact=contact))
    with ThreadPoolExecutor(4) as pool:
        done = [pool.submit(in_the_app(tick), clockwork, instant(at)) for _ in range(4)]
    assert [one.result().wrong for one in done] == [()] * 4
    assert sum(one.result().reminded + one.result().issued for one in done) == 5
    assert set(Counter(letters(clockwork)).values()) == {5}


def in_the_app(work):
    """The same, in a thread: app contexts do not go there by themselves."""
    from flask import current_app

    app = current_app._get_current_object()

    def within(*arguments):
        with app.app_context():
            return work(*arguments)

    return within


@ON_SQLITE
@pytest.mark.parametrize("at", ["2026-11-24 09:00", "2026-11-26 09:00"], ids=["reminding", "issuing"])
def test_killed_anywhere_the_next_tick_ends_as_if_nothing_had_been(clockwork, at, tmp_path):
    for died_at in range(1, 99):
        records = open_shelf(f"sqlite:///{tmp_path / f'{died_at}.db'}")
        broken = replace(clockwork, records=records)
        keep(records, amina())
        count = 0

        def die(*_, died_at=died_at):
            nonlocal count
            count += 1
            if count == died_at:
                raise KeyboardInterrupt

        listening.listen(records.engine, "before_cursor_execute", die)
        try:
            tick(broken, instant(at))
        except KeyboardInterrupt:
            listening.remove(records.engine, "before_cursor_execute", die)
        else:
            break
        tick(broken, instant(at))
        issuing = ["issued-by-the-clock", "acknowledgement"]
        assert letters(broken) == (issuing if at > "2026-11-25" else ["reminder"]), f"killed at statement {died_at}"
        records.engine.dispose()
    assert died_at > 5


@ON_SQLITE
def test_a_broken_row_stops_no_other_and_is_told(clockwork, caplog):
    whole, broken, lost = amina(), amina(words="planted words"), amina(council=replace(SEFTON, slug="gone"))
    for told in (broken, lost, whole):
        keep(clockwork.records, told)
    with clockwork.records.writing() as db:
        sealed = {"words": clockwork.records.vault.seal("planted", "elsewhere", "0", "words")}
        db.execute(update(representations_table).where(representations_table.c.id == broken.id).values(sealed))
    did = tick(clockwork, SUNDAY + timedelta(days=4))
    assert did.issued == 1 and read_again(clockwork.records, whole).reference
    assert sorted(did.wrong) == sorted(
        [f"representation {broken.id}: CannotOpen", f"representation {lost.id}: KeyError"]
    )
    assert broken.id in caplog.text and "planted" not in caplog.text


@ON_SQLITE
def test_old_drafts_and_visits_are_forgotten(clockwork):
    told = keep(clockwork.records, amina())
    with clockwork.records.writing() as db:
        drafts.begin(db, "sefton", SUNDAY - drafts.KEPT_FOR)
        kept = drafts.begin(db, "sefton", SUNDAY)
        visits.begin(db, told.id, SUNDAY - visits.KEPT_FOR)
    assert tick(clockwork, SUNDAY).forgotten == 2
    assert tick(clockwork, SUNDAY).forgotten == 0
    with clockwork.records.reading() as db:
        assert db.execute(select(drafts_table.c.id)).scalars().all() == [kept.sending]


def test_yesterdays_counts_and_the_salt_they_were_made_with_are_forgotten(clockwork):
    with clockwork.records.writing() as db:
        tally.today(db, "sent", tally.who(db, "203.0.113.7", SUNDAY), SUNDAY)
    assert tick(clockwork, SUNDAY + timedelta(hours=13)).forgotten == 0, "the day is not over"
    assert tick(clockwork, SUNDAY + timedelta(hours=14, minutes=1)).forgotten == 1
    with clockwork.records.reading() as db:
        assert not db.execute(select(vault_key.c.name).where(vault_key.c.name.startswith("salt"))).all()
