"""Pages: the officers' side. Nothing here can be seen without signing in."""

from app.pages.desk import (
    age,
    code,
    door,
    elsewhere,
    enter,
    figures,
    files,
    held,
    joining,
    keeping,
    letters,
    messages,
    moving,
    opened,
    passkeys,
    passwords,
    presses,
    printing,
    readers,
    record,
    report,
    searching,
    sign_in,
    stopping,
    taking_out,
    today,
    trail,
)
from app.pages.desk import second_step as second_step_of_signing_in
from app.pages.desk import you as how_you_sign_in
from app.pages.desk.blueprint import pages

__all__ = [
    "age", "code", "door", "elsewhere", "enter", "figures", "files", "held", "how_you_sign_in", "joining", "keeping",
    "letters", "messages", "moving", "opened", "pages", "passkeys", "passwords", "presses", "printing", "readers",
    "record", "report", "searching", "second_step_of_signing_in", "sign_in", "stopping", "taking_out", "today",
    "trail",
]  # fmt: skip
