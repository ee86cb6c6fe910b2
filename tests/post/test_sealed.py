"""Sealed letters: the council's own key opens them, to exactly what was typed, and nobody reads them on the way."""

import base64
import random
import subprocess
from dataclasses import replace
from datetime import timedelta

import pytest

from app.model.event import What
from app.post.acknowledgement import acknowledgement
from app.post.envelope import SEALED, LetterUnsafe, build
from app.post.letters import asking_letter, inbox_letter, issued_letter, reminder_letter
from tests.post.hostile import hostile
from tests.post.mailbox import BEGINS, ENDS, Mailbox
from tests.post.office import ADDRESSES, SEFTON, SUNDAY, amina, body_of, read

LONGEST = 20_000
URDU = "میری سماجی کارکن کبھی وقت پر نہیں آتی۔"
TYPED = {
    "plain": "My worker never comes when she says.",
    "emoji": "I am 😢 and my brother 👨‍👩‍👧 too 🏴󠁧󠁢󠁥󠁮󠁧󠁿",
    "Urdu": URDU,
    "NUL and other signs": "one\x00two\x0b\x1b[2J\u202e\u2028end",
    "line ends": "one\rtwo\r\nthree\n\rfour\n\n",
    "like a letter": "Content-Type: text/html\r\n\r\n.\r\n--\r\nFrom me\r\nBcc: x@example.org",
    "20,000 signs": (URDU + " 😢 long words\n") * (LONGEST // len(URDU)),
}
OUTSIDE = ["Subject", "From", "To", "Date", "Message-ID", "Auto-Submitted", "X-Auto-Response-Suppress"]


@pytest.fixture(scope="module")
def mailbox(tmp_path_factory) -> Mailbox:
    return Mailbox(tmp_path_factory.mktemp("mailbox"))


@pytest.fixture
def council(mailbox):
    return replace(SEFTON, mail_mode="sealed", mail_certificate=mailbox.certificate)


def letters_to(council, told, now=SUNDAY, words="planted message"):
    return [
        inbox_letter(told, council, ADDRESSES, now),
        asking_letter(told, council, What.MESSAGE, words, ADDRESSES, now, "1"),
        reminder_letter(told, council, now.date(), ADDRESSES, now),
        issued_letter(replace(told, reference="SEF-7K4M-2XQ8"), council, ADDRESSES, now),
    ]


@pytest.mark.parametrize("command", ["cms", "smime"])
@pytest.mark.parametrize("typed", TYPED.values(), ids=TYPED)
def test_it_opens_to_exactly_what_a_full_letter_says(council, mailbox, typed, command):
    told = amina(words=typed[:LONGEST], wish=typed[:200])
    for sealed, full in zip(letters_to(council, told, words=typed), letters_to(SEFTON, told, words=typed), strict=True):
        inside = mailbox.reads(sealed.message, command)
        assert dict(inside.items()) == {
            "Content-Transfer-Encoding": "base64",
            "Content-Type": 'text/plain; charset="utf-8"',
            "MIME-Version": "1.0",
        }
        assert not inside.defects
        assert inside.get_payload(decode=True) == read(full.message).get_payload(decode=True)
    assert len(TYPED["20,000 signs"]) >= LONGEST


def test_hostile_strings_stay_as_they_were_typed_and_change_no_header(council, mailbox):
    chance = random.Random(22)
    for number in range(40):
        added = hostile(chance)
        letter = asking_letter(amina(), council, What.MESSAGE, added, ADDRESSES, SUNDAY, str(number))
        assert list(read(letter.message).keys()) == [*OUTSIDE, *SEALED]
        inside = mailbox.reads(letter.message).get_payload(decode=True).decode("utf-8")
        assert inside.replace("\r\n", "\n").endswith(f"typed:\n{added.replace(chr(13) + chr(10), chr(10))}\n")


def test_outside_it_is_like_every_other_letter(council):
    told = amina()
    for sealed, full in zip(letters_to(council, told), letters_to(SEFTON, told), strict=True):
        outside, plain = read(sealed.message), read(full.message)
        for name in set(OUTSIDE) - {"Message-ID"}:
            assert outside[name] == plain[name]
        assert outside["Message-ID"] == f"<{sealed.id}@tell.example.org>"
        assert outside.get_content_type() == "application/pkcs7-mime"
        assert outside["Content-Type"].params["smime-type"] == "enveloped-data"
        assert sealed.recipient == full.recipient
        headers, _, body = sealed.message.partition(b"\r\n\r\n")
        assert max(map(len, headers.split(b"\r\n"))) <= 998 and max(map(len, body.split(b"\r\n"))) <= 78


def test_nobody_reads_it_on_the_way(council, mailbox, tmp_path):
    told = amina(words="planted words", wish="planted wish", name="planted name")
    secrets = [b"planted", b"young.example.com", b"desk/representations", told.id.encode(), b"text/plain"]
    for letter in letters_to(council, told):
        envelope = base64.b64decode(letter.message.partition(b"\r\n\r\n")[2])
        for secret in secrets:
            assert secret not in letter.message and secret not in envelope
            assert base64.b64encode(secret)[:-4] not in envelope, "nor as base64"
        with pytest.raises(subprocess.CalledProcessError):
            Mailbox(tmp_path / "somebody-else").opens(letter.message)


def test_it_is_sealed_with_aes_256_in_cbc_mode(council):
    letter = inbox_letter(amina(), council, ADDRESSES, SUNDAY)
    print_it = ["openssl", "cms", "-cmsout", "-print", "-noout"]
    shown = subprocess.run(print_it, input=letter.message, capture_output=True, check=True).stdout.decode()
    assert "pkcs7-envelopedData" in shown and "aes-256-cbc" in shown and "rsaEncryption" in shown


@pytest.mark.parametrize(
    ("now", "said"),
    [
        (ENDS + timedelta(seconds=1), "ended on Saturday 1 January 2028"),
        (BEGINS - timedelta(seconds=1), "begins only on Thursday 1 January 2026"),
    ],
)
def test_while_its_certificate_does_not_hold_a_letter_is_a_notice_and_says_why(council, now, said):
    told = amina(words="planted words", wish="planted wish", name="planted name")
    for letter in letters_to(council, told, now):
        body = body_of(letter.message)
        assert "planted" not in body and "young.example.com" not in body
        assert said in body and "new certificate" in body
        assert f"https://tell.example.org/desk/representations/{told.id}" in body
    assert council.mail_mode_at(now) == "notice"


def test_it_holds_to_the_last_second(council):
    assert [council.mail_mode_at(moment) for moment in (BEGINS, ENDS)] == ["sealed", "sealed"]


def test_without_any_certificate_it_is_a_notice_too():
    bare = replace(SEFTON, mail_mode="sealed")
    for letter in letters_to(bare, amina(words="planted words", name="planted name")):
        assert "planted" not in body_of(letter.message)
        assert "We have no certificate" in body_of(letter.message)


def test_a_letter_to_a_young_person_is_never_sealed(council):
    told = amina(reference="SEF-7K4M-2XQ8", issued_at=SUNDAY)
    letter = acknowledgement(told, council, ADDRESSES, SUNDAY, "acknowledgement-recorded:1")
    assert read(letter.message).get_content_type() == "text/plain"
    assert "SEF-7K4M-2XQ8" in body_of(letter.message)


@pytest.mark.parametrize(
    ("recipient", "subject"),
    [
        ("you@example.org\r\nBcc: x@example.org", "News"),
        ("you@example.org", "News\r\nBcc: x@example.org"),
        ("you@example.org", "😀 =?utf-8?q?=0ABcc=3A_x=40example=2Eorg?="),
    ],
)
def test_a_sealed_letter_with_any_other_outside_is_not_written(mailbox, recipient, subject):
    with pytest.raises(LetterUnsafe):
        build("0" * 32, "me@example.org", recipient, subject, "body", SUNDAY, mailbox.certificate)
