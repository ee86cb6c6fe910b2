"""Who may read what: the one rule that every list, count, search, file, letter and address of the desk asks."""

from sqlalchemy import ColumnElement

from app.records.officers import Officer
from app.records.tables import representation as table


def may_read(officer: Officer) -> ColumnElement[bool]:
    return table.c.council == officer.council
