"""What may be from a robot: kept like all else, its clock running, and its letters held until a person has looked."""

from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from sqlalchemy import ColumnElement, Select, func, or_, select, update

from app.model.event import What
from app.model.robots import Why
from app.records import events
from app.records.database import Db
from app.records.robot_tables import holding as table
from app.records.tables import letter, representation

LATER_WORDS = ("asking",)  # of app.post.letters.Purpose
NOT_WORTH_SENDING_LATE = ("reminder",)  # whoever releases it has just been there
NOT_RELEASED = or_(table.c.is_robot.is_(None), table.c.is_robot.is_(True))


class ALetter(Protocol):
    purpose: str
    urgent: bool
    representation_id: str | None


@dataclass(frozen=True)
class Held:
    representation_id: str
    why: Why
    held_at: datetime
    came_back_at: datetime | None
    is_robot: bool | None  # None until a person has looked


def hold(db: Db, representation_id: str, council: str, why: Why, now: datetime) -> None:
    """Before any letter about it is queued: from now on those are held."""
    db.execute(table.insert(), {"representation_id": representation_id, "council": council, "why": why, "held_at": now})


def keeps(db: Db, letter: ALetter) -> bool:
    """Is this letter held? One that says that somebody may be in danger, after what is held was sent, is not."""
    goes_anyway = letter.urgent and letter.purpose in LATER_WORDS
    found = find(db, letter.representation_id) if letter.representation_id and not goes_anyway else None
    return found is not None and found.is_robot is not False


def find(db: Db, representation_id: str) -> Held | None:
    return next(iter(_read(db, table.c.representation_id == representation_id)), None)


def of_council(db: Db, council: str) -> dict[str, Held]:
    """What is held, or was put away, by the id of what it is about."""
    return {held.representation_id: held for held in _read(db, (table.c.council == council) & NOT_RELEASED)}


def ids(council: str) -> Select:
    """Of what is held, or was put away: for the desk to leave out."""
    return select(table.c.representation_id).where((table.c.council == council) & NOT_RELEASED)


def count(db: Db, about: ColumnElement[bool]) -> int:
    """How many wait for a person to look, of the representations that `about` says."""
    waiting = table.c.is_robot.is_(None) & (table.c.representation_id == representation.c.id)
    return db.execute(select(func.count()).where(waiting, about)).scalar_one()


def release(db: Db, representation_id: str, officer: str, now: datetime) -> bool:
    """A person says that it is real: its letters go. False if it was not held."""
    held = (table.c.representation_id == representation_id) & NOT_RELEASED
    facts = {"is_robot": False, "settled_at": now, "settled_by": officer}
    if db.execute(update(table).where(held).values(facts)).rowcount != 1:
        return False
    waiting = letter.c.sent_at.is_(None) & letter.c.given_up_at.is_(None) & letter.c.next_try_at.is_(None)
    waiting &= letter.c.gather_at.is_(None) & letter.c.gathered_in.is_(None)
    theirs = (letter.c.representation_id == representation_id) & letter.c.purpose.not_in(NOT_WORTH_SENDING_LATE)
    db.execute(update(letter).where(waiting & theirs).values(next_try_at=now, queued_at=now))
    events.add(db, representation_id, What.RELEASED, now, officer=officer)
    return True


def put_away(db: Db, representation_id: str, officer: str, now: datetime) -> bool:
    """A person says that it is from a robot: it stays, and nothing more is done with it. False if it was settled."""
    open_one = (table.c.representation_id == representation_id) & table.c.is_robot.is_(None)
    facts = {"is_robot": True, "settled_at": now, "settled_by": officer}
    if db.execute(update(table).where(open_one).values(facts)).rowcount != 1:
        return False
    events.add(db, representation_id, What.PUT_AWAY, now, officer=officer)
    return True


def note_return(db: Db, representation_id: str, now: datetime) -> None:
    """Somebody has come back with its code, which only a person does: what was put away is looked at once more."""
    held = (table.c.representation_id == representation_id) & NOT_RELEASED
    db.execute(update(table).where(held).values(came_back_at=now, is_robot=None, settled_at=None, settled_by=None))


def _read(db: Db, which: ColumnElement[bool]) -> list[Held]:
    columns = (table.c[name] for name in Held.__dataclass_fields__)
    rows = db.execute(select(*columns).where(which).order_by(table.c.held_at))
    return [Held(row.representation_id, Why(row.why), row.held_at, row.came_back_at, row.is_robot) for row in rows]
