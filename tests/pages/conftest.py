"""What tests of pages may ask for, besides the `client` of a fresh site."""

import shutil
from datetime import UTC, datetime

import pytest
from flask import Flask

from app import create_app
from app.records import keys
from tests.app_fixtures import Clock
from tests.page_client import PageClient


@pytest.fixture(scope="session")
def read_only_site(ready_made, migrated_database, tmp_path_factory) -> Flask:
    """One site for all the tests that only read: Sunday 22 November 2026, ten in the morning."""
    instance = tmp_path_factory.mktemp("read-only")
    shutil.copy(migrated_database, instance / "records.db")
    clock = Clock(datetime(2026, 11, 22, 10, tzinfo=UTC))
    site = create_app({"INSTANCE": str(instance)}, clock, ready_made.extensions["house"].keeper)
    with site.extensions["house"].records.writing() as db:
        keys.make_hash_key(db)
    yield site
    site.extensions["house"].records.engine.dispose()


@pytest.fixture
def reader(read_only_site: Flask) -> PageClient:
    """A browser at that site, without a cookie."""
    return PageClient(read_only_site)
