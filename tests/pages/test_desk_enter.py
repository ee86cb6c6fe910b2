"""Entering what came another way; and nothing that was typed is lost on the way."""

from datetime import date

import pytest
from sqlalchemy import select

from app.model.representation import Answer, CameBy, Kind, OnBehalfOf, SafeContact, Telling, Way
from app.records import representations
from app.records.tables import draft, representation
from tests.pages.at_the_desk import PASSWORD, acts, sign_in, signed_in

BY_PHONE = {
    "once": "press-1",
    "came_by": "phone",
    "received_on": "2026-11-19",
    "kind": "complaint",
    "words": "They said:\r\nnobody listens.",
    "language": "en",
    "telling": "child",
    "name": "Robin Planted",
    "way": "call",
    "where": "0151 496 0003",
}


@pytest.fixture
def ann(app):
    return signed_in(app, "ann@example.org", name="Ann Example")


def all_of_them(house):
    with house.records.reading() as db:
        ids = db.execute(select(representation.c.id)).scalars().all()
        return [representations.get(db, id, "sefton") for id in ids]


def test_its_clock_runs_from_the_day_it_came(app, ann, house, clock):
    page = ann.send("/desk/enter", BY_PHONE)
    [told] = all_of_them(house)
    assert page.path == f"/desk/representations/{told.id}"
    assert (told.kind, told.came_by, told.telling) == (Kind.COMPLAINT, CameBy.PHONE, Telling.CHILD)
    assert told.words == "They said:\nnobody listens."
    assert (told.received_on, told.received_at) == (date(2026, 11, 19), clock())
    assert (told.reference_due_on, told.answer_due_on) == (date(2026, 11, 24), date(2026, 12, 3))
    assert told.contact == SafeContact(way=Way.CALL, where="0151 496 0003")
    assert acts(app)[-2:] == [("entered", told.id), ("read", told.id)]


def test_one_that_is_late_already_is_shown_so(ann):
    page = ann.send("/desk/enter", BY_PHONE | {"received_on": "2026-11-12"})
    assert "Late by 3 working days" in page.text


def test_somebody_tells_us_for_a_child(ann, house):
    fields = {"telling": "family", "child_name": "Sam", "knows": "yes", "agrees": "not-sure", "kind": "advocate"}
    ann.send("/desk/enter", BY_PHONE | fields)
    [told] = all_of_them(house)
    assert told.on_behalf_of == OnBehalfOf(name="Sam", knows=Answer.YES, agrees=Answer.NOT_SURE)
    assert told.wants_advocate
    assert told.answer_due_on is None


def test_what_was_filled_in_for_another_answer_is_not_kept(ann, house):
    ann.send("/desk/enter", BY_PHONE | {"child_name": "Sam", "knows": "yes", "way": "code", "may_say_more": "y"})
    [told] = all_of_them(house)
    assert (told.on_behalf_of, told.contact) == (OnBehalfOf(), SafeContact())


def test_pressed_twice_is_one(ann, house):
    for _ in range(2):
        page = ann.send("/desk/enter", BY_PHONE)
    assert "kept already" in page.text
    assert len(all_of_them(house)) == 1
    ann.send("/desk/enter", BY_PHONE | {"once": "press-2"})
    assert len(all_of_them(house)) == 2


def test_other_words_from_the_same_page_are_another_one(ann, house):
    ann.send("/desk/enter", BY_PHONE)
    ann.send("/desk/enter", BY_PHONE | {"words": "And she never rang back."})
    assert len(all_of_them(house)) == 2


TO_MEND = (
    ({"received_on": "2026-11-23"}, "has not come yet"),
    ({"received_on": "2025-11-20"}, "more than a year ago"),
    ({"received_on": "1999-01-01", "long_ago": "y"}, "before 2020"),
    ({"received_on": ""}, "Give the day it came"),
    ({"received_on": "22/11/2026"}, "Give a day, such as"),
    ({"words": ""}, "even if it is short"),
    ({"words": " \n "}, "even if it is short"),
    ({"words": "x" * 20_001}, "at most 20,000 letters"),
    ({"name": "x" * 201}, "at most 200 letters"),
    ({"where": ""}, "Say where"),
    ({"way": "email", "where": "not an address"}, "not an email address"),
    ({"kind": ""}, "Choose what it is"),
    ({"kind": "complaint' OR 1=1"}, "Not a valid choice"),
    ({"came_by": "site"}, "Not a valid choice"),
    ({"language": "xx"}, "Not a valid choice"),
    ({"telling": ""}, "Choose who told us"),
    ({"knows": "perhaps"}, "Not a valid choice"),
)


def test_says_what_to_mend_and_keeps_what_was_typed(ann, house):
    for fields, says in TO_MEND:
        page = ann.send("/desk/enter", BY_PHONE | fields, status=422)
        assert says in page.text
        assert page.title.startswith("Error:")
        if "name" not in fields:
            assert page.field("name").get("value") == "Robin Planted"
        assert all_of_them(house) == []


def test_more_than_a_year_ago_is_taken_when_it_is_said_to_be_right(ann, house):
    ann.send("/desk/enter", BY_PHONE | {"received_on": "2025-03-03", "long_ago": "y"})
    [told] = all_of_them(house)
    assert told.answer_due_on == date(2025, 3, 17)


def test_whatever_is_typed_is_kept_as_it_is(ann, house):
    hostile = ("a\0b", "‮evil", "{{ 7*7 }}", "<b onclick=x>", "=1+1", "👩‍👧 zażółć ‏שלום", "a" + "\u0301" * 500)
    for number, words in enumerate(hostile):
        page = ann.send("/desk/enter", BY_PHONE | {"words": words, "name": words[:200], "once": str(number)})
        assert [element for element in page.root.all("b") if element.get("onclick")] == []
    assert sorted(told.words for told in all_of_them(house)) == sorted(hostile)


def test_bytes_that_are_no_text_are_no_fault(ann, house):
    token = ann.get_page("/desk/enter").csrf_token
    body = f"csrf_token={token}&words=%ED%A0%BD%FF&name=%00&kind=complaint&kind=%FF&received_on=%D9%A2".encode()
    answer = ann.browser.post("/desk/enter", data=body, content_type="application/x-www-form-urlencoded")
    assert answer.status_code == 422
    answer = ann.browser.post("/desk/enter", data=b"--x\r\nbroken", content_type="multipart/form-data; boundary=x")
    assert answer.status_code == 400
    assert all_of_them(house) == []


def test_a_forged_token_shows_the_form_again_with_what_was_typed(ann, house):
    answer = ann.post("/desk/enter", BY_PHONE | {"csrf_token": "forged"})
    page = ann._page(answer, 400)
    assert "press again" in page.text
    assert "nobody listens" in page.html
    again = ann.post("/desk/enter", BY_PHONE | {"csrf_token": page.csrf_token})
    assert again.status_code == 303
    assert len(all_of_them(house)) == 1


def test_signed_out_while_typing_it_is_there_again_after_signing_in(ann, house, clock):
    token = ann.get_page("/desk/enter").csrf_token
    clock.move_on(minutes=20)
    answer = ann.post("/desk/enter", BY_PHONE | {"csrf_token": token})
    page = ann._page(ann.get(answer.location), 200)
    assert "What you typed has been kept" in page.text
    assert "nobody listens" not in page.html
    then = page.field("then").get("value")
    fields = {"csrf_token": page.csrf_token, "email": "ann@example.org", "password": PASSWORD, "then": then}
    page = ann._page(ann.post("/desk/sign-in", fields, follow_redirects=True), 200)
    assert page.path == "/desk/enter"
    assert "nobody listens" in page.html
    assert page.field("once").get("value") == "press-1"

    ann.send("/desk/enter", BY_PHONE)
    assert len(all_of_them(house)) == 1
    assert "nobody listens" not in ann.get_page("/desk/enter").html
    with house.records.reading() as db:
        assert db.execute(select(draft)).all() == []


def test_what_one_officer_typed_is_not_shown_to_another(app, ann, clock):
    signed_in(app, "bo@example.org")
    token = ann.get_page("/desk/enter").csrf_token
    clock.move_on(minutes=20)
    ann.post("/desk/enter", BY_PHONE | {"csrf_token": token})
    sign_in(ann, "bo@example.org")
    assert "nobody listens" not in ann.get_page("/desk/enter").html
