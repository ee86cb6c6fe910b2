"""The app as tests meet it: a fresh installation for each, a clock that stands still, a client that looks at pages."""

import os
import shutil
from datetime import UTC, datetime, timedelta
from pathlib import Path
from types import CodeType
from typing import ClassVar

import pytest
from flask import Flask
from flask_migrate import upgrade
from jinja2.bccache import Bucket, BytecodeCache
from werkzeug.routing import Rule

from app import create_app, opening
from app.house import House
from app.records import keys
from tests.page_client import PageClient


class Compiled(BytecodeCache):
    """Templates that a test before this one has compiled: they take longer than all else that a page needs."""

    codes: ClassVar[dict[tuple[str, str], CodeType]] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        bucket.code = self.codes.get((bucket.key, bucket.checksum))

    def dump_bytecode(self, bucket: Bucket) -> None:
        self.codes[bucket.key, bucket.checksum] = bucket.code


_compile_builder, _builders = Rule._compile_builder, {}


def _remembered_builder(rule: Rule, append_unknown: bool = True):
    """Werkzeug writes and compiles a program for each address of each app: half of what making one takes."""
    made_of = rule.rule, rule.subdomain, rule.host, frozenset(rule.arguments), repr(rule.defaults), append_unknown
    if made_of not in _builders:
        _builders[made_of] = _compile_builder(rule, append_unknown)
    return _builders[made_of]


Rule._compile_builder = _remembered_builder


class Clock:
    """A clock that stands still until it is moved."""

    def __init__(self, now: datetime):
        self.now = now

    def __call__(self) -> datetime:
        return self.now

    def move_to(self, instant: datetime) -> None:
        self.now = instant

    def move_on(self, **by: float) -> None:
        self.now += timedelta(**by)


@pytest.fixture
def clock() -> Clock:
    """Sunday 22 November 2026, ten in the morning."""
    return Clock(datetime(2026, 11, 22, 10, tzinfo=UTC))


@pytest.fixture(scope="session")
def ready_made(tmp_path_factory: pytest.TempPathFactory) -> Flask:
    """A site that has been set up once: what is the same for every test is taken over from it."""
    instance = tmp_path_factory.mktemp("migrated")
    app = create_app({"INSTANCE": str(instance)})
    opening.make_database(app.extensions["house"].settings)
    with app.app_context():
        upgrade()
    app.extensions["house"].records.engine.dispose()
    return app


@pytest.fixture(scope="session")
def migrated_database(ready_made: Flask) -> Path:
    """A SQLite file as the migrations make it, without any row. Copied for each test."""
    return ready_made.extensions["house"].settings.instance / "records.db"


@pytest.fixture
def environ(instance: Path) -> dict[str, str]:
    """Settings for the app under test; a test may change them before it asks for `app`."""
    return {"INSTANCE": str(instance)}


@pytest.fixture
def app(environ: dict[str, str], instance: Path, ready_made: Flask, migrated_database: Path, clock: Clock) -> Flask:
    """The whole site on a fresh SQLite database, or on the one `environ` names."""
    shutil.copy(migrated_database, instance / "records.db")
    shutil.copytree(migrated_database.parent / "static", instance / "static", copy_function=os.link)
    has_content_of_its_own = {"CONTENT", "SITE_COUNCIL", "PRODUCTION"} & environ.keys()
    app = create_app(environ, clock, None if has_content_of_its_own else ready_made.extensions["house"].keeper)
    app.jinja_env.bytecode_cache = Compiled()
    if "DATABASE_URL" in environ:
        with app.app_context():
            upgrade()
    house: House = app.extensions["house"]
    with house.records.writing() as db:
        keys.make_hash_key(db)
    yield app
    house.records.engine.dispose()


@pytest.fixture
def house(app: Flask) -> House:
    return app.extensions["house"]


@pytest.fixture
def client(app: Flask) -> PageClient:
    """Fetches pages, and holds each to the house rules."""
    return PageClient(app)
