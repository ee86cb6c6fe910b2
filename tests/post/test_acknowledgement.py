"""The young person hears in the way they said is safe, and as fully as they said is safe there."""

import random
import re
from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import select

from app.model.representation import Kind, SafeContact, Telling, Way
from app.post.acknowledgement import acknowledge, acknowledgement, receipt
from app.post.addresses import Addresses, find_email
from app.records import outbox, tasks
from app.records.tables import letter as letters_table
from tests.post.hostile import hostile
from tests.post.office import ADDRESSES, ONLY_NEWS, SEFTON, SUNDAY, amina, body_of, keep, read
from tests.post.test_letters import HEADERS

# What must never be read over a shoulder. Whoever sees the message must learn nothing from it.
FORBIDDEN = (
    "complain", "social", "worker", "council", "code", "care", "reference", "number", "officer", "advocate", "child",
    "safe", "team", "told", "sefton", "amina", "sef-",
)  # fmt: skip
CODE = "4821 0937 5562 1408"


def recorded(**facts):
    told = amina(words="planted words", wish="planted wish", recorded_at=SUNDAY, issued_at=SUNDAY)
    given = {"reference": "SEF-7K4M-2XQ8", "contact_name": "Bev Hughes", "contact_details": "0151 496 0002"}
    return replace(told, **(given | facts))


def written(told):
    return acknowledgement(told, SEFTON, ADDRESSES, SUNDAY, "acknowledgement-recorded:1")


@pytest.mark.parametrize("kind", Kind)
def test_news_says_nothing_but_that_there_is_some_and_where(kind):
    letter = written(recorded(kind=kind, contact=ONLY_NEWS))
    body = body_of(letter.message)
    follow = "https://tell.example.org/sefton/en/follow"
    assert follow in body
    said = (read(letter.message)["Subject"] + body.replace(follow, "")).lower()
    assert not [word for word in FORBIDDEN if word in said]
    assert letter.purpose == "news"
    assert read(letter.message)["Subject"] == "There is news for you"


def test_news_in_full_by_the_word():
    assert body_of(written(recorded(contact=ONLY_NEWS)).message) == (
        "Hello,\n\nThere is news for you.\n\nYou can look when it is a good time for you:\n"
        "https://tell.example.org/sefton/en/follow\n\nPlease do not answer this message. Nobody reads the answers.\n"
    )


def test_in_full_it_gives_the_number_whom_to_ask_and_the_day_of_the_answer():
    letter = written(recorded())
    body = body_of(letter.message)
    for said in ("SEF-7K4M-2XQ8", "Bev Hughes", "0151 496 0002", "Friday 4 December 2026", "/sefton/en/follow"):
        assert said in body
    assert read(letter.message)["Subject"] == "There is news for you"
    assert "planted" not in body and "Amina" not in body
    assert not re.search(r"\d{4} \d{4}", body), "no code"
    longest = max(re.split(r"[.:\n]", body.replace("https://tell.example.org", "")), key=lambda text: len(text.split()))
    assert len(longest.split()) <= 12, longest


def test_only_a_complaint_is_given_a_day_and_only_a_child_is_reassured():
    compliment = body_of(written(recorded(kind=Kind.COMPLIMENT, answer_due_on=None)).message)
    assert "due by" not in compliment and "trouble" not in compliment
    assert "trouble" in body_of(written(recorded()).message)
    assert "trouble" not in body_of(written(recorded(telling=Telling.ADVOCATE)).message)


def test_what_the_clock_issued_says_who_to_ask_until_somebody_picks_it_up_and_that_it_is_late():
    by_the_clock = recorded(recorded_at=None, contact_name="Complaints team")
    assert "ask the team" in body_of(written(by_the_clock).message)
    assert "later than we said" not in body_of(written(by_the_clock).message)
    late = replace(by_the_clock, issued_at=SUNDAY + timedelta(days=9))
    assert "later than we said" in body_of(written(late).message)


def test_a_receipt_says_that_we_have_it_and_by_which_day_and_nothing_of_what_it_is():
    told = amina(words="planted words", wish="planted wish")
    letter = receipt(told, SEFTON, ADDRESSES, SUNDAY)
    assert (letter.purpose, read(letter.message)["Subject"]) == ("receipt", "There is news for you")
    assert body_of(letter.message) == (
        "Hello,\n\nWe have what you sent. Thank you.\n\n"
        "You get your reference number by Wednesday 25 November 2026.\nWe also say then who you can ask about it.\n\n"
        "You can see where things are at any time. Use the code you wrote down:\n"
        "https://tell.example.org/sefton/en/follow\n\nPlease do not answer this message. Nobody reads the answers.\n"
    )


@pytest.mark.parametrize(
    "contact",
    [ONLY_NEWS, SafeContact(), *(SafeContact(way=way, where="a@example.org", may_say_more=True) for way in Way)],
)
def test_a_receipt_goes_only_to_an_email_address_where_details_are_safe(contact):
    letter = receipt(amina(contact=contact), SEFTON, ADDRESSES, SUNDAY)
    assert (letter is not None) == (contact.way is Way.EMAIL and contact.may_say_more)


def acknowledge_all(records, *all_told):
    keep(records, replace(all_told[0], reference="", issued_at=None))
    with records.writing() as db:
        for told in all_told:
            acknowledge(db, told, SEFTON, ADDRESSES, SUNDAY)
        purposes = db.execute(select(letters_table.c.purpose).order_by(letters_table.c.number)).scalars().all()
        return purposes, tasks.of(db, all_told[0].id)


def test_email_goes_as_a_letter_once(any_records):
    told = recorded()
    purposes, set_tasks = acknowledge_all(any_records, told, told)
    assert (purposes, set_tasks) == (["acknowledgement"], [])


def test_when_a_person_records_what_the_clock_issued_there_is_news_again(records):
    told = recorded()
    assert acknowledge_all(records, replace(told, recorded_at=None), told)[0] == ["acknowledgement"] * 2


def test_a_task_that_nobody_has_done_is_not_set_twice(records):
    told = recorded(contact=SafeContact(way=Way.CALL, where="0151 496 0001"))
    assert len(acknowledge_all(records, replace(told, recorded_at=None), told)[1]) == 1


@pytest.mark.parametrize("way", [Way.TEXT, Way.CALL, Way.LETTER, Way.PERSON])
def test_any_other_way_is_for_a_person(records, way):
    told = recorded(contact=SafeContact(way=way, where="somewhere", may_say_more=True))
    purposes, [task] = acknowledge_all(records, told)
    assert purposes == [] and task.due_on == told.reference_due_on


def test_who_comes_back_with_their_code_is_written_to_by_nobody(records):
    assert acknowledge_all(records, recorded(contact=SafeContact(way=Way.CODE))) == ([], [])


def test_an_address_no_machine_can_write_to_is_for_a_person(records):
    told = recorded(contact=SafeContact(way=Way.EMAIL, where="amina at home"))
    purposes, [task] = acknowledge_all(records, told)
    assert purposes == []


def test_there_must_be_a_number_to_tell(records):
    with records.writing() as db, pytest.raises(ValueError, match="issue the reference"):
        acknowledge(db, amina(), SEFTON, ADDRESSES, SUNDAY)


def test_hostile_addresses_change_no_header():
    chance, written_to = random.Random(22), 0
    for number in range(2_000):
        where = f"{hostile(chance)}@example.com" if number % 2 else f"a{number}@{hostile(chance)}example.com"
        if find_email(where) is None:
            continue
        letter = written(recorded(contact=SafeContact(way=Way.EMAIL, where=where)))
        head = letter.message.partition(b"\r\n\r\n")[0].decode("ascii")
        assert [line.partition(": ")[0] for line in head.split("\r\n")] == HEADERS
        assert letter.recipient.count("@") == 1 and letter.recipient == read(letter.message)["To"]
        written_to += 1
    assert written_to


@pytest.mark.parametrize(
    ("typed", "address"),
    [
        (" amina@young.example.com\n", "amina@young.example.com"),
        ("o'brien+x@a-b.example", "o'brien+x@a-b.example"),
        ("zoe@münchen.example", "zoe@xn--mnchen-3ya.example"),
        ("a" * 64 + "@example.com", "a" * 64 + "@example.com"),
        ("a" * 65 + "@example.com", None),
        ("zoë@example.com", None),
        ("a@b", None),
        ("a..b@example.com", None),
        ('"a b"@example.com', None),
        ("a@example.com, b@example.com", None),
        ("a@example.com\r\nBcc: b@example.com", None),
        ("=?utf-8?q?a?=@example.com", None),
        ("a@" + "x" * 100_000, None),
        ("a@-b.example.com", None),
        ("@example.com", None),
        ("", None),
    ],
)
def test_only_plain_addresses_are_written_to_by_machine(typed, address):
    assert find_email(typed) == address


def test_the_desk_may_live_on_another_host():
    apart = Addresses("https://tell.example.org", "desk.example.org")
    assert apart.of_desk("1") == "https://desk.example.org/desk/representations/1"
    assert apart.of_follow("sefton", "en") == "https://tell.example.org/sefton/en/follow"


def test_a_letter_that_was_acknowledged_is_in_the_outbox(records):
    told = keep(records, amina())
    with records.writing() as db:
        acknowledge(db, replace(recorded(), id=told.id), SEFTON, ADDRESSES, SUNDAY)
        assert outbox.oldest_unsent_at(db) == SUNDAY
