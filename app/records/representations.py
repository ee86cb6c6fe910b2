"""Representations, kept on disk."""

from collections.abc import Callable, Sequence
from datetime import date, datetime

from sqlalchemy import Row, select, update

from app.model.age import AgeGroup
from app.model.event import What
from app.model.reference_number import new_reference
from app.model.representation import CameBy, Kind, Representation, Telling
from app.model.stage import Stage
from app.records import deadlines, events, names, said
from app.records.database import Db
from app.records.tables import forgotten
from app.records.tables import representation as table

SEALED = ("words", "wish", "name")


class NoSuchRepresentation(LookupError):
    """No representation has this id, or it belongs to another council."""


def receive(db: Db, told: Representation, sending: str | None = None, code: str | None = None) -> None:
    """Keep a representation, with the first event of its history.

    `sending` is the draft it was sent from: the same one again is refused by the database. `code` is the
    follow-up code, of which only a keyed hash is kept.
    """
    row = {
        column: getattr(told, column)
        for column in (
            "id", "council", "kind", "language", "telling", "came_by", "received_at", "received_on",
            "reference_due_on", "answer_due_on", "stage", "wants_advocate", "contact_name", "contact_details",
            "urgent", "for_manager_only",
        )
    }  # fmt: skip
    for column in SEALED:
        row[column] = db.vault.seal(getattr(told, column), "representation", told.id, column)
    row |= said.sealed(db.vault, told)
    row["sending"] = sending
    row["code_hash"] = db.hash(code) if code else None
    db.execute(table.insert(), row)
    if told.answer_due_on:
        deadlines.promise(db, told.id, told.council, told.received_on, told.answer_due_on, told.received_at)
    names.mark(db, told.id, told.council, (told.name, told.on_behalf_of.name))
    events.add(db, told.id, What.RECEIVED, told.received_at)


def get(db: Db, id: str, council: str) -> Representation:
    """Raises NoSuchRepresentation unless `council` has one with this id."""
    row = db.execute(select(table).where(table.c.id == id, table.c.council == council)).one_or_none()
    if row is None:
        raise NoSuchRepresentation(id)
    return _opened(db, row)


def find_by_code(db: Db, code: str, council: str) -> Representation | None:
    """The one this follow-up code opens. An unknown code costs the same search as a known one."""
    sought = select(table).where(table.c.code_hash == db.hash(code), table.c.council == council)
    row = db.execute(sought).one_or_none()
    return _opened(db, row) if row else None


def find_by_reference(db: Db, reference: str, council: str) -> str | None:
    """The id of the one that has this reference number: for officers. To everybody else a reference opens nothing."""
    sought = select(table.c.id).where(table.c.reference == reference, table.c.council == council)
    return db.execute(sought).scalar_one_or_none()


def find_sent(db: Db, sending: str) -> str | None:
    """The id of what was sent from this draft, if it was."""
    return db.execute(select(table.c.id).where(table.c.sending == sending)).scalar_one_or_none()


def of_council(db: Db, council: str) -> list[Representation]:
    """All of a council's: those nobody has recorded first, then the oldest first."""
    order = (table.c.recorded_at.is_not(None), table.c.received_at, table.c.id)
    rows = db.execute(select(table).where(table.c.council == council).order_by(*order))
    return [_opened(db, row) for row in rows]


def waiting_to_be_recorded(db: Db) -> list[Representation]:
    """Every one, of every council, that no person has recorded yet; the oldest first."""
    sought = select(table).where(table.c.recorded_at.is_(None)).order_by(table.c.received_at, table.c.id)
    return [_opened(db, row) for row in db.execute(sought)]


def issue(
    db: Db, told: Representation, prefix: str, at: datetime, choose: Callable[[Sequence[str]], str],
    contact_name: str, contact_details: str,
) -> str:  # fmt: skip
    """Give it its reference number, if it has none, and say whom to ask. Returns the reference.

    One that has been given stays, whatever `told` knew of it. Never backdated: `at` is when it is really
    issued, however late that is.
    """
    given = db.execute(select(table.c.reference).where(table.c.id == told.id).with_for_update()).scalar_one()
    reference = given or _unused_reference(db, prefix, choose)
    facts = {"reference": reference, "contact_name": contact_name, "contact_details": contact_details}
    if not given:
        facts["issued_at"] = at
    db.execute(update(table).where(table.c.id == told.id), facts)
    return reference


def mark_recorded(db: Db, id: str, at: datetime, officer: str, answer_due_on: date | None, stage: Stage) -> bool:
    """A person has picked it up. False if somebody else already had: the first one stands."""
    facts = {"recorded_at": at, "recorded_by": officer, "answer_due_on": answer_due_on, "stage": stage}
    done = db.execute(update(table).where(table.c.id == id, table.c.recorded_at.is_(None)), facts)
    return done.rowcount == 1


def say_age(db: Db, id: str, age_group: AgeGroup | None) -> None:
    """How old the child is, as an officer knows it. None: not known."""
    db.execute(update(table).where(table.c.id == id).values(age_group=age_group))


def promise_reference(db: Db, id: str, due_on: date) -> None:
    """The day by which it has its reference number, counted again. One that has it keeps the day it was promised."""
    db.execute(update(table).where(table.c.id == id, table.c.issued_at.is_(None)).values(reference_due_on=due_on))


def warn_of(db: Db, told: Representation, urgent: bool, for_manager_only: bool, must_not_read: str) -> None:
    """Something said later makes it urgent, or names who must not read it. Neither is ever taken back here."""
    facts = {"urgent": told.urgent or urgent, "for_manager_only": told.for_manager_only or for_manager_only}
    if for_manager_only:
        facts["readers_chosen_at"] = None  # somebody is named anew: a manager looks again
    if must_not_read.strip():
        all_said = "\n".join(filter(None, (told.must_not_read, must_not_read)))
        facts["must_not_read"] = db.vault.seal(all_said, "representation", told.id, "must_not_read")
    db.execute(update(table).where(table.c.id == told.id), facts)


def _unused_reference(db: Db, prefix: str, choose) -> str:
    while True:
        reference = new_reference(prefix, choose)
        if not _is_taken(db, reference):
            return reference


def _is_taken(db: Db, reference: str) -> bool:
    """By one that is here, or by one that was deleted."""
    used = select(table.c.id).where(table.c.reference == reference)
    gone = select(forgotten.c.id).where(forgotten.c.reference == reference)
    return db.execute(used.union_all(gone)).first() is not None


def _opened(db: Db, row: Row) -> Representation:
    facts = row._asdict()
    words = {column: db.vault.open(facts[column], "representation", row.id, column) for column in SEALED}
    as_they_are = (
        "id", "council", "language", "received_at", "received_on", "reference_due_on", "answer_due_on",
        "wants_advocate", "issued_at", "recorded_at", "contact_name", "contact_details", "urgent",
        "for_manager_only",
    )  # fmt: skip
    return Representation(
        **words,
        **{column: facts[column] for column in as_they_are},
        kind=Kind(row.kind),
        age_group=AgeGroup(row.age_group) if row.age_group else None,
        telling=Telling(row.telling),
        came_by=CameBy(row.came_by),
        stage=Stage(row.stage),
        reference=row.reference or "",
        **said.opened(db.vault, row),
    )
