"""The desk's list of what will be deleted, and when; and the legal hold that keeps something from it."""

from datetime import date

import pytest

from app.model.keeping import NOTICE
from app.model.london import start_of
from app.model.stage import Stage
from app.post import retention
from app.records import legal_holds, officers, readers, representations
from app.records.officers import Role
from app.records.readers import KeptFrom
from tests.pages.at_the_desk import acts, arrived, officer, sign_in, signed_in
from tests.post.over_and_done import ENDED_ON, OVER_ON, TOLD_AT, close

LISTED = OVER_ON - NOTICE
FACTS = {"received_at": TOLD_AT, "received_on": date(2020, 1, 6), "reference_due_on": date(2020, 1, 9)}


@pytest.fixture
def over(app, clock):
    """One that was settled nearly six years ago, on the list since today."""
    told = arrived(app, **FACTS, answer_due_on=None)
    with app.extensions["house"].records.writing() as db:
        close(db, told, ENDED_ON)
        representations.issue(db, told, "SEF", TOLD_AT, lambda letters: letters[3], "Team", "")
    clock.move_to(start_of(LISTED))
    ticks(app)
    return told


@pytest.fixture
def mo(app, clock):
    clock.move_to(start_of(LISTED))
    return signed_in(app, "mo@example.org", role=Role.MANAGER, name="Mo Manager")


def ticks(app) -> int:
    house = app.extensions["house"]
    wrong = []
    done = retention.see_to(house.records, house.library.councils, house.clock(), lambda *why: wrong.append(why))
    assert not wrong
    return done


def hold_path(told) -> str:
    return f"/desk/representations/{told.id}/legal-hold"


def presses(who, told, why: str, status: int = 200):
    page = who.get_page(hold_path(told))
    return who.send(hold_path(told), {"seen": page.field("seen").get("value") or "", "why": why}, status)


def test_a_manager_sees_what_goes_and_when(app, over, mo):
    page = mo.get_page("/desk/to-delete")
    assert "On the list 1" in page.text and "2 March 2026" in page.text and "6 January 2020" in page.text
    assert "6 years after the last thing done with it" in page.text
    assert over.words not in page.text and over.name not in page.text
    assert "It will be deleted on 2 March 2026" in mo.get_page(f"/desk/representations/{over.id}").text


def test_when_it_is_deleted_it_says_so_and_opens_no_more(app, over, mo, clock):
    clock.move_to(start_of(OVER_ON))
    assert ticks(app) == 1
    mo = signed_in(app, "max@example.org", role=Role.MANAGER)
    page = mo.get_page("/desk/to-delete")
    assert "Nothing is on the list" in page.text
    assert "SEF-" in page.text and "received 6 January 2020, deleted 2 March 2026" in page.text
    mo.get_page(f"/desk/representations/{over.id}", status=404)
    assert ("deleted", over.id) in acts(app)


def test_a_legal_hold_takes_it_off_the_list_until_it_is_lifted(app, over, mo):
    page = presses(mo, over, "A claim at court")
    assert "Nothing deletes this until it is lifted" in page.text
    assert "A legal hold is on it" in page.text and "A claim at court" in page.text and "Mo Manager" in page.text
    ticks(app)
    assert "Nothing is on the list" in mo.get_page("/desk/to-delete").text
    assert "A claim at court" in mo.get_page(hold_path(over)).text
    page = presses(mo, over, "The claim is settled")
    assert "is lifted" in page.text and "A claim at court" not in page.text
    ticks(app)
    assert "On the list 1" in mo.get_page("/desk/to-delete").text
    assert [act for act, id in acts(app) if id == over.id and act.startswith("h")] == ["held-legally", "hold-lifted"]


def test_what_is_kept_though_its_time_is_over_is_listed_with_the_reason(app, over, mo, clock):
    presses(mo, over, "A claim at court")
    clock.move_to(start_of(OVER_ON))
    ticks(app)
    page = signed_in(app, "max@example.org", role=Role.MANAGER).get_page("/desk/to-delete")
    assert "Kept, though its time is over 1" in page.text and "A legal hold is on it" in page.text


@pytest.mark.parametrize("why", ["", "   ", "x" * 501])
def test_a_hold_needs_a_reason(app, over, mo, why):
    presses(mo, over, why, status=422)
    with app.extensions["house"].records.reading() as db:
        assert legal_holds.of(db, over.id) == []


def test_a_page_that_is_out_of_date_changes_nothing(app, over, mo):
    """Two managers at once, and one press twice."""
    presses(mo, over, "A claim at court")
    page = mo.send(hold_path(over), {"seen": "", "why": "Another"})
    assert "somebody was quicker" in page.text
    with app.extensions["house"].records.reading() as db:
        assert [one.why for one in legal_holds.of(db, over.id)] == ["A claim at court"]
    assert [act for act, _id in acts(app)].count("held-legally") == 1


def test_an_officer_sees_the_hold_and_cannot_change_it(app, over, mo):
    presses(mo, over, "A claim at court")
    ann = signed_in(app, "ann@example.org")
    page = ann.get_page(f"/desk/representations/{over.id}")
    assert "A claim at court" in page.text and hold_path(over) not in page.html


def test_what_is_kept_from_a_manager_is_not_on_their_list(app, over, mo, clock):
    house = app.extensions["house"]
    other = officer(app, "max@example.org", role=Role.MANAGER)
    with house.records.writing() as db:
        [me] = [one for one in officers.of_council(db, "sefton") if one.email == "mo@example.org"]
        readers.choose(db, over.id, KeptFrom(frozenset({me.id}), frozenset()), other, house.clock())
    page = mo.get_page("/desk/to-delete")
    assert "Nothing is on the list" in page.text and "SEF-" not in page.text
    mo.get_page(hold_path(over), status=404)
    clock.move_to(start_of(OVER_ON))
    ticks(app)
    sign_in(mo, "mo@example.org")
    assert "Deleted last" not in mo.get_page("/desk/to-delete").text


def test_what_is_open_can_be_held_too(app, mo):
    told = arrived(app)
    presses(mo, told, "An inquiry")
    assert told.stage is Stage.RECEIVED
