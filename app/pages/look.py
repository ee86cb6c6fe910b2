"""How the site looks: the colours and the size of its text, kept in one cookie that is set only when chosen.

The cookie holds one of the few values below, the same for everybody who chose it, so a page may be kept for each.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from http.cookies import CookieError, SimpleCookie
from itertools import product

from flask import Blueprint, abort, current_app, redirect, request

from app.extensions import csrf
from app.pages.headers import is_from_here

pages = Blueprint("look", __name__)

COOKIE = "look"
A_YEAR_SECONDS = 365 * 24 * 60 * 60
COLOURS = ("", "light", "dark", "calm")
TEXTS = ("", "large")


@dataclass(frozen=True)
class Look:
    colours: str = ""  # as the device is
    text: str = ""  # as the device is

    @property
    def value(self) -> str:
        return "-".join(filter(None, (self.colours, self.text)))


LOOKS: Mapping[str, Look] = {look.value: look for look in (Look(*one) for one in product(COLOURS, TEXTS))}


def look_of(environ: Mapping[str, str]) -> Look:
    """What the reader has chosen, from a WSGI environment. What is not one of ours is as nothing."""
    cookies = environ.get("HTTP_COOKIE", "")
    if f"{COOKIE}=" not in cookies:  # nearly always
        return LOOKS[""]
    try:
        chosen = SimpleCookie(cookies).get(COOKIE)
    except CookieError:
        return LOOKS[""]
    return LOOKS.get(chosen.value if chosen else "", LOOKS[""])


@pages.post("/look")
@csrf.exempt  # public pages have no session to hold a token; the origin says that it comes from here
def choose():
    if not is_from_here():
        abort(403)
    look = Look(_one_of(COLOURS, "colours"), _one_of(TEXTS, "text"))
    answer = redirect(_way_back(), code=303)
    if look.value:
        secure = current_app.config["SESSION_COOKIE_SECURE"]
        answer.set_cookie(COOKIE, look.value, A_YEAR_SECONDS, secure=secure, httponly=True, samesite="Lax")
    else:
        answer.delete_cookie(COOKIE)
    return answer


def _one_of(choices: tuple[str, ...], name: str) -> str:
    chosen = request.form.get(name, "")
    return chosen if chosen in choices else ""


def _way_back() -> str:
    """To the page it was chosen on: a path of ours, and nothing that could be read as another site."""
    back = request.form.get("back", "")
    is_ours = back.startswith("/") and not back.startswith("//") and back.isprintable() and "\\" not in back
    return f"{back}#look" if is_ours else "/"
