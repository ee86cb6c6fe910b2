"""The clock's part in forgetting: it keeps the list of what will be deleted, and deletes what has stood there its time.

Each is deleted in a transaction of its own, which looks again whether it may be. A few at a time: the rest at the next
tick.
"""

from collections.abc import Callable, Mapping
from datetime import datetime, timedelta

from app.councils.council import Council
from app.model.london import london_day
from app.records import to_delete
from app.records.database import Records

AT_ONCE = 50  # of each council, in one tick
NO_TRACE_FOR = timedelta(days=1)


def see_to(
    records: Records, councils: Mapping[str, Council], now: datetime, note: Callable[[str, Exception], None]
) -> int:
    """How many were deleted. `note` is told what went wrong; the others do not wait for it."""
    deleted = sum(_see_to(records, council, now, note) for council in councils.values())
    with records.reading() as db:
        is_fresh = to_delete.deleted_since(db, tuple(councils), now - NO_TRACE_FOR)
    if is_fresh:
        records.leave_no_trace()  # for a day: somebody may be reading what the log holds
    return deleted


def _see_to(records: Records, council: Council, now: datetime, note: Callable[[str, Exception], None]) -> int:
    try:
        with records.reading() as db:
            is_behind = to_delete.is_behind(db, council.slug, council.keep, london_day(now))
        if is_behind:
            with records.writing() as db:
                to_delete.keep_up(db, council.slug, council.keep, now)
        with records.reading() as db:
            due = to_delete.due(db, council.slug, london_day(now), AT_ONCE)
    except Exception as error:  # noqa: BLE001 – told in the log and the exit status
        note(f"the list of what {council.slug} deletes", error)
        return 0
    return sum(_delete(records, council, id, now, note) for id in due)


def _delete(records: Records, council: Council, id: str, now: datetime, note: Callable[[str, Exception], None]) -> bool:
    try:
        with records.writing() as db:
            return to_delete.delete_one(db, id, council.slug, council.keep, now)
    except Exception as error:  # noqa: BLE001 – as above
        note(f"deleting {id}", error)
        return False
