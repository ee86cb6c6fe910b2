"""Follow: the code, and nothing else, opens the child's own page, for a while."""

import re
from datetime import timedelta

import pytest
from sqlalchemy import event, select

from app.model.representation import Kind
from app.records import visits
from app.records.tables import visit
from tests.pages.following import CODE, FOLLOW, OTHER_CODE, UNKNOWN, Follower, received

HERE = "Where it is now"
ASKS = "What is your code?"


@pytest.fixture
def child(client) -> Follower:
    return Follower(client)


@pytest.mark.parametrize(
    "typed",
    [
        CODE,
        CODE.replace(" ", ""),
        CODE.replace(" ", "-"),
        f"  {CODE}\r\n",
        CODE.translate(str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")),
        CODE.translate(str.maketrans("0123456789", "۰۱۲۳۴۵۶۷۸۹")),
        f"\u2066{CODE}\u2069",
        "４８２１　０９３７　５５６２　１４０８",
    ],
)
def test_the_code_opens_it_however_it_is_typed(child, house, typed):
    received(house)
    assert child.gives(typed).heading == HERE


def test_on_postgresql_too(environ, postgres_url, request):
    environ["DATABASE_URL"] = postgres_url
    client, house = request.getfixturevalue("client"), request.getfixturevalue("house")
    received(house)
    assert Follower(client).gives(CODE).heading == HERE
    assert Follower(client).looks().heading == HERE


WRONG = [UNKNOWN, OTHER_CODE, "", "4821", "not a code", CODE + "1", "1" * 200, "x" * 20_000, "\x00", "' OR 1=1 --"]


@pytest.mark.parametrize("typed", WRONG, ids=lambda typed: typed[:12] + str(len(typed)))
def test_every_wrong_code_gets_the_same_answer(child, house, typed):
    received(house)
    received(house, code=OTHER_CODE, council="liverpool")

    page = child.gives(typed)

    assert page.heading == ASKS
    assert page.title == "Error: Follow – Sefton"
    assert "That code did not open anything" in page.text
    assert page.field("code").get("value") == ""


def test_an_unknown_code_costs_the_same_work_as_a_known_one_up_to_the_answer(client, house):
    received(house)
    token = client.get_page(FOLLOW).csrf_token
    seen: list[str] = []
    event.listen(house.records.engine, "before_cursor_execute", lambda _c, _u, sql, *_more: seen.append(sql))

    def statements(code: str) -> list[str]:
        seen.clear()
        client.post(FOLLOW, {"code": code, "csrf_token": token})
        return [sql for sql in seen if sql.startswith("SELECT")]

    assert statements(UNKNOWN) == statements("not a code") == statements("")
    assert statements(UNKNOWN) == statements(CODE)[: len(statements(UNKNOWN))]


def test_the_error_is_told_once(child, house):
    child.gives(UNKNOWN)
    assert "That code did not open anything" not in child.looks().text


def test_a_code_opens_only_at_its_own_council(client, house):
    received(house, code=OTHER_CODE, council="liverpool")
    assert Follower(client).gives(OTHER_CODE, at="/liverpool/en/follow").heading == HERE
    assert client.get_page(FOLLOW).heading == ASKS


def guess(client, count: int, code: str = UNKNOWN, address: str = "127.0.0.1") -> list[int]:
    token = client.get_page(FOLLOW).csrf_token
    fields = {"code": code, "csrf_token": token}
    return [client.post(FOLLOW, fields, environ_base={"REMOTE_ADDR": address}).status_code for _ in range(count)]


def test_guessing_is_slowed(client, house):
    received(house)
    assert guess(client, 32) == [303] * 30 + [429] * 2
    assert guess(client, 1, CODE) == [429]


def test_whoever_is_slowed_is_told_kindly_to_wait(client, child):
    guess(client, 30)
    page = client.send(FOLLOW, {"code": CODE}, status=429)
    assert page.heading == "Please wait a minute"


def test_others_are_not_slowed_and_a_right_code_never_counts(client, house):
    received(house)
    guess(client, 31)
    assert guess(client, 40, CODE, address="203.0.113.9") == [303] * 40


def test_a_visit_ends_twenty_minutes_after_the_last_look(child, house, clock):
    received(house)
    child.gives(CODE)
    clock.move_on(minutes=19)
    assert child.looks().heading == HERE
    clock.move_on(minutes=19)
    assert child.looks().heading == HERE
    clock.move_on(minutes=20)
    assert child.looks().heading == ASKS


def test_closing_the_page_ends_the_visit(child, client, house):
    received(house)
    token = child.gives(CODE).csrf_token
    assert client.post(f"{FOLLOW}/close", {"csrf_token": token}).location == "/sefton/en/"
    assert child.looks().heading == ASKS
    with house.records.reading() as db:
        assert db.execute(select(visit)).all() == []


def test_another_code_ends_the_first_visit(child, house):
    received(house)
    received(house, code=OTHER_CODE, kind=Kind.COMPLIMENT, answer_due_on=None)
    child.gives(CODE)
    child.client.post(FOLLOW, {"code": OTHER_CODE, "csrf_token": child.looks().csrf_token})
    assert "You are here" not in child.looks().text
    with house.records.reading() as db:
        assert len(db.execute(select(visit)).all()) == 1


def test_a_form_without_its_token_opens_nothing_and_the_code_is_asked_for_again(client, house):
    received(house)
    for fields in ({"code": CODE}, {"code": CODE, "csrf_token": "forged"}):
        answer = client.post(FOLLOW, fields)
        assert (answer.status_code, answer.location) == (303, FOLLOW)
        assert client.get_page(FOLLOW).heading == ASKS


@pytest.mark.parametrize("token", ["made up", "", None])
def test_a_token_that_was_made_up_opens_nothing(client, house, token):
    received(house)
    with client.browser.session_transaction() as session:
        session["visit"] = token
    assert client.get_page(FOLLOW).heading == ASKS


def test_the_code_is_in_no_cookie_no_address_and_on_no_page(client, child, house):
    received(house)
    answer = client.post(FOLLOW, {"code": CODE, "csrf_token": child.looks().csrf_token})
    page = child.looks()
    for place in (answer.location, str(answer.headers), page.html, str(client.browser.get_cookie("form"))):
        assert not re.search(r"4821.?0937", place)


def test_nothing_that_was_told_is_on_the_page(child, house):
    told = received(house)
    page = child.gives(CODE)
    for words in (told.words, told.wish, told.contact.where):
        assert words not in page.html


def test_the_browsers_history_says_nothing(child, house):
    received(house)
    page = child.gives(CODE)
    assert (page.title, page.path) == ("Follow – Sefton", FOLLOW)
    assert page.answer.headers["Cache-Control"] == "no-store"


def test_no_line_of_the_log_holds_a_code_or_an_address(client, child, house, caplog):
    received(house)
    with caplog.at_level("DEBUG"):
        child.gives(CODE)
        client.post(f"{FOLLOW}/close", {"csrf_token": child.looks().csrf_token})
        child.gives(UNKNOWN)
        guess(client, 32, address="203.0.113.9")
    for planted in ("4821", "203.0.113.9", "Amina"):
        assert planted not in caplog.text


def test_old_visits_are_forgotten(house, clock):
    told = received(house)
    with house.records.writing() as db:
        visits.begin(db, told.id, clock())
        assert visits.forget_old(db, clock() + timedelta(minutes=20)) == 1
