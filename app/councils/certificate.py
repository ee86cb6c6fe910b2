"""The certificate that letters to a council are sealed with: S/MIME, as their mail programs open it."""

from dataclasses import dataclass
from datetime import date, datetime

from cryptography import x509
from cryptography.hazmat.primitives.ciphers.algorithms import AES256
from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.hazmat.primitives.serialization.pkcs7 import PKCS7EnvelopeBuilder, PKCS7Options


@dataclass(frozen=True)
class Certificate:
    pem: str
    begins_at: datetime
    ends_at: datetime

    @property
    def begins_on(self) -> date:
        return self.begins_at.date()

    @property
    def ends_on(self) -> date:
        return self.ends_at.date()

    def holds_at(self, now: datetime) -> bool:
        return self.begins_at <= now <= self.ends_at

    def seal(self, content: bytes) -> bytes:
        """A CMS envelope (EnvelopedData, AES-256-CBC, DER) that only the holder of the private key can open."""
        envelope = PKCS7EnvelopeBuilder().set_data(content).set_content_encryption_algorithm(AES256)
        recipient = x509.load_pem_x509_certificate(self.pem.encode("ascii"))
        # Binary: sealed as it is. Without it line ends would be changed.
        return envelope.add_recipient(recipient).encrypt(Encoding.DER, [PKCS7Options.Binary])
