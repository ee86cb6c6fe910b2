"""MAIL_URL says how letters leave; a wrong one says how to mend it. And the mail folder."""

import os

import pytest

from app.post import maildir
from app.post.letters import inbox_letter
from app.post.smtp import Security
from app.post.transports import MailUrlWrong, sender_for
from tests.post.office import ADDRESSES, SEFTON, SUNDAY, amina


@pytest.mark.parametrize(
    ("url", "port", "security"),
    [
        ("smtp://mail.example.org", 587, Security.STARTTLS),
        ("smtp://mail.example.org:25", 25, Security.STARTTLS),
        ("smtp://10.0.0.1", 587, Security.STARTTLS),
        ("smtps://mail.example.org", 465, Security.FROM_THE_START),
        ("smtps://localhost", 465, Security.FROM_THE_START),
        ("smtp://localhost:1025", 1025, Security.NONE),
        ("smtp://127.0.0.1:1025", 1025, Security.NONE),
        ("smtp://[::1]:1025", 1025, Security.NONE),
        ("smtp://localhost.example.org", 587, Security.STARTTLS),
    ],
)
def test_nothing_leaves_this_machine_in_the_open(url, port, security):
    server = sender_for(url).__self__
    assert (server.port, server.security) == (port, security)
    assert server.context.check_hostname and server.context.verify_mode.name == "CERT_REQUIRED"


def test_user_and_password_may_hold_any_sign_and_are_never_shown():
    server = sender_for("smtp://us%40er:p%3Aa%2Fs%40s@mail.example.org").__self__
    assert (server.user, server.password) == ("us@er", "p:a/s@s")
    assert "p:a/s@s" not in repr(server)


@pytest.mark.parametrize(
    "url",
    [
        "", "mail.example.org", "http://mail.example.org", "smtp://", "smtp://mail.example.org:port", "maildir:",
        "smtp://mail.example.org:99999", "smtp://mail.example.org/inbox", "smtp://mail.example.org?tls=no",
        "smtp://mail.example.org?ca=/no/such/file", "smtp://u:secret@mail.example.org?ca=",
    ],
)  # fmt: skip
def test_a_wrong_url_says_how_to_mend_it(url):
    if url.endswith("?ca="):
        assert sender_for(url).__self__.security is Security.STARTTLS  # an empty one is none
        return
    with pytest.raises(MailUrlWrong, match="give smtp://") as wrong:
        sender_for(url)
    assert "secret" not in str(wrong.value)


def message(now=SUNDAY) -> bytes:
    return inbox_letter(amina(), SEFTON, ADDRESSES, now).message


def found(folder) -> list[bytes]:
    return [path.read_bytes() for part in ("new", "cur") for path in sorted((folder / part).iterdir())]


def test_a_letter_is_in_the_folder_once_however_often_it_comes(tmp_path):
    folder = tmp_path / "mail"
    send, first, second = sender_for(f"maildir:{folder}"), message(), message(SUNDAY.replace(hour=11))
    for one in (second, first, first, second):
        send(one, "a@example.org", "b@example.org")
    assert found(folder) == [first, second], "by date, and none twice"
    assert list((folder / "tmp").iterdir()) == []


def test_a_letter_that_was_read_does_not_come_again(tmp_path):
    send, one = sender_for(f"maildir:{tmp_path}"), message()
    send(one, "a@example.org", "b@example.org")
    [new] = (tmp_path / "new").iterdir()
    new.rename(tmp_path / "cur" / f"{new.name}:2,S")
    send(one, "a@example.org", "b@example.org")
    assert found(tmp_path) == [one]


def test_only_its_owner_reads_the_folder(tmp_path):
    folder = tmp_path / "mail"
    sender_for(f"maildir:{folder}")(message(), "a@example.org", "b@example.org")
    [new] = (folder / "new").iterdir()
    assert new.stat().st_mode & 0o077 == 0
    assert all((folder / part).stat().st_mode & 0o077 == 0 for part in maildir.FOLDERS)


def test_a_full_disk_leaves_nothing_half_written(tmp_path, monkeypatch):
    def full(handle):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space"):
        sender_for(f"maildir:{tmp_path}")(message(), "a@example.org", "b@example.org")
    assert list((tmp_path / "tmp").iterdir()) == []
    assert found(tmp_path) == []


def test_no_message_can_choose_a_name_outside_the_folder(tmp_path):
    hostile = message().replace(b"Message-ID: <", b"Message-ID: <../../x")
    with pytest.raises(ValueError):
        sender_for(f"maildir:{tmp_path}")(hostile, "a@example.org", "b@example.org")
