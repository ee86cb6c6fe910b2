"""The vault: what a child wrote, and who they are, is encrypted field by field.

AES-256-GCM. The table, row and field are bound in as associated data, so that a sealed value copied to
another row or field does not open. The keys are a ring kept outside the database: the first seals, all open.
"""

import base64
import binascii
import hashlib
import hmac
import json
import os
from collections.abc import Mapping
from dataclasses import dataclass, field

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

NONCE_BYTES = 12
KEY_BYTES = 32


class VaultKeysWrong(ValueError):
    """VAULT_KEYS is not a ring of keys. The message says how to mend it."""


class CannotOpen(ValueError):
    """Sealed with a key we do not have, or not sealed for this row and field."""


@dataclass(frozen=True)
class Vault:
    """A ring of keys by name, the current one first."""

    keys: Mapping[str, bytes] = field(repr=False)

    def seal(self, text: str, table: str, row: str, field: str) -> bytes:
        return self.seal_bytes(text.encode("utf-8"), table, row, field)

    def open(self, sealed: bytes, table: str, row: str, field: str) -> str:
        """Raises CannotOpen if the key is gone or the value belongs elsewhere."""
        return self.open_bytes(sealed, table, row, field).decode("utf-8")

    def seal_json(self, value: object, table: str, row: str, field: str) -> bytes:
        return self.seal(json.dumps(value, ensure_ascii=False), table, row, field)

    def open_json(self, sealed: bytes, table: str, row: str, field: str):
        return json.loads(self.open(sealed, table, row, field))

    def seal_bytes(self, plain: bytes, table: str, row: str, field: str) -> bytes:
        name, key = next(iter(self.keys.items()))
        nonce = os.urandom(NONCE_BYTES)
        label = name.encode("ascii")
        return bytes([len(label)]) + label + nonce + AESGCM(key).encrypt(nonce, plain, _place(table, row, field))

    def open_bytes(self, sealed: bytes, table: str, row: str, field: str) -> bytes:
        name = key_name(sealed)
        if name not in self.keys:
            raise CannotOpen(f"{table}.{field} is sealed with the key {name}, which is not in VAULT_KEYS")
        start = 1 + len(name) + NONCE_BYTES
        nonce, sealed_text = sealed[start - NONCE_BYTES : start], sealed[start:]
        try:
            return AESGCM(self.keys[name]).decrypt(nonce, sealed_text, _place(table, row, field))
        except (InvalidTag, ValueError):  # ValueError: it is cut off, and has no whole nonce
            raise CannotOpen(f"{table}.{field} does not open: wrong key or wrong row") from None

    @property
    def current(self) -> str:
        """The name of the key that seals."""
        return next(iter(self.keys))


def key_name(sealed: bytes) -> str:
    """Which key sealed this. The name stands in front, in the open."""
    return sealed[1 : 1 + sealed[0]].decode("ascii", "replace") if sealed else ""


def read_keys(text: str) -> Vault:
    """The vault for VAULT_KEYS, such as `2026:BASE64` or `2027:BASE64,2026:BASE64`, the current key first.

    Raises VaultKeysWrong if it is not.
    """
    keys = {}
    for part in filter(None, (part.strip() for part in text.split(","))):
        name, _, encoded = part.partition(":")
        try:
            key = base64.b64decode(encoded, validate=True)
        except (binascii.Error, ValueError):
            key = b""
        if not (name.isascii() and name.isalnum() and len(name) <= 32) or len(key) != KEY_BYTES or name in keys:
            raise VaultKeysWrong(
                "VAULT_KEYS must be NAME:KEY, or several with commas between, the current one first;"
                " NAME letters and digits, KEY 32 random bytes in base64 (openssl rand -base64 32)"
            )
        keys[name] = key
    if not keys:
        raise VaultKeysWrong("VAULT_KEYS is empty: give NAME:KEY with KEY from openssl rand -base64 32")
    return Vault(keys)


def new_key() -> str:
    """A fresh key, in the form VAULT_KEYS wants."""
    return base64.b64encode(os.urandom(KEY_BYTES)).decode("ascii")


def keyed_hash(key: bytes, text: str) -> str:
    """A hash that says nothing without `key`: for finding a code without keeping it."""
    return hmac.new(key, text.encode("utf-8"), hashlib.sha256).hexdigest()


def _place(table: str, row: str, field: str) -> bytes:
    return "\x1f".join((table, row, field)).encode("utf-8")
