"""What every table is made with: kinds of column, such as instants in UTC and values that only the vault can read."""

from datetime import UTC, datetime

from sqlalchemy import LargeBinary, MetaData, String
from sqlalchemy.types import TypeDecorator

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "pk": "pk_%(table_name)s",
    }
)

ID = String(32)
HASH = String(64)
WORD = String(40)

LENGTH_OF_AN_INSTANT = 27


class Instant(TypeDecorator):
    """An instant, as text such as 2026-11-22T12:11:55.000000Z: it sorts, and reads the same in every database."""

    impl = String(LENGTH_OF_AN_INSTANT)
    cache_ok = True

    def process_bind_param(self, value, dialect):
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError(f"expected an instant with its time zone, not {value.isoformat()}")
        return value.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")

    def process_result_value(self, value, dialect):
        return None if value is None else datetime.fromisoformat(value)


class Sealed(TypeDecorator):
    """What the vault has sealed. `flask vault rotate` finds these columns by their kind."""

    impl = LargeBinary
    cache_ok = True
