"""OpenID Connect, as far as the desk needs it: the council's own sign-in (such as Entra ID) says who somebody is.

Discovery at the issuer, the authorization code with PKCE, state and nonce, and an id_token whose signature is checked
against the issuer's keys. Keys are fetched at each sign-in, so that the council can change them whenever it likes.
"""

import secrets
from dataclasses import dataclass, field
from datetime import datetime
from urllib.parse import urlsplit

import requests
from authlib.common.errors import AuthlibBaseError
from authlib.integrations.requests_client import OAuth2Session
from joserfc import jwt
from joserfc.errors import JoseError
from joserfc.jwk import KeySet

SECONDS = 10
CLOCKS_MAY_DIFFER_SECONDS = 60
SIGNED_WITH = ["RS256", "PS256", "ES256"]  # with the issuer's private key: never with our shared secret, never unsigned
ADDRESSES = ("authorization_endpoint", "token_endpoint", "jwks_uri")


class Away(RuntimeError):
    """The council's own sign-in does not answer, or answers nonsense."""


class Untrusted(ValueError):
    """What came back does not prove who somebody is. The message says why, and names nobody."""


@dataclass(frozen=True)
class Asked:
    """What is remembered of a question until its answer comes."""

    address: str  # where the browser goes
    state: str
    nonce: str
    verifier: str = field(repr=False)


@dataclass(frozen=True)
class Provider:
    issuer: str
    client_id: str
    secret: str = field(repr=False)
    back_to: str  # our address that the answer comes to

    def ask(self) -> Asked:
        """Raises Away."""
        state, nonce, verifier = (secrets.token_urlsafe(48) for _ in range(3))
        start = self._found()["authorization_endpoint"]
        with self._session() as session:
            address, _state = session.create_authorization_url(start, state=state, nonce=nonce, code_verifier=verifier)
        return Asked(address, state, nonce, verifier)

    def email_of(self, code: str, nonce: str, verifier: str, now: datetime) -> str:
        """The address that the council vouches for. Raises Away or Untrusted."""
        found = self._found()
        try:
            with self._session() as session:
                said = session.fetch_token(
                    found["token_endpoint"],
                    grant_type="authorization_code",
                    code=code,
                    code_verifier=verifier,
                    timeout=SECONDS,
                )
        except AuthlibBaseError as why:
            raise Untrusted(f"the code was not taken: {type(why).__name__}") from None
        except (requests.RequestException, ValueError) as why:
            raise Away(f"the token was not given: {type(why).__name__}") from None
        return _verified_email(self._claims(said.get("id_token"), _get(found["jwks_uri"]), nonce, now))

    def _claims(self, id_token: object, keys: dict, nonce: str, now: datetime) -> dict:
        rules = jwt.JWTClaimsRegistry(
            now=int(now.timestamp()),
            leeway=CLOCKS_MAY_DIFFER_SECONDS,
            iss={"essential": True, "value": self.issuer},
            aud={"essential": True, "value": self.client_id},
            nonce={"essential": True, "value": nonce},
            exp={"essential": True},
            sub={"essential": True},
        )
        try:
            claims = jwt.decode(str(id_token), KeySet.import_key_set(keys), algorithms=SIGNED_WITH).claims
            rules.validate(claims)
        except (JoseError, ValueError, KeyError, TypeError) as why:
            raise Untrusted(f"the id_token does not hold: {type(why).__name__}") from None
        if claims.get("azp", self.client_id) != self.client_id:
            raise Untrusted("the id_token is for somebody else")
        return claims

    def _found(self) -> dict:
        found = _get(f"{self.issuer.rstrip('/')}/.well-known/openid-configuration")
        if found.get("issuer") != self.issuer:
            raise Away("it calls itself by another name than OIDC_ISSUER")
        ours = urlsplit(self.issuer).scheme
        if any(urlsplit(str(found.get(name))).scheme not in ("https", ours) for name in ADDRESSES):
            raise Away("one of its addresses is missing, or not https")
        return found

    def _session(self) -> OAuth2Session:
        return OAuth2Session(
            self.client_id,
            self.secret,
            scope="openid email profile",
            redirect_uri=self.back_to,
            code_challenge_method="S256",
        )


def _get(address: str) -> dict:
    try:
        answer = requests.get(address, timeout=SECONDS, allow_redirects=False)
        said = answer.json() if answer.status_code == 200 else None
    except (requests.RequestException, ValueError) as why:
        raise Away(f"it does not answer: {type(why).__name__}") from None
    if not isinstance(said, dict):
        raise Away("it answers, but not with what OpenID Connect says")
    return said


def _verified_email(claims: dict) -> str:
    """Only an address that is said to be theirs: in Entra anybody may write any address into their own profile.

    email_verified is the standard's word; xms_edov is Entra's, for "the email's domain is owned by this tenant".
    """
    is_theirs = claims.get("email_verified") is True or claims.get("xms_edov") in (True, 1, "1", "true")
    email = claims.get("email")
    if not (is_theirs and isinstance(email, str) and email):
        raise Untrusted("no verified email address came with it")
    return email
