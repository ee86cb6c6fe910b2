"""Moves are added and never edited, whatever is said with them; and each starts, stops and ends its clocks."""

import threading
from datetime import date

import pytest
from sqlalchemy import select

from app.councils.bank_holidays import bank_holidays
from app.model.course import NotOffered
from app.model.move import Because, Key, Outcome, Point, Said, Undertaking
from app.model.promises import held_to
from app.model.stage import Stage
from app.records import deadlines, making, moves, officers, representations, unrecorded
from app.records.making import Making, SeenBefore
from app.records.officers import Role
from app.records.tables import move as table
from tests.records.shelf import AWKWARD, SUNDAY, amina, everything_in, open_shelf

HOLIDAYS = bank_holidays(date(2026, 11, 22))
TIMETABLE = held_to({})
SAID = Said(
    points=(Point("planted point", Outcome.PARTLY),),
    people={"investigating-officer": "planted person"},
    members=("Planted Chair", "Second", "Third"),
    new_date=date(2026, 12, 11),
    where="planted place",
    because=Because.POLICE,
    undertakings=(Undertaking("planted promise", "planted doer", date(2027, 1, 4)),),
    undertaking=0,
)


@pytest.fixture
def records(any_database_url):
    records = open_shelf(any_database_url)
    yield records
    records.engine.dispose()


@pytest.fixture
def officer(records) -> str:
    with records.writing() as db:
        return officers.add(db, "ann@example.org", "sefton", Role.OFFICER, "hash", SUNDAY, "Ann", "").id


@pytest.fixture
def told(records, officer):
    """Recorded, at stage 1."""
    told = amina()
    with records.writing() as db:
        representations.receive(db, told)
        representations.mark_recorded(db, told.id, SUNDAY, officer, told.answer_due_on, Stage.LOCAL_RESOLUTION)
        moves.add(db, told.id, Stage.LOCAL_RESOLUTION, SUNDAY, told.received_on, officer, key=Key.RECORDED)
        return representations.get(db, told.id, told.council)


def make(records, told, officer, key, on="2026-11-23", seen=None, once="press", why="", **said) -> bool:
    with records.writing() as db:
        unrecorded.hold(db, told.id)
        now = representations.get(db, told.id, told.council)
        newest = making.course(db, now).last_number if seen is None else seen
        wished = Making(
            key=key, on=date.fromisoformat(on), officer=officer, why=why, said=Said(**said), once=once + str(newest)
        )
        return making.make(db, now, wished, newest, TIMETABLE, HOLIDAYS, SUNDAY)


def dates(records, told) -> list[tuple[str, date]]:
    with records.reading() as db:
        return [(kept.deadline.clock, kept.deadline.due_on) for kept in deadlines.open_of(db, told.id)]


def again(records, told):
    with records.reading() as db:
        return representations.get(db, told.id, told.council)


def test_what_was_said_with_a_move_comes_back_and_nobody_else_can_read_it(records, told, officer):
    with records.writing() as db:
        for words in AWKWARD:
            moves.add(
                db, told.id, Stage.INVESTIGATION, SUNDAY, date(2026, 11, 2), officer, words, key=Key.OUTSIDE, said=SAID
            )
        found = moves.of(db, told.id)[1:]
    assert [move.why for move in found] == AWKWARD
    assert {move.said.where for move in found} == {"planted place"}
    assert found[0].said == SAID
    assert (found[0].key, found[0].moved_on, found[0].officer) == (Key.OUTSIDE, date(2026, 11, 2), officer)
    assert "planted" not in everything_in(records).casefold()


def test_a_move_without_anything_said_keeps_nothing(records, told):
    with records.reading() as db:
        assert [(row.said, row.why) for row in db.execute(select(table))] == [(None, None)]
        assert moves.of(db, told.id)[0].said == Said()


def test_from_the_beginning_to_the_end_each_clock_starts_and_ends(records, told, officer):
    walked = []
    for key, on, said in (
        (Key.STAGE_1_ANSWERED, "2026-12-03", {"points": SAID.points}),
        (Key.STAGE_2_ACCEPTED, "2026-12-10", {}),
        (Key.STATEMENT_AGREED, "2026-12-14", {}),
        (Key.PEOPLE_NAMED, "2026-12-15", {"people": SAID.people}),
        (Key.REPORTS_IN, "2027-01-11", {}),
        (Key.ADJUDICATED, "2027-01-18", {"points": SAID.points}),
        (Key.PANEL_ASKED, "2027-02-01", {}),
        (Key.PANEL_ARRANGED, "2027-02-08", {"members": SAID.members, "new_date": date(2027, 3, 8)}),
        (Key.PAPERS_SENT, "2027-02-15", {}),
        (Key.PANEL_REPORT, "2027-03-11", {}),
        (Key.FINAL_LETTER, "2027-03-25", {}),
        (Key.CLOSED, "2027-03-29", {"undertakings": SAID.undertakings}),
    ):
        assert make(records, told, officer, key, on, **said)
        walked.append((str(key), {clock: due.isoformat() for clock, due in dates(records, told)}))
    assert walked == [
        ("stage-1-answered", {"ask-stage-2": "2027-01-05"}),
        ("stage-2-accepted", {"stage-2": "2027-01-19"}),
        ("statement-agreed", {"stage-2": "2027-01-19"}),
        ("people-named", {"stage-2": "2027-01-19"}),
        ("reports-in", {"stage-2": "2027-01-19"}),
        ("adjudicated", {"ask-stage-3": "2027-02-15"}),
        ("panel-asked", {"panel": "2027-03-15"}),
        ("panel-arranged", {"panel-papers": "2027-02-22", "panel-report": "2027-03-15"}),
        ("papers-sent", {"panel-report": "2027-03-15"}),
        ("panel-report", {"stage-3": "2027-04-05"}),
        ("final-letter", {}),
        ("closed", {}),
    ]
    assert again(records, told).stage is Stage.RESOLVED


def test_the_desk_lists_it_under_the_next_day_the_council_has_to_keep(records, told, officer):
    assert again(records, told).answer_due_on == date(2026, 12, 4)
    make(records, told, officer, Key.STAGE_1_ANSWERED, "2026-12-03", points=SAID.points)
    assert again(records, told).answer_due_on is None
    make(records, told, officer, Key.STAGE_2_ACCEPTED, "2026-12-10")
    assert again(records, told).answer_due_on == date(2027, 1, 19)


def test_an_extension_moves_the_day_and_keeps_the_first(records, told, officer):
    make(records, told, officer, Key.EXTENDED, why="We need a bit longer.", new_date=date(2026, 12, 11))
    with records.reading() as db:
        [kept] = deadlines.open_of(db, told.id)
    assert (kept.deadline.due_on, kept.first_due_on) == (date(2026, 12, 11), date(2026, 12, 4))


def test_a_clock_stands_still_for_a_court_and_goes_on_after_it(records, told, officer):
    make(records, told, officer, Key.PAUSED, "2026-11-25", because=Because.COURT)
    assert again(records, told).answer_due_on is None
    make(records, told, officer, Key.RESUMED, "2026-12-02")
    assert dates(records, told) == [("stage-1", date(2026, 12, 11))]
    assert again(records, told).answer_due_on == date(2026, 12, 11)


def test_a_press_twice_is_one_move(records, told, officer):
    assert make(records, told, officer, Key.ADR_OFFERED, seen=1)
    assert not make(records, told, officer, Key.ADR_OFFERED, seen=1)
    with records.reading() as db:
        assert [move.key for move in moves.of(db, told.id)] == [Key.RECORDED, Key.ADR_OFFERED]


def test_a_page_that_did_not_show_the_newest_move_makes_none(records, told, officer):
    make(records, told, officer, Key.STAGE_1_ANSWERED, "2026-12-03", points=SAID.points)
    with pytest.raises(SeenBefore):
        make(records, told, officer, Key.STAGE_2_ACCEPTED, seen=1, once="another")
    assert again(records, told).stage is Stage.LOCAL_RESOLUTION


def test_a_move_the_procedure_does_not_have_is_refused(records, told, officer):
    with pytest.raises(NotOffered):
        make(records, told, officer, Key.PANEL_ASKED)


def test_of_many_officers_at_once_exactly_one_makes_the_move(records, told, officer):
    found = []

    def press(name):
        try:
            found.append(make(records, told, officer, Key.STAGE_1_ANSWERED, seen=1, once=name, points=SAID.points))
        except SeenBefore:
            found.append("shown what changed")

    presses = [threading.Thread(target=press, args=(f"officer {number}",)) for number in range(5)]
    for one in presses:
        one.start()
    for one in presses:
        one.join()
    assert sorted(map(str, found)) == ["True"] + ["shown what changed"] * 4
