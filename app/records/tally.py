"""Tallies: how many came from an address today, without the address.

The address is hashed with a salt that is made each day, sealed like every key, and forgotten the next: then nobody,
with the database and all the keys, can say which address it was. The address itself is neither kept nor logged.
"""

import os
from datetime import date, datetime

from sqlalchemy import delete, select
from sqlalchemy.dialects import postgresql, sqlite

from app.model.london import LONDON, london_day
from app.records.database import Db
from app.records.robot_tables import tally as table
from app.records.tables import vault_key
from app.records.vault import KEY_BYTES, keyed_hash

SALT = "salt-"


def who(db: Db, address: str, now: datetime) -> str:
    """An address, as we know it today. Needs a writing transaction: the first of the day makes the salt."""
    return keyed_hash(_salt(db, london_day(now)), address)


def this_hour(db: Db, what: str, who: str, now: datetime) -> int:
    """One more of these in this hour; how many that makes."""
    return _add(db, now.astimezone(LONDON).strftime("%Y-%m-%dT%H"), what, who)


def today(db: Db, what: str, who: str, now: datetime) -> int:
    """One more of these today; how many that makes."""
    return _add(db, london_day(now).isoformat(), what, who)


def forget_old(db: Db, now: datetime) -> int:
    """Forget what was counted before today, and the salts it was counted with; how many counts that were."""
    day = london_day(now).isoformat()
    old_salt = vault_key.c.name.startswith(SALT) & (vault_key.c.name != SALT + day)
    db.execute(delete(vault_key).where(old_salt))
    return db.execute(delete(table).where(table.c.slot < day)).rowcount


def _add(db: Db, slot: str, what: str, who: str) -> int:
    insert = _insert(db, table).values(slot=slot, what=what, who=who, count=1)
    one_more = insert.on_conflict_do_update(
        index_elements=["slot", "what", "who"], set_={"count": table.c.count + 1}
    ).returning(table.c.count)
    return db.execute(one_more).scalar_one()


def _salt(db: Db, day: date) -> bytes:
    name = SALT + day.isoformat()
    sealed = db.vault.seal_bytes(os.urandom(KEY_BYTES), "vault_key", name, "key")
    find = select(vault_key.c.key).where(vault_key.c.name == name)
    found = db.execute(find).scalar_one_or_none()
    if found is None:  # two at once make one: the second takes the first one's
        db.execute(_insert(db, vault_key).values(name=name, key=sealed).on_conflict_do_nothing())
        found = db.execute(find).scalar_one()
    return db.vault.open_bytes(found, "vault_key", name, "key")


def _insert(db: Db, into):
    return (postgresql if db.connection.dialect.name == "postgresql" else sqlite).insert(into)
