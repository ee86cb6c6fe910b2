"""The facts that are counted come out of the records as they are, on either database; and no words with them."""

from dataclasses import asdict
from datetime import date

import pytest

from app.councils.bank_holidays import bank_holidays
from app.model.figure_facts import Moved, Promised, Ran
from app.model.figures import Kept, Measure, count
from app.model.move import Key, Outcome, Point, Said, Undertaking
from app.model.period import Period
from app.model.promises import held_to
from app.model.representation import Account, Kind
from app.model.robots import Why
from app.model.stage import Stage
from app.model.topic import Topic
from app.records import figures, holding, making, moves, officers, readers, representations
from app.records.learned import MOST, learned
from app.records.making import Making
from app.records.officers import Role
from app.records.readers import KeptFrom
from tests.records.shelf import SUNDAY, amina, open_shelf

YEAR, TODAY = Period(date(2026, 4, 1), date(2027, 3, 31)), date(2027, 2, 1)
HOLIDAYS = bank_holidays(date(2026, 11, 22))
POINTS = (Point("planted point", Outcome.UPHELD), Point("planted other", Outcome.PARTLY))
PROMISED = (Undertaking("A visit each week", "The team manager", date(2027, 1, 4)), Undertaking("B", "C", TODAY))


@pytest.fixture
def records(any_database_url):
    records = open_shelf(any_database_url)
    yield records
    records.engine.dispose()


@pytest.fixture
def people(records):
    with records.writing() as db:
        return {
            role: officers.add(db, f"{role}@example.org", "sefton", role, "hash", SUNDAY, role.title(), "")
            for role in (Role.OFFICER, Role.MANAGER, Role.AUDITOR)
        }


def came(records, **facts):
    told = amina(account=Account(), **facts)
    with records.writing() as db:
        representations.receive(db, told)
    return told


def goes(records, told, officer, *steps):
    with records.writing() as db:
        representations.mark_recorded(db, told.id, SUNDAY, officer, told.answer_due_on, Stage.LOCAL_RESOLUTION)
        moves.add(db, told.id, Stage.LOCAL_RESOLUTION, SUNDAY, told.received_on, officer, key=Key.RECORDED)
        for place, (key, on, said) in enumerate(steps):
            now = representations.get(db, told.id, told.council)
            made = Making(key=key, on=date.fromisoformat(on), officer=officer, said=Said(**said), once=str(place))
            seen = making.course(db, now).last_number
            assert making.make(db, now, made, seen, held_to({}), HOLIDAYS, SUNDAY)


def found(records, viewer, period=YEAR, today=TODAY) -> list:
    with records.reading() as db:
        return list(figures.facts(db, viewer, period, today))


def to_the_panel(records, officer):
    told = came(records, topic=Topic.PLAN)
    goes(
        records, told, officer,
        (Key.STAGE_1_ANSWERED, "2026-12-03", {"points": POINTS}), (Key.STAGE_2_ACCEPTED, "2026-12-10", {}),
        (Key.STATEMENT_AGREED, "2026-12-14", {}), (Key.PEOPLE_NAMED, "2026-12-15", {"people": {"a": "planted"}}),
        (Key.REPORTS_IN, "2027-01-11", {}), (Key.ADJUDICATED, "2027-01-20", {"points": POINTS[:1]}),
        (Key.PANEL_ASKED, "2027-01-25", {}),
        (Key.PANEL_ARRANGED, "2027-01-26", {"members": ("planted",) * 3, "new_date": date(2027, 3, 8)}),
    )  # fmt: skip
    return told


def test_a_fact_has_what_is_counted_and_no_word(records, people):
    to_the_panel(records, people[Role.OFFICER].id)
    [fact] = found(records, people[Role.MANAGER])
    assert (fact.kind, fact.topic, fact.stage, fact.language) == (
        Kind.COMPLAINT, Topic.PLAN, Stage.REVIEW_PANEL, "en",
    )  # fmt: skip
    assert fact.moves[1] == Moved(Key.STAGE_1_ANSWERED, date(2026, 12, 3), (Outcome.UPHELD, Outcome.PARTLY))
    assert fact.moves[-1] == Moved(Key.PANEL_ARRANGED, date(2027, 3, 8)), "the day it meets"
    assert Ran("stage-1", date(2026, 12, 4), date(2026, 12, 4), date(2026, 12, 3)) in fact.ran
    assert [ran.clock for ran in fact.ran].count("stage-2") == 1
    said = str(asdict(fact)).casefold()
    assert "planted" not in said and "amina" not in said and "worker never comes" not in said


def test_it_is_counted_in_the_period_in_which_it_was_done(records, people):
    to_the_panel(records, people[Role.OFFICER].id)
    january = Period(date(2027, 1, 1), date(2027, 1, 31))
    got = count(found(records, people[Role.MANAGER], january), january, TODAY)
    assert {measure: dict(some) for measure, some in got.items() if some} == {
        Measure.BEGUN: {"review-panel": 1},
        Measure.STAGE_2_TIME: {Kept.LATE: 1},
        Measure.STAGE_2_OUTCOME: {"upheld": 1},
    }
    march = Period(date(2027, 3, 1), date(2027, 3, 31))
    got = count(found(records, people[Role.MANAGER], march, date(2027, 4, 1)), march, date(2027, 4, 1))
    assert got[Measure.PANEL_TIME] == {Kept.USUAL: 1}


def test_what_is_late_is_found_though_nothing_was_done_in_the_period(records, people):
    came(records)
    january = Period(date(2027, 1, 1), date(2027, 1, 31))
    got = count(found(records, people[Role.MANAGER], january), january, TODAY)
    assert got[Measure.STAGE_1_TIME] == {Kept.OVERDUE: 1} and not got[Measure.KIND]
    assert found(records, people[Role.MANAGER], Period(date(2026, 1, 1), date(2026, 2, 1))) == []


def test_a_council_counts_its_own_and_no_robots(records, people):
    came(records, council="liverpool")
    held = came(records)
    with records.writing() as db:
        holding.hold(db, held.id, "sefton", Why.TOO_FAST, SUNDAY)
    assert [found(records, viewer) for viewer in people.values()] == [[], [], []]


def test_what_is_kept_from_an_officer_counts_and_not_for_them(records, people):
    came(records, for_manager_only=True)
    told = to_the_panel(records, people[Role.OFFICER].id)
    kept = KeptFrom(frozenset({people[Role.MANAGER].id, people[Role.OFFICER].id}), frozenset())
    with records.writing() as db:
        readers.choose(db, told.id, kept, people[Role.MANAGER], SUNDAY)
    assert {role: len(found(records, viewer)) for role, viewer in people.items()} == {
        Role.OFFICER: 0, Role.MANAGER: 2, Role.AUDITOR: 2,
    }  # fmt: skip


def closed(records, people, **facts):
    told = came(records, **facts)
    goes(
        records, told, people[Role.OFFICER].id,
        (Key.STAGE_1_ANSWERED, "2026-12-03", {"points": POINTS}),
        (Key.CLOSED, "2026-12-04", {"undertakings": PROMISED}),
        (Key.PROMISE_DONE, "2027-01-02", {"undertaking": 0}),
    )  # fmt: skip
    return told


def test_what_was_promised_and_what_was_done_of_it(records, people):
    closed(records, people)
    [fact] = found(records, people[Role.MANAGER])
    made = date(2026, 12, 4)
    assert fact.promised == (Promised(made, date(2027, 1, 4), date(2027, 1, 2)), Promised(made, TODAY))
    with records.reading() as db:
        lines = learned(db, people[Role.MANAGER], YEAR)
        assert learned(db, people[Role.MANAGER], Period(TODAY, TODAY)) == []
    assert [(one.words, one.who, one.by, one.done_on) for one in lines] == [
        ("A visit each week", "The team manager", date(2027, 1, 4), date(2027, 1, 2)), ("B", "C", TODAY, None),
    ]  # fmt: skip


def test_the_words_of_a_promise_are_for_whoever_may_read_it(records, people):
    told = closed(records, people)
    with records.writing() as db:
        kept = KeptFrom(frozenset({people[Role.OFFICER].id}), frozenset())
        readers.choose(db, told.id, kept, people[Role.MANAGER], SUNDAY)
        assert learned(db, people[Role.OFFICER], YEAR) == []
        assert len(learned(db, people[Role.MANAGER], YEAR)) == 2


def test_no_more_promises_are_read_out_than_somebody_reads(records, people):
    many = tuple(Undertaking(f"{number:03}", "C", TODAY) for number in range(MOST + 5))
    told = came(records, kind=Kind.COMMENT, answer_due_on=None)
    goes(records, told, people[Role.OFFICER].id)
    with records.writing() as db:
        officer = people[Role.OFFICER].id
        moves.add(
            db, told.id, Stage.RESOLVED, SUNDAY, TODAY, officer, key=Key.CLOSED, said=Said(undertakings=many)
        )  # fmt: skip
        assert len(learned(db, people[Role.MANAGER], YEAR)) == MOST + 1
