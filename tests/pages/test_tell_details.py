"""An advocate’s own details: remembered only when they ask, never offered to a child, forgotten at one press."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from app.pages.leave import NEUTRAL
from app.records.tables import details as table
from tests.page_client import PageClient
from tests.pages.telling import FORM, GOOD, NAME, WAY, WHERE, Teller

INES = {
    "telling": {"telling": "advocate"},
    "name": {"name": "Ines"},
    "where": {"where": "ines@example.org", "more": "no"},
}
OFFERED = "We filled in what you asked us to remember"
ASKED = "Remember my details for next time"


@pytest.fixture
def ines(client) -> Teller:
    return Teller(client)


def rows(house) -> list:
    with house.records.reading() as db:
        return db.execute(select(table)).all()


def sends(teller: Teller, **fields):
    teller.reads_it_over()
    return teller.client.send(f"{FORM}check", fields)


def tells_and_asks(ines: Teller) -> None:
    ines.answers_all(**INES)
    sends(ines, remember="yes")


def comes_to(teller: Teller, number: int, telling: str = "advocate"):
    """A new one, as far as this question."""
    page = teller.opens(1)
    while not page.path.endswith(f"/{number}"):
        at = int(page.path.rpartition("/")[2])
        fields = {"telling": telling} if "telling" in GOOD[at] else GOOD[at]
        page = teller.answers(at, **fields)
    return page


def test_nothing_is_remembered_unless_they_ask(ines, house):
    ines.answers_all(**INES)
    assert ASKED in ines.opens("check").text
    sends(ines)
    assert rows(house) == []
    assert ines.client.browser.get_cookie("details") is None


def test_asked_for_it_is_filled_in_next_time_and_only_what_is_their_own(ines, house):
    tells_and_asks(ines)
    page = comes_to(ines, NAME)
    assert page.field("name").get("value") == "Ines" and OFFERED in page.text
    page = ines.answers(NAME, name="Ines")
    assert any("checked" in box.attributes and box.get("value") == "email" for box in page.root.all("input"))
    page = ines.answers(WAY, way="email")
    assert page.path == f"{FORM}{WHERE}"
    assert page.field("where").get("value") == "ines@example.org"
    [row] = rows(house)
    with house.records.reading() as db:
        kept = db.vault.open_json(row.details, "details", row.id, "details")
    assert set(kept) <= {"name", "way", "email", "phone", "address"}
    assert "Amina" not in str(kept)


def test_the_short_form_is_filled_in_too(ines):
    tells_and_asks(ines)
    page = ines.opens("all")
    assert page.field("name-name").get("value") == "Ines"
    assert page.field("email-where").get("value") == "ines@example.org"
    assert OFFERED in page.text


@pytest.mark.parametrize("telling", ["child", "family", "other"])
def test_it_is_never_offered_to_anybody_else(ines, telling):
    tells_and_asks(ines)
    page = comes_to(ines, NAME, telling)
    assert page.field("name").get("value") in (None, "")
    assert OFFERED not in page.text and "Ines" not in page.html


@pytest.mark.parametrize("telling", ["child", "family", "other"])
def test_nobody_else_is_asked_or_remembered(ines, house, telling):
    ines.answers_all(telling={"telling": telling})
    assert ASKED not in ines.opens("check").text
    sends(ines, remember="yes")
    assert rows(house) == []


def test_before_somebody_says_that_they_are_an_advocate_nothing_is_shown(ines):
    tells_and_asks(ines)
    for number in (1, 2):
        assert "Ines" not in ines.opens(number).html
    assert "Ines" not in ines.opens().html


def test_forgotten_at_one_press_on_the_server_and_in_the_browser(ines, house):
    tells_and_asks(ines)
    page = comes_to(ines, NAME)
    forgotten = ines.client.post(f"{FORM}details", {"csrf_token": page.csrf_token})
    page = ines.client.get_page(forgotten.location)
    assert page.path == f"{FORM}{NAME}" and "Your details are forgotten." in page.text
    assert page.field("name").get("value") in (None, "")
    assert rows(house) == [] and ines.client.browser.get_cookie("details") is None


def test_forgotten_from_the_short_form_it_stays_there(ines, house):
    tells_and_asks(ines)
    token = ines.opens("all").csrf_token
    answer = ines.client.post(f"{FORM}details", {"csrf_token": token, "page": "all"})
    assert "Your details are forgotten." in ines.client.get_page(answer.location).text
    assert rows(house) == []


def test_without_a_token_nothing_is_forgotten(ines, house):
    tells_and_asks(ines)
    ines.client.post(f"{FORM}details", {"csrf_token": "forged"})
    assert len(rows(house)) == 1


def test_asked_again_the_new_take_the_place_of_the_old(ines, house):
    tells_and_asks(ines)
    ines.answers_all(**INES | {"name": {"name": "Ines Two"}})
    sends(ines, remember="yes")
    assert len(rows(house)) == 1
    assert comes_to(ines, NAME).field("name").get("value") == "Ines Two"


def test_after_twelve_months_they_are_gone(ines, house, clock):
    tells_and_asks(ines)
    clock.move_on(days=364)
    assert comes_to(ines, NAME).field("name").get("value") == "Ines"
    ines.client.send(FORM, {"go": "throw-away"})
    clock.move_to(clock.now + timedelta(days=1))
    assert comes_to(ines, NAME).field("name").get("value") in (None, "")


def test_the_cookie_holds_a_token_alone_that_no_script_and_no_other_site_gets(ines, house):
    ines.answers_all(**INES)
    token = ines.opens("check").csrf_token
    ines.reads_it_over()
    answer = ines.client.post(f"{FORM}check", {"csrf_token": token, "remember": "yes"})
    [cookie] = [line for line in answer.headers.getlist("Set-Cookie") if line.startswith("details=")]
    assert "HttpOnly" in cookie and "SameSite=Strict" in cookie and "Path=/" in cookie
    value = cookie.partition("=")[2].partition(";")[0]
    assert len(value) >= 43 and "Ines" not in cookie
    assert value not in str(rows(house))


@pytest.mark.parametrize("guess", ["", "x", "0" * 43, "\u202e"])
def test_a_token_that_was_made_up_finds_nothing(app, ines, guess):
    tells_and_asks(ines)
    stranger = Teller(PageClient(app))
    stranger.client.browser.set_cookie("details", guess)
    assert comes_to(stranger, NAME).field("name").get("value") in (None, "")


def test_leaving_quickly_forgets_the_draft_and_not_this(ines, house):
    tells_and_asks(ines)
    ines.client.get("/leave")
    assert len(rows(house)) == 1
    assert comes_to(ines, NAME).field("name").get("value") == "Ines"


def test_on_a_shared_computer_they_are_not_offered_nor_kept_and_leaving_destroys_them(ines, house):
    tells_and_asks(ines)
    ines.client.send(f"{FORM}first", {"shared": "yes"})
    page = comes_to(ines, NAME)
    assert page.field("name").get("value") in (None, "") and OFFERED not in page.text
    ines.answers_all(**INES)
    assert ASKED not in ines.opens("check").text
    assert ines.client.get("/leave").location == NEUTRAL
    assert rows(house) == [] and ines.client.browser.get_cookie("details") is None
