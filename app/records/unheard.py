"""What was added or asked for and still wants a person: a question about what happened, and about who has read.

Asking to stop wants one until an officer has spoken with the young person; what was added, until an officer answers
it or says that it has been read; the rest, until somebody opens it. The answer is kept beside each representation as
`unheard_since`, so that the desk finds them among very many.
"""

from collections.abc import Collection, Iterable, Mapping
from datetime import datetime

from sqlalchemy import select, update

from app.model.event import ASKINGS, What
from app.records import trail
from app.records.database import Db
from app.records.tables import event, representation

SETTLES_STOPPING = (What.STOPPED, What.GOES_ON)
SETTLED_BY = dict.fromkeys(SETTLES_STOPPING, What.ASKED_TO_STOP) | dict.fromkeys(
    (What.WRITTEN, What.HEARD), What.MESSAGE
)
WANT_MORE_THAN_READING = frozenset(SETTLED_BY.values())
CHANGES_IT = frozenset({*ASKINGS, *SETTLED_BY})


def of(db: Db, ids: Collection[str]) -> dict[str, dict[What, datetime]]:
    """By representation, what of it wants a person, and when it came. Those with nothing are left out."""
    read_at = trail.last_read(db, ids)
    columns = (event.c.representation_id, event.c.what, event.c.at)
    sought = select(*columns).where(event.c.representation_id.in_(ids), event.c.what.in_(CHANGES_IT))
    waiting: dict[str, dict[What, datetime]] = {}
    for row in db.execute(sought.order_by(event.c.number)):
        mine, opened = waiting.setdefault(row.representation_id, {}), read_at.get(row.representation_id)
        what = What(row.what)
        if what in SETTLED_BY:
            mine.pop(SETTLED_BY[what], None)
        elif what in WANT_MORE_THAN_READING or opened is None or row.at > opened:
            mine.setdefault(what, row.at)
    return {id: mine for id, mine in waiting.items() if mine}


def note(db: Db, representation_id: str) -> None:
    """After something was added or settled: keep what the answer is now."""
    _keep(db, representation_id, of(db, [representation_id]).get(representation_id, {}))


def note_reading(db: Db, representation_id: str) -> None:
    """Somebody opens it. Before the trail is added to: whoever holds this row may be waiting for the trail."""
    waiting = of(db, [representation_id]).get(representation_id, {})
    if waiting:
        _keep(db, representation_id, {what: at for what, at in waiting.items() if what in WANT_MORE_THAN_READING})


def wants_to_stop(whats: Iterable[What]) -> bool:
    """Of a history, the oldest first: has the young person asked to stop, and nobody has settled it with them yet?"""
    asked = [what for what in whats if what is What.ASKED_TO_STOP or what in SETTLES_STOPPING]
    return bool(asked) and asked[-1] is What.ASKED_TO_STOP


def _keep(db: Db, representation_id: str, waiting: Mapping[What, datetime]) -> None:
    one = representation.c.id == representation_id
    db.execute(update(representation).where(one).values(unheard_since=min(waiting.values(), default=None)))
