"""The headers that every answer carries. A test asserts them whole."""

from collections.abc import Callable
from functools import lru_cache

from flask import Flask, Response, abort, request

POLICY = "; ".join(
    (
        "default-src 'none'",
        "style-src 'self'",
        "script-src 'self'",
        "img-src 'self'",
        "connect-src 'self'",
        "manifest-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    )
)

STYLES = "tell-us.styles"  # in the WSGI environment: what the policy allows besides, for this answer

# Not on what anybody may keep: it costs a phone a new process, and only a page of somebody’s own has what it guards
# (docs/decisions/0029-no-new-process-for-the-map.md).
ALONE = "Cross-Origin-Opener-Policy"
ON_EVERY_ANSWER = {
    "Content-Security-Policy": POLICY,
    ALONE: "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), browsing-topics=()",
    # Nothing leaves the site with a link; forms still say that they come from here.
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}
# On the one page where a voice can be recorded, and listened to before it is added.
FOR_A_VOICE = {"Permissions-Policy": "camera=(), geolocation=(), microphone=(self), browsing-topics=()"}
OTHER_SITES = ("cross-site", "same-site")  # "same-site" is another host of the same council
A_YEAR_AND_A_DAY = "max-age=31622400; includeSubDomains"
# A file that never changes is never asked for again: what it would be compared by is weight on every first visit.
VALIDATORS = frozenset({"etag", "last-modified"})
FOR_PAGES = frozenset({ALONE, "Permissions-Policy"})  # a file that never changes is no page


def keep_nothing(app: Flask) -> None:
    """No browser keeps an answer of `app`, unless its view says that it may."""

    @app.after_request
    def say_so(response: Response) -> Response:
        response.headers.setdefault("Cache-Control", "no-store")
        return response


def let_a_voice_be_recorded(response: Response) -> None:
    response.headers.update(FOR_A_VOICE)


def refuse_other_sites(app: Flask) -> None:
    """What a page of another site sends comes without our cookie or token. An answer that keeps it for later, as for a
    child whose session is over, would put its words into the child's form, and a new cookie over theirs.
    """

    @app.before_request
    def look() -> None:
        if request.method == "POST" and request.headers.get("Sec-Fetch-Site") in OTHER_SITES:
            abort(403)


def is_from_here() -> bool:
    """Does this request come from a page of ours? For what carries no token: a beacon, a choice on a public page."""
    site = request.headers.get("Sec-Fetch-Site")
    if site is not None:
        return site == "same-origin"
    origin = request.headers.get("Origin")
    return origin is not None and origin.partition("://")[2] == request.host


def on_every_answer(app: Callable, secure: bool) -> Callable:
    """`app`, in WSGI, with our headers on whatever it answers. `secure`: the site is served over TLS.

    Here, and not in Flask: WhiteNoise refuses a wrong method or range by itself.
    """
    ours = ON_EVERY_ANSWER | ({"Strict-Transport-Security": A_YEAR_AND_A_DAY} if secure else {})
    names = {name.lower() for name in ours}

    def with_headers(environ: dict, start_response: Callable):
        styles = environ[STYLES] = []

        def start(status: str, headers: list, exc_info=None):
            keeping = next((value for name, value in headers if name.lower() == "cache-control"), "")
            needless = VALIDATORS if "immutable" in keeping else frozenset()
            others = [(name, value) for name, value in headers if name.lower() not in names | needless]
            said = ours | {"Content-Security-Policy": _policy(tuple(styles))} if styles else ours
            if "public" in keeping:
                left_out = FOR_PAGES if needless else {ALONE}
                said = {name: value for name, value in said.items() if name not in left_out}
            if FOR_A_VOICE.items() <= set(headers):
                policy = f"{said['Content-Security-Policy']}; media-src blob:"
                said = said | FOR_A_VOICE | {"Content-Security-Policy": policy}
            return start_response(status, [*others, *said.items()], exc_info)

        return app(environ, start)

    return with_headers


@lru_cache(maxsize=256)
def _policy(styles: tuple[str, ...]) -> str:
    """The policy of a page that holds the CSS of what is first seen, allowed by its hash."""
    return POLICY.replace("style-src 'self'", " ".join(("style-src 'self'", *styles)))
