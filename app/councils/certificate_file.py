"""certificate.pem → Certificate. One that could not seal a letter, or should not stand here, is refused."""

import re
from pathlib import Path

from cryptography import x509
from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPublicKey
from cryptography.hazmat.primitives.serialization import Encoding

from app.councils.certificate import Certificate
from app.councils.files import Facts
from app.councils.problems import ContentError
from app.councils.shapes import MailShape
from app.councils.shelf import Shelf

FILE_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*\.pem")
BEGIN = "-----BEGIN "
PRIVATE = "PRIVATE KEY-----"
LEAST_BITS = 2048  # NIST SP 800-131A: no RSA key shorter than this
NO_PEM = f"this is no PEM certificate; export it as “Base-64 encoded X.509”, which begins with {BEGIN}CERTIFICATE"
UNREADABLE = (ValueError, TypeError, UnsupportedAlgorithm, x509.DuplicateExtension, x509.UnsupportedGeneralNameType)


def read_certificate(shelf: Shelf, facts: Facts, slug: str, mail: MailShape) -> Certificate | None:
    """The certificate that council.yaml names, or None. Raises ContentError if letters could not be sealed with it.

    One that has ended is no error: the site must start all the same. `Council.mail_mode_at` sees to that.
    """
    if not mail.certificate:
        if mail.mode == "sealed":
            why = "mail.mode is sealed, so we need your certificate; add a line “certificate: certificate.pem” below"
            raise ContentError(facts.path, facts.line_of("mail", "mode"), why)
        return None
    line = facts.line_of("mail", "certificate")
    if not FILE_NAME.fullmatch(mail.certificate):
        why = f"mail.certificate names a .pem file right in the folder {slug}, such as certificate.pem; write it so"
        raise ContentError(facts.path, line, why)
    name = f"{slug}/{mail.certificate}"
    if not shelf.is_there(name):
        raise ContentError(facts.path, line, f"mail.certificate: there is no {name}; put your certificate there")
    return _certificate(Path(name), _text(shelf, name))


def _text(shelf: Shelf, name: str) -> str:
    try:
        return shelf.text(name)
    except ContentError as error:
        if not error.problem.line:
            raise
        # Bytes that are no text: nearly always a certificate in DER, which cannot be mended by typing.
        raise ContentError(Path(name), error.problem.line, NO_PEM) from None


def _certificate(path: Path, text: str) -> Certificate:
    if PRIVATE in text:
        why = "a private key is in this file; take it out, and have a new certificate made: this key is secret no more"
        raise ContentError(path, _line(text, PRIVATE), why)
    try:
        read, *more = x509.load_pem_x509_certificates(text.encode("utf-8"))
        key, usage = read.public_key(), _usage(read)
        begins_at, ends_at = read.not_valid_before_utc, read.not_valid_after_utc
    except UNREADABLE:
        raise ContentError(path, 1, NO_PEM) from None
    line = _line(text, BEGIN)
    if more:
        raise ContentError(path, line, "several certificates are in this file; leave only the one of your mailboxes")
    if not isinstance(key, RSAPublicKey):
        raise ContentError(path, line, "this certificate has no RSA key, and we can seal for no other; ask for one")
    if key.key_size < LEAST_BITS:
        why = f"its key has {key.key_size} bits; ask for a certificate whose key has {LEAST_BITS} or more"
        raise ContentError(path, line, why)
    if usage and not usage.key_encipherment:
        raise ContentError(path, line, "this certificate is not for encryption; ask for one with “Key Encipherment”")
    certificate = Certificate(read.public_bytes(Encoding.PEM).decode("ascii"), begins_at, ends_at)
    try:
        certificate.seal(b"")  # rather now than when a child's words wait for it
    except UNREADABLE:
        raise ContentError(path, line, "nothing can be sealed with this certificate; ask for another") from None
    return certificate


def _usage(certificate: x509.Certificate) -> x509.KeyUsage | None:
    """What its key is for; None when it does not say, and so is for anything."""
    try:
        return certificate.extensions.get_extension_for_class(x509.KeyUsage).value
    except x509.ExtensionNotFound:
        return None


def _line(text: str, sign: str) -> int:
    return text.count("\n", 0, text.index(sign)) + 1
