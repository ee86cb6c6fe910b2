"""`mail: {mode: sealed}`: the certificate beside council.yaml is good, or the mistake is named with its line."""

import re
from datetime import UTC, date, datetime, timedelta

import pytest
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.serialization import Encoding

from app.councils.certificate_file import NO_PEM
from app.councils.texts import LARGEST_FILE_BYTES
from app.councils.warnings import warnings
from tests.post.mailbox import BEGINS, ENDS, certificate_pem, private_pem, usage

COUNCIL, PEM = "sefton/council.yaml", "sefton/certificate.pem"
SEALED = "mode: sealed\n  certificate: certificate.pem"
KEY = rsa.generate_private_key(65537, 2048)
GOOD = certificate_pem(KEY)
DER = x509.load_pem_x509_certificate(GOOD.encode()).public_bytes(Encoding.DER)
TODAY = date(2026, 11, 22)


def sealed(editor, pem: str | bytes = GOOD, yaml: str = SEALED):
    editor.changes(COUNCIL, "mode: full", yaml)
    editor.writes(PEM, pem)
    return editor


def looks(editor, today: date = TODAY) -> list[str]:
    library = editor.library()
    found = warnings(library.shelf, library.councils, today)
    return [str(problem) for problem in found if "certificate" in str(problem)]


@pytest.mark.parametrize(
    "pem",
    [
        GOOD,
        GOOD.replace("\n", "\r\n"),
        "Bag Attributes: complaints\nsubject=/CN=complaints\n" + GOOD,
        certificate_pem(KEY, usage=usage(key_encipherment=True)),
    ],
    ids=["plain", "from Windows", "with notes before it", "for encryption"],
)
def test_a_good_certificate_is_taken(editor, pem):
    council = sealed(editor, pem).library().councils["sefton"]
    assert council.mail_mode == "sealed"
    assert (council.mail_certificate.begins_at, council.mail_certificate.ends_at) == (BEGINS, ENDS)
    assert council.mail_certificate.pem.startswith("-----BEGIN CERTIFICATE-----\n")
    assert looks(editor) == []


def test_a_council_that_seals_nothing_needs_no_certificate(editor):
    council = editor.library().councils["sefton"]
    assert (council.mail_mode, council.mail_certificate) == ("full", None)


@pytest.mark.parametrize(
    ("yaml", "stands_at", "said"),
    [
        ("mode: sealed", "mode: sealed", "add a line “certificate: certificate.pem”"),
        ("mode: sealed\n  certificate: null", "mode: sealed", "add a line “certificate: certificate.pem”"),
        ("mode: sealed\n  certificate: other.pem", "certificate: other", "there is no sefton/other.pem; put your"),
        ("mode: sealed\n  certificate: ../england/a.pem", "certificate: ..", "right in the folder sefton, such as"),
        ("mode: sealed\n  certificate: /etc/ssl/a.pem", "certificate: /", "right in the folder sefton"),
        ("mode: sealed\n  certificate: council.yaml", "certificate: council", "names a .pem file"),
        ("mode: sealed\n  certificate: [a.pem]", "certificate: [", "mail.certificate: input should be a valid string"),
    ],
)
def test_a_mistake_about_it_in_council_yaml_is_named_with_its_line(editor, yaml, stands_at, said):
    problem = sealed(editor, yaml=yaml).the_problem()
    assert (str(problem.path), problem.line) == (COUNCIL, editor.line_of(COUNCIL, stands_at))
    assert said in problem.what


@pytest.mark.parametrize(
    ("pem", "line", "said"),
    [
        ("", 1, NO_PEM),
        ("our certificate\n", 1, NO_PEM),
        (GOOD.replace("MII", "MIX", 1), 1, NO_PEM),
        (GOOD[: len(GOOD) // 2], 1, NO_PEM),
        (GOOD.replace(" CERTIFICATE", " CERTIFICATE REQUEST"), 1, NO_PEM),
        (DER, None, NO_PEM),
        (GOOD.encode("utf-16"), 1, NO_PEM),
        ("notes\n" + GOOD + private_pem(KEY), GOOD.count("\n") + 2, "this key is secret no more"),
        (GOOD + GOOD, 1, "leave only the one of your mailboxes"),
        ("\n" + certificate_pem(ec.generate_private_key(ec.SECP256R1())), 2, "no RSA key.* ask for one"),
        (certificate_pem(rsa.generate_private_key(65537, 1024)), 1, "1024 bits; ask for .* 2048"),
        (certificate_pem(KEY, usage=usage(digital_signature=True)), 1, "ask for one with “Key Encipherment”"),
    ],
    ids=[
        "empty", "words", "mistyped", "cut short", "a request", "DER", "UTF-16", "with its private key", "two",
        "no RSA key", "short key", "for signing",
    ],
)  # fmt: skip
def test_a_certificate_that_cannot_seal_is_refused_with_its_line(editor, pem, line, said):
    problem = sealed(editor, pem).the_problem()
    assert str(problem.path) == PEM
    assert problem.line == line or (line is None and problem.line)
    assert re.search(said, problem.what)


def test_it_is_never_read_from_outside_the_folder_nor_when_it_is_huge(editor, tmp_path):
    sealed(editor, GOOD + " " * LARGEST_FILE_BYTES)
    assert "make it shorter" in editor.the_problem().what
    editor.takes_away(PEM)
    (tmp_path / "elsewhere.pem").write_text(GOOD)
    (editor.root / PEM).symlink_to(tmp_path / "elsewhere.pem")
    assert "link out of the content folder" in editor.the_problem().what


def test_one_that_has_ended_does_not_stop_the_start(editor):
    ended = certificate_pem(KEY, datetime(2020, 1, 1, tzinfo=UTC), datetime(2021, 1, 1, tzinfo=UTC))
    council = sealed(editor, ended).library().councils["sefton"]
    assert council.mail_mode == "sealed"
    assert council.mail_mode_at(datetime(2026, 11, 22, tzinfo=UTC)) == "notice"


@pytest.mark.parametrize(
    ("today", "said"),
    [
        (ENDS.date() - timedelta(days=61), ""),
        (ENDS.date() - timedelta(days=60), "ends on 2028-01-01; .* have a new one made"),
        (ENDS.date(), "ends on 2028-01-01; .* have a new one made"),
        (ENDS.date() + timedelta(days=1), "ended on 2028-01-01: letters to you are notices.* put a new one here"),
        (BEGINS.date() - timedelta(days=1), "begins on 2026-01-01: letters to you are notices"),
    ],
)
def test_the_check_warns_before_it_ends_and_after(editor, today, said):
    found = looks(sealed(editor), today)
    assert len(found) == bool(said)
    for warning in found:
        assert warning.startswith(f"{COUNCIL}:{editor.line_of(COUNCIL, 'mode: sealed') + 1}: ")
        assert re.search(said, warning)


def test_the_check_warns_of_a_certificate_that_nothing_names(editor):
    sealed(editor).writes("sefton/old.pem", GOOD)
    library = editor.library()
    found = [problem for problem in warnings(library.shelf, library.councils, TODAY) if problem.path.suffix == ".pem"]
    assert [str(problem.path) for problem in found] == ["sefton/old.pem"]
    assert "name it in mail.certificate, or delete it" in found[0].what
