"""Drafts: kept for a day, found by a token alone, and forgotten."""

import pytest
from sqlalchemy import select

from app.records import drafts, representations
from app.records.tables import draft as table
from tests.records.shelf import AWKWARD, SUNDAY, amina, days, open_shelf


@pytest.fixture
def db(any_database_url):
    records = open_shelf(any_database_url)
    with records.writing() as db:
        yield db
    records.engine.dispose()


def test_a_draft_is_found_as_it_was_kept(db):
    begun = drafts.begin(db, "sefton", SUNDAY)
    kept = drafts.keep(db, begun, SUNDAY, answers={"kind": "complaint"}, offered={"words": "half a"}, code="4821")

    found = drafts.find(db, begun.token, "sefton", SUNDAY)

    assert found == kept
    assert (found.answers, found.offered, found.code) == ({"kind": "complaint"}, {"words": "half a"}, "4821")


def test_whatever_was_typed_comes_back_letter_for_letter(db):
    assert AWKWARD
    for words in AWKWARD:
        begun = drafts.begin(db, "sefton", SUNDAY)
        drafts.keep(db, begun, SUNDAY, answers={"words": words})
        assert drafts.find(db, begun.token, "sefton", SUNDAY).answers == {"words": words}


def test_only_its_token_finds_it(db):
    begun = drafts.begin(db, "sefton", SUNDAY)
    other = drafts.begin(db, "sefton", SUNDAY)

    for wrong in (None, "", "guess", begun.sending, begun.token[:-1], other.token[::-1]):
        assert drafts.find(db, wrong, "sefton", SUNDAY) is None
    assert drafts.find(db, begun.token, "sefton", SUNDAY).token == begun.token


def test_another_councils_form_does_not_find_it(db):
    begun = drafts.begin(db, "sefton", SUNDAY)
    assert drafts.find(db, begun.token, "liverpool", SUNDAY) is None


def test_the_token_itself_is_nowhere_on_the_disk(db):
    begun = drafts.begin(db, "sefton", SUNDAY)
    [row] = db.execute(select(table))
    assert begun.token not in str(row)


def test_it_is_kept_for_a_day_after_it_was_last_touched(db):
    begun = drafts.begin(db, "sefton", SUNDAY)
    drafts.keep(db, begun, SUNDAY + days(0.9))

    assert drafts.find(db, begun.token, "sefton", SUNDAY + days(1.8))
    assert drafts.find(db, begun.token, "sefton", SUNDAY + days(1.9)) is None


def test_the_old_are_forgotten_and_the_young_stay(db):
    old = drafts.begin(db, "sefton", SUNDAY)
    young = drafts.begin(db, "sefton", SUNDAY + days(0.5))

    assert drafts.forget_old(db, SUNDAY + days(1)) == 1
    assert drafts.find(db, old.token, "sefton", SUNDAY) is None
    assert drafts.find(db, young.token, "sefton", SUNDAY)


def test_when_it_is_forgotten_its_row_is_gone(db):
    begun = drafts.begin(db, "sefton", SUNDAY)
    drafts.forget(db, begun.token)
    drafts.forget(db, begun.token)
    drafts.forget(db, None)
    assert db.execute(select(table)).all() == []


def test_once_sent_the_words_are_gone_and_the_code_stays_for_an_hour(db):
    told = amina()
    representations.receive(db, told)
    begun = drafts.keep(
        db, drafts.begin(db, "sefton", SUNDAY), SUNDAY, answers={"words": "mine"}, offered={"wish": "x"}, code="4821"
    )
    drafts.mark_sent(db, begun, told.id, SUNDAY)

    found = drafts.find(db, begun.token, "sefton", SUNDAY + days(0.9 / 24))

    assert (found.answers, found.offered, found.code, found.sent_id) == ({}, {}, "4821", told.id)
    assert drafts.find(db, begun.token, "sefton", SUNDAY + days(1 / 24)) is None


def test_a_code_that_is_written_down_is_not_shown_again(db):
    begun = drafts.keep(db, drafts.begin(db, "sefton", SUNDAY), SUNDAY, code="4821")
    drafts.forget_code(db, begun)
    assert drafts.find(db, begun.token, "sefton", SUNDAY).code == ""


def test_no_two_drafts_share_a_token(db):
    tokens = {drafts.begin(db, "sefton", SUNDAY).token for _ in range(50)}
    assert len(tokens) == 50
    assert min(map(len, tokens)) >= 43  # 256 bits
