"""The house: what the whole site shares, made once in create_app and passed to whoever asks."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from app.councils.keeping import Keeper
from app.councils.library import Library
from app.records.database import Records
from app.settings import Settings


@dataclass(frozen=True)
class House:
    settings: Settings
    keeper: Keeper
    records: Records
    clock: Callable[[], datetime]  # the instant it is now, UTC

    @property
    def library(self) -> Library:
        """The councils and their words, as they are served now."""
        return self.keeper.library


def clock_from(start: datetime | None) -> Callable[[], datetime]:
    """The real clock; or, for development and tests, one that reads `start` now and goes on from there."""
    if start is None:
        return lambda: datetime.now(UTC)
    began = time.monotonic()
    return lambda: start.astimezone(UTC) + timedelta(seconds=time.monotonic() - began)
