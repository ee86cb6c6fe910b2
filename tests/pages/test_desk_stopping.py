"""A child asked to stop: an officer speaks with them first. And a new code for somebody who lost theirs."""

import re
from datetime import date

import pytest

from app.model.event import Task, What
from app.model.follow_up_code import parse_code
from app.model.representation import SafeContact, Way
from app.model.stage import Stage
from app.records import events, moves, representations, tasks, visits
from tests.pages.at_the_desk import acts, again, arrived, signed_in

SPOKE = {"spoke": "y", "spoken_on": "2026-11-22"}


@pytest.fixture
def ann(app):
    return signed_in(app, "ann@example.org", name="Ann Example")


@pytest.fixture
def asked(app, ann, house, clock):
    """Recorded, and then the child asks to stop."""
    told = arrived(app, contact=SafeContact(way=Way.LETTER, where="1 Example Road"))
    ann.send(f"/desk/representations/{told.id}/record", {"contact": "team", "answer_due_on": "2026-12-04"})
    with house.records.writing() as db:
        events.add(db, told.id, What.ASKED_TO_STOP, clock())
    return told


def path_of(told) -> str:
    return f"/desk/representations/{told.id}/stop"


def test_stops_when_the_young_person_says_so(app, ann, asked, house):
    page = ann.send(path_of(asked), SPOKE | {"said": "stops"})
    assert "It has stopped" in page.text
    assert again(app, asked).stage is Stage.WITHDRAWN
    with house.records.reading() as db:
        assert moves.of(db, asked.id)[-1].moved_on == date(2026, 11, 22)
        assert events.of(db, asked.id)[-1].what is What.STOPPED
        confirm = [task for task in tasks.of(db, asked.id) if task.what is Task.CONFIRM_STOPPED]
    assert [task.due_on for task in confirm] == [date(2026, 11, 25)]
    assert ("stopped", asked.id) in acts(app)
    assert "Write a letter that it has stopped" in ann.get_page("/desk/").text


def test_goes_on_when_the_young_person_says_so(app, ann, asked):
    ann.send(path_of(asked), SPOKE | {"said": "goes-on"})
    assert again(app, asked).stage is Stage.LOCAL_RESOLUTION
    assert "Asks to stop: speak" not in ann.get_page("/desk/").text
    assert ("goes-on", asked.id) in acts(app)


TO_MEND = (
    ({"spoken_on": "2026-11-22", "said": "stops"}, "Speak with the young person first"),
    ({"spoke": "y", "spoken_on": "2026-11-23", "said": "stops"}, "has not come yet"),
    ({"spoke": "y", "spoken_on": "2026-11-01", "said": "stops"}, "before it came"),
    ({"spoke": "y", "spoken_on": "x", "said": "stops"}, "Give a day"),
    (SPOKE, "Choose what they said"),
)


def test_nothing_stops_until_somebody_has_spoken_with_them(app, ann, asked):
    for fields, says in TO_MEND:
        assert says in ann.send(path_of(asked), fields, status=422).text
        assert again(app, asked).stage is Stage.LOCAL_RESOLUTION


def test_pressed_twice_it_stops_once(app, ann, asked, house):
    token = ann.get_page(path_of(asked)).csrf_token
    for _ in range(2):
        ann.post(path_of(asked), SPOKE | {"said": "stops", "csrf_token": token})
    with house.records.reading() as db:
        assert [move.stage for move in moves.of(db, asked.id)].count(Stage.WITHDRAWN) == 1


def test_nobody_is_stopped_who_did_not_ask(app, ann):
    told = arrived(app)
    page = ann.get_page(path_of(told))
    assert "Record it first" in page.text
    ann.send(f"/desk/representations/{told.id}/record", {"contact": "team", "answer_due_on": "2026-12-04"})
    token = ann.get_page("/desk/").csrf_token
    ann.post(path_of(told), SPOKE | {"said": "stops", "csrf_token": token})
    assert again(app, told).stage is Stage.LOCAL_RESOLUTION


def code_on(page) -> str:
    return parse_code(re.search(r"(?:\d{4} ?){4}", page.text)[0])


def test_a_new_code_opens_it_and_the_old_one_and_its_visitor_are_shut_out(app, ann, house, clock):
    told = arrived(app)
    path = f"/desk/representations/{told.id}/code"
    old = code_on(ann.send(path, {"sure": "y"}))
    with house.records.writing() as db:
        assert representations.find_by_code(db, old, "sefton").id == told.id
        visit = visits.begin(db, told.id, clock())

    assert "stops working" in ann.get_page(path).text
    new = code_on(ann.send(path, {"sure": "y"}))

    with house.records.writing() as db:
        assert representations.find_by_code(db, old, "sefton") is None
        assert representations.find_by_code(db, new, "sefton").id == told.id
        assert visits.find(db, visit, clock()) is None
        assert [event.what for event in events.of(db, told.id)].count(What.NEW_CODE) == 2
    assert acts(app).count(("new-code", told.id)) == 2
    assert new not in ann.get_page(f"/desk/representations/{told.id}").text.replace(" ", "")


def test_no_code_is_made_by_somebody_who_is_not_sure(app, ann):
    told = arrived(app)
    page = ann.send(f"/desk/representations/{told.id}/code", {}, status=422)
    assert "when you are sure" in page.text
    assert not [act for act in acts(app) if act[0] == "new-code"]


def test_a_code_pressed_twice_is_made_once_and_both_pages_show_it(app, ann, house, clock):
    told = arrived(app)
    path = f"/desk/representations/{told.id}/code"
    page = ann.get_page(path)
    fields = {"sure": "y", "once": page.field("once").get("value"), "csrf_token": page.csrf_token}
    first, second = (code_on(ann._page(ann.post(path, fields), 200)) for _press in range(2))

    assert first == second
    with house.records.reading() as db:
        assert representations.find_by_code(db, first, "sefton").id == told.id
        assert [event.what for event in events.of(db, told.id)].count(What.NEW_CODE) == 1
    assert acts(app).count(("new-code", told.id)) == 1

    other = code_on(ann.send(path, {"sure": "y"}))
    assert other != first
    assert ann.post(path, fields).status_code == 303, "the old page shows a code that works no more"


def test_a_code_is_not_shown_again_later(app, ann, clock):
    path = f"/desk/representations/{arrived(app).id}/code"
    page = ann.get_page(path)
    fields = {"sure": "y", "once": page.field("once").get("value"), "csrf_token": page.csrf_token}
    ann.post(path, fields)
    clock.move_on(minutes=6)
    assert ann.post(path, fields).status_code == 303


def test_two_officers_pages_make_two_codes_whatever_they_say(app, ann, house):
    told = arrived(app)
    path = f"/desk/representations/{told.id}/code"
    bob = signed_in(app, "bob@example.org")
    codes = {code_on(one.send(path, {"sure": "y", "once": "same"})) for one in (ann, bob)}
    assert len(codes) == 2
