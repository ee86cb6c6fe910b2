"""A council's mailbox that opens sealed letters: a certificate to give away, and the private key to keep."""

import subprocess
from datetime import UTC, datetime
from email import policy
from email.message import EmailMessage
from email.parser import BytesParser
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from cryptography.x509.oid import NameOID

from app.councils.certificate import Certificate

BEGINS, ENDS = datetime(2026, 1, 1, tzinfo=UTC), datetime(2028, 1, 1, tzinfo=UTC)


class Mailbox:
    def __init__(self, folder: Path):
        folder.mkdir(exist_ok=True)
        self.key_file, self.certificate_file = folder / "key.pem", folder / "certificate.pem"
        key = rsa.generate_private_key(65537, 2048)
        self.key_file.write_text(private_pem(key))
        self.pem = certificate_pem(key)
        self.certificate_file.write_text(self.pem)
        self.certificate = Certificate(self.pem, BEGINS, ENDS)

    def opens(self, message: bytes, command: str = "cms") -> bytes:
        """What is inside, as OpenSSL opens it: `cms` or, as old mail programs do, `smime`."""
        keys = ["-inkey", self.key_file, "-recip", self.certificate_file]
        return subprocess.run(
            ["openssl", command, "-decrypt", *keys], input=message, capture_output=True, check=True, timeout=60
        ).stdout

    def reads(self, message: bytes, command: str = "cms") -> EmailMessage:
        return BytesParser(policy=policy.default).parsebytes(self.opens(message, command))


def certificate_pem(
    key, begins_at: datetime = BEGINS, ends_at: datetime = ENDS, usage: x509.KeyUsage | None = None
) -> str:
    """A certificate as a council would hand it over; signed by itself, which sealing does not mind."""
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "complaints@example.org")])
    builder = (
        x509.CertificateBuilder(subject_name=name, issuer_name=name, public_key=key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(begins_at)
        .not_valid_after(ends_at)
    )
    if usage:
        builder = builder.add_extension(usage, critical=True)
    return builder.sign(key, hashes.SHA256()).public_bytes(Encoding.PEM).decode("ascii")


def private_pem(key) -> str:
    return key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()).decode("ascii")


def usage(**may: bool) -> x509.KeyUsage:
    names = (
        "digital_signature", "content_commitment", "key_encipherment", "data_encipherment", "key_agreement",
        "key_cert_sign", "crl_sign", "encipher_only", "decipher_only",
    )  # fmt: skip
    return x509.KeyUsage(**(dict.fromkeys(names, False) | may))
