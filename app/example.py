"""Example records, for development: an invented cast, so that a visitor sees the site at work.

Written once, into an empty database. The code and the password are made by chance and kept in INSTANCE.
"""

import os
import secrets
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

from sqlalchemy import select

from app.councils.bank_holidays import bank_holidays
from app.councils.council import Council
from app.house import House
from app.model.due import answer_due_on, reference_due_on
from app.model.follow_up_code import new_code
from app.model.london import london_day
from app.model.representation import Answer, Kind, OnBehalfOf, Representation, SafeContact, Telling, Way
from app.post.addresses import Addresses
from app.post.letters import inbox_letter
from app.records import outbox, representations
from app.records.database import Db, new_id
from app.records.tables import representation as table

CODE_FILE = "example-code"

# How many days ago each came, and what was told.
CAST = (
    (
        0,
        {
            "kind": Kind.COMPLAINT,
            "words": "My social worker has changed four times this year.\nNobody tells me before it happens.",
            "wish": "I want to know who my worker is, and to be told first.",
            "name": "Amina",
            "contact": SafeContact(way=Way.CODE),
        },
    ),
    (
        1,
        {
            "kind": Kind.COMPLAINT,
            "words": "Contact with my little brother was cancelled two times. 💔 I was ready and nobody came.",
            "name": "Tomos",
            "contact": SafeContact(way=Way.TEXT, where="0151 496 0144"),
            "wants_advocate": True,
        },
    ),
    (
        3,
        {
            "kind": Kind.COMPLAINT,
            "telling": Telling.ADVOCATE,
            "words": "Zofia asked to see her plan in September. She has not seen it.",
            "wish": "A copy of the plan, and a meeting that she is at.",
            "name": "Ines Okafor",
            "on_behalf_of": OnBehalfOf(name="Zofia", knows=Answer.YES, agrees=Answer.YES),
            "contact": SafeContact(way=Way.EMAIL, where="ines.okafor@example.org", may_say_more=True),
        },
    ),
    (
        2,
        {
            "kind": Kind.COMMENT,
            "words": "Could the contact room have games for bigger kids? The toys are for babies.",
            "contact": SafeContact(way=Way.CODE),
        },
    ),
    (
        2,
        {
            "kind": Kind.COMPLIMENT,
            "telling": Telling.FAMILY,
            "words": "Please thank Dee at the family centre. She listened when nobody else did.",
            "name": "Grandad of two",
            "contact": SafeContact(way=Way.LETTER, where="4 Sample Street, Southport"),
        },
    ),
    (
        8,
        {
            "kind": Kind.ADVOCATE,
            "words": "I would like somebody to come with me to my review. <b>Not</b> my carer.",
            "name": "K. O'Neill-Žižek",
            "contact": SafeContact(way=Way.PERSON, where="My form tutor, Mr Hale"),
        },
    ),
)


def fill(house: House) -> list[str]:
    """Write the examples, if there is nothing yet; the lines that tell a visitor where to begin."""
    council = next(iter(house.library.councils.values()))
    path = house.settings.instance / CODE_FILE
    with house.records.writing() as db:
        if not db.execute(select(table.c.id).limit(1)).first():
            _keep_privately(path, _write(db, house, council))
    if not path.exists():
        return []
    return [f"A code to follow an example with    {path.read_text('utf-8').strip()}"]


def _write(db: Db, house: House, council: Council) -> str:
    """Write the cast's records and their letters. Returns the code of the first."""
    addresses = Addresses(house.settings.site_url, house.settings.desk_host)
    codes = [new_code(secrets.randbelow) for _ in CAST]
    for (days_ago, told), code in zip(CAST, codes, strict=True):
        one = _representation(council, house.clock() - timedelta(days=days_ago), told)
        representations.receive(db, one, code=code.replace(" ", ""))
        outbox.queue(db, replace(inbox_letter(one, council, addresses, one.received_at), queued_at=house.clock()))
    return codes[0]


def _representation(council: Council, at: datetime, told: dict) -> Representation:
    on, holidays = london_day(at), bank_holidays(london_day(at))
    return Representation(
        id=new_id(),
        council=council.slug,
        language=council.languages[0],
        received_at=at,
        received_on=on,
        reference_due_on=reference_due_on(on, council.timetable, holidays),
        answer_due_on=answer_due_on(told["kind"], on, council.timetable, holidays),
        **told,
    )


def _keep_privately(path: Path, text: str) -> None:
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w", encoding="utf-8") as file:
        file.write(text + "\n")
