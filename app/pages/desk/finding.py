"""Finding the representation of an address, in the officer's own council and no other."""

import re

from flask import abort, current_app, g

from app.model.representation import Representation
from app.post.addresses import Addresses
from app.records import representations, unrecorded
from app.records.database import Db
from app.records.representations import NoSuchRepresentation

AN_ID = re.compile(r"[0-9a-f]{32}")


def get(db: Db, id: str) -> Representation:
    """Not found when this council has none with this id: nobody learns that another council has."""
    check_id(id)
    try:
        return representations.get(db, id, g.officer.council)
    except NoSuchRepresentation:
        abort(404)


def hold(db: Db, id: str) -> Representation:
    """The same, and nobody else changes it until the transaction ends."""
    check_id(id)
    unrecorded.hold(db, id)
    return get(db, id)


def check_id(id: str) -> None:
    """Not found unless it is written as our ids are."""
    if not AN_ID.fullmatch(id):
        abort(404)


def addresses() -> Addresses:
    settings = current_app.extensions["house"].settings
    return Addresses(settings.site_url, settings.desk_host)
