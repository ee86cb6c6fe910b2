"""What is about somebody at the council: that officer, and their team, can neither open it nor see that it exists."""

import pytest
from sqlalchemy import update

from app.model.representation import Kind
from app.model.robots import Why
from app.records import holding, readers, representations
from app.records.officers import Officer, Role
from app.records.readers import KeptFrom
from app.records.tables import letter
from app.records.tables import officer as officers_table
from tests.page_client import PageClient
from tests.pages.at_the_desk import acts, again, arrived, officer, sign_in, signed_in
from tests.pages.test_desk_door import ids, path_of, routes, status

FOR_MANAGERS = ("desk.choose_readers", "desk.legal_hold", "desk.take_out")


@pytest.fixture
def mo(app):
    return signed_in(app, "mo@example.org", role=Role.MANAGER, name="Mo Example")


@pytest.fixture
def hollow(app) -> Officer:
    """Whom it is about."""
    return officer(app, "hollow@example.org", name="Jo Hollow")


def browser_of(app, one: Officer) -> PageClient:
    client = PageClient(app)
    sign_in(client, one.email)
    return client


def in_team(house, one: Officer, team: str) -> None:
    with house.records.writing() as db:
        db.execute(update(officers_table).where(officers_table.c.id == one.id).values(team=team))


def readers_page(told) -> str:
    return f"/desk/representations/{told.id}/readers"


def test_a_manager_says_whom_it_is_about_and_to_them_it_is_not_there(app, house, mo, hollow):
    about = ids(app, "sefton")
    told_id = about[""]
    with house.records.writing() as db:
        db.execute(update(letter).where(letter.c.representation_id == told_id).values(last_error="SMTP 550"))
        told = representations.get(db, told_id, "sefton")
        reference = representations.issue(db, told, "SEF", told.received_at, lambda letters: letters[0], "", "")
        holding.hold(db, told_id, "sefton", Why.TOO_MANY, told.received_at)
        holding.release(db, told_id, hollow.id, told.received_at)
    jo, ann = browser_of(app, hollow), signed_in(app, "ann@example.org")
    assert told_id in jo.get_page("/desk/").html

    assert "cannot see that it exists" in mo.send(readers_page(told), {"officers": hollow.id}).text

    for seen in (jo.get_page("/desk/"), jo.get_page("/desk/?needs=everything"), jo.get_page("/desk/held")):
        assert told_id not in seen.html and reference not in seen.html
        assert about["desk.mark_done"] not in seen.html and about["desk.send_again"] not in seen.html
    assert "0 to record" in jo.get_page("/desk/").text
    for sought in (told.name, reference):
        assert "Nothing was found" in jo.send("/desk/search", {"sought": sought}, page="/desk/").text
        assert told_id in ann.send("/desk/search", {"sought": sought}, page="/desk/").html
    tried = [(rule, method) for rule, method in routes(app) if rule.arguments - {"token"}]
    assert len(tried) > 12
    for rule, method in tried:
        expected = 403 if rule.endpoint in FOR_MANAGERS else 404
        assert status(jo, path_of(app, rule, about), method) == expected, (rule, method)
    assert status(ann, f"/desk/representations/{told_id}", "GET") == 200
    assert ("readers-chosen", told_id) in acts(app)
    assert again(app, told).for_manager_only, "letters about it are notices to one manager from now on"


def test_a_team_is_kept_out_with_whoever_joins_it_later(app, house, mo, hollow):
    in_team(house, hollow, "North")
    told, kim = arrived(app), officer(app, "kim@example.org")
    browser = browser_of(app, kim)
    mo.send(readers_page(told), {"teams": "North"})
    assert status(browser, f"/desk/representations/{told.id}", "GET") == 200
    in_team(house, kim, "North")
    assert status(browser, f"/desk/representations/{told.id}", "GET") == 404
    assert status(browser_of(app, hollow), f"/desk/representations/{told.id}", "GET") == 404


def test_what_names_somebody_is_seen_by_managers_alone_until_one_has_said_who(app, mo, hollow):
    told = arrived(app, for_manager_only=True, must_not_read="Mr <i>Hollow</i>")
    jo, ann = browser_of(app, hollow), signed_in(app, "ann@example.org")
    for browser in (jo, ann):
        assert told.id not in browser.get_page("/desk/").html
        assert status(browser, f"/desk/representations/{told.id}", "GET") == 404
    assert "Only managers can see this" in mo.get_page(f"/desk/representations/{told.id}").text
    assert "Mr <i>Hollow</i>" in mo.get_page(readers_page(told)).text
    mo.send(readers_page(told), {"officers": hollow.id})
    page = ann.get_page(f"/desk/representations/{told.id}")
    assert "Somebody at the council must not read this" in page.text
    assert "Mr <i>" not in page.text and "Jo Hollow" not in page.text, "the words are for managers"
    assert "It is kept from: Jo Hollow" in mo.get_page(f"/desk/representations/{told.id}").text
    assert status(jo, f"/desk/representations/{told.id}", "GET") == 404


def test_whoever_is_named_later_makes_a_manager_look_again(app, house, mo):
    told, ann = arrived(app), signed_in(app, "ann@example.org")
    mo.send(readers_page(told), {"nobody": "y"})
    assert status(ann, f"/desk/representations/{told.id}", "GET") == 200
    with house.records.writing() as db:
        representations.warn_of(db, again(app, told), False, True, "Ms Reed")
    assert status(ann, f"/desk/representations/{told.id}", "GET") == 404


def test_somebody_must_be_chosen_and_somebody_left_to_read_it(app, mo, hollow):
    told = arrived(app)
    for chosen in ({}, {"officers": hollow.id, "nobody": "y"}):
        assert "Choose whom it is about" in mo.send(readers_page(told), chosen, status=422).text
    everybody = [one.get("value") for one in mo.get_page(readers_page(told)).root.all("input")]
    both = [id for id in everybody if len(id) == 32]
    assert "Nobody would be left" in mo.send(readers_page(told), {"officers": both}, status=422).text
    assert mo.send(readers_page(told), {"officers": [id for id in both if id != hollow.id]}).path == "/desk/"


def test_nobody_it_is_kept_from_is_named_as_whom_to_ask(app, mo, hollow):
    told = arrived(app)
    mo.send(readers_page(told), {"officers": hollow.id})
    assert "Jo Hollow" not in mo.get_page(f"/desk/representations/{told.id}/record").text


def test_what_belongs_to_it_does_not_give_it_away(app, house, mo, hollow):
    secret = arrived(app)
    with house.records.writing() as db:
        reference = representations.issue(db, secret, "SEF", secret.received_at, lambda letters: letters[0], "", "")
    asks = arrived(app, kind=Kind.STOP, reference_given=reference, answer_due_on=None)
    more = arrived(app, goes_with=secret.id)
    mo.send(readers_page(secret), {"officers": hollow.id})
    jo = browser_of(app, hollow)
    page = jo.get_page(f"/desk/representations/{asks.id}")
    assert secret.id not in page.html and "We have none like it." in page.text
    assert secret.id not in jo.get_page(f"/desk/representations/{more.id}").html
    joined = jo.send(f"/desk/representations/{asks.id}/join", {"reference": reference}, page=page.path)
    assert "We have nothing with that reference number" in joined.text


def test_what_is_joined_is_kept_from_whom_either_is_kept_from(app, house, mo, hollow):
    one, other = arrived(app), arrived(app)
    with house.records.writing() as db:
        readers.choose(db, one.id, KeptFrom(frozenset({hollow.id}), frozenset({"North"})), hollow, one.received_at)
        readers.join(db, one.id, other.id)
        readers.join(db, one.id, other.id)
        assert readers.of(db, other.id) == readers.of(db, one.id)
