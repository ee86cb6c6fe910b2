"""Where the examples are filled in."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from app.councils.council import Council
from app.examples.days import Days
from app.post.addresses import Addresses
from app.records.officers import Officer


@dataclass(frozen=True)
class Place:
    council: Council
    addresses: Addresses
    days: Days
    officers: Mapping[str, Officer]  # who sees to them, by the names of app.examples.cast
    below: Callable[[int], int]  # chance, for follow-up codes, such as secrets.randbelow
