"""Robots at the form. Nobody is refused, and whoever is held sees what everybody sees."""

import pytest
from sqlalchemy import select

from app.model.robots import MAILS_A_DAY, SENT_AN_HOUR, URGENT_AN_HOUR, Why
from app.post.postman import deliver
from app.records import drafts, holding
from app.records.tables import draft as drafts_table
from app.records.tables import letter as letters_table
from tests.page_client import PageClient
from tests.pages.telling import CODE, FORM, GOOD, KIND, TELLING, Teller, all_sent
from tests.pages.test_tell_all import passes_other_pages, sends_all

COMPLAINTS, URGENT = "complaints@sefton.example.org", "urgent@sefton.example.org"
SAFE_THERE = {"where": "tomos@example.org", "more": "yes"}
SCHOOL = "203.0.113.9"


@pytest.fixture
def teller(client) -> Teller:
    return Teller(client)


def a_teller(app, **answers) -> Teller:
    """Another person, from the same address."""
    teller = Teller(PageClient(app))
    teller.answers_all(**answers)
    return teller


def presses_send(teller: Teller, **fields):
    teller.reads_it_over()
    return teller.client.send(f"{FORM}check", fields)


def why(house) -> list[Why | None]:
    """Of each that was sent, why it is held."""
    with house.records.reading() as db:
        found = [holding.find(db, told.id) for told in all_sent(house)]
    return [held and held.why for held in found]


def goes(house, clock) -> list[str]:
    """To which of the council's mailboxes a letter goes now."""
    return [recipient for recipient in goes_to_anybody(house, clock) if recipient.endswith("@sefton.example.org")]


def goes_to_anybody(house, clock) -> list[str]:
    to: list[str] = []
    deliver(house.records, lambda _message, _sender, recipient: to.append(recipient), clock, lambda: 0.5)
    return to


def same_for_everybody(page) -> str:
    return page.text.replace(CODE.search(page.text)[0], "")


def test_a_person_is_not_held(teller, house, clock):
    teller.answers_all()
    presses_send(teller)
    assert why(house) == [None]
    assert goes(house, clock) == [COMPLAINTS]


def test_what_fills_in_the_hidden_field_is_held_and_sees_the_same_page(app, house, clock):
    page = presses_send(a_teller(app))
    held = presses_send(a_teller(app), homepage="https://robot.example")
    assert why(house) == [None, Why.HIDDEN_FIELD]
    assert same_for_everybody(held) == same_for_everybody(page)
    assert held.path == page.path
    assert goes(house, clock) == [COMPLAINTS] * 2, "the first, and one letter that something is held"


def test_what_is_sent_faster_than_a_person_can_is_held(teller, house):
    teller.answers_all()
    teller.client.send(f"{FORM}check", {})
    assert why(house) == [Why.TOO_FAST]


def test_an_advocate_who_types_all_of_it_on_one_page_is_not_too_fast(client, house, clock):
    """The draft begins only when the page is sent: what they typed before counts, and they may press Send at once."""
    advocate = Teller(client)
    client.get_page(f"{FORM}all")
    advocate.reads_it_over()
    passes_other_pages(sends_all(advocate), advocate)
    client.send(f"{FORM}check", {})
    assert why(house) == [None]
    assert goes(house, clock) == [COMPLAINTS]


def test_somebody_who_has_looked_at_the_first_page_before_is_not_too_fast(teller, house, clock):
    """The short form begins its draft with the press of one button."""
    teller.opens()
    clock.move_on(minutes=1)
    teller.answers_all()
    teller.client.send(f"{FORM}check", {})
    assert why(house) == [None]


def test_the_held_field_is_in_nobodys_way(teller):
    teller.answers_all()
    page = teller.opens("check")
    field = page.field("homepage")
    assert (field.get("tabindex"), field.get("autocomplete"), field.get("value")) == ("-1", "off", "")
    [around] = [above for above in field.above() if "not-for-people" in above.get("class")]
    assert around.get("aria-hidden") == "true"


def test_over_the_limit_of_an_address_it_is_held_and_never_refused(app, house, clock):
    pages = {same_for_everybody(presses_send(a_teller(app))) for _ in range(SENT_AN_HOUR + 2)}
    assert why(house) == [None] * SENT_AN_HOUR + [Why.TOO_MANY] * 2
    assert len(pages) == 1
    assert goes(house, clock) == [COMPLAINTS] * (SENT_AN_HOUR + 1)
    assert all(told.reference_due_on for told in all_sent(house))
    clock.move_on(hours=1)
    presses_send(a_teller(app))
    assert why(house)[-1] is None, "the next hour begins anew"


def test_one_address_is_told_three_times_a_day_that_we_have_it(app, house, clock):
    for _ in range(MAILS_A_DAY + 2):
        presses_send(a_teller(app, where=SAFE_THERE))
    assert goes_to_anybody(house, clock).count("tomos@example.org") == MAILS_A_DAY
    clock.move_on(days=1)
    presses_send(a_teller(app, where=SAFE_THERE))
    assert goes_to_anybody(house, clock).count("tomos@example.org") == 1


def test_nobody_is_told_that_we_have_what_is_held(app, house, clock):
    presses_send(a_teller(app, where=SAFE_THERE), homepage="x")
    assert "tomos@example.org" not in goes_to_anybody(house, clock)


def test_pressing_send_twice_counts_once(teller, house):
    teller.answers_all()
    token = teller.opens("check").csrf_token
    teller.reads_it_over()
    for _ in range(SENT_AN_HOUR + 5):
        teller.posts_as_is("check", csrf_token=token)
    assert why(house) == [None]


def urgent(app) -> Teller:
    teller = Teller(PageClient(app))
    teller.answers_all(safe={"safe": "no"})
    return teller


def test_an_urgent_one_goes_whatever_it_looks_like(app, house, clock):
    presses_send(urgent(app), homepage="x")
    assert why(house) == [None]
    assert goes(house, clock) == [URGENT]


def test_very_many_urgent_ones_are_told_together_at_once_and_held_at_the_top_of_the_desk(app, house, clock):
    for _ in range(URGENT_AN_HOUR + 11):
        presses_send(urgent(app))
    assert why(house) == [None] * URGENT_AN_HOUR + [Why.TOO_MANY] * 11
    went = goes(house, clock)
    assert went.count(URGENT) == URGENT_AN_HOUR + 2, "each of the first ten; then the 11th and the 21st are told"
    with house.records.reading() as db:
        gathered = select(letters_table.c.urgent).where(letters_table.c.purpose == "urgent-many")
        assert db.execute(gathered).scalars().all() == [True, True]


def test_a_school_begins_as_many_drafts_as_it_likes_and_each_is_kept(app, house, clock, monkeypatch):
    monkeypatch.setattr("app.pages.robots.DRAFTS_A_DAY", 3)
    tellers = [Teller(PageClient(app)) for _ in range(5)]
    for one in tellers:
        one.answers(KIND, **GOOD[KIND])
    assert not any("could not find" in one.answers(TELLING, telling="child").text for one in tellers)
    with house.records.reading() as db:
        kept = [drafts.find(db, one.token, "sefton", clock.now) for one in tellers]
    assert [one.shared for one in kept] == [False] * 3 + [True] * 2, "those over the limit are kept for 20 minutes"


def test_the_address_is_in_no_row_and_in_no_line_of_the_log(app, house, caplog):
    teller = Teller(PageClient(app))
    teller.client.browser.environ_base["REMOTE_ADDR"] = SCHOOL
    with caplog.at_level("DEBUG"):
        teller.answers_all()
        presses_send(teller)
    assert SCHOOL not in caplog.text
    database = house.settings.instance / "records.db"
    files = [path.read_bytes() for path in database.parent.glob("records.db*")]
    assert files and not any(SCHOOL.encode() in content for content in files)


def test_a_draft_that_was_never_sent_counts_as_none_sent(app, house):
    for _ in range(3):
        a_teller(app)
    with house.records.reading() as db:
        assert len(db.execute(select(drafts_table.c.id)).all()) == 3
    assert why(house) == []
