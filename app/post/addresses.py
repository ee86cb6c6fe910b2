"""Addresses: of our own pages, for letters to point at, and of people, for letters to go to."""

import re
from dataclasses import dataclass
from urllib.parse import urlsplit

LONGEST_EMAIL = 254
# What every mail server takes as it stands: no quotes, no comments, nothing that folds or decodes.
PLAIN_EMAIL = re.compile(
    r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*"
    r"@([A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?"
)
LONGEST_LOCAL_PART = 64


@dataclass(frozen=True)
class Addresses:
    """Where the site and its desk are."""

    site: str  # SITE_URL
    desk_host: str = ""  # DESK_HOST, when the desk is on a host of its own

    def of_desk(self, representation_id: str) -> str:
        return f"{self.desk}/desk/representations/{representation_id}"

    def of_held(self) -> str:
        return f"{self.desk}/desk/held"

    def of_new_password(self, token: str) -> str:
        return f"{self.desk}/desk/new-password/{token}"

    def of_follow(self, council: str, language: str) -> str:
        return f"{self.site}/{council}/{language}/follow"

    @property
    def desk(self) -> str:
        return urlsplit(self.site)._replace(netloc=self.desk_host).geturl() if self.desk_host else self.site


def find_email(typed: str) -> str | None:
    """The email address in what somebody typed, if it is one that we can safely write to by machine.

    None is not a refusal: a person at the council then sees to it.
    """
    local, _, domain = typed.strip().rpartition("@")
    if len(domain) > LONGEST_EMAIL:
        return None
    try:
        address = f"{local}@{domain.encode('idna').decode('ascii')}"
    except UnicodeError:
        return None
    whole = PLAIN_EMAIL.fullmatch(address) and len(address) <= LONGEST_EMAIL and len(local) <= LONGEST_LOCAL_PART
    return address if whole and "=?" not in address else None  # =? begins an encoded word
