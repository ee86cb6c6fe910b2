"""What tests of faults may ask for: a warm site of each kind of database, its records, and children."""

import random
import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from app import opening
from app.records.database import Records
from app.settings import read_settings
from tests.faults.browser import Browser
from tests.faults.child import Child
from tests.faults.databases import database
from tests.faults.mail import WatchedMailRoom
from tests.faults.points import FUSE
from tests.faults.warm import ROOT, Warm


@dataclass
class Spot:
    """A warm site, its records as they are on disk, and its mail server."""

    warm: Warm
    mail: WatchedMailRoom
    records: Records
    database_url: str
    children: list[Child] = field(default_factory=list)

    def child(self, presses: str = "once") -> Child:
        """Somebody new. The same chances each time."""
        number = len(self.children) + 1
        child = Child(f"Child {number}", Browser(self.warm.port), random.Random(number), presses)
        self.children.append(child)
        return child


@pytest.fixture(scope="module", params=["sqlite", "postgres"])
def spot(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Spot]:
    folder: Path = tmp_path_factory.mktemp("spot")
    content = folder / "content"
    shutil.copytree(ROOT / "content", content, ignore=shutil.ignore_patterns("examples.yaml"))
    with database(request.param, folder) as url, WatchedMailRoom() as mail:
        environ = {"INSTANCE": str(folder), "CONTENT": str(content), "DATABASE_URL": url, "MAIL_URL": mail.url()}
        with Warm(environ | {FUSE: str(folder / "fuse")}) as warm:
            records = opening.open_records(read_settings(environ))
            yield Spot(warm, mail, records, url)
            records.engine.dispose()
