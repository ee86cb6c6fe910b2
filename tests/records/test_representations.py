"""Representations: kept as they were told, once, and opened only for their council."""

import random
import threading
from dataclasses import replace
from datetime import date

import pytest
from sqlalchemy import select, update
from sqlalchemy.exc import IntegrityError

from app.model.event import What
from app.model.representation import (
    Account,
    Answer,
    CameBy,
    IfAnother,
    Kind,
    OnBehalfOf,
    Onward,
    SafeContact,
    Telling,
    Way,
)
from app.model.stage import Stage
from app.model.topic import Topic
from app.records import events, representations
from app.records.representations import NoSuchRepresentation
from app.records.tables import representation as table
from app.records.vault import CannotOpen
from tests.records.shelf import AWKWARD, SUNDAY, amina, days, everything_in, open_shelf

SENDING, CODE, OTHER_CODE = "a" * 64, "4821093755621408", "4821093755621409"
CHOOSE = random.Random(22).choice


@pytest.fixture
def records(any_database_url):
    records = open_shelf(any_database_url)
    yield records
    records.engine.dispose()


@pytest.fixture
def db(records):
    with records.writing() as db:
        yield db


def received(db, told=None, **more):
    told = told or amina()
    representations.receive(db, told, **more)
    return told


def test_what_was_told_comes_back_as_it_was(db):
    told = received(db)
    assert representations.get(db, told.id, "sefton") == told


def test_so_does_one_with_almost_nothing_in_it(db):
    told = received(
        db,
        amina(
            kind=Kind.COMPLIMENT,
            account=Account(),
            wish="",
            name="",
            telling=Telling.CHILD,
            on_behalf_of=OnBehalfOf(),
            contact=SafeContact(way=Way.CODE),
            came_by=CameBy.IN_PERSON,
            answer_due_on=None,
        ),
    )
    assert representations.get(db, told.id, "sefton") == told


def test_whatever_was_typed_comes_back_letter_for_letter(db):
    assert AWKWARD
    for words in AWKWARD:
        behalf, contact = OnBehalfOf(name=words), SafeContact(way=Way.PERSON, where=words)
        told = received(db, amina(words=words, wish=words, name=words, on_behalf_of=behalf, contact=contact))
        assert representations.get(db, told.id, "sefton") == told


def test_its_history_begins_with_its_arrival(db):
    told = received(db)
    assert [(event.what, event.at) for event in events.of(db, told.id)] == [(What.RECEIVED, SUNDAY)]


def test_the_same_sending_again_is_refused_and_leaves_nothing_behind(records):
    told, again = amina(), amina(words="changed, and sent from the other tab")
    with records.writing() as db:
        received(db, told, sending=SENDING)
    with pytest.raises(IntegrityError), records.writing() as db:
        received(db, again, sending=SENDING)
    with records.reading() as db:
        assert representations.find_sent(db, SENDING) == told.id
        assert [one.id for one in representations.of_council(db, "sefton")] == [told.id]
        assert events.of(db, again.id) == []


def test_of_many_sendings_of_one_draft_at_once_exactly_one_is_kept(records):
    kept, refused = [], []

    def send():
        told = amina()
        try:
            with records.writing() as db:
                received(db, told, sending=SENDING)
        except IntegrityError:
            refused.append(told.id)
        else:
            kept.append(told.id)

    tabs = [threading.Thread(target=send) for _ in range(8)]
    for tab in tabs:
        tab.start()
    for tab in tabs:
        tab.join()

    assert (len(kept), len(refused)) == (1, 7)
    with records.reading() as db:
        assert representations.find_sent(db, SENDING) == kept[0]


def test_those_that_came_by_post_have_no_sending_and_no_code_and_do_not_collide(db):
    received(db)
    received(db)
    assert len(representations.of_council(db, "sefton")) == 2


def test_its_code_opens_it_and_no_other_does(db):
    told = received(db, code=CODE)

    assert representations.find_by_code(db, CODE, "sefton") == told
    assert representations.find_by_code(db, OTHER_CODE, "sefton") is None
    assert representations.find_by_code(db, "", "sefton") is None


def test_its_code_opens_nothing_at_another_council(db):
    received(db, code=CODE)
    assert representations.find_by_code(db, CODE, "liverpool") is None


def test_another_council_does_not_find_it(db):
    told = received(db)
    with pytest.raises(NoSuchRepresentation):
        representations.get(db, told.id, "liverpool")
    with pytest.raises(NoSuchRepresentation):
        representations.get(db, "0" * 32, "sefton")
    assert representations.of_council(db, "liverpool") == []


def test_words_copied_to_another_row_do_not_open(db):
    told, other = received(db), received(db)
    words = db.execute(select(table.c.words).where(table.c.id == told.id)).scalar_one()
    db.execute(update(table).where(table.c.id == other.id).values(words=words))
    with pytest.raises(CannotOpen):
        representations.get(db, other.id, "sefton")


def test_it_gets_one_reference_and_keeps_it(db):
    told = received(db)
    first = representations.issue(db, told, "SEF", SUNDAY, CHOOSE, "Complaints team", "0151 496 0000")
    issued = representations.get(db, told.id, "sefton")
    again = representations.issue(db, told, "SEF", SUNDAY + days(1), CHOOSE, "Sam Okafor", "0151 496 0001")
    found = representations.get(db, told.id, "sefton")

    assert first == again == found.reference
    assert (issued.issued_at, found.issued_at) == (SUNDAY, SUNDAY)
    assert (issued.contact_name, found.contact_name) == ("Complaints team", "Sam Okafor")
    assert found.contact_details == "0151 496 0001"


def test_a_reference_that_is_taken_is_not_given_twice(db):
    one, other = received(db), received(db)
    twice = iter("1111111" + "1111111" + "2222222")
    references = {
        representations.issue(db, told, "SEF", SUNDAY, lambda _letters: next(twice), "", "") for told in (one, other)
    }
    assert len(references) == 2


def test_it_is_issued_when_it_is_issued_however_late(db):
    told, late = received(db), SUNDAY + days(30)
    representations.issue(db, told, "SEF", late, CHOOSE, "", "")
    assert representations.get(db, told.id, "sefton").issued_at == late


def test_the_first_officer_to_record_it_stands(db):
    told = received(db)
    first = representations.mark_recorded(db, told.id, SUNDAY, None, date(2026, 12, 4), Stage.LOCAL_RESOLUTION)
    second = representations.mark_recorded(db, told.id, SUNDAY + days(1), None, None, Stage.INVESTIGATION)
    found = representations.get(db, told.id, "sefton")

    assert (first, second) == (True, False)
    assert (found.recorded_at, found.stage, found.answer_due_on) == (
        SUNDAY,
        Stage.LOCAL_RESOLUTION,
        date(2026, 12, 4),
    )


def test_what_nobody_has_recorded_comes_first_and_the_oldest_of_each(db):
    def came(days_ago, recorded=False):
        told = received(db, amina(received_at=SUNDAY - days(days_ago)))
        if recorded:
            representations.mark_recorded(db, told.id, SUNDAY, None, None, Stage.LOCAL_RESOLUTION)
        return told.id

    recorded_old, new, old = came(9, recorded=True), came(1), came(5)
    elsewhere = received(db, amina(council="liverpool", received_at=SUNDAY - days(7))).id

    assert [told.id for told in representations.of_council(db, "sefton")] == [old, new, recorded_old]
    assert [told.id for told in representations.waiting_to_be_recorded(db)] == [elsewhere, old, new]


@pytest.mark.parametrize("wrong", [{"kind": "grumble"}, {"telling": "neighbour"}, {"reference": "SEF-1"}])
def test_the_database_itself_refuses_what_cannot_be(records, wrong):
    with records.writing() as db:
        told = received(db)
    with pytest.raises(IntegrityError), records.writing() as db:
        db.execute(update(table).where(table.c.id == told.id).values(**wrong))


def test_a_stage_of_its_own_is_kept(db):
    told = received(db, replace(amina(), stage=Stage.INVESTIGATION, language="ur"))
    found = representations.get(db, told.id, "sefton")
    assert (found.stage, found.language) == (Stage.INVESTIGATION, "ur")


def test_all_that_was_said_comes_back_and_none_of_it_can_be_read_on_the_disk(records):
    planted = "planted-9f2c"
    told = amina(
        on_behalf_of=OnBehalfOf(
            name="Zofia", bond=planted, may_contact=Answer.NOT_SURE, how_to_contact=f"{planted} at school"
        ),
        contact=SafeContact(
            way=Way.CALL, where="1", when=planted, if_another=IfAnother.NOTHING, keep_from=f"{planted} never phone"
        ),
        safe=Answer.NO,
        urgent=True,
        topic=Topic.POLICE,
        for_manager_only=True,
        must_not_read=f"{planted} Mr Hollow",
        onward=Onward.UNHAPPY,
        reference_given=f"{planted} SEF",
        code_given=True,
        goes_with="a" * 32,
    )
    with records.writing() as db:
        representations.receive(db, told)
    with records.reading() as db:
        assert representations.get(db, told.id, "sefton") == told
    assert planted not in everything_in(records)


def test_what_is_said_later_only_ever_adds_a_warning(db):
    told = received(db)
    representations.warn_of(db, told, urgent=True, for_manager_only=False, must_not_read="")
    warned = representations.get(db, told.id, "sefton")
    assert warned == replace(told, urgent=True)
    representations.warn_of(db, warned, urgent=False, for_manager_only=True, must_not_read="Mr Hollow")
    named = representations.get(db, told.id, "sefton")
    assert named == replace(told, urgent=True, for_manager_only=True, must_not_read="Mr Hollow")
    representations.warn_of(db, named, urgent=False, for_manager_only=False, must_not_read="Ms Reed")
    assert representations.get(db, told.id, "sefton").must_not_read == "Mr Hollow\nMs Reed"


def test_a_reference_finds_only_its_own_councils(db):
    told = received(db)
    reference = representations.issue(db, told, "SEF", SUNDAY, CHOOSE, "", "")
    assert representations.find_by_reference(db, reference, "sefton") == told.id
    assert representations.find_by_reference(db, reference, "otherton") is None
