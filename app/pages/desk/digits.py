"""Six digits from an app on the phone (RFC 6238), and recovery codes for the day it is gone."""

import secrets
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

import segno
from passlib.exc import TokenError
from passlib.totp import TOTP

from app.records.second_steps import SecondStep

ISSUER = "Tell us desk"  # what the app on the phone calls it
SIGNS = "23456789abcdefghjkmnpqrstuvwxyz"  # nothing that looks like something else
CODES, GROUPS, GROUP = 10, 3, 4  # 12 signs of 31: 59 bits, and each guess is counted
CLOCK_MAY_BE_OFF_SECONDS = 30  # RFC 6238, 5.2: one step either way


@dataclass(frozen=True)
class Picture:
    """A square code for a camera, as the path of an SVG."""

    size: int
    path: str


def new_secret() -> str:
    return TOTP.new().base32_key


def counter_of(secret: str, typed: str, now: datetime, after: int | None = None) -> int | None:
    """Which of the app's digits these are; None when they are wrong, too old, or not after those used last."""
    try:
        app = TOTP(key=secret, format="base32")
        return app.match(typed, time=now, window=CLOCK_MAY_BE_OFF_SECONDS, last_counter=after).counter
    except (TokenError, ValueError):  # ValueError: what was typed is no digits
        return None


def counter_for(step: SecondStep, typed: str, now: datetime) -> int | None:
    return counter_of(step.secret, typed, now, step.counter)


def picture(secret: str, email: str) -> Picture:
    """For the app to read with the camera."""
    address = TOTP(key=secret, format="base32").to_uri(label=email, issuer=ISSUER)
    rows = [list(row) for row in segno.make(address, error="m", micro=False).matrix_iter(border=4)]
    return Picture(len(rows), "".join(_dark(rows)))


def in_groups(secret: str) -> str:
    """For typing, where there is no camera."""
    return " ".join(secret[at : at + 4] for at in range(0, len(secret), 4))


def new_codes() -> list[str]:
    return ["-".join(_group() for _ in range(GROUPS)) for _ in range(CODES)]


def tidy_code(typed: str) -> str:
    """A recovery code as we made it, however it was typed."""
    signs = "".join(sign for sign in typed.lower() if sign in SIGNS)
    return "-".join(signs[at : at + GROUP] for at in range(0, len(signs), GROUP))


def _group() -> str:
    return "".join(secrets.choice(SIGNS) for _ in range(GROUP))


def _dark(rows: list[list[int]]) -> Iterator[str]:
    for y, row in enumerate(rows):
        for x, is_dark in enumerate(row):
            if is_dark:
                yield f"M{x} {y}h1v1h-1z"
