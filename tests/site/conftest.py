"""One running site for each worker; each test brings its own people and its own words."""

from collections.abc import Iterator

import pytest

from tests.site.running import Site, running


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    with running(tmp_path_factory.mktemp("site")) as site:
        yield site
