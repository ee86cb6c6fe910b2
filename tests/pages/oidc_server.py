"""A small OpenID Connect server of our own, on loopback: what a council's Entra ID is to the desk."""

import base64
import hashlib
import json
import secrets
from collections.abc import Callable
from datetime import datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from urllib.parse import parse_qs, urlencode, urlsplit

from joserfc import jwt
from joserfc.jwk import KeySet, RSAKey

CLIENT, SECRET = "the-desk", "a secret that the desk and the council share"


class OidcServer:
    """`person` is signed in at the council; `wrong` changes a claim; `signing` may be a key that is not its own."""

    def __init__(self, clock: Callable[[], datetime]):
        self.clock, self.person, self.wrong = clock, {}, {}
        self.key = self.signing = RSAKey.generate_key(2048, {"kid": "first", "alg": "RS256", "use": "sig"})
        self.algorithm, self.calls_itself, self.asked = "RS256", None, {}
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), self._handler())
        self.issuer = f"http://127.0.0.1:{self._server.server_port}/tenant/v2.0"
        self._thread = Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
        self._thread.start()

    def close(self) -> None:
        self._server.shutdown()
        self._server.server_close()

    def configuration(self) -> dict:
        names = {"authorization_endpoint": "authorize", "token_endpoint": "token", "jwks_uri": "keys"}
        return {"issuer": self.calls_itself or self.issuer} | {key: f"{self.issuer}/{at}" for key, at in names.items()}

    def authorize(self, asked: dict[str, str]) -> str:
        """The person agrees; where the browser goes then."""
        assert (asked["client_id"], asked["response_type"]) == (CLIENT, "code")
        assert asked["code_challenge_method"] == "S256" and "openid" in asked["scope"].split()
        code = secrets.token_urlsafe(16)
        self.asked[code] = asked
        return f"{asked['redirect_uri']}?{urlencode({'code': code, 'state': asked['state']})}"

    def token(self, said: dict[str, str], authorization: str) -> dict | None:
        expected = base64.b64encode(f"{CLIENT}:{SECRET}".encode()).decode()
        asked = self.asked.pop(said.get("code"), None)
        if asked is None or authorization != f"Basic {expected}" or said["redirect_uri"] != asked["redirect_uri"]:
            return None
        proof = base64.urlsafe_b64encode(hashlib.sha256(said["code_verifier"].encode()).digest()).rstrip(b"=").decode()
        if proof != asked["code_challenge"]:
            return None
        return {"access_token": "x", "token_type": "Bearer", "id_token": self.id_token(asked["nonce"])}

    def id_token(self, nonce: str) -> str:
        moment = int(self.clock().timestamp())
        claims = {"iss": self.issuer, "aud": CLIENT, "sub": "1", "iat": moment, "exp": moment + 3600, "nonce": nonce}
        claims = {key: value for key, value in (claims | self.person | self.wrong).items() if value is not None}
        return jwt.encode({"alg": self.algorithm, "kid": "first"}, claims, self.signing, algorithms=[self.algorithm])

    def _handler(server) -> type:  # noqa: N805 – `self` is the handler's, below
        class Handler(BaseHTTPRequestHandler):
            def do_GET(self):
                at = urlsplit(self.path)
                if at.path.endswith("/.well-known/openid-configuration"):
                    self.answer(server.configuration())
                elif at.path.endswith("/keys"):
                    self.answer(KeySet([server.key]).as_dict(private=False))
                else:
                    self.send_response(302)
                    self.send_header("Location", server.authorize(dict(_pairs(at.query))))
                    self.end_headers()

            def do_POST(self):
                said = self.rfile.read(int(self.headers["Content-Length"])).decode()
                token = server.token(dict(_pairs(said)), self.headers.get("Authorization", ""))
                self.answer(token or {"error": "invalid_grant"}, 200 if token else 400)

            def answer(self, said: dict, status: int = 200):
                self.send_response(status)
                self.send_header("Content-Type", "application/json")
                self.end_headers()
                self.wfile.write(json.dumps(said).encode())

            def log_message(self, *_words):
                """The tests' output is not the place."""

        return Handler


def _pairs(query: str) -> list[tuple[str, str]]:
    return [(name, values[0]) for name, values in parse_qs(query).items()]
