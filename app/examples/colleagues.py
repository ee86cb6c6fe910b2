"""Whom the example officer works with: nobody signs in as them, and nobody knows their passwords."""

from datetime import datetime

from flask_security.utils import hash_password

from app.examples.cast import BEA, RUTH, TOM
from app.records import officers, trail
from app.records.database import Db
from app.records.officers import Officer, Role
from app.records.trail import COMMAND, Act

COLLEAGUES = {
    BEA: ("bea.osei@example.org", "Bea Osei", Role.OFFICER, "0151 496 0002"),
    TOM: ("tom.whitby@example.org", "Tom Whitby", Role.OFFICER, "0151 496 0003"),
    RUTH: ("ruth.calder@example.org", "Ruth Calder", Role.MANAGER, "0151 496 0004"),
}


def add(db: Db, council: str, password: str, now: datetime) -> dict[str, Officer]:
    """Each by their name in app.examples.cast. Needs an app context. `password` is never shown."""
    hashed, added = hash_password(password), {}
    for name, (email, called, role, phone) in COLLEAGUES.items():
        added[name] = officers.add(db, email, council, role, hashed, now, called, phone)
        trail.add(db, now, council, COMMAND, Act.OFFICER_ADDED)
    return added
