"""Keys at work: the key for hashes, made once; and sealing everything anew with a newer key of the ring."""

import os
from collections.abc import Iterator

from sqlalchemy import Column, Table, select, update

from app.records.columns import Sealed
from app.records.database import Db, Records
from app.records.tables import metadata, vault_key
from app.records.vault import KEY_BYTES, key_name

ROWS_AT_ONCE = 200


def make_hash_key(db: Db) -> None:
    """The key for hashes of codes, made on the first run and sealed like all else."""
    if db.execute(select(vault_key.c.name).where(vault_key.c.name == "hash")).first():
        return
    sealed = db.vault.seal_bytes(os.urandom(KEY_BYTES), "vault_key", "hash", "key")
    db.execute(vault_key.insert(), {"name": "hash", "key": sealed})


def rotate(records: Records) -> int:
    """Seal with the current key whatever an older one sealed; how many values that was.

    A few rows in each transaction, so that it can be stopped anywhere and run again.
    """
    return sum(_rotate_column(records, table, column) for table, column in sealed_columns())


def sealed_columns() -> Iterator[tuple[Table, Column]]:
    """Every column that only the vault can read."""
    for table in metadata.sorted_tables:
        for column in table.columns:
            if isinstance(column.type, Sealed):
                yield table, column


def _rotate_column(records: Records, table: Table, column: Column) -> int:
    done, last = 0, ""
    row_id = table.c.id if "id" in table.c else table.c.name
    while True:
        with records.writing() as db:
            some = select(row_id, column).where(row_id > last, column.is_not(None)).order_by(row_id).limit(ROWS_AT_ONCE)
            rows = db.execute(some.with_for_update()).all()  # what somebody is writing just now is waited for
            for id, sealed in rows:
                if key_name(sealed) != db.vault.current:
                    plain = db.vault.open_bytes(sealed, table.name, id, column.name)
                    anew = db.vault.seal_bytes(plain, table.name, id, column.name)
                    db.execute(update(table).where(row_id == id), {column.name: anew})
                    done += 1
        if not rows:
            return done
        last = rows[-1][0]
