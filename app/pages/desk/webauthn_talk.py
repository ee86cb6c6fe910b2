"""What is said between the desk and a browser's passkeys (WebAuthn). The key asks who holds it, by face, finger or PIN:
so one passkey is both steps at once.
"""

import json
from dataclasses import dataclass
from ipaddress import ip_address
from urllib.parse import urlsplit

import webauthn
from webauthn.helpers import base64url_to_bytes, bytes_to_base64url, options_to_json
from webauthn.helpers.exceptions import WebAuthnException
from webauthn.helpers.structs import (
    AuthenticatorSelectionCriteria,
    PublicKeyCredentialDescriptor,
    ResidentKeyRequirement,
    UserVerificationRequirement,
)

from app.records.officers import Officer
from app.records.passkeys import Passkey

NAME = "Tell us desk"
LONGEST_ANSWER = 20_000  # letters; a real one has about 1,500


class NotProved(ValueError):
    """The browser's answer proves nothing. The message names nobody."""


@dataclass(frozen=True)
class Desk:
    """Where a passkey is for: it works at this address alone, which is why nobody can be tricked out of it."""

    host: str
    origin: str

    def ask_for_one(self) -> str:
        """The question to any of their passkeys, as JSON; which officer it is comes with the answer."""
        options = webauthn.generate_authentication_options(
            rp_id=self.host, user_verification=UserVerificationRequirement.REQUIRED
        )
        return options_to_json(options)

    def ask_for_new(self, officer: Officer, known: list[Passkey]) -> str:
        must = AuthenticatorSelectionCriteria(
            resident_key=ResidentKeyRequirement.REQUIRED, user_verification=UserVerificationRequirement.REQUIRED
        )
        options = webauthn.generate_registration_options(
            rp_id=self.host,
            rp_name=NAME,
            user_id=officer.id.encode("ascii"),
            user_name=officer.email,
            user_display_name=officer.called,
            authenticator_selection=must,
            exclude_credentials=[PublicKeyCredentialDescriptor(id=base64url_to_bytes(key.credential)) for key in known],
        )
        return options_to_json(options)

    def new_one(self, answer: str, asked: str) -> tuple[str, bytes, int]:
        """The credential, its public key and how often it was used. Raises NotProved."""
        try:
            proved = webauthn.verify_registration_response(
                credential=_read(answer),
                expected_challenge=challenge_of(asked),
                expected_rp_id=self.host,
                expected_origin=self.origin,
                require_user_verification=True,
            )
        except (WebAuthnException, ValueError, KeyError, TypeError) as why:
            raise NotProved(type(why).__name__) from None
        return bytes_to_base64url(proved.credential_id), proved.credential_public_key, proved.sign_count

    def uses_of(self, answer: str, asked: str, key: Passkey) -> int:
        """How often the key says it was used, this time included. Raises NotProved."""
        try:
            proved = webauthn.verify_authentication_response(
                credential=_read(answer),
                expected_challenge=challenge_of(asked),
                expected_rp_id=self.host,
                expected_origin=self.origin,
                credential_public_key=key.public_key,
                credential_current_sign_count=key.uses,
                require_user_verification=True,
            )
        except (WebAuthnException, ValueError, KeyError, TypeError) as why:
            raise NotProved(type(why).__name__) from None
        return proved.new_sign_count


def desk_at(address: str) -> Desk | None:
    """None for an address of digits: browsers give passkeys to names only."""
    parts = urlsplit(address)
    try:
        ip_address(parts.hostname or "")
    except ValueError:
        return Desk(parts.hostname or "", f"{parts.scheme}://{parts.netloc}")
    return None


def origin_of(address: str) -> str:
    """For templates: the one address that passkeys work at. Empty where there cannot be any."""
    desk = desk_at(address)
    return desk.origin if desk else ""


def credential_of(answer: str) -> str:
    """Which passkey it says it is. Raises NotProved."""
    try:
        return str(_read(answer)["id"])
    except (ValueError, KeyError, TypeError) as why:
        raise NotProved(type(why).__name__) from None


def challenge_of(asked: str) -> bytes:
    return base64url_to_bytes(json.loads(asked)["challenge"])


def _read(answer: str) -> dict:
    if len(answer) > LONGEST_ANSWER:
        raise ValueError("too long")
    said = json.loads(answer)
    if not isinstance(said, dict):
        raise TypeError("no object")
    return said
