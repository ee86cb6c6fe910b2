"""Letters hold exactly the headers we mean, and the words exactly as they were typed."""

import base64
import random
import re
from dataclasses import replace
from datetime import date

import pytest

from app.model.event import What
from app.model.representation import Account, Answer, Feeling, Kind, OnBehalfOf, SafeContact, Telling, Way
from app.post.envelope import LetterUnsafe, build, check
from app.post.letters import ASKED, NEW, asking_letter, inbox_letter, issued_letter, reminder_letter
from tests.post.hostile import hostile
from tests.post.office import ADDRESSES, NOTICE, SEFTON, SUNDAY, amina, body_of, read

HEADERS = [
    "Subject", "From", "To", "Date", "Message-ID", "Auto-Submitted", "X-Auto-Response-Suppress",
    "Content-Transfer-Encoding", "Content-Type", "MIME-Version",
]  # fmt: skip
HOW_MANY_HOSTILE = 10_000


def hostile_representation(chance: random.Random):
    return amina(
        kind=chance.choice(list(Kind)),
        words=hostile(chance),
        wish=hostile(chance),
        name=hostile(chance),
        telling=Telling.FAMILY,
        on_behalf_of=OnBehalfOf(name=hostile(chance), knows=Answer.YES, agrees=Answer.NOT_SURE),
        contact=SafeContact(way=Way.LETTER, where=hostile(chance)),
    )


def lines_ours(words: str) -> str:
    return words.replace("\r\n", "\n")


def check_outside(letter, subjects: set[str]) -> str:
    """Read without the email package, which may be wrong in the same way twice. The body, for more."""
    head, _, body = letter.message.partition(b"\r\n\r\n")
    lines = head.decode("ascii").split("\r\n")
    assert [line.partition(": ")[0] for line in lines] == HEADERS, "one line a header, and no other"
    assert lines[0].removeprefix("Subject: ") in subjects
    assert lines[2] == f"To: {letter.recipient}" and letter.recipient.endswith("@example.org")
    assert not re.search(rb"[^\r]\n|\r[^\n]", letter.message), "every line ends as mail's do"
    assert max(map(len, letter.message.split(b"\r\n"))) <= 78
    return lines_ours(base64.b64decode(body).decode("utf-8"))


def test_10_000_hostile_strings_change_no_header_and_stay_as_they_were_typed():
    chance, seen = random.Random(20261122), 0
    while seen < HOW_MANY_HOSTILE:
        told = hostile_representation(chance)
        body = check_outside(inbox_letter(told, SEFTON, ADDRESSES, SUNDAY), set(NEW.values()))
        fields = (told.words, told.wish, told.name, told.on_behalf_of.name, told.contact.where)
        for words in fields:
            assert f"\n{lines_ours(words)}\n" in body
        seen += len(fields)


def test_hostile_strings_added_later_stay_as_they_were_typed():
    chance, told = random.Random(22), amina()
    for number in range(300):
        added = hostile(chance)
        letter = asking_letter(told, SEFTON, What.MESSAGE, added, ADDRESSES, SUNDAY, str(number))
        assert check_outside(letter, set(ASKED.values())).endswith(f"typed:\n{lines_ours(added)}\n")


def test_the_words_survive_whatever_their_line_ends():
    words = "one\rtwo\r\nthree\n\rfour\x00\n\n"
    body = read(inbox_letter(amina(words=words), SEFTON, ADDRESSES, SUNDAY).message).get_payload(decode=True).decode()
    assert "\r\none\rtwo\r\nthree\r\n\rfour\x00\r\n\r\n\r\n" in body


def test_how_it_felt_when_it_was_and_who_was_there_go_with_it_and_only_what_was_said():
    whole = Account(feeling=Feeling.SCARED, when="every\nTuesday", on=date(2026, 11, 2), who_was_there="Dee")
    body = body_of(inbox_letter(amina(account=whole), SEFTON, ADDRESSES, SUNDAY).message)
    for said in (
        "How it feels:\nScared",
        "When it was:\nevery\nTuesday",
        "Monday 2 November 2026",
        "Who was there:\nDee",
    ):
        assert said in lines_ours(body)
    body = body_of(inbox_letter(amina(account=Account(when="today")), SEFTON, ADDRESSES, SUNDAY).message)
    assert "When it was" in body and not any(label in body for label in ("How it feels", "The day", "Who was there"))


@pytest.mark.parametrize("kind", Kind)
def test_a_notice_says_only_that_something_came_and_where(kind):
    told = amina(kind=kind, words="planted words", wish="planted wish", name="planted name")
    for letter in (
        inbox_letter(told, NOTICE, ADDRESSES, SUNDAY),
        asking_letter(told, NOTICE, What.MESSAGE, "planted message", ADDRESSES, SUNDAY, "1"),
        reminder_letter(told, SEFTON, SUNDAY.date(), ADDRESSES, SUNDAY),
        issued_letter(replace(told, reference="SEF-7K4M-2XQ8"), SEFTON, ADDRESSES, SUNDAY),
    ):
        body = body_of(letter.message)
        assert "planted" not in body and "young.example.com" not in body
        assert f"https://tell.example.org/desk/representations/{told.id}" in body


@pytest.mark.parametrize(
    ("kind", "inbox"),
    [
        (Kind.COMPLAINT, "complaints@example.org"),
        (Kind.COMMENT, "comments@example.org"),
        (Kind.COMPLIMENT, "comments@example.org"),
        (Kind.ADVOCATE, "advocacy@example.org"),
    ],
)
def test_each_kind_goes_to_its_own_inbox(kind, inbox):
    assert inbox_letter(amina(kind=kind), SEFTON, ADDRESSES, SUNDAY).recipient == inbox


@pytest.mark.parametrize("what", [What.MESSAGE, What.ASKED_NEXT_STAGE, What.ASKED_ADVOCATE, What.ASKED_TO_STOP])
def test_what_is_asked_later_quotes_the_reference_and_nothing_else(what):
    told = amina(reference="SEF-7K4M-2XQ8")
    letter = asking_letter(told, SEFTON, what, "please", ADDRESSES, SUNDAY, "1")
    subject = read(letter.message)["Subject"]
    assert subject.endswith(": SEF-7K4M-2XQ8") and "Amina" not in subject
    assert (letter.recipient == "advocacy@example.org") == (what is What.ASKED_ADVOCATE)


def test_the_date_and_id_are_fixed_when_it_is_written():
    letter = inbox_letter(amina(), SEFTON, ADDRESSES, SUNDAY)
    message = read(letter.message)
    assert message["Date"] == "Sun, 22 Nov 2026 10:00:00 +0000"
    assert message["Message-ID"] == f"<{letter.id}@tell.example.org>"
    assert (message["Auto-Submitted"], message["X-Auto-Response-Suppress"]) == ("auto-generated", "All")


@pytest.mark.parametrize(
    ("sender", "recipient", "subject"),
    [
        ("me@example.org", "you@example.org\r\nBcc: x@example.org", "News"),
        ("me@example.org", "you@example.org, x@example.org", "News"),
        ("me@example.org", "You <you@example.org>", "News"),
        ("me@example.org", "", "News"),
        ("Council <me@example.org>", "you@example.org", "News"),
        ("me@example.org", "you@example.org", "News\r\nBcc: x@example.org"),
        ("me@example.org", "you@example.org", "😀 =?utf-8?q?=0ABcc=3A_x=40example=2Eorg?="),
        ("me@example.org", "you@example.org", "=?utf-8?q?=0D=0ABcc:_x@example.org?="),
    ],
)
def test_a_letter_with_any_other_outside_is_not_written(sender, recipient, subject):
    with pytest.raises(LetterUnsafe):
        build("0" * 32, sender, recipient, subject, "body", SUNDAY)


def test_a_council_with_a_long_host_name_is_written_to_like_any_other():
    sender = "no-reply@central-bedfordshire.example.org"
    letter = build("0" * 32, sender, "inbox@central-bedfordshire.example.org", "News", "body", SUNDAY)
    assert f"\r\nMessage-ID: <{'0' * 32}@central-bedfordshire.example.org>\r\n".encode() in letter


def test_a_letter_with_a_header_too_many_is_found_out():
    good = build("0" * 32, "me@example.org", "you@example.org", "Naïve news 😀", "body", SUNDAY)
    expected = {name: str(value) for name, value in read(good).items()}
    check(good, expected, b"body")
    for bad in (
        b"Bcc: x@example.org\r\n" + good,
        good.replace(b"Date:", b"Date: x\r\nDate:"),
        good.replace(b"Ym9keQ", b"Ym9keg"),
    ):
        with pytest.raises(LetterUnsafe):
            check(bad, expected, b"body")
