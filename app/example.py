"""Example records, for development: a few from content/england/examples.yaml, whose code is printed, and the many of
app.examples, over all stages.

Written once, into an empty database, all or none. The code and the password are made by chance and kept in INSTANCE.
"""

import os
import secrets
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from sqlalchemy import select

from app.councils.bank_holidays import bank_holidays
from app.councils.council import Council
from app.councils.council_file import NATIONAL
from app.councils.files import read_yaml
from app.councils.shapes import ExampleShape, ExamplesShape
from app.councils.shaping import shaped
from app.examples import colleagues, filling
from app.examples.cast import OFFICER
from app.examples.days import Days
from app.examples.place import Place
from app.house import House
from app.model.due import answer_due_on, reference_due_on
from app.model.follow_up_code import new_code
from app.model.london import london_day
from app.model.representation import Answer, Kind, OnBehalfOf, Representation, SafeContact, Telling, Way
from app.officers_commands import EXAMPLE_EMAIL, add_example_officer, new_password
from app.post.addresses import Addresses
from app.post.letters import inbox_letter
from app.records import officers, outbox, representations
from app.records.database import Db, new_id
from app.records.tables import representation as table

CODE_FILE = "example-code"
EXAMPLES = "examples.yaml"


def fill(house: House, only_few: bool = False) -> list[str]:
    """Write the examples, if there is nothing yet; the lines that tell a visitor where to begin."""
    content = house.settings.content
    if not (content / NATIONAL / EXAMPLES).exists():
        return []
    told = shaped(ExamplesShape, read_yaml(content, content / NATIONAL / EXAMPLES))
    council = house.library.find_council(told.council)
    if council is None:
        return []
    path = house.settings.instance / CODE_FILE
    email, password = add_example_officer(house.records, house.settings.instance, council.slug, house.clock())
    with house.records.writing() as db:
        if not db.execute(select(table.c.id).limit(1)).first():
            if not only_few:
                _write_many(db, house, council)
            _keep_privately(path, _write(db, house, council, told.records))
    lines = [f"Sign in     {email}  {password}"]
    if path.exists():
        lines.append(f"Follow      {path.read_text('utf-8').strip()}  (the code of an example)")
    return lines


def _write_many(db: Db, house: House, council: Council) -> None:
    """First, so that the few, which are new, are the newest."""
    now, addresses = house.clock(), Addresses(house.settings.site_url, house.settings.desk_host)
    seen_to_by = colleagues.add(db, council.slug, new_password(), now) | {OFFICER: officers.find(db, EXAMPLE_EMAIL)}
    days = Days(now, bank_holidays(london_day(now)))
    filling.fill(db, Place(council, addresses, days, seen_to_by, secrets.randbelow))


def _write(db: Db, house: House, council: Council, examples: list[ExampleShape]) -> str:
    """Write the cast's records and their letters. Returns the code of the first."""
    addresses = Addresses(house.settings.site_url, house.settings.desk_host)
    codes = [new_code(secrets.randbelow) for _ in examples]
    for example, code in zip(examples, codes, strict=True):
        told = _representation(house, council, example)
        representations.receive(db, told, code=code.replace(" ", ""))
        outbox.queue(db, replace(inbox_letter(told, council, addresses, told.received_at), queued_at=house.clock()))
    return codes[0]


def _representation(house: House, council: Council, example: ExampleShape) -> Representation:
    at = house.clock() - timedelta(days=example.days_ago)
    on, holidays, kind = london_day(at), bank_holidays(london_day(at)), Kind(example.kind)
    agreed = Answer.YES if example.child else None
    return Representation(
        id=new_id(),
        council=council.slug,
        kind=kind,
        telling=Telling(example.telling),
        words=example.words,
        wish=example.wish,
        name=example.name,
        on_behalf_of=OnBehalfOf(name=example.child, knows=agreed, agrees=agreed),
        contact=SafeContact(way=Way(example.way), where=example.where, may_say_more=example.may_say_more),
        wants_advocate=example.wants_advocate,
        language=council.languages[0],
        received_at=at,
        received_on=on,
        reference_due_on=reference_due_on(on, council.timetable, holidays),
        answer_due_on=answer_due_on(kind, on, council.timetable, holidays),
    )


def _keep_privately(path: Path, text: str) -> None:
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w", encoding="utf-8") as file:
        file.write(text + "\n")
