"""Who may read what: the one rule that every list, count, search, file, letter and address of the desk asks.

Something may be about somebody who works at the council. A manager says who: from then on that officer, or their whole
team, cannot open it and cannot see that it exists. Where the child said that somebody must not read it, nobody but
managers can until one of them has said who that is.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, CompoundSelect, Select, delete, select, update

from app.model.event import What
from app.records import events
from app.records.database import Db
from app.records.officers import Officer, Role
from app.records.tables import forgotten_from, kept_from
from app.records.tables import representation as table

READING = (Role.OFFICER, Role.MANAGER)


@dataclass(frozen=True)
class KeptFrom:
    officers: frozenset[str]  # their ids
    teams: frozenset[str]

    def __bool__(self) -> bool:
        return bool(self.officers or self.teams)

    def keeps_out(self, officer: Officer) -> bool:
        return officer.id in self.officers or officer.team in self.teams


def may_read(officer: Officer) -> ColumnElement[bool]:
    """For a query of representations: those that this officer may read, and know of."""
    return (table.c.council == officer.council) & table.c.id.not_in(hidden(officer))


def hidden(officer: Officer) -> Select | CompoundSelect:
    """The ids of those of their council's that are kept from this officer."""
    me = kept_from.c.officer_id == officer.id
    us = me | (kept_from.c.team == officer.team) if officer.team else me
    ids = select(kept_from.c.representation_id).where(us)
    return ids if officer.role is Role.MANAGER else ids.union_all(_for_managers(officer.council))


def hidden_forgotten(officer: Officer) -> Select:
    """The ids of what is deleted and was kept from this officer."""
    me = forgotten_from.c.officer_id == officer.id
    us = me | (forgotten_from.c.team == officer.team) if officer.team else me
    return select(forgotten_from.c.forgotten_id).where(us)


def may(db: Db, officer: Officer, id: str) -> bool:
    return db.execute(select(table.c.id).where(table.c.id == id, may_read(officer))).first() is not None


def of(db: Db, representation_id: str) -> KeptFrom:
    """Whom it is kept from."""
    rows = db.execute(select(kept_from).where(kept_from.c.representation_id == representation_id)).all()
    officers = frozenset(row.officer_id for row in rows if row.officer_id)
    return KeptFrom(officers, frozenset(row.team for row in rows if row.team))


def are_chosen(db: Db, representation_id: str) -> bool:
    """Has a manager said who may not read it, or that everybody may?"""
    chosen = select(table.c.readers_chosen_at).where(table.c.id == representation_id)
    return db.execute(chosen).scalar_one() is not None


def choose(db: Db, representation_id: str, kept: KeptFrom, by: Officer, now: datetime) -> None:
    """From now on these cannot read it, and nobody else is kept from it. Hold it first.

    Where somebody is, every letter about it is a notice to the nominated manager from then on: that stays.
    """
    db.execute(delete(kept_from).where(kept_from.c.representation_id == representation_id))
    _keep(db, representation_id, kept)
    facts = {"readers_chosen_at": now} | ({"for_manager_only": True} if kept else {})
    db.execute(update(table).where(table.c.id == representation_id).values(**facts))
    events.add(db, representation_id, What.READERS_CHOSEN, now, officer=by.id)


def join(db: Db, from_id: str, to_id: str) -> None:
    """What is joined to another is kept from whom either is kept from."""
    one, other = of(db, from_id), of(db, to_id)
    _keep(db, to_id, KeptFrom(one.officers - other.officers, one.teams - other.teams))


def everybody_kept_out(kept: KeptFrom, everybody: Collection[Officer]) -> bool:
    """Would nobody be left to read it? Of those who could sign in and do."""
    return not any(officer.active and officer.role in READING and not kept.keeps_out(officer) for officer in everybody)


def _for_managers(council: str) -> Select:
    """What names somebody who must not read it, while no manager has said who that is."""
    named = table.alias("named")
    unsaid = named.c.for_manager_only & named.c.readers_chosen_at.is_(None)
    return select(named.c.id).where(named.c.council == council, unsaid)


def _keep(db: Db, representation_id: str, kept: KeptFrom) -> None:
    rows = [{"representation_id": representation_id, "officer_id": id, "team": None} for id in sorted(kept.officers)]
    rows += [{"representation_id": representation_id, "officer_id": None, "team": team} for team in sorted(kept.teams)]
    if rows:
        db.execute(kept_from.insert(), rows)
