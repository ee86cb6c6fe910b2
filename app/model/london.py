"""Days are London's. Instants are UTC; the day something happened is the day it was in London."""

from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

LONDON = ZoneInfo("Europe/London")
NOON = time(12)


def london_day(instant: datetime) -> date:
    """The date in London at `instant`: 23:30 UTC in July is already tomorrow there.

    Raises ValueError for an instant without a time zone: we would have to guess its day.
    """
    if instant.tzinfo is None:
        raise ValueError(f"expected an instant with its time zone, not {instant.isoformat()}")
    return instant.astimezone(LONDON).date()


def start_of(day: date) -> datetime:
    """The instant, in UTC, at which `day` begins in London."""
    return datetime.combine(day, time(), LONDON).astimezone(UTC)


def noon_on(day: date) -> datetime:
    """The instant, in UTC, of noon in London on `day`."""
    return datetime.combine(day, NOON, LONDON).astimezone(UTC)
