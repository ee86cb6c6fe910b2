"""The letter that a move brings with it: a draft, kept in the transaction that keeps the move."""

from flask import g

from app.model.representation import Representation
from app.pages.desk import finding
from app.pages.desk.door import own_council
from app.pages.here import library, now
from app.post import child_letters
from app.records.database import Db


def draft(db: Db, told: Representation) -> None:
    child_letters.draft(db, told, library().shelf, own_council(), finding.addresses(), g.officer.id, now())
