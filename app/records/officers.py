"""Officers: members of council staff who may sign in at the desk. Each belongs to one council."""

import secrets
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from sqlalchemy import Row, Select, select, update
from sqlalchemy.dialects import postgresql, sqlite

from app.records.database import Db, new_id
from app.records.tables import officer as table


class Role(StrEnum):
    OFFICER = "officer"
    MANAGER = "manager"
    AUDITOR = "auditor"  # reads the trail, not the words
    EDITOR = "editor"  # of the content; sees nobody's words


class OfficerKnown(ValueError):
    """There is an officer with this email address already."""


@dataclass(frozen=True)
class Officer:
    id: str
    email: str
    council: str
    role: Role
    name: str = ""
    phone: str = ""
    active: bool = True
    password: str = field(default="", repr=False)  # its argon2 hash
    fs_uniquifier: str = field(default="", repr=False)  # what Flask-Security calls them by
    team: str = ""  # whom they work with

    @property
    def called(self) -> str:
        return self.name or self.email

    @property
    def details(self) -> str:
        """How a young person reaches them, in one line."""
        return ", ".join(filter(None, (self.phone, self.email)))


def add(
    db: Db, email: str, council: str, role: Role, password: str, now: datetime, name: str = "", phone: str = ""
) -> Officer:
    """Raises OfficerKnown if there is one with this address. `password` is a hash, never the password."""
    officer = Officer(new_id(), tidy(email), council, role, name, phone, True, password, secrets.token_hex(32))
    row = {column: getattr(officer, column) for column in Officer.__dataclass_fields__} | {"added_at": now}
    insert = postgresql.insert if db.connection.dialect.name == "postgresql" else sqlite.insert
    added = insert(table).values(row).on_conflict_do_nothing(index_elements=["email"]).returning(table.c.id)
    if db.execute(added).one_or_none() is None:
        raise OfficerKnown(officer.email)
    return officer


def find(db: Db, email: str) -> Officer | None:
    return _one(db, select(table).where(table.c.email == tidy(email)))


def get(db: Db, id: str) -> Officer:
    return _read(db.execute(select(table).where(table.c.id == id)).one())


def find_called(db: Db, fs_uniquifier: str) -> Officer | None:
    """Whom Flask-Security calls this."""
    return _one(db, select(table).where(table.c.fs_uniquifier == fs_uniquifier))


def everybody(db: Db) -> list[Officer]:
    return [_read(row) for row in db.execute(select(table).order_by(table.c.council, table.c.email))]


def of_council(db: Db, council: str) -> list[Officer]:
    """Every officer a council has or had, by name: a history names those who have left, too."""
    rows = db.execute(select(table).where(table.c.council == council).order_by(table.c.name, table.c.email))
    return [_read(row) for row in rows]


def disable(db: Db, id: str) -> None:
    """They cannot sign in, and every session of theirs has ended."""
    db.execute(update(table).where(table.c.id == id).values(active=False, fs_uniquifier=secrets.token_hex(32)))


def put_in_team(db: Db, id: str, team: str) -> None:
    """What is kept from a team is kept from whoever is in it now."""
    db.execute(update(table).where(table.c.id == id).values(team=team))


def keep_password(db: Db, id: str, password: str) -> None:
    """`password` is a hash."""
    db.execute(update(table).where(table.c.id == id).values(password=password))


def tidy(email: str) -> str:
    """As we keep it. NUL is no part of an address, and PostgreSQL will not hear of it."""
    return email.replace("\0", "").strip().lower()


def _one(db: Db, sought: Select) -> Officer | None:
    row = db.execute(sought).one_or_none()
    return _read(row) if row else None


def _read(row: Row) -> Officer:
    facts = {column: getattr(row, column) for column in Officer.__dataclass_fields__}
    return Officer(**facts | {"role": Role(row.role)})
