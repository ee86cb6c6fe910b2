"""Passkeys: made at the desk, and let in by; every answer that is not quite right lets nobody in."""

import pytest

from app.records import officers
from tests.page_client import PageClient
from tests.pages.at_the_desk import acts, officer, sign_in
from tests.pages.soft_passkey import PRESENT, SoftPasskey

REFUSED = "did not let you in"


@pytest.fixture
def ann(app):
    return officer(app, "ann@example.org", name="Ann Example")


@pytest.fixture
def key(app, ann) -> SoftPasskey:
    """Ann's, made at the desk."""
    key, client = SoftPasskey(), PageClient(app)
    sign_in(client, ann.email)
    assert "Your passkey is kept" in make(client, key).text
    return key


def make(client: PageClient, key: SoftPasskey, name: str = "Work laptop"):
    token = client.get_page("/desk/you").csrf_token
    answer = key.create(client.get("/desk/you/passkeys").json)
    sent = client.post("/desk/you/passkeys", {"csrf_token": token, "answer": answer, "name": name})
    return client.get_page(sent.location)


def ask(client: PageClient) -> dict:
    return client.get("/desk/sign-in/passkey").json


def give(client: PageClient, answer: str):
    token = client.get_page("/desk/sign-in").csrf_token
    sent = client.post("/desk/sign-in/passkey", {"csrf_token": token, "answer": answer})
    return client.get_page(sent.location)


def test_a_passkey_lets_in_by_itself(app, client, key):
    assert give(client, key.get(ask(client))).heading == "Today"
    assert [act for act, _id in acts(app)] == ["signed-in", "passkey-added", "signed-in-by-passkey"]
    assert "Work laptop" in client.get_page("/desk/you").text


def test_the_question_says_nobodys_name_and_asks_who_holds_the_key(client, key):
    question = ask(client)
    assert question["rpId"] == "localhost"
    assert question["userVerification"] == "required"
    assert not question.get("allowCredentials")


@pytest.mark.parametrize(
    "wrong",
    [{"origin": "https://evil.example"}, {"host": "evil.example"}, {"flags": PRESENT}, {"flags": 0}],
    ids=["another origin", "another host", "nobody asked who holds it", "nobody touched it"],
)
def test_an_answer_given_elsewhere_or_by_nobody_is_refused(client, key, wrong):
    for name, value in wrong.items():
        setattr(key, name, value)
    assert REFUSED in give(client, key.get(ask(client))).text
    assert client.get("/desk/").status_code == 303


def test_an_answer_is_to_this_question_and_once(app, client, key):
    old = key.get(ask(client))
    ask(client)
    assert REFUSED in give(client, old).text
    good = key.get(ask(client))
    assert give(client, good).heading == "Today"
    assert REFUSED in give(PageClient(app), good).text


def test_an_answer_that_comes_late_is_refused(client, clock, key):
    good = key.get(ask(client))
    clock.move_on(minutes=11)
    assert REFUSED in give(client, good).text


def test_another_key_under_its_name_is_refused(client, key):
    assert REFUSED in give(client, SoftPasskey(id=key.id).get(ask(client))).text
    assert REFUSED in give(client, SoftPasskey().get(ask(client))).text


def test_a_copy_that_counts_behind_is_refused(app, client, key):
    give(client, key.get(ask(client)))
    key.uses = 0
    assert REFUSED in give(PageClient(app), key.get(ask(client))).text


@pytest.mark.parametrize("answer", ["", "x", "[]", "{}", '{"id": 1}', "x" * 30_000, '{"id": "\\u0000"}', "null"])
def test_nonsense_is_refused(client, key, answer):
    ask(client)
    assert REFUSED in give(client, answer).text


def test_a_disabled_officers_key_opens_nothing(app, client, ann, key):
    with app.extensions["house"].records.writing() as db:
        officers.disable(db, ann.id)
    assert REFUSED in give(client, key.get(ask(client))).text


def test_one_that_was_taken_away_opens_nothing(app, client, ann, key):
    sign_in(client, ann.email)
    link = client.get_page("/desk/you").link("Take away")
    assert "opens nothing any more" in client.send(link, {}).text
    other = PageClient(app)
    assert REFUSED in give(other, key.get(ask(other))).text


def test_somebody_elses_cannot_be_taken_away_or_taken_over(app, client, ann, key):
    officer(app, "bo@example.org")
    sign_in(client, ann.email)
    link = client.get_page("/desk/you").link("Take away")
    bo = PageClient(app)
    sign_in(bo, "bo@example.org")
    token = bo.get_page("/desk/you").csrf_token
    assert bo.post(link, {"csrf_token": token}).status_code == 404
    assert "was not kept" in make(bo, key).text
    other = PageClient(app)
    assert "Ann Example" in give(other, key.get(ask(other))).text


def test_a_key_that_does_not_ask_who_holds_it_is_not_kept(app, client, ann):
    sign_in(client, ann.email)
    assert "was not kept" in make(client, SoftPasskey(flags=PRESENT)).text


def test_a_new_one_is_made_only_soon_after_signing_in(app, client, clock, ann):
    sign_in(client, ann.email)
    for _ in range(2):
        clock.move_on(minutes=14)
        page = client.get_page("/desk/you")
    link = page.link("Sign in again to make a passkey")
    assert client.get("/desk/you/passkeys").status_code == 403
    assert client.get("/desk/").status_code == 200
    assert "Sign in again first" in client.get_page(link).text


class TestAtAnAddressOfDigits:
    @pytest.fixture
    def environ(self, instance):
        return {"INSTANCE": str(instance), "SITE_URL": "http://127.0.0.1:8000"}

    def test_there_are_none(self, client, ann):
        assert "passkey" not in client.get("/desk/sign-in").text.replace("js/passkey", "")
        assert client.get("/desk/sign-in/passkey").location == "/desk/sign-in"
        sign_in(client, ann.email)
        assert client.get("/desk/you/passkeys").location == "/desk/you"
