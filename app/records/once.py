"""Things that happen once, however often and from wherever they are asked for."""

from sqlalchemy import Table
from sqlalchemy.dialects import postgresql, sqlite

from app.records.database import Db


def insert_once(db: Db, table: Table, row: dict, of: tuple[str, ...] = ("once",)) -> bool:
    """Add the row, unless there is one with the same `once`, or the same columns `of`: then this is False.

    Two at the same moment are no error: the second waits to see whether the first is kept.
    """
    insert = postgresql.insert if db.connection.dialect.name == "postgresql" else sqlite.insert
    adding = insert(table).values(row).on_conflict_do_nothing(index_elements=of).returning(table.c[of[0]])
    return db.execute(adding).first() is not None
