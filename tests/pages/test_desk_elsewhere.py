"""Single sign-on, against a real OpenID Connect server on loopback."""

from urllib.parse import parse_qs, urlsplit

import pytest
import requests
from joserfc.jwk import OctKey, RSAKey

from app.records import officers
from tests.page_client import PageClient
from tests.pages.at_the_desk import acts, officer
from tests.pages.oidc_server import CLIENT, SECRET, OidcServer

ANN = {"email": "Ann@Example.org", "email_verified": True}


@pytest.fixture
def council(clock):
    server = OidcServer(clock)
    yield server
    server.close()


@pytest.fixture
def environ(instance, council):
    given = {"OIDC_ISSUER": council.issuer, "OIDC_CLIENT_ID": CLIENT, "OIDC_CLIENT_SECRET": SECRET}
    return {"INSTANCE": str(instance)} | given


@pytest.fixture
def ann(app):
    return officer(app, "ann@example.org", name="Ann Example")


def goes(client: PageClient, then: str = "") -> str:
    """To the council's own sign-in, as the browser goes; where it sends the browser back to."""
    away = client.get("/desk/sign-in/elsewhere", query_string={"then": then})
    back = requests.get(away.location, allow_redirects=False, timeout=10).headers["Location"]
    assert back.startswith("http://localhost:8000/desk/sign-in/back?")
    return back.removeprefix("http://localhost:8000")


def is_refused(client: PageClient, back: str, words: str = "did not tell us who you are") -> None:
    assert words in client.get_page(back).text
    assert client.get("/desk/").status_code == 303


def test_an_officer_signs_in_with_the_councils_account(app, client, council, ann):
    council.person = ANN
    link = client.get_page("/desk/sign-in").link("Sign in with your council’s account")
    assert link == "/desk/sign-in/elsewhere"
    answer = client.get(goes(client, "/desk/enter"))
    assert (answer.status_code, answer.location) == (303, "/desk/enter")
    assert client.get("/desk/").status_code == 200
    assert acts(app) == [("signed-in-elsewhere", "")]


def test_the_domain_that_entra_vouches_for_is_as_good(client, council, ann):
    council.person = {"email": "ann@example.org", "xms_edov": "1"}
    assert client.get(goes(client)).location == "/desk/"


@pytest.mark.parametrize(
    "person",
    [
        {"email": "ann@example.org"},
        {"email": "ann@example.org", "email_verified": False},
        {"email": "ann@example.org", "email_verified": "false", "xms_edov": False},
        {"preferred_username": "ann@example.org", "email_verified": True},
        {"email": ["ann@example.org"], "email_verified": True},
    ],
)
def test_an_address_that_nobody_vouches_for_lets_nobody_in(client, council, ann, person):
    council.person = person
    is_refused(client, goes(client))


def test_it_makes_nobody_an_officer_and_lets_no_disabled_one_in(app, client, council, ann):
    council.person = ANN | {"email": "bo@example.org"}
    is_refused(client, goes(client), "Your council knows you, but this desk does not")
    with app.extensions["house"].records.writing() as db:
        officers.disable(db, ann.id)
    council.person = ANN
    is_refused(client, goes(client), "Your council knows you, but this desk does not")
    with app.extensions["house"].records.reading() as db:
        assert [one.email for one in officers.everybody(db)] == ["ann@example.org"]


@pytest.mark.parametrize(
    "wrong",
    [
        {"iss": "https://evil.example"},
        {"aud": "another"},
        {"aud": [CLIENT, "another"], "azp": "another"},
        {"nonce": "another"},
        {"nonce": None},
        {"exp": 1},
        {"exp": None},
        {"sub": None},
    ],
    ids=str,
)
def test_an_id_token_with_a_wrong_claim_is_refused(client, council, ann, wrong):
    council.person, council.wrong = ANN, wrong
    is_refused(client, goes(client))


def test_one_signed_with_another_key_is_refused(client, council, ann):
    council.person, council.signing = ANN, RSAKey.generate_key(2048, {"kid": "first"})
    is_refused(client, goes(client))


@pytest.mark.parametrize(("algorithm", "key"), [("none", None), ("HS256", SECRET)])
def test_one_that_is_not_signed_by_the_council_alone_is_refused(client, council, ann, algorithm, key):
    council.person, council.algorithm = ANN, algorithm
    council.signing = OctKey.import_key(key or "x" * 32)
    is_refused(client, goes(client))


def test_an_answer_is_taken_once(app, client, council, ann):
    council.person = ANN
    back = goes(client)
    assert client.get(back).location == "/desk/"
    client.send("/desk/sign-out", {}, page="/desk/")
    assert client.get(back).location == "/desk/sign-in"
    assert client.get("/desk/").status_code == 303


def test_somebody_elses_answer_signs_nobody_in(app, client, council, ann):
    """Whoever sends a link with their own answer in it does not make another browser theirs."""
    council.person = ANN
    back = goes(client)
    victim = PageClient(app)
    assert victim.get(back).location == "/desk/sign-in"
    goes(victim)
    is_refused(victim, back)


def test_an_answer_that_comes_late_is_not_taken(client, clock, council, ann):
    council.person = ANN
    back = goes(client)
    clock.move_on(minutes=11)
    assert client.get(back).location == "/desk/sign-in"


def test_somebody_who_said_no_is_told_so_kindly(client, council, ann):
    state = parse_qs(urlsplit(client.get("/desk/sign-in/elsewhere").location).query)["state"][0]
    is_refused(client, f"/desk/sign-in/back?error=access_denied&state={state}")


def test_a_code_that_was_stolen_is_worth_nothing_without_the_verifier(client, council, ann):
    council.person = ANN
    back = goes(client)
    [asked] = council.asked.values()
    asked["code_challenge"] = "of another browser"
    is_refused(client, back)


def test_a_sign_in_that_is_away_or_calls_itself_otherwise_is_said_so(client, council, ann, caplog):
    council.calls_itself = "https://evil.example"
    is_refused(client, "/desk/sign-in/elsewhere", "does not answer just now")
    council.close()
    is_refused(client, "/desk/sign-in/elsewhere", "does not answer just now")
    assert "OIDC_ISSUER" in caplog.text and "ann" not in caplog.text


def test_what_is_asked_holds_no_secret_and_none_is_in_the_cookie(client, council):
    asked = parse_qs(urlsplit(client.get("/desk/sign-in/elsewhere").location).query)
    assert {"state", "nonce", "code_challenge"} <= set(asked)
    with client.browser.session_transaction() as session:
        held = dict(session)
    assert set(held) == {"asked-elsewhere"}
    assert not {asked["state"][0], asked["nonce"][0]} & set(held.values())


def test_without_its_settings_nothing_speaks_of_it(read_only_site):
    client = read_only_site.test_client()
    assert "council’s account" not in client.get("/desk/sign-in").text
    assert client.get("/desk/sign-in/elsewhere").location == "/desk/sign-in"
