"""Letters leave encrypted, to a server whose certificate was checked; or they wait. Nothing hangs for ever."""

import smtplib
import socket
import ssl
import time

import pytest

from app.post.transports import sender_for
from tests.post.certificates import Authority
from tests.post.office import letter
from tests.post.servers import DRIP, DROP, HOST, SILENCE, STEPS, BadServer, MailRoom, free_port

FROM, TO = "no-reply@tell.example.org", "complaints@example.org"
MESSAGE = letter().message + b"\r\n.\r\n..dots at the start of a line\r\n"


@pytest.fixture(scope="module")
def authority(tmp_path_factory):
    return Authority(tmp_path_factory.mktemp("trusted"), "trusted")


@pytest.fixture(scope="module")
def stranger(tmp_path_factory):
    return Authority(tmp_path_factory.mktemp("stranger"), "stranger")


def test_a_letter_arrives_byte_for_byte(mail_room):
    sender_for(mail_room.url())(MESSAGE, FROM, TO)
    assert mail_room.received == [(FROM, TO, MESSAGE)]


@pytest.mark.parametrize("from_the_start", [False, True], ids=["STARTTLS", "smtps"])
def test_a_letter_arrives_encrypted(authority, from_the_start):
    scheme = "smtps" if from_the_start else "smtp"
    with MailRoom(authority.server(), from_the_start) as room:
        sender_for(room.url(scheme, ca=authority.file))(MESSAGE, FROM, TO)
        assert room.messages == [MESSAGE]


@pytest.mark.parametrize("from_the_start", [False, True], ids=["STARTTLS", "smtps"])
@pytest.mark.parametrize("wrong", ["a stranger's", "for another host", "expired", "not one we were told of"])
def test_no_letter_goes_to_a_server_with_a_wrong_certificate(authority, stranger, wrong, from_the_start):
    shown = {
        "a stranger's": lambda: stranger.server(),
        "for another host": lambda: authority.server("mail.example.org"),
        "expired": lambda: authority.server(days=-1),
        "not one we were told of": lambda: authority.server(),
    }[wrong]()
    trusted = stranger.file if wrong.startswith("not one") else authority.file
    with MailRoom(shown, from_the_start) as room:
        send = sender_for(room.url("smtps" if from_the_start else "smtp", ca=trusted))
        with pytest.raises(ssl.SSLCertVerificationError):
            send(MESSAGE, FROM, TO)
        assert room.messages == []


def test_no_letter_goes_where_encryption_is_not_offered(authority, mail_room):
    with pytest.raises(smtplib.SMTPNotSupportedError):
        sender_for(mail_room.url(ca=authority.file))(MESSAGE, FROM, TO)
    assert mail_room.messages == []


def test_a_server_that_refuses(authority):
    with pytest.raises(ConnectionRefusedError):
        sender_for(f"smtp://{HOST}:{free_port()}")(MESSAGE, FROM, TO)


@pytest.mark.parametrize("code", [b"451 later", b"421 closing", b"554 never"], ids=["451", "421", "554"])
@pytest.mark.parametrize("step", STEPS)
def test_a_server_that_says_no(step, code):
    with BadServer(step, code) as server, pytest.raises(smtplib.SMTPException):
        sender_for(server.url)(MESSAGE, FROM, TO)
    assert server.accepted == []


@pytest.mark.parametrize("step", STEPS)
@pytest.mark.parametrize("fault", [DROP, SILENCE, DRIP], ids=["drops the line", "says nothing", "one byte at a time"])
def test_a_server_that_breaks_off_or_hangs(step, fault):
    began = time.monotonic()
    with BadServer(step, fault) as server, pytest.raises(OSError):
        sender_for(server.url, connect_seconds=0.3, whole_seconds=0.6)(MESSAGE, FROM, TO)
    assert time.monotonic() - began < 3
    assert server.accepted == []


@pytest.mark.parametrize("scheme", ["smtp", "smtps"])
def test_a_black_hole(scheme, authority):
    """It takes the call and never speaks, not even to shake hands."""
    with socket.create_server((HOST, 0)) as hole:
        port = hole.getsockname()[1]
        began = time.monotonic()
        with pytest.raises(TimeoutError):
            sender_for(f"{scheme}://{HOST}:{port}?ca={authority.file}", 5, 0.3)(MESSAGE, FROM, TO)
        assert time.monotonic() - began < 3


@pytest.mark.parametrize("fault", [DROP, b"500 what", SILENCE], ids=["drops", "500", "says nothing"])
def test_how_the_server_parts_is_nothing_to_the_letter(fault):
    with BadServer("QUIT", fault) as server:
        sender_for(server.url, connect_seconds=0.3)(MESSAGE, FROM, TO)
        assert len(server.accepted) == 1
