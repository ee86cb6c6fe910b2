"""Leave quickly: everything is forgotten, and the way out is never closed."""

import pytest
from sqlalchemy import select, text

from app.pages.leave import NEUTRAL
from app.records import drafts, representations, visits
from app.records.tables import draft, visit
from tests.records.shelf import SUNDAY, amina


@pytest.fixture
def left_lying(house, client) -> list[str]:
    """A browser in the middle of things: a draft in the form, one sent, one asking, and a visit."""
    told = amina()
    with house.records.writing() as db:
        representations.receive(db, told)
        tokens = [drafts.begin(db, council, SUNDAY).token for council in ("sefton", "liverpool", "sefton", "sefton")]
        looking = visits.begin(db, told.id, SUNDAY)
    with client.browser.session_transaction() as session:
        session["drafts"] = {"sefton": tokens[0], "liverpool": tokens[1]}
        session["sent"] = {"sefton": tokens[2]}
        session["asking"], session["visit"] = tokens[3], looking
    return tokens


def rows(house) -> tuple[int, int]:
    """How many drafts and visits there are."""
    with house.records.reading() as db:
        return tuple(len(db.execute(select(table)).all()) for table in (draft, visit))


def is_empty(client) -> bool:
    with client.browser.session_transaction() as session:
        return not session


def test_the_link_forgets_everything_and_goes_somewhere_neutral(client, house, left_lying):
    assert rows(house) == (4, 1)

    answer = client.get("/leave")

    assert (answer.status_code, answer.location) == (303, NEUTRAL)
    assert answer.headers["Cache-Control"] == "no-store"
    assert "form=;" in answer.headers["Set-Cookie"]
    assert rows(house) == (0, 0)
    assert is_empty(client)


def test_the_neutral_place_says_nothing_of_where_one_came_from():
    assert NEUTRAL.startswith("https://")
    assert "?" not in NEUTRAL


@pytest.mark.parametrize(
    "headers",
    [
        {"Sec-Fetch-Site": "same-origin"},
        {"Sec-Fetch-Site": "same-origin", "Origin": "https://elsewhere.example"},
        {"Origin": "http://localhost"},
    ],
)
def test_a_beacon_from_here_forgets_everything(client, house, left_lying, headers):
    answer = client.post("/leave", headers=headers)
    assert (answer.status_code, answer.data) == (204, b"")
    assert rows(house) == (0, 0)
    assert is_empty(client)


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
        {"Sec-Fetch-Site": "none", "Origin": "http://localhost"},
        {"Origin": "null"},
        {"Origin": "https://localhost.evil.example"},
        {"Origin": "http://localhost:8000"},
        {"Origin": "http://[broken"},
    ],
)
def test_a_beacon_from_anywhere_else_forgets_nothing(client, house, left_lying, headers):
    assert client.post("/leave", headers=headers).status_code == 403
    assert rows(house) == (4, 1)
    assert not is_empty(client)


def test_what_others_have_written_stays(client, house, left_lying):
    with house.records.writing() as db:
        others = drafts.begin(db, "sefton", SUNDAY)
    client.get("/leave")
    with house.records.reading() as db:
        assert drafts.find(db, others.token, "sefton", SUNDAY)


@pytest.mark.parametrize("cookie", [None, "form=broken", "form=a.b.c"])
def test_without_anything_to_forget_the_way_out_is_open(client, cookie):
    answer = client.get("/leave", headers={"Cookie": cookie} if cookie else {})
    assert (answer.status_code, answer.location) == (303, NEUTRAL)


@pytest.mark.parametrize("leave", ["link", "beacon"])
def test_when_the_database_is_away_the_way_out_is_open_and_the_cookie_goes(client, house, left_lying, caplog, leave):
    with house.records.writing() as db:
        db.execute(text("ALTER TABLE draft RENAME TO gone"))

    if leave == "link":
        assert client.get("/leave").location == NEUTRAL
    else:
        assert client.post("/leave", headers={"Sec-Fetch-Site": "same-origin"}).status_code == 204

    assert is_empty(client)
    assert "OperationalError" in caplog.text


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH"])
def test_nothing_else_leaves(client, method):
    assert client.browser.open("/leave", method=method).status_code == 405


def test_after_leaving_the_way_back_shows_nothing(client, left_lying):
    client.get("/leave")
    assert "What is your code?" in client.get_page("/sefton/en/follow").text


@pytest.mark.parametrize(
    "headers",
    [
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
        {"Sec-Fetch-Site": "cross-site", "Referer": "http://localhost/sefton/en/"},
        {"Referer": "https://elsewhere.example/page"},
        {"Referer": "https://localhost.evil.example/"},
        {"Referer": "http://localhost:8000/"},
    ],
)
def test_a_link_on_another_site_leads_away_and_forgets_nothing(client, house, left_lying, headers):
    answer = client.get("/leave", headers=headers)
    assert (answer.status_code, answer.location) == (303, NEUTRAL)
    assert "Set-Cookie" not in answer.headers
    assert rows(house) == (4, 1)
    assert not is_empty(client)


@pytest.mark.parametrize(
    "headers",
    [
        {"Sec-Fetch-Site": "same-origin"},
        {"Sec-Fetch-Site": "none"},
        {"Referer": "http://localhost/sefton/en/form/4"},
        {},
    ],
)
def test_our_own_link_forgets_everything_in_old_browsers_too(client, house, left_lying, headers):
    assert client.get("/leave", headers=headers).location == NEUTRAL
    assert rows(house) == (0, 0)
    assert is_empty(client)
