"""The desk on SQLite and on PostgreSQL: a whole day's work, and two officers at the same moment."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from sqlalchemy import func, select

from app.model.event import What
from app.model.representation import SafeContact, Way
from app.records import events, moves, tasks
from app.records.tables import representation
from tests.pages.at_the_desk import acts, again, arrived, signed_in
from tests.pages.test_desk_enter import BY_PHONE

RECORDED = {"contact": "team", "answer_due_on": "2026-12-04"}


@pytest.fixture
def environ(any_database_url, instance) -> dict[str, str]:
    if any_database_url.startswith("sqlite"):
        return {"INSTANCE": str(instance)}
    return {"INSTANCE": str(instance), "DATABASE_URL": any_database_url}


def test_a_days_work(app, house, clock):
    ann = signed_in(app, "ann@example.org", name="Ann Example")
    told = arrived(app, contact=SafeContact(way=Way.CALL, where="0151 496 0003"))
    path = f"/desk/representations/{told.id}"
    ann.get_page(path)
    ann.send(f"{path}/record", RECORDED)
    with house.records.reading() as db:
        [task] = tasks.to_do(db, "sefton")
    ann.send(f"/desk/tasks/{task.id}/done", {}, page="/desk/")
    ann.send(f"{path}/code", {"sure": "y"})
    with house.records.writing() as db:
        events.add(db, told.id, What.ASKED_TO_STOP, clock())
    ann.send(f"{path}/stop", {"spoke": "y", "spoken_on": "2026-11-22", "said": "stops"})
    ann.send("/desk/enter", BY_PHONE)
    ann.send("/desk/enter", BY_PHONE)
    ann.get_page("/desk/")
    done = [act for act, _about in acts(app) if act not in ("read", "signed-in")]
    assert done == ["recorded", "task-done", "new-code", "stopped", "entered"]


def test_two_officers_record_it_at_the_same_moment(app, house):
    told = arrived(app)
    browsers = [signed_in(app, f"{name}@example.org", name=name) for name in ("ann", "bo", "cy", "di")]
    path = f"/desk/representations/{told.id}/record"
    tokens = [browser.get_page(path).csrf_token for browser in browsers]

    def press(number: int) -> int:
        return browsers[number].post(path, RECORDED | {"csrf_token": tokens[number]}).status_code

    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(press, range(4))) == [303] * 4

    assert again(app, told).reference
    assert [act for act, _about in acts(app)].count("recorded") == 1
    with house.records.reading() as db:
        assert len(moves.of(db, told.id)) == 1
        assert [event.what for event in events.of(db, told.id)] == [What.RECEIVED, What.RECORDED]


def test_the_same_entered_from_four_tabs_at_once_is_one(app, house):
    ann = signed_in(app, "ann@example.org")
    token = ann.get_page("/desk/enter").csrf_token
    cookie = ann.browser.get_cookie("form").value

    def press(_number: int) -> int:
        tab = app.test_client()
        tab.set_cookie("form", cookie)
        return tab.post("/desk/enter", data=BY_PHONE | {"csrf_token": token}).status_code

    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(press, range(4))) == [303] * 4

    with house.records.reading() as db:
        assert db.execute(select(func.count()).select_from(representation)).scalar_one() == 1
