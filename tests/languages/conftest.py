"""A site with every language there is, and two invented ones from a row in the table and their files."""

import shutil
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from flask import Flask

from app import create_app
from app.councils.catalogues import FOLDERS
from app.councils.languages import LANGUAGES
from app.records import keys
from tests.app_fixtures import Clock
from tests.councils.editor import CONTENT
from tests.languages.pseudo import know, write_all
from tests.page_client import PageClient

COUNCILS = ("england", "sefton", "liverpool", "lancashire", "central-bedfordshire")


@pytest.fixture(scope="module")
def many_languages(tmp_path_factory) -> Iterator[Path]:
    """The content folder. The table and the catalogues are as they were afterwards."""
    folder, before, catalogues = tmp_path_factory.mktemp("languages"), dict(LANGUAGES), list(FOLDERS)
    for name in COUNCILS:
        shutil.copytree(CONTENT / name, folder / "content" / name)
    know()
    FOLDERS.insert(0, folder / "translations")
    write_all(folder / "content", folder / "translations")
    yield folder / "content"
    LANGUAGES.clear()
    LANGUAGES.update(before)
    FOLDERS[:] = catalogues


@pytest.fixture(scope="module")
def app_in_many(many_languages, migrated_database, tmp_path_factory) -> Iterator[Flask]:
    instance = tmp_path_factory.mktemp("instance")
    shutil.copy(migrated_database, instance / "records.db")
    environ = {"INSTANCE": str(instance), "CONTENT": str(many_languages)}
    app = create_app(environ, Clock(datetime(2026, 11, 22, 10, tzinfo=UTC)))
    with app.extensions["house"].records.writing() as db:
        keys.make_hash_key(db)
    yield app
    app.extensions["house"].records.engine.dispose()


@pytest.fixture
def reader_of_many(app_in_many: Flask) -> PageClient:
    return PageClient(app_in_many)
