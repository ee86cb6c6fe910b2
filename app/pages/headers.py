"""The headers that every answer carries. A test asserts them whole."""

from collections.abc import MutableMapping

from flask import Flask, Response

POLICY = "; ".join(
    (
        "default-src 'none'",
        "style-src 'self'",
        "script-src 'self'",
        "img-src 'self'",
        "connect-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    )
)

ON_EVERY_ANSWER = {
    "Content-Security-Policy": POLICY,
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), browsing-topics=()",
    # Nothing leaves the site with a link; forms still say that they come from here.
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}
A_YEAR_AND_A_DAY = "max-age=31622400; includeSubDomains"


def add_headers(app: Flask, secure: bool) -> None:
    """Put the headers on every answer of `app`. `secure`: the site is served over TLS."""

    @app.after_request
    def on_every_answer(response: Response) -> Response:
        put_headers(response.headers, secure)
        response.headers.setdefault("Cache-Control", "no-store")
        return response


def put_headers(headers: MutableMapping[str, str], secure: bool) -> None:
    for name, value in ON_EVERY_ANSWER.items():
        headers[name] = value
    if secure:
        headers["Strict-Transport-Security"] = A_YEAR_AND_A_DAY
