"""Finding the representation of an address, in the officer's own council and no other."""

import re

from flask import abort, current_app, g

from app.model.representation import Representation
from app.post.addresses import Addresses
from app.records import readers, representations, unrecorded
from app.records.database import Db
from app.records.representations import NoSuchRepresentation

AN_ID = re.compile(r"[0-9a-f]{32}")


def get(db: Db, id: str) -> Representation:
    """Not found when this officer may read none with this id: nobody learns that another council has, or hides it."""
    check_may_read(db, id)
    try:
        return representations.get(db, id, g.officer.council)
    except NoSuchRepresentation:
        abort(404)


def hold(db: Db, id: str) -> Representation:
    """The same, and nobody else changes it until the transaction ends."""
    check_id(id)
    unrecorded.hold(db, id)
    return get(db, id)


def check_may_read(db: Db, id: str) -> None:
    """Not found when it is kept from this officer: nobody learns that it exists."""
    check_id(id)
    if not readers.may(db, g.officer, id):
        abort(404)


def check_id(id: str) -> None:
    """Not found unless it is written as our ids are."""
    if not AN_ID.fullmatch(id):
        abort(404)


def addresses() -> Addresses:
    settings = current_app.extensions["house"].settings
    return Addresses(settings.site_url, settings.desk_host)
