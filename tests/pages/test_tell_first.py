"""Before the first question: how to leave quickly, once a session; and a phone that others use."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from app.post.clock import Clockwork, tick
from app.records.tables import draft
from tests.pages.telling import FORM, KIND, TELLING, WORDS, WORDS_OF_AMINA, Teller, kept_draft

FIRST, TRIED = f"{FORM}first", f"{FORM}first/tried"


@pytest.fixture
def teller(client) -> Teller:
    return Teller(client)


def rows(house) -> int:
    with house.records.reading() as db:
        return len(db.execute(select(draft.c.id)).all())


def test_the_first_time_a_page_says_how_to_leave_and_it_is_easily_passed(teller):
    page = teller.opens()
    assert (page.path, page.heading) == (FIRST, "Before you start")
    assert "Leave quickly" in page.text and "thrown away" in page.text
    assert teller.begins().path == f"{FORM}{KIND}"


def test_it_is_shown_once_a_session_and_again_in_the_next(teller):
    teller.opens()
    assert teller.opens().path == f"{FORM}{KIND}"
    teller.client.get("/leave")
    assert teller.opens().path == FIRST


def test_nobody_in_the_middle_of_things_is_led_there(teller):
    teller.answers(KIND)
    assert teller.opens().heading == "Carry on, or throw it away?"
    teller.client.send(FORM, {"go": "throw-away"})
    assert teller.opens().path == f"{FORM}{KIND}"


def test_looking_at_it_keeps_nothing_on_the_server(teller, house):
    teller.begins()
    assert rows(house) == 0


def test_the_try_is_a_plain_link_to_a_page_of_our_own_that_forgets_nothing(teller, house):
    teller.answers(KIND)
    link = teller.client.get_page(FIRST).link("Try it now")
    assert link == TRIED
    page = teller.client.get_page(link)
    assert page.heading == "That is how it works"
    assert "You can come back with this address: localhost:8000/sefton" in page.text
    assert rows(house) == 1


def test_from_the_try_one_carries_on_to_the_first_question(teller):
    assert teller.client.send(FIRST, {}, page=TRIED).path == f"{FORM}{KIND}"


def test_without_cookies_it_says_what_to_do(teller):
    token = teller.opens().csrf_token
    teller.loses_the_cookie()
    answer = teller.client.post(FIRST, {"csrf_token": token})
    teller.loses_the_cookie()
    page = teller.client.get_page(answer.location)
    assert page.path == FIRST
    assert "Allow cookies for this site" in page.text


def test_addresses_and_titles_say_nothing(teller):
    for path in (FIRST, TRIED):
        assert teller.client.get_page(path).title == "Form – Sefton"


def test_going_back_to_it_with_a_draft_open_loses_nothing(teller, house, clock):
    teller.answers(KIND)
    assert teller.client.send(FIRST, {"shared": "yes"}).heading == "Carry on, or throw it away?"
    assert kept_draft(house, teller.token, clock).shared


def test_on_a_shared_phone_the_draft_is_destroyed_after_20_minutes_of_no_use(teller, house, clock):
    teller.begins(shared="yes")
    teller.answers(KIND)
    teller.answers(TELLING)
    clock.move_on(minutes=19, seconds=59)
    assert kept_draft(house, teller.token, clock)
    clock.move_on(seconds=1)
    assert kept_draft(house, teller.token, clock) is None
    assert tick(Clockwork(house.records, {}, (), None, None), clock.now).forgotten == 1
    assert rows(house) == 0
    assert teller.opens().path == f"{FORM}{KIND}"


def test_looking_at_a_question_is_use(teller, house, clock):
    teller.begins(shared="yes")
    teller.answers(KIND)
    teller.answers(TELLING, telling="child")
    clock.move_on(minutes=15)
    teller.opens(WORDS)
    clock.move_on(minutes=15)
    assert "could not find" not in teller.answers(WORDS, words=WORDS_OF_AMINA).text
    assert kept_draft(house, teller.token, clock).forget_at == clock.now + timedelta(minutes=20)


def test_what_is_written_after_the_20_minutes_is_kept_and_for_20_minutes_only(teller, house, clock):
    teller.begins(shared="yes")
    teller.answers(KIND)
    teller.answers(TELLING, telling="child")
    token = teller.opens(WORDS).csrf_token
    clock.move_on(minutes=25)
    answer = teller.client.post(f"{FORM}{WORDS}", {"csrf_token": token, "words": WORDS_OF_AMINA})
    page = teller.client.get_page(answer.location)
    assert "We could not find your earlier answers" in page.text
    kept = kept_draft(house, teller.token, clock)
    assert kept.answers == {"words": {"words": WORDS_OF_AMINA}}
    assert kept.shared and kept.forget_at == clock.now + timedelta(minutes=20)


def test_on_ones_own_phone_it_is_kept_for_a_day(teller, house, clock):
    teller.begins()
    teller.answers(KIND)
    assert kept_draft(house, teller.token, clock).forget_at == clock.now + timedelta(days=1)
