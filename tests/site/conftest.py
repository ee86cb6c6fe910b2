"""One running site and one browser for each worker; each test brings its own people and its own words."""

import os
from collections.abc import Callable, Iterator
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserType, Page, expect

from tests.site.advocate import Advocate
from tests.site.child import Child
from tests.site.devices import DESKTOP, PATIENCE_MS, PHONE, at_home
from tests.site.neutral import neutral_site
from tests.site.officer import Officer
from tests.site.running import Site, running
from tests.site.watching import Watch

expect.set_options(timeout=PATIENCE_MS)

Visit = Callable[..., Page]


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    with running(tmp_path_factory.mktemp("site")) as site:
        yield site


@pytest.fixture(scope="session")
def only_this_machine(tmp_path_factory: pytest.TempPathFactory) -> Iterator[list[str]]:
    """What to tell a browser, so that it reaches nothing but this machine."""
    with neutral_site(tmp_path_factory.mktemp("neutral")) as arguments:
        yield arguments


@pytest.fixture(scope="session")
def launch(browser_type_launch_args: dict, only_this_machine: list[str]) -> dict:
    return {**browser_type_launch_args, "args": [*browser_type_launch_args["args"], *only_this_machine]}


@pytest.fixture(scope="session")
def browser(browser_type: BrowserType, launch: dict) -> Iterator[Browser]:
    """Chromium without its windows, where there is one: all that a page can tell apart, for two thirds of the work.

    What belongs to the windows (the order in which Tab goes, the back button, what is kept on the disk) is tested in
    `whole_browser`: such a module has a fixture of its own called `browser`.
    """
    quick = os.environ.get("CHROMIUM_SHELL")
    with browser_type.launch(**launch | ({"executable_path": quick} if quick else {})) as browser:
        yield browser


@pytest.fixture(scope="session")
def whole_browser(browser_type: BrowserType, launch: dict) -> Iterator[Browser]:
    with browser_type.launch(**launch) as browser:
        yield browser


@pytest.fixture
def visit(browser: Browser, site: Site) -> Iterator[Visit]:
    """Opens a browser of somebody’s own. At the end, each must have kept to this site and complained of nothing."""
    watched: list[Watch] = []

    def open_one(at: Site = site, javascript: bool = True, device: dict = PHONE, **more) -> Page:
        context = browser.new_context(
            base_url=at.url,
            java_script_enabled=javascript,
            ignore_https_errors=True,
            **at_home(),
            **{**device, **more},
        )
        context.set_default_timeout(PATIENCE_MS)
        watched.append(Watch(context, urlsplit(at.url).netloc))
        return context.new_page()

    yield open_one
    for context in list(browser.contexts):
        context.close()
    for watch in watched:
        watch.assert_nothing_wrong()


@pytest.fixture(params=[True, False], ids=["with JavaScript", "without JavaScript"])
def javascript(request: pytest.FixtureRequest) -> bool:
    return request.param


@pytest.fixture
def child(visit: Visit, javascript: bool) -> Child:
    """A child with a phone of their own."""
    return Child(visit(javascript=javascript))


@pytest.fixture
def advocate(visit: Visit, javascript: bool) -> Advocate:
    return Advocate(visit(javascript=javascript, device=DESKTOP))


@pytest.fixture
def officer(visit: Visit, javascript: bool, site: Site) -> Officer:
    return Officer(visit(javascript=javascript, device=DESKTOP), site.password)
