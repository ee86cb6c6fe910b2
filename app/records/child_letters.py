"""Letters to the young person: a draft for each move, and the words that went out, kept as they went."""

from dataclasses import asdict, dataclass
from datetime import datetime

from sqlalchemy import Row, select, update

from app.model.letter import Went, Words
from app.model.move import Key
from app.records.child_letter_table import IS_DRAFT
from app.records.database import Db, new_id
from app.records.once import insert_once
from app.records.tables import child_letter as table
from app.records.tables import representation

TABLE = "child_letter"


class NoSuchLetter(LookupError):
    """No letter has this id, or it is about something else."""


@dataclass(frozen=True, kw_only=True)
class ChildLetter:
    id: str
    representation_id: str
    move_number: int
    what: Key
    language: str  # the tag of the language it is in
    words: Words
    version: int
    made_at: datetime  # UTC
    changed_at: datetime | None
    changed_by: str  # the officer's id; "" while it is as it was made
    went_at: datetime | None  # None: a draft
    went_by: str
    way: Went | None

    @property
    def is_draft(self) -> bool:
        return self.went_at is None


@dataclass(frozen=True)
class Waiting:
    """A draft, from outside."""

    id: str
    representation_id: str
    what: Key
    made_at: datetime


def add(
    db: Db, representation_id: str, move_number: int, what: Key, language: str, words: Words, officer: str,
    now: datetime,
) -> bool:  # fmt: skip
    """A draft of the letter about a move. False when that move has one."""
    id = new_id()
    row = {"id": id, "representation_id": representation_id, "move_number": move_number, "what": what}
    row |= {"language": language, "words": _sealed(db, id, words), "version": 1, "made_at": now, "made_by": officer}
    return insert_once(db, table, row, of=("move_number",))


def get(db: Db, representation_id: str, id: str) -> ChildLetter:
    """Raises NoSuchLetter."""
    row = db.execute(select(table).where(_mine(representation_id) & (table.c.id == id))).one_or_none()
    if row is None:
        raise NoSuchLetter(id)
    return _opened(db, row)


def of(db: Db, representation_id: str) -> list[ChildLetter]:
    """All of one representation, drafts too, the newest move first."""
    rows = db.execute(select(table).where(_mine(representation_id)).order_by(table.c.move_number.desc()))
    return [_opened(db, row) for row in rows]


def drafts(db: Db, council: str) -> list[Waiting]:
    """Every draft of a council that waits to be sent, the oldest first. No word of them is opened."""
    columns = (table.c.id, table.c.representation_id, table.c.what, table.c.made_at)
    theirs = table.join(representation, representation.c.id == table.c.representation_id)
    found = select(*columns).select_from(theirs).where(IS_DRAFT, representation.c.council == council)
    rows = db.execute(found.order_by(table.c.made_at))
    return [Waiting(row.id, row.representation_id, Key(row.what), row.made_at) for row in rows]


def for_the_child(db: Db, representation_id: str) -> list[ChildLetter]:
    """Those that went, the newest first."""
    went = [one for one in of(db, representation_id) if one.went_at and one.way is not Went.NOT_NEEDED]
    return sorted(went, key=lambda one: (one.went_at, one.move_number), reverse=True)


def change(db: Db, id: str, seen: int, words: Words, officer: str, now: datetime) -> bool:
    """Put other words into a draft. False when it went, or somebody changed it since version `seen`."""
    facts = {"words": _sealed(db, id, words), "version": seen + 1, "changed_at": now, "changed_by": officer}
    return db.execute(update(table).where(_draft(id, seen)).values(facts)).rowcount == 1


def mark_went(db: Db, id: str, seen: int, way: Went, officer: str, now: datetime) -> bool:
    """It goes now, as it is: nothing changes it after this. False as `change` is."""
    facts = {"went_at": now, "went_by": officer, "way": way}
    return db.execute(update(table).where(_draft(id, seen)).values(facts)).rowcount == 1


def _mine(representation_id: str):
    return table.c.representation_id == representation_id


def _draft(id: str, seen: int):
    return (table.c.id == id) & table.c.went_at.is_(None) & (table.c.version == seen)


def _sealed(db: Db, id: str, words: Words) -> bytes:
    return db.vault.seal_json(asdict(words), TABLE, id, "words")


def _opened(db: Db, row: Row) -> ChildLetter:
    return ChildLetter(
        id=row.id,
        representation_id=row.representation_id,
        move_number=row.move_number,
        what=Key(row.what),
        language=row.language,
        words=Words(**db.vault.open_json(row.words, TABLE, row.id, "words")),
        version=row.version,
        made_at=row.made_at,
        changed_at=row.changed_at,
        changed_by=row.changed_by or "",
        went_at=row.went_at,
        went_by=row.went_by or "",
        way=Went(row.way) if row.way else None,
    )
