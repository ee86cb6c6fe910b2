"""A council's representations at a glance, for the desk's list: nothing that a child wrote is opened for it."""

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import select

from app.model.event import ASKINGS, What
from app.model.representation import CameBy, Kind, Way
from app.model.stage import ENDINGS, Stage
from app.records import trail
from app.records.database import Db
from app.records.tables import event, letter, task
from app.records.tables import representation as table

SETTLES_STOPPING = (What.STOPPED, What.GOES_ON)


@dataclass(frozen=True)
class Glance:
    id: str
    kind: Kind
    came_by: CameBy
    way: Way
    language: str
    stage: Stage
    reference: str
    received_at: datetime
    received_on: date
    reference_due_on: date
    answer_due_on: date | None
    issued_at: datetime | None
    recorded_at: datetime | None
    contact_name: str
    urgent: bool

    @property
    def is_open(self) -> bool:
        return self.stage not in ENDINGS


def of_council(db: Db, council: str) -> list[Glance]:
    """All of a council's, the oldest first."""
    columns = [table.c[name] for name in Glance.__dataclass_fields__]
    rows = db.execute(select(*columns).where(table.c.council == council).order_by(table.c.received_at, table.c.id))
    return [
        Glance(
            **row._asdict()
            | {
                "kind": Kind(row.kind),
                "came_by": CameBy(row.came_by),
                "way": Way(row.way),
                "stage": Stage(row.stage),
                "reference": row.reference or "",
            }
        )
        for row in rows
    ]


def unheard(db: Db, council: str) -> dict[str, frozenset[What]]:
    """What was added or asked for and still wants a person, by representation.

    Asking to stop wants one until an officer has spoken with the young person; the rest, until somebody opens it.
    """
    whats = (*ASKINGS, *SETTLES_STOPPING)
    rows = db.execute(
        select(event.c.representation_id, event.c.what, event.c.at)
        .join(table, table.c.id == event.c.representation_id)
        .where(table.c.council == council, event.c.what.in_(whats))
        .order_by(event.c.number)
    )
    read_at = trail.last_read(db, council)
    waiting: dict[str, set[What]] = {}
    for row in rows:
        mine = waiting.setdefault(row.representation_id, set())
        opened = read_at.get(row.representation_id)
        if row.what in SETTLES_STOPPING:
            mine.discard(What.ASKED_TO_STOP)
        elif row.what == What.ASKED_TO_STOP or opened is None or row.at > opened:
            mine.add(What(row.what))
    return {id: frozenset(mine) for id, mine in waiting.items() if mine}


def wants_to_stop(whats: list[What]) -> bool:
    """Of a history, the oldest first: has the young person asked to stop, and nobody has settled it with them yet?"""
    asked = [what for what in whats if what is What.ASKED_TO_STOP or what in SETTLES_STOPPING]
    return bool(asked) and asked[-1] is What.ASKED_TO_STOP


def find_task(db: Db, id: str, council: str) -> str | None:
    """What a task of this council's is about: the id of the representation. None when the council has no such task."""
    sought = select(task.c.representation_id).where(task.c.id == id, task.c.council == council)
    return db.execute(sought).scalar_one_or_none()


def has_letter(db: Db, id: str, council: str) -> bool:
    return db.execute(select(letter.c.number).where(letter.c.id == id, letter.c.council == council)).first() is not None
