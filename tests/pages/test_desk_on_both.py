"""The desk on SQLite and on PostgreSQL: a whole day's work, and two officers at the same moment."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from sqlalchemy import func, select

from app.model.event import What
from app.model.representation import SafeContact, Way
from app.records import challenges, desk_sessions, events, moves, new_passwords, tasks
from app.records.tables import letter, representation
from tests.page_client import PageClient
from tests.pages.at_the_desk import acts, again, arrived, officer, sign_in, signed_in
from tests.pages.soft_passkey import SoftPasskey
from tests.pages.test_desk_enter import BY_PHONE
from tests.pages.test_desk_passkeys import ask as ask_for_passkey
from tests.pages.test_desk_passkeys import give as give_answer
from tests.pages.test_desk_passkeys import make as make_passkey
from tests.pages.test_desk_passwords import NEW as NEW_PASSWORD
from tests.pages.test_desk_passwords import ask as ask_for_password
from tests.pages.test_desk_passwords import choose as choose_password
from tests.pages.test_desk_passwords import link_in
from tests.pages.test_desk_second_step import CODE as RECOVERY_CODE
from tests.pages.test_desk_second_step import give as give_digits
from tests.pages.test_desk_second_step import secret_on, shown_by_the_app

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


def test_every_way_to_sign_in(app, house, clock):
    """A password by letter, a second step, a recovery code, a passkey, and signing out on all devices."""
    ann, client, key = officer(app, "ann@example.org"), PageClient(app), SoftPasskey()
    ask_for_password(client, ann.email)
    choose_password(client, link_in(app))
    sign_in(client, ann.email, NEW_PASSWORD)
    secret = secret_on(client.get_page("/desk/second-step"))
    page = client.send("/desk/second-step", {"digits": shown_by_the_app(clock, secret)})
    assert "Your passkey is kept" in make_passkey(client, key).text
    by_code = PageClient(app)
    sign_in(by_code, ann.email, NEW_PASSWORD)
    assert give_digits(by_code, RECOVERY_CODE.findall(page.text)[0]).heading == "Today"
    by_digits = PageClient(app)
    clock.move_on(minutes=1)
    sign_in(by_digits, ann.email, NEW_PASSWORD)
    assert give_digits(by_digits, shown_by_the_app(clock, secret)).heading == "Today"
    by_key = PageClient(app)
    assert give_answer(by_key, key.get(ask_for_passkey(by_key))).heading == "Today"
    by_key.send("/desk/you/everywhere", {}, page="/desk/you")
    assert {browser.get("/desk/").status_code for browser in (client, by_code, by_digits, by_key)} == {303}
    clock.move_on(days=2)
    with house.records.writing() as db:
        assert desk_sessions.forget_old(db, clock.now) and new_passwords.forget_old(db, clock.now) == 0
        challenges.forget_old(db, clock.now)


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


def test_the_same_message_pressed_four_times_at_once_is_sent_once(app, house):
    ann, told = (
        signed_in(app, "ann@example.org"),
        arrived(app, contact=SafeContact(way=Way.EMAIL, where="r@example.org")),
    )
    path = f"/desk/representations/{told.id}/messages"
    page = ann.get_page(path)
    fields = {name: page.field(name).get("value") for name in ("csrf_token", "once", "seen")} | {"words": "Hello"}

    def press(_number: int) -> int:
        tab = app.test_client()
        tab.set_cookie("form", ann.browser.get_cookie("form").value)
        return tab.post(path, data=fields).status_code

    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(press, range(4))) == [303] * 4
    with house.records.reading() as db:
        assert [event.what for event in events.of(db, told.id)] == [What.RECEIVED, What.WRITTEN]
        assert db.execute(select(func.count()).select_from(letter)).scalar_one() == 1


def test_of_four_officers_who_write_at_the_same_moment_three_are_shown_what_one_wrote(app, house):
    told = arrived(app)
    browsers = [signed_in(app, f"{name}@example.org", name=name) for name in ("ann", "bo", "cy", "di")]
    path = f"/desk/representations/{told.id}/messages"
    pages = [browser.get_page(path) for browser in browsers]

    def press(number: int) -> int:
        page = pages[number]
        fields = {name: page.field(name).get("value") for name in ("csrf_token", "once", "seen")}
        return browsers[number].post(path, fields | {"words": f"Hello from {number}"}).status_code

    with ThreadPoolExecutor(4) as pool:
        assert sorted(pool.map(press, range(4))) == [303, 409, 409, 409]
    with house.records.reading() as db:
        assert [event.what for event in events.of(db, told.id)].count(What.WRITTEN) == 1
