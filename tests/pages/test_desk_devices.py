"""Sessions on the server: what the cookie holds, and signing out on every device at once."""

import pytest
from sqlalchemy import select

from app.model.representation import Kind
from app.records.tables import desk_session
from tests.page_client import PageClient
from tests.pages.at_the_desk import acts, arrived, officer, sign_in


@pytest.fixture
def ann(app):
    return officer(app, "ann@example.org", name="Ann Example")


def browser_of(app, ann) -> PageClient:
    client = PageClient(app)
    sign_in(client, ann.email)
    return client


def test_the_cookie_holds_a_token_that_says_nothing(app, ann):
    client = browser_of(app, ann)
    with client.browser.session_transaction() as session:
        held = dict(session)
    assert set(held) == {"desk", "csrf_token"}
    assert len(held["desk"]) == 43 and ann.id not in str(held)
    with app.extensions["house"].records.reading() as db:
        assert held["desk"] not in db.execute(select(desk_session.c.id)).scalars().all()


def test_signing_out_on_all_devices(app, ann):
    laptop, phone = browser_of(app, ann), browser_of(app, ann)
    assert "signed in on 2 devices" in laptop.get_page("/desk/you").text
    page = laptop.send("/desk/you/everywhere", {}, page="/desk/you")
    assert "You have signed out on every device." in page.text
    assert laptop.get("/desk/").status_code == 303
    assert phone.get("/desk/").status_code == 303
    assert acts(app)[-1] == ("signed-out-everywhere", "")


def test_signing_out_leaves_the_other_device_in(app, ann):
    laptop, phone = browser_of(app, ann), browser_of(app, ann)
    laptop.send("/desk/sign-out", {}, page="/desk/")
    assert phone.get("/desk/").status_code == 200


def test_a_forged_press_signs_nobody_out(app, ann):
    client = browser_of(app, ann)
    client.post("/desk/you/everywhere")
    assert client.get("/desk/").status_code == 200


def test_the_session_is_another_after_signing_in_again(app, ann):
    client = browser_of(app, ann)
    before = client.browser.get_cookie("form").value
    client.send("/desk/sign-out", {}, page="/desk/")
    sign_in(client, ann.email)
    thief = PageClient(app)
    thief.browser.set_cookie("form", before)
    assert thief.get("/desk/").status_code == 303


def test_the_page_says_how_long_is_left_and_asking_goes_on(app, clock, ann):
    client = browser_of(app, ann)
    assert 'data-left="900"' in client.get("/desk/").text
    clock.move_on(minutes=14)
    assert client.get("/desk/still-here").text == "900"
    clock.move_on(minutes=14)
    assert client.get("/desk/still-here").status_code == 200
    clock.move_on(minutes=16)
    assert client.get("/desk/still-here").status_code == 303
    assert "data-left" not in client.get("/desk/sign-in").text


def test_what_was_typed_is_kept_when_signed_out_from_elsewhere(app, ann):
    laptop, phone = browser_of(app, ann), browser_of(app, ann)
    page = laptop.get_page("/desk/enter")
    phone.send("/desk/you/everywhere", {}, page="/desk/you")
    answer = laptop.post("/desk/enter", {"csrf_token": page.csrf_token, "words": "Nobody came on Monday."})
    assert answer.status_code == 303
    sign_in(laptop, ann.email)
    assert "Nobody came on Monday." in laptop.get_page("/desk/enter").html


def test_what_was_typed_where_it_only_can_be_sent_is_on_the_page_it_was_sent_from(app, clock, ann):
    """A form on somebody's page, with an address of its own."""
    told, client = arrived(app, kind=Kind.STOP), browser_of(app, ann)
    path = f"/desk/representations/{told.id}"
    token = client.get_page(path).csrf_token
    clock.move_on(minutes=16)
    typed, came_from = {"csrf_token": token, "reference": "SEF-2222-3333"}, {"Referer": f"http://localhost{path}"}
    answer = client.post(f"{path}/join", typed, headers=came_from)
    assert answer.location == f"/desk/sign-in?then={path}"
    assert "What you typed has been kept" in client.get_page("/desk/sign-in").text
    sign_in(client, ann.email)
    assert client.get_page(path).field("reference").get("value") == "SEF-2222-3333"
    elsewhere = {"Referer": "https://evil.example/desk/enter"}
    clock.move_on(minutes=16)
    assert client.post(f"{path}/join", typed, headers=elsewhere).location == "/desk/sign-in?then=/desk/"


def test_every_form_of_the_desk_gives_back_what_was_typed(app, clock, ann):
    told, client = arrived(app), browser_of(app, ann)
    path = f"/desk/representations/{told.id}/code"
    token = client.get_page(path).csrf_token
    clock.move_on(minutes=16)
    client.post(path, {"csrf_token": token, "sure": "y"})
    sign_in(client, ann.email)
    assert client.get_page(path).field("sure").attributes.keys() >= {"checked"}
