"""Letters that go with what is kept. One that cannot be built keeps nothing back: it becomes a task for a person.

What a child sends must not be lost because our own letter about it is not the one that was meant.
"""

import logging
from collections.abc import Callable
from datetime import datetime

from app.model.event import Task
from app.model.london import london_day
from app.model.representation import Representation
from app.post.envelope import LetterUnsafe
from app.records import outbox, tasks
from app.records.database import Db, new_id
from app.records.outbox import Letter

log = logging.getLogger(__name__)


def queue(db: Db, told: Representation, make: Callable[[], Letter], now: datetime) -> None:
    """Queue what `make` builds about `told`, in the transaction that keeps it; or set the task."""
    letter = built(db, told, make, now)
    if letter:
        outbox.queue(db, letter)


def built(db: Db, told: Representation, make: Callable[[], Letter | None], now: datetime) -> Letter | None:
    """The letter, where there is one to write. None, and a task for today, when it could not be built."""
    try:
        return make()
    except LetterUnsafe as why:
        log.error("representation %s: a letter was not built: %s", told.id, why)  # it says nothing of what it holds
    if not any(task.what is Task.LETTER_UNSAFE and task.done_at is None for task in tasks.of(db, told.id)):
        once = f"letter-unsafe:{new_id()}"
        tasks.add(db, told.id, told.council, Task.LETTER_UNSAFE, london_day(now), now, once)
    return None
