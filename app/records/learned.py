"""What was promised when something was closed, and what was done: in the words of officers, for the annual report.

No word of a child is among them, and nothing says which record a promise is of. What is kept from whoever reads them
is left out.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Row, select

from app.model.move import Key
from app.model.period import Period
from app.records import said_with
from app.records.database import Db
from app.records.listing import may_see
from app.records.officers import Officer
from app.records.tables import move, representation

MOST = 200  # ours: more than that nobody reads
BATCH = 500


@dataclass(frozen=True)
class Learned:
    words: str
    who: str
    by: date
    made_on: date
    done_on: date | None


def learned(db: Db, reader: Officer, period: Period) -> list[Learned]:
    """What was promised or done in the period, the oldest first; MOST and one more at the most."""
    found: list[Learned] = []
    promising = move.c.what.in_([Key.CLOSED, Key.PROMISE_DONE])
    moved = promising & move.c.moved_on.between(period.since, period.until)
    first = select(move.c.representation_id).join(representation).where(moved, may_see(reader)).distinct()
    ids = db.execute(first.order_by(move.c.representation_id)).scalars().all()
    for start in range(0, len(ids), BATCH):
        found += _of(db, ids[start : start + BATCH], period)
        found = sorted(found, key=lambda one: (one.made_on, one.by, one.words))[: MOST + 1]
    return found


def _of(db: Db, ids: list[str], period: Period) -> Iterable[Learned]:
    columns = (move.c.id, move.c.representation_id, move.c.what, move.c.moved_on, move.c.said)
    promising = move.c.what.in_([Key.CLOSED, Key.PROMISE_DONE]) & move.c.said.is_not(None)
    of_each: dict[str, list[Row]] = defaultdict(list)
    for row in db.execute(select(*columns).where(move.c.representation_id.in_(ids), promising).order_by(move.c.number)):
        of_each[row.representation_id].append(row)
    for rows in of_each.values():
        for one in _promised(db, rows):
            if one.made_on in period or one.done_on in period:
                yield one


def _promised(db: Db, rows: list[Row]) -> list[Learned]:
    made = [(row, said_with.from_json(db.vault.open_json(row.said, "move", row.id, "said"))) for row in rows]
    done = {said.undertaking: row.moved_on for row, said in made if row.what == Key.PROMISE_DONE}
    all_of_it = [(row.moved_on, one) for row, said in made for one in said.undertakings]
    return [Learned(one.words, one.who, one.by, on, done.get(place)) for place, (on, one) in enumerate(all_of_it)]
