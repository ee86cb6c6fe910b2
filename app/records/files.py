"""Photos, papers and voice messages: kept with a draft, then with the representation that was sent from it.

Each is sealed with a key of its own, which is kept, sealed, in its row. So rotating the keys touches rows alone, and
when the row is gone so is all that could open the file.
"""

import os
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, Row, delete, func, select, update

from app.model.file_kind import Checked, FileKind, Sort
from app.records.database import Db, new_id
from app.records.file_store import FileStore
from app.records.tables import file as table
from app.records.vault import KEY_BYTES, Vault

MOST_FILES = 5  # with one representation
SWEPT_AFTER = timedelta(hours=1)  # a file whose row has not been kept yet may be this old


class NoSuchFile(LookupError):
    """No file has this id, or it belongs to something else."""


@dataclass(frozen=True)
class PutDown:
    """A file that is on the disk, and that no row knows of yet."""

    id: str
    key: bytes
    kind: FileKind
    size: int
    name: str  # as it came, which may be a child’s words


@dataclass(frozen=True)
class KeptFile:
    id: str
    kind: FileKind
    size: int
    name: str
    place: int  # among those of its sort, from 1
    checked: Checked
    scanned_at: datetime | None

    @property
    def neutral_name(self) -> str:
        """One of our own making, such as photo-1.jpg."""
        return f"{self.kind.sort}-{self.place}.{self.kind}"


def put_down(store: FileStore, content: bytes, kind: FileKind, name: str, now: datetime) -> PutDown:
    """Write it to the disk, sealed. Before the transaction that keeps its row: that one must be short."""
    id, key = new_id(), os.urandom(KEY_BYTES)
    store.write(id, _own_vault(key).seal_bytes(content, "file", id, "content"), now)
    return PutDown(id, key, kind, len(content), name)


def add(db: Db, draft_id: str, put: PutDown, now: datetime) -> bool:
    """Keep it with the draft, which the caller holds. False, and the file is gone, when there are enough already."""
    owned = table.c.draft_id == draft_id
    if db.execute(select(func.count()).where(owned)).scalar_one() >= MOST_FILES:
        db.afterwards.append(lambda: db.files.remove(put.id))
        return False
    last = db.execute(select(func.max(table.c.number)).where(owned)).scalar_one()
    row = {
        "id": put.id,
        "draft_id": draft_id,
        "number": (last or 0) + 1,
        "kind": put.kind,
        "size": put.size,
        "key": db.vault.seal_bytes(put.key, "file", put.id, "key"),
        "name": db.vault.seal(put.name, "file", put.id, "name"),
        "added_at": now,
        "checked": Checked.WAITING,
    }
    db.execute(table.insert(), row)
    return True


def of_draft(db: Db, draft_id: str) -> list[KeptFile]:
    """In the order they were added."""
    return list(_kept(db, table.c.draft_id == draft_id))


def of_representation(db: Db, representation_id: str) -> list[KeptFile]:
    return list(_kept(db, table.c.representation_id == representation_id))


def content(db: Db, id: str) -> bytes:
    """What is in it. Raises NoSuchFile, FileGone or CannotOpen."""
    sealed_key = db.execute(select(table.c.key).where(table.c.id == id)).scalar_one_or_none()
    if sealed_key is None:
        raise NoSuchFile(id)
    key = db.vault.open_bytes(sealed_key, "file", id, "key")
    return _own_vault(key).open_bytes(db.files.read(id), "file", id, "content")


def move(db: Db, draft_id: str, representation_id: str) -> int:
    """They go with what is sent, in the transaction that sends it; how many there are."""
    moved = {"draft_id": None, "representation_id": representation_id}
    return db.execute(update(table).where(table.c.draft_id == draft_id), moved).rowcount


def remove(db: Db, draft_id: str, id: str) -> None:
    """Take one out of a draft. One that is not there, or not the draft’s, is left as it is."""
    _forget(db, (table.c.draft_id == draft_id) & (table.c.id == id))


def forget_of_drafts(db: Db, draft_ids: Collection[str]) -> None:
    _forget(db, table.c.draft_id.in_(draft_ids))


def forget_of_representation(db: Db, representation_id: str) -> None:
    _forget(db, table.c.representation_id == representation_id)


def forget_old(db: Db, now: datetime) -> int:
    """Sweep away files that no row knows: of a crash, or of a draft that has gone. How many that was."""
    old = list(db.files.written_before(now - SWEPT_AFTER))
    known = set(db.execute(select(table.c.id)).scalars()) if old else set()
    lost = [path for path in old if path.name not in known]
    for path in lost:
        path.unlink(missing_ok=True)
    return len(lost)


def waiting(db: Db) -> list[str]:
    """The ids of those no virus scanner has looked at, those that were sent first."""
    order = (table.c.representation_id.is_(None), table.c.added_at, table.c.number, table.c.id)
    return list(db.execute(select(table.c.id).where(table.c.checked == Checked.WAITING).order_by(*order)).scalars())


def oldest_waiting(db: Db) -> datetime | None:
    """When the oldest file that was sent, and that nobody has looked at, was added."""
    sent = table.c.representation_id.is_not(None) & (table.c.checked == Checked.WAITING)
    return db.execute(select(func.min(table.c.added_at)).where(sent)).scalar_one()


def mark_checked(db: Db, id: str, checked: Checked, now: datetime) -> None:
    db.execute(update(table).where(table.c.id == id), {"checked": checked, "scanned_at": now})


def _forget(db: Db, which: ColumnElement[bool]) -> None:
    """The rows now, and with them the keys; the files when that is kept."""
    for id in db.execute(select(table.c.id).where(which)).scalars().all():
        db.execute(delete(table).where(table.c.id == id))
        db.afterwards.append(lambda id=id: db.files.remove(id))


def _kept(db: Db, which: ColumnElement[bool]) -> Iterator[KeptFile]:
    places = dict.fromkeys(Sort, 0)
    for row in db.execute(select(table).where(which).order_by(table.c.added_at, table.c.number, table.c.id)):
        sort = FileKind(row.kind).sort
        places[sort] += 1
        yield _opened(db, row, places[sort])


def _opened(db: Db, row: Row, place: int) -> KeptFile:
    return KeptFile(
        id=row.id,
        kind=FileKind(row.kind),
        size=row.size,
        name=db.vault.open(row.name, "file", row.id, "name"),
        place=place,
        checked=Checked(row.checked),
        scanned_at=row.scanned_at,
    )


def _own_vault(key: bytes) -> Vault:
    return Vault({"file": key})
