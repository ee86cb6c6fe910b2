"""Signing in, being signed out, and how the door behaves towards those who should not be there."""

import time

import pytest
from sqlalchemy import text

from app.records import officers
from tests.page_client import PageClient
from tests.pages.at_the_desk import PASSWORD, acts, arrived, officer, sign_in, signed_in

WRONG = "do not belong together"


@pytest.fixture
def ann(app):
    return officer(app, "ann@example.org", name="Ann Example")


def session_of(client: PageClient) -> dict:
    with client.browser.session_transaction() as session:
        return dict(session)


def test_an_officer_signs_in_and_out(app, client, ann):
    assert sign_in(client, " Ann@Example.org").heading == "Today"
    page = client.send("/desk/sign-out", {}, page="/desk/")
    assert page.heading == "Sign in to the desk"
    assert client.get("/desk/").status_code == 303
    assert [act for act, _id in acts(app)] == ["signed-in", "signed-out"]


def test_after_signing_in_they_are_where_they_wanted_to_be(app, client, ann):
    told = arrived(app)
    page = client.get_page(f"/desk/representations/{told.id}")
    assert page.heading == "Sign in to the desk"
    fields = {"email": ann.email, "password": PASSWORD, "then": page.field("then").get("value")}
    answer = client.post("/desk/sign-in", {"csrf_token": page.csrf_token, **fields})
    assert (answer.status_code, answer.location) == (303, f"/desk/representations/{told.id}")


@pytest.mark.parametrize(
    "then", ["https://evil.example/", "//evil.example", "/desk/../leave", "/desk/\n", "/desk//evil.example?", "desk"]
)
def test_nobody_is_sent_to_another_site(client, ann, then):
    page = client.get_page("/desk/sign-in")
    fields = {"csrf_token": page.csrf_token, "email": ann.email, "password": PASSWORD, "then": then}
    answer = client.post("/desk/sign-in", fields)
    assert (answer.status_code, answer.location) == (303, "/desk/")


@pytest.mark.parametrize(
    ("email", "password"),
    [("ann@example.org", "wrong"), ("nobody@example.org", PASSWORD), ("gone@example.org", PASSWORD), ("\0", "\0")],
    ids=["wrong password", "unknown", "disabled", "NUL"],
)
def test_the_answer_does_not_say_who_is_an_officer(app, client, ann, email, password):
    gone = officer(app, "gone@example.org")
    with app.extensions["house"].records.writing() as db:
        officers.disable(db, gone.id)
    page = sign_in(client, email, password, status=422)
    assert WRONG in page.text
    assert page.title.startswith("Error:")
    assert client.get("/desk/").status_code == 303


def test_an_unknown_address_takes_as_long_as_a_wrong_password(client, ann):
    def seconds(email: str) -> float:
        token = client.get_page("/desk/sign-in").csrf_token
        began = time.process_time()
        client.post("/desk/sign-in", {"csrf_token": token, "email": email, "password": "wrong"})
        return time.process_time() - began

    known, unknown = (sorted(seconds(email) for _ in range(5))[2] for email in (ann.email, "bo@example.org"))
    assert 0.5 < known / unknown < 2


def guess(client: PageClient, *emails: str, address: str = "127.0.0.1") -> list[int]:
    token = client.get_page("/desk/sign-in").csrf_token
    facts, where = {"csrf_token": token, "password": "wrong"}, {"REMOTE_ADDR": address}
    return [client.post("/desk/sign-in", facts | {"email": email}, environ_base=where).status_code for email in emails]


def test_guesses_for_one_account_are_slowed_and_others_may_still_come_in(app, client, ann):
    assert guess(client, *["ann@example.org"] * 10) == [422] * 10
    page = sign_in(client, "ann@example.org", status=429)
    assert "Wait a quarter of an hour" in page.text
    assert "Retry-After" in page.answer.headers
    officer(app, "bo@example.org")
    assert sign_in(client, "bo@example.org").heading == "Today"


def test_guesses_from_one_address_are_slowed(client):
    answers = guess(client, *(f"guess{number}@example.org" for number in range(31)))
    assert answers == [422] * 30 + [429]


def test_guesses_from_elsewhere_keep_no_officer_out(client, ann):
    assert guess(client, *[ann.email] * 11, address="192.0.2.7") == [422] * 10 + [429]
    assert sign_in(client, ann.email).heading == "Today"


def test_guesses_for_one_account_from_everywhere_are_slowed_in_the_end(client, ann, monkeypatch):
    monkeypatch.setattr("app.pages.desk.sign_in._find_account", lambda email, password: None)  # argon2 takes its time
    guesses = (guess(client, *[ann.email] * 10, address=f"192.0.2.{number}") for number in range(10))
    assert [answer for ten in guesses for answer in ten] == [422] * 100
    assert guess(client, ann.email) == [429]


def test_all_the_addresses_of_one_household_count_as_one(client):
    emails = [f"guess{number}@example.org" for number in range(30)]
    assert guess(client, *emails, address="2001:db8:1:2::1") == [422] * 30
    assert guess(client, "more@example.org", address="2001:db8:1:2:ffff::9") == [429]
    assert guess(client, "more@example.org", address="2001:db8:1:3::1") == [422]


def test_nobody_is_in_of_whom_the_trail_does_not_know(app, client, ann):
    token = client.get_page("/desk/sign-in").csrf_token
    with app.extensions["house"].records.writing() as db:
        db.execute(text("ALTER TABLE trail RENAME TO gone"))
    answer = client.post("/desk/sign-in", {"csrf_token": token, "email": ann.email, "password": PASSWORD})
    assert answer.status_code == 503
    assert "desk" not in session_of(client)


def test_signing_in_well_is_never_counted(app, ann):
    for _ in range(11):
        client = app.test_client()
        token = client.get("/desk/sign-in").text.split('name="csrf_token" value="')[1].split('"')[0]
        facts = {"csrf_token": token, "email": ann.email, "password": PASSWORD}
        assert client.post("/desk/sign-in", data=facts).location == "/desk/"


@pytest.mark.parametrize("minutes", [16, 60 * 24])
def test_idle_for_fifteen_minutes_is_signed_out(app, client, clock, ann, minutes):
    sign_in(client, ann.email)
    clock.move_on(minutes=minutes)
    assert "nothing happened for 15 minutes" in client.get_page("/desk/").text
    assert client.get("/desk/").status_code == 303


def test_whoever_is_busy_stays_in_for_eight_hours_and_no_longer(client, clock, ann):
    sign_in(client, ann.email)
    for _ in range(34):
        clock.move_on(minutes=14)
        assert client.get("/desk/").status_code == 200
    clock.move_on(minutes=14)
    assert client.get("/desk/").status_code == 303


def test_a_disabled_officer_is_out_at_once(app, client, ann):
    sign_in(client, ann.email)
    with app.extensions["house"].records.writing() as db:
        officers.disable(db, ann.id)
    assert client.get("/desk/").status_code == 303


def test_a_cookie_that_was_copied_is_worth_nothing_after_signing_out(app, client, ann):
    sign_in(client, ann.email)
    thief = PageClient(app)
    cookie = client.browser.get_cookie("form")
    thief.browser.set_cookie("form", cookie.value)
    assert thief.get("/desk/").status_code == 200
    client.send("/desk/sign-out", {}, page="/desk/")
    assert thief.get("/desk/").status_code == 303


def test_what_a_child_began_in_this_browser_outlives_an_officers_visit(client, clock, ann):
    childs = {"drafts": {"sefton": "token"}, "sent": {"sefton": "token"}, "visit": "token"}
    with client.browser.session_transaction() as session:
        session.update(childs)
    sign_in(client, ann.email)
    client.send("/desk/sign-out", {}, page="/desk/")
    assert {key: session_of(client).get(key) for key in childs} == childs
    sign_in(client, ann.email)
    clock.move_on(hours=1)
    client.get_page("/desk/")
    after = session_of(client)
    assert {key: after.get(key) for key in childs} == childs
    assert set(after) <= {*childs, "csrf_token"}


def test_a_token_planted_before_signing_in_is_worth_nothing_after(app, client, ann):
    planted = client.get_page("/desk/sign-in").csrf_token
    sign_in(client, ann.email)
    answer = client.post("/desk/enter", {"csrf_token": planted})
    assert answer.status_code == 400


def test_a_forged_sign_in_is_asked_to_be_sent_again(client, ann):
    answer = client.post("/desk/sign-in", {"email": ann.email, "password": PASSWORD})
    assert answer.status_code == 400
    assert "press again" in answer.text
    assert ann.email in answer.text
    assert PASSWORD not in answer.text
    assert client.get("/desk/").status_code == 303


def test_a_forged_sign_out_signs_nobody_out(app):
    client = signed_in(app, "ann@example.org")
    client.post("/desk/sign-out")
    assert client.get("/desk/").status_code == 200
