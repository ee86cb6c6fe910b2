"""Pages: the officers' side. Nothing here can be seen without signing in."""

from app.pages.desk import (
    code,
    door,
    enter,
    files,
    held,
    joining,
    opened,
    presses,
    readers,
    record,
    searching,
    sign_in,
    stopping,
    today,
    trail,
)
from app.pages.desk.blueprint import pages

__all__ = [
    "code", "door", "enter", "files", "held", "joining", "opened", "pages", "presses", "readers", "record", "searching",
    "sign_in", "stopping", "today", "trail",
]  # fmt: skip
