"""Records as the tests of records meet them: an empty database of either kind, and what Amina tells."""

import atexit
import shutil
import tempfile
from datetime import UTC, date, datetime, timedelta
from functools import cache
from pathlib import Path

from sqlalchemy import create_mock_engine, inspect, select
from sqlalchemy.dialects import postgresql

from app.model.representation import (
    Account,
    Answer,
    Feeling,
    Kind,
    OnBehalfOf,
    Representation,
    SafeContact,
    Telling,
    Way,
)
from app.records import keys
from app.records.database import Records, connect, new_id
from app.records.file_store import FileStore
from app.records.tables import metadata
from app.records.vault import Vault

SUNDAY = datetime(2026, 11, 22, 10, tzinfo=UTC)
VAULT = Vault({"tests": bytes(range(32))})

# What people really type, and what some would.
AWKWARD = [
    "",
    "My worker never comes when she says.\n\nNever.",
    "<script>alert('x')</script> {{ 7*7 }} %s '; DROP TABLE draft; --",
    "میرا کارکن نہیں آتا \u200f\u202e",
    "\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645 👩‍👩‍👧",
    "nul \x00 bell \x07 tab \t",
    "Zo\u0308e\u0301" + "\u0300" * 300,
    "\U0010ffff \ufffd \ufeff",
    "a" * 20_000,
]


def open_shelf(url: str, vault: Vault = VAULT) -> Records:
    """Records with tables and no rows. A SQLite file is a copy of one that was made before: that is much quicker."""
    path = url.removeprefix("sqlite:///")
    if path != url and not Path(path).exists():
        shutil.copy(_empty_shelf(), path)
    records = Records(connect(url), vault, a_folder_of_files())
    if path == url and not inspect(records.engine).has_table("draft"):
        with records.engine.begin() as db:
            db.exec_driver_sql(_tables_of_postgresql())
    with records.writing() as db:
        keys.make_hash_key(db)
    return records


@cache
def _tables_of_postgresql() -> str:
    """All that makes the tables, to be said at once."""
    said: list[str] = []
    dialect = postgresql.dialect()
    engine = create_mock_engine(
        "postgresql+psycopg://", lambda ddl, *_, **__: said.append(str(ddl.compile(dialect=dialect)))
    )
    metadata.create_all(engine, checkfirst=False)
    return ";".join(said)


@cache
def _empty_shelf() -> Path:
    folder = tempfile.mkdtemp(prefix="shelf-")
    atexit.register(shutil.rmtree, folder)
    engine = connect(f"sqlite:///{folder}/empty.db")
    metadata.create_all(engine)
    engine.dispose()
    return Path(folder, "empty.db")


def a_folder_of_files() -> FileStore:
    """It is made when something is put into it."""
    return FileStore(Path(tempfile.gettempdir()) / f"tell-us-{new_id()}")


def amina(**facts) -> Representation:
    told = {
        "id": new_id(),
        "council": "sefton",
        "kind": Kind.COMPLAINT,
        "words": "My worker never comes when she says.",
        "account": Account(feeling=Feeling.WORRIED, when="every week", on=date(2026, 11, 2), who_was_there="Dee"),
        "wish": "That she comes.",
        "name": "Amina",
        "language": "en",
        "telling": Telling.ADVOCATE,
        "on_behalf_of": OnBehalfOf(name="Amina", knows=Answer.YES, agrees=Answer.NOT_SURE),
        "contact": SafeContact(way=Way.EMAIL, where="amina@young.example.com", may_say_more=True),
        "received_at": SUNDAY,
        "received_on": date(2026, 11, 22),
        "reference_due_on": date(2026, 11, 25),
        "answer_due_on": date(2026, 12, 4),
    }
    return Representation(**(told | facts))


def days(count: float) -> timedelta:
    return timedelta(days=count)


def everything_in(records: Records) -> str:
    """Every value of every row, as a person with the database in hand would see it."""
    seen = []
    with records.reading() as db:
        for table in metadata.sorted_tables:
            for row in db.execute(select(table)):
                seen += [value.decode("latin-1") if isinstance(value, bytes) else str(value) for value in row]
    assert len(seen) > 20, "found hardly anything in the database: check this test"
    return "\n".join(seen)


def bytes_on_disk(folder: Path) -> bytes:
    """All that lies in a folder: the database, its log, whatever else."""
    files = [path for path in folder.rglob("*") if path.is_file()]
    assert files
    return b"".join(path.read_bytes() for path in files)
