"""Very many invented records of one council, as the real ones lie in the database: sealed, marked, with their history.

One in twenty is open; one in a hundred has something new; each has been opened; every name is made of invented words.
The same number gives the same records. Sealed for real, but written many at a time: the site itself keeps one by one.
"""

import random
from collections.abc import Iterator
from datetime import datetime, timedelta

from sqlalchemy import insert, select, text

from app.house import House
from app.model.event import What
from app.model.london import london_day
from app.model.reference_number import ALPHABET, LENGTH, new_reference
from app.model.representation import Kind, OnBehalfOf, Representation
from app.model.stage import ENDINGS, Stage
from app.records import names, said
from app.records.database import Db, new_id
from app.records.representations import SEALED
from app.records.tables import event, letter, name_mark, representation, task
from app.records.tables import trail as trail_table

COUNCIL, COMMON, RARE = "sefton", "Wren", "Oxlip"
WORDS = "My worker did not come, and nobody said why. I waited the whole of the afternoon by the window. " * 6
AT_ONCE = 1000
OPEN_ONE_IN, NEW_ONE_IN = 20, 100


def fill(house: House, count: int) -> None:
    chance, now = random.Random(2026), house.clock()
    for start in range(0, count, AT_ONCE):
        with house.records.writing() as db:
            _write(db, chance, now, range(start, min(start + AT_ONCE, count)))
    with house.records.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.execute(text("ANALYZE"))  # as both databases do for themselves, in time


def a_reference(house: House) -> str:
    with house.records.reading() as db:
        given = select(representation.c.reference).where(representation.c.reference.is_not(None))
        return db.execute(given).scalars().first()


def _write(db: Db, chance: random.Random, now: datetime, numbers: range) -> None:
    rows, marks, events, readings, letters, tasks = [], [], [], [], [], []
    hashed = db.hasher()
    for number in numbers:
        told = _told(chance, now, number)
        row = _row(db, chance, told, number)
        rows.append(row)
        marked = names.marks(hashed, COUNCIL, (told.name, told.on_behalf_of.name))
        marks += [{"representation_id": told.id, "mark": mark, "council": COUNCIL} for mark in sorted(marked)]
        events += _events(told, row["unheard_since"])
        readings.append(_reading(told, number))
        letters.append(_letter(db, told))
        tasks.append(_task(told, is_done=number % (10 * OPEN_ONE_IN) != 0))
    for table, some in (
        (representation, rows), (name_mark, marks), (event, events), (trail_table, readings), (letter, letters),
        (task, tasks),
    ):  # fmt: skip
        db.execute(insert(table), some)


def _told(chance: random.Random, now: datetime, number: int) -> Representation:
    at = now - timedelta(minutes=chance.randrange(60 * 24 * 365 * 5))
    if number % OPEN_ONE_IN == 0:
        at = now - timedelta(minutes=chance.randrange(60 * 24 * 60))
    given = RARE if number % 20_000 == 7 else COMMON if number % 40 == 0 else _invented(chance)
    return Representation(
        id=new_id(),
        council=COUNCIL,
        kind=chance.choice(list(Kind)[:3]),
        words=WORDS,
        name=f"{given} {_invented(chance)}",
        on_behalf_of=OnBehalfOf(name=_invented(chance) if number % 3 == 0 else ""),
        language="ur" if number % 50 == 0 else chance.choice(("en", "en", "en", "pl", "ar")),
        received_at=at,
        received_on=london_day(at),
        reference_due_on=london_day(at) + timedelta(days=3),
        answer_due_on=london_day(at) + timedelta(days=chance.randrange(14, 90)),
    )


def _row(db: Db, chance: random.Random, told: Representation, number: int) -> dict:
    is_open = number % OPEN_ONE_IN == 0
    is_recorded = not is_open or number % (4 * OPEN_ONE_IN) != 0
    stages = [stage for stage in Stage if (stage in ENDINGS) != is_open and stage is not Stage.RECEIVED]
    plain = (
        "id", "council", "kind", "language", "telling", "came_by", "received_at", "received_on", "reference_due_on",
        "answer_due_on", "wants_advocate", "contact_name", "contact_details", "for_manager_only",
    )  # fmt: skip
    issued = told.received_at + timedelta(days=1) if is_recorded else None
    return (
        {column: getattr(told, column) for column in plain}
        | {column: db.vault.seal(getattr(told, column), "representation", told.id, column) for column in SEALED}
        | said.sealed(db.vault, told)
        | {
            "stage": chance.choice(stages) if is_recorded else Stage.RECEIVED,
            "urgent": number % 50 == 0,
            "reference": _reference(number) if is_recorded else None,
            "issued_at": issued,
            "recorded_at": issued,
            "unheard_since": told.received_at + timedelta(days=9) if number % NEW_ONE_IN == 0 else None,
        }
    )


def _reference(number: int) -> str:
    """A different one for each number: chance would give one twice among so many."""
    places = iter(number // len(ALPHABET) ** place % len(ALPHABET) for place in range(LENGTH))
    return new_reference("SEF", lambda letters: letters[next(places)])


def _events(told: Representation, asked_at: datetime | None) -> Iterator[dict]:
    facts = {"representation_id": told.id}
    yield facts | {"id": new_id(), "what": What.RECEIVED, "at": told.received_at}
    yield facts | {"id": new_id(), "what": What.RECORDED, "at": told.received_at + timedelta(days=1)}
    if asked_at:
        yield facts | {"id": new_id(), "what": What.MESSAGE, "at": asked_at}


def _reading(told: Representation, number: int) -> dict:
    """Not chained: nobody verifies this trail."""
    facts = {"council": COUNCIL, "officer_id": "command", "act": "read", "representation_id": told.id}
    return facts | {"number": number + 1, "at": told.received_at + timedelta(days=1), "hash": f"{number:064x}"}


def _letter(db: Db, told: Representation) -> dict:
    id = new_id()
    return {
        "id": id, "representation_id": told.id, "council": COUNCIL, "purpose": "inbox", "once": f"inbox:{told.id}",
        "urgent": False, "recipient": db.vault.seal("x@example.org", "letter", id, "recipient"),
        "message": db.vault.seal(WORDS * 3, "letter", id, "message"), "queued_at": told.received_at,
        "sent_at": told.received_at,
    }  # fmt: skip


def _task(told: Representation, is_done: bool) -> dict:
    done_at = told.received_at if is_done else None
    return {
        "id": new_id(), "representation_id": told.id, "council": COUNCIL, "what": "tell-reference", "once": told.id,
        "due_on": told.reference_due_on, "set_at": told.received_at, "done_at": done_at,
    }  # fmt: skip


def _invented(chance: random.Random) -> str:
    """A word that is no name: of four syllables, so that 160,000 exist."""
    return "".join(chance.choice("bdfgklmnprst") + chance.choice("aeiou") for _ in range(4)).title()
