"""What may be from a robot, at the desk: it waits there for a person, who releases it or puts it away."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from app.model.event import What
from app.model.robots import Why
from app.post.addresses import Addresses
from app.post.letters import inbox_letter
from app.records import events, holding, outbox, representations
from app.records.tables import letter
from tests.pages.at_the_desk import acts, arrived, signed_in
from tests.pages.following import CODE, FOLLOW

HELD = "/desk/held"


@pytest.fixture
def ann(app):
    return signed_in(app, "ann@example.org")


@pytest.fixture
def hold(app, house, clock):
    """Something arrives, and is held."""

    def hold_one(why: Why = Why.TOO_MANY, **facts):
        told = arrived(app, **facts)
        with app.app_context(), house.records.writing() as db:
            holding.hold(db, told.id, "sefton", why, clock())
            council = house.library.councils["sefton"]
            outbox.queue(db, inbox_letter(told, council, Addresses("http://localhost"), clock()))
        return told

    return hold_one


def waiting_letters(house) -> int:
    with house.records.reading() as db:
        return len(db.execute(select(letter.c.id).where(letter.c.next_try_at.is_not(None))).all())


def press(officer, path: str, page: str = HELD):
    return officer.send(path, {}, page=page)


def test_it_is_counted_on_the_first_page_and_is_not_among_the_rest(ann, hold):
    told = hold()
    page = ann.get_page("/desk/")
    assert "1 is held: it may be from a robot. Please look." in page.text
    assert told.id not in page.html
    assert f"/desk/representations/{told.id}" in ann.get_page(HELD).html


def test_nothing_is_said_where_nothing_is_held(ann, app):
    arrived(app)
    assert "held" not in ann.get_page("/desk/").text
    assert "Nothing is held." in ann.get_page(HELD).text


def test_released_it_waits_like_the_rest_and_its_letter_goes(ann, app, house, hold):
    told = hold()
    assert waiting_letters(house) == 0
    page = press(ann, f"/desk/representations/{told.id}/release")
    assert "Released. Its letters go now." in page.text and "may be from a robot" not in page.text
    assert waiting_letters(house) == 1
    assert told.id in ann.get_page("/desk/").html
    assert acts(app).count(("released", told.id)) == 1
    assert "not held any more" in press(ann, f"/desk/representations/{told.id}/release").text


def test_put_away_it_is_kept_and_can_be_released_still(ann, app, house, hold):
    told = hold()
    page = press(ann, f"/desk/representations/{told.id}/put-away")
    assert "Put away" in page.text and "Nothing is held." in page.text
    assert waiting_letters(house) == 0
    assert told.id not in ann.get_page("/desk/").html
    assert acts(app).count(("put-away", told.id)) == 1
    opened = ann.get_page(page.link("Open"))
    assert "Put away: from a robot" in opened.text
    press(ann, f"/desk/representations/{told.id}/release", page=opened.path)
    assert waiting_letters(house) == 1
    with house.records.reading() as db:
        whats = [event.what for event in events.of(db, told.id)]
    assert whats == [What.RECEIVED, What.PUT_AWAY, What.RELEASED]


def test_whoever_records_it_has_released_it(ann, app, house, hold):
    told = hold()
    path = f"/desk/representations/{told.id}/record"
    contact = ann.get_page(path).field("contact").get("value")
    ann.send(path, {"contact": contact, "answer_due_on": "2026-12-04"})
    with house.records.reading() as db:
        assert holding.find(db, told.id).is_robot is False
    assert waiting_letters(house) == 1
    assert [act for act, about in acts(app) if about == told.id][:2] == ["released", "recorded"]


def test_urgent_ones_are_first_then_those_whose_code_came_back_then_the_likely_real(ann, house, hold, clock):
    surely, fast, many, back, danger = (
        hold(Why.HIDDEN_FIELD), hold(Why.TOO_FAST), hold(Why.TOO_MANY), hold(Why.HIDDEN_FIELD), hold(urgent=True),
    )  # fmt: skip
    with house.records.writing() as db:
        holding.note_return(db, back.id, clock() + timedelta(minutes=1))
    html = ann.get_page(HELD).html
    ids = sorted((danger, back, many, fast, surely), key=lambda told: html.index(told.id))
    assert ids == [danger, back, many, fast, surely]
    assert "Somebody came back with its code" in html


def test_one_press_puts_away_all_that_no_person_can_have_sent_and_no_other(ann, app, house, hold, clock):
    robots, others = [hold(Why.HIDDEN_FIELD) for _ in range(3)], [hold(Why.TOO_FAST), hold(Why.TOO_MANY)]
    back = hold(Why.HIDDEN_FIELD)
    with house.records.writing() as db:
        holding.note_return(db, back.id, clock())
    assert "3 were put away." in press(ann, "/desk/held/put-away").text
    with house.records.reading() as db:
        found = holding.of_council(db, "sefton")
    assert {id for id, one in found.items() if one.is_robot} == {told.id for told in robots}
    assert all(told.id in found for told in [*others, back])
    assert [act for act, _about in acts(app)].count("put-away") == 3


def test_giving_the_code_brings_back_what_was_put_away_and_the_child_sees_no_difference(ann, app, house, client, hold):
    told = hold()
    with house.records.writing() as db:
        db.execute(representations.table.update().values(code_hash=db.hash(CODE.replace(" ", ""))))
    press(ann, f"/desk/representations/{told.id}/put-away")
    assert client.send(FOLLOW, {"code": CODE}).heading == "Where it is now"
    assert "Somebody came back with its code" in ann.get_page(HELD).text


def test_no_other_council_sees_or_releases_it(app, house, hold):
    told = hold()
    bob = signed_in(app, "bob@example.org", council="liverpool")
    assert "Nothing is held." in bob.get_page(HELD).text
    token = bob.get_page(HELD).csrf_token
    for act in ("release", "put-away"):
        assert bob.post(f"/desk/representations/{told.id}/{act}", {"csrf_token": token}).status_code == 404
    bob.post("/desk/held/put-away", {"csrf_token": token})
    with house.records.reading() as db:
        assert holding.find(db, told.id).is_robot is None


@pytest.mark.parametrize("act", ["representations/{}/release", "representations/{}/put-away", "held/put-away"])
def test_without_a_token_nothing_is_done(ann, house, hold, act):
    told = hold(Why.HIDDEN_FIELD)
    ann.post(f"/desk/{act.format(told.id)}", {"csrf_token": "forged"})
    with house.records.reading() as db:
        assert holding.find(db, told.id).is_robot is None


def on(page, act: str = "/release") -> list[str]:
    """The ids in a list, in its order."""
    forms = [form.get("action") for form in page.root.all("form") if form.get("action").endswith(act)]
    return [action.split("/")[3] for action in forms]


def test_of_very_many_there_are_pages_of_fifty_each_and_every_one_is_on_one_of_them(ann, hold):
    held = {hold().id for _ in range(103)}
    first = ann.get_page(HELD)
    second = ann.get_page(first.link("Next page"))
    third = ann.get_page(second.link("Next page"))
    assert "Page 3 of 3" in third.text
    assert [len(on(page)) for page in (first, second, third)] == [50, 50, 3]
    assert {*on(first), *on(second), *on(third)} == held
    assert on(ann.get_page(third.link("Page before"))) == on(second)
    assert on(ann.get_page(f"{HELD}?page=99")) == on(third), "what was on it has been seen to"
    for nonsense in ("0", "-1", "x", "1e9", "9" * 30):
        assert on(ann.get_page(f"{HELD}?page={nonsense}&away={nonsense}")) in (on(first), on(third))


def test_what_was_put_away_has_pages_of_its_own(ann, hold):
    held = {hold(Why.HIDDEN_FIELD).id for _ in range(51)}
    waiting = hold()
    press(ann, "/desk/held/put-away")

    def away(page) -> set[str]:
        return {id for id in held if f"/desk/representations/{id}" in page.html}

    first = ann.get_page(HELD)
    second = ann.get_page(first.link("Next page"))
    assert (len(away(first)), len(away(second))) == (50, 1) and away(first) | away(second) == held
    assert on(second) == [waiting.id], "the list above stays as it was"
