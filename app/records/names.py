"""Finding by a name, while the names stay sealed.

Each word of a name is kept as a keyed hash (a blind index): whoever has the database without the vault can see that
two names share a word, and not which. Whole words only: the beginnings of names would give more of them away. A
council's marks say nothing of another's.
"""

from collections.abc import Callable, Iterable

from sqlalchemy import Select, func, select

from app.model.finding import plain
from app.records.database import Db
from app.records.once import insert_once
from app.records.tables import name_mark as table

MOST_WORDS = 40  # of one name; nobody searches by more


def mark(db: Db, representation_id: str, council: str, names: Iterable[str]) -> None:
    """Let it be found by these names, and by those it was marked with before."""
    for each in sorted(marks(db.hasher(), council, names)):
        row = {"representation_id": representation_id, "mark": each, "council": council}
        insert_once(db, table, row, of=("representation_id", "mark"))


def found(db: Db, council: str, typed: str) -> Select | None:
    """The ids of a council's whose names have every word of `typed`, whatever case and accents. None for no word."""
    sought = marks(db.hasher(), council, [typed])
    if not sought:
        return None
    some = select(table.c.representation_id.label("id")).where(table.c.council == council, table.c.mark.in_(sought))
    return some.group_by(table.c.representation_id).having(func.count() == len(sought))


def marks(hashed: Callable[[str], str], council: str, names: Iterable[str]) -> set[str]:
    """Of each word of these names, as a council keeps it."""
    return {hashed(f"name:{council}:{word}") for name in names for word in plain(name).split()[:MOST_WORDS]}
