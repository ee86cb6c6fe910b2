"""What tests of the post room may ask for."""

import random
from pathlib import Path

import pytest
from flask import Flask
from flask_babel import Babel

from app.post.clock import Clockwork
from app.records.database import Records
from tests.app_fixtures import Compiled
from tests.post import office
from tests.post.servers import MailRoom
from tests.records.shelf import open_shelf

TEMPLATES = Path(__file__).parents[2] / "app" / "templates"


@pytest.fixture(autouse=True)
def letters_can_be_written():
    """The templates of letters, and no request: as the clock finds them."""
    app = Flask("letters", template_folder=TEMPLATES)
    app.jinja_env.trim_blocks = app.jinja_env.lstrip_blocks = True  # as in create_app
    app.jinja_env.bytecode_cache = Compiled()
    Babel(app)
    with app.app_context():
        yield


@pytest.fixture
def records(tmp_path) -> Records:
    return open_shelf(f"sqlite:///{tmp_path / 'records.db'}")


@pytest.fixture
def any_records(any_database_url) -> Records:
    records = open_shelf(any_database_url)
    yield records
    records.engine.dispose()


@pytest.fixture
def clock() -> office.TestClock:
    return office.TestClock()


@pytest.fixture
def clockwork(any_records) -> Clockwork:
    return Clockwork(
        any_records, {"sefton": office.SEFTON}, office.HOLIDAYS, office.ADDRESSES, random.Random(22).choice
    )


@pytest.fixture
def mail_room():
    """A real mail server, in the open, on this machine."""
    with MailRoom() as room:
        yield room
