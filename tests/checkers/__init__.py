"""Checkers of pages: each takes pages by their address, and gives findings, one readable line each.

A checker that had nothing to check fails, so that an empty list of findings always means clean pages.
"""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

NODE_MODULES = Path(__file__).parents[2] / "node_modules"

Pages = Mapping[str, str]  # address → HTML


@contextmanager
def saved(pages: Pages) -> Iterator[dict[str, str]]:
    """The pages as files for a program to read: file name → address."""
    assert pages, "there were no pages to check: look at the test that collects them"
    empty = [address for address, html in pages.items() if not html.strip()]
    assert not empty, f"there was nothing on {empty}"
    with TemporaryDirectory(prefix="pages-") as folder:
        addresses = {}
        for number, (address, html) in enumerate(pages.items()):
            file = Path(folder, f"{number:04}.html")
            file.write_text(html, "utf-8")
            addresses[str(file)] = address
        yield addresses


def tool(path: str) -> Path:
    """A file of a package that npm installed."""
    found = NODE_MODULES / path
    assert found.exists(), f"{path} is not there: bin/test installs it"
    return found
