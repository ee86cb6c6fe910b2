"""Pages: the officers' side. Nothing here can be seen without signing in."""

from app.pages.desk import (
    code,
    door,
    enter,
    files,
    held,
    joining,
    moving,
    opened,
    presses,
    record,
    sign_in,
    stopping,
    today,
)  # fmt: skip
from app.pages.desk.blueprint import pages

__all__ = [
    "code", "door", "enter", "files", "held", "joining", "moving", "opened", "pages", "presses", "record", "sign_in",
    "stopping", "today",
]  # fmt: skip
