"""The second step of signing in: six digits, recovery codes, and setting them up."""

import re

import pytest
from passlib.totp import TOTP

from app.records import desk_sessions, second_steps
from tests.page_client import PageClient
from tests.pages.at_the_desk import PASSWORD, acts, officer, sign_in
from tests.pages.production import in_production

SECRET = "JBSWY3DPEHPK3PXP" * 2
CODES = ["2222-3333-4444", "5555-6666-7777"]
CODE = re.compile(r"\b[2-9a-z]{4}-[2-9a-z]{4}-[2-9a-z]{4}\b")


@pytest.fixture
def ann(app):
    """An officer with an app on her phone, and two recovery codes."""
    ann = officer(app, "ann@example.org", name="Ann Example")
    with app.extensions["house"].records.writing() as db:
        second_steps.keep(db, ann.id, SECRET, 0, app.extensions["house"].clock())
        second_steps.keep_codes(db, ann.id, CODES)
    return ann


def shown_by_the_app(clock, secret: str = SECRET) -> str:
    return TOTP(key=secret, format="base32").generate(time=clock.now).token


def give(client: PageClient, digits: str, status: int = 200):
    return client.send("/desk/sign-in/second-step", {"digits": digits}, status)


def test_a_password_alone_opens_nothing(app, client, ann):
    assert sign_in(client, ann.email).heading == "The second step"
    for path in ("/desk/", "/desk/you", "/desk/enter", "/desk/still-here"):
        assert client.get(path).location.startswith("/desk/sign-in"), path
    assert client.get("/desk/second-step").location == "/desk/sign-in/second-step"
    assert acts(app) == []


def test_the_digits_let_in_and_lead_where_they_wanted_to_be(app, client, clock, ann):
    page = client.get_page("/desk/enter")
    fields = {"email": ann.email, "password": PASSWORD, "then": page.field("then").get("value")}
    answer = client.post("/desk/sign-in", {"csrf_token": page.csrf_token, **fields})
    page = client.get_page(answer.location)
    facts = {"csrf_token": page.csrf_token, "digits": shown_by_the_app(clock), "then": page.field("then").get("value")}
    assert client.post("/desk/sign-in/second-step", facts).location == "/desk/enter"
    assert acts(app) == [("signed-in", "")]


def test_digits_typed_with_a_gap_are_taken(client, clock, ann):
    sign_in(client, ann.email)
    shown = shown_by_the_app(clock)
    assert give(client, f" {shown[:3]} {shown[3:]} ").heading == "Today"


def test_digits_are_taken_once(app, client, clock, ann):
    sign_in(client, ann.email)
    give(client, shown_by_the_app(clock))
    other = PageClient(app)
    sign_in(other, ann.email)
    assert "have been used" in give(other, shown_by_the_app(clock), 422).text


@pytest.mark.parametrize("minutes", [-3, 3])
def test_digits_of_another_time_are_not_taken(client, clock, ann, minutes):
    sign_in(client, ann.email)
    clock.move_on(minutes=minutes)
    old = shown_by_the_app(clock)
    clock.move_on(minutes=-minutes)
    give(client, old, 422)


@pytest.mark.parametrize("typed", ["123456", "no digits", "٠١٢٣٤٥", "\0", "9" * 60, "-"])
def test_wrong_ones_are_said_to_be_wrong(client, ann, typed):
    sign_in(client, ann.email)
    assert "Try again" in give(client, typed, 422).text
    assert client.get("/desk/").status_code == 303


def test_guesses_are_slowed_and_then_even_the_right_ones_wait(client, clock, ann):
    sign_in(client, ann.email)
    for _ in range(5):
        give(client, "000000", 422)
    page = give(client, shown_by_the_app(clock), 429)
    assert "Wait a quarter of an hour" in page.text


def test_the_second_step_is_ten_minutes_and_no_longer(client, clock, ann):
    sign_in(client, ann.email)
    clock.move_on(minutes=11)
    assert client.get("/desk/sign-in/second-step").location == "/desk/sign-in"


def test_a_recovery_code_lets_in_once_however_it_is_typed(app, client, ann):
    sign_in(client, ann.email)
    page = give(client, "2222 3333 4444 ")
    assert page.heading == "Today" and "used up" in page.text
    assert "1 recovery code is left" in client.get_page("/desk/you").text
    other = PageClient(app)
    sign_in(other, ann.email)
    give(other, CODES[0], 422)
    assert acts(app) == [("signed-in-by-recovery-code", "")]


def test_somebody_elses_recovery_code_lets_nobody_in(app, client, ann):
    bo = officer(app, "bo@example.org")
    with app.extensions["house"].records.writing() as db:
        second_steps.keep_codes(db, bo.id, ["8888-9999-aaaa"])
    sign_in(client, ann.email)
    give(client, "8888-9999-aaaa", 422)


def test_setting_it_up_needs_the_right_digits_first(app, client, clock):
    bo = officer(app, "bo@example.org")
    sign_in(client, bo.email)
    secret = secret_on(client.get_page("/desk/second-step"))
    assert secret_on(client.send("/desk/second-step", {"digits": "000000"}, 422)) == secret
    with app.extensions["house"].records.reading() as db:
        assert second_steps.find(db, bo.id) is None
    page = client.send("/desk/second-step", {"digits": shown_by_the_app(clock, secret)})
    assert page.heading == "Your recovery codes"
    assert len(set(CODE.findall(page.text))) == 10
    assert [act for act, _id in acts(app)] == ["signed-in", "second-step-set", "signed-in", "recovery-codes-made"]

    other = PageClient(app)
    assert sign_in(other, bo.email).heading == "The second step"
    assert give(other, CODE.findall(page.text)[0]).heading == "Today"


def test_new_recovery_codes_end_the_old_ones(app, client, clock, ann):
    sign_in(client, ann.email)
    give(client, shown_by_the_app(clock))
    page = client.send("/desk/you/recovery-codes", {}, page="/desk/you")
    assert not set(CODE.findall(page.text)) & set(CODES)
    with app.extensions["house"].records.writing() as db:
        assert not second_steps.take_code(db, ann.id, CODES[0])


def test_what_changes_how_they_sign_in_is_asked_anew_after_a_while(app, client, clock, ann):
    sign_in(client, ann.email)
    give(client, shown_by_the_app(clock))
    page = client.get_page("/desk/you")
    clock.move_on(minutes=14)
    client.get("/desk/")
    clock.move_on(minutes=14)
    answer = client.post("/desk/you/second-step-off", {"csrf_token": page.csrf_token})
    assert answer.location.startswith("/desk/sign-in")
    with app.extensions["house"].records.reading() as db:
        assert second_steps.find(db, ann.id)


def test_in_development_it_can_be_turned_off(app, client, clock, ann):
    sign_in(client, ann.email)
    give(client, shown_by_the_app(clock))
    client.send("/desk/you/second-step-off", {}, page="/desk/you")
    other = PageClient(app)
    assert sign_in(other, ann.email).heading == "Today"


def test_nothing_of_it_lies_in_the_open(app, instance, ann):
    kept = b"".join(path.read_bytes() for path in instance.glob("records.db*"))
    assert SECRET.encode() not in kept and CODES[0].encode() not in kept


def test_whoever_is_disabled_between_the_steps_is_out(app, client, clock, ann):
    sign_in(client, ann.email)
    with app.extensions["house"].records.writing() as db:
        desk_sessions.end_all(db, ann.id, clock.now)
    assert client.get("/desk/sign-in/second-step").location == "/desk/sign-in"


def secret_on(page) -> str:
    return next(page.root.all("code")).text.replace(" ", "")


class TestInProduction:
    @pytest.fixture
    def environ(self, instance, tmp_path):
        return in_production(instance, tmp_path)

    def test_nobody_comes_in_without_a_second_step(self, app, client, clock):
        bo = officer(app, "bo@example.org")
        assert sign_in(client, bo.email).heading == "Set up the second step"
        for path in ("/desk/", "/desk/you", "/desk/you/passkeys", "/desk/you/password"):
            assert client.get(path).location.startswith("/desk/sign-in"), path
        assert client.get("/desk/sign-in/second-step").location == "/desk/second-step"
        secret = secret_on(client.get_page("/desk/second-step"))
        page = client.send("/desk/second-step", {"digits": shown_by_the_app(clock, secret)})
        assert page.heading == "Your recovery codes"
        assert client.get_page("/desk/").heading == "Today"

    def test_it_cannot_be_turned_off(self, app, client, clock, ann):
        sign_in(client, ann.email)
        give(client, shown_by_the_app(clock))
        page = client.send("/desk/you/second-step-off", {}, page="/desk/you")
        assert "The second step stays." in page.text and "Turn it off" not in page.text
