"""How the desk does with 100,000 records: bin/bench-desk.

Fills an empty database, of either kind, with invented records of one council, signs an officer in, and asks for the
first page, for filtered ones and for searches, through the whole app. Prints the median at the wall and of the
processor, and exits 1 when one at the wall is over its limit: for a machine that has nothing else to do. It takes some
minutes, most of them to fill the database.
"""

import argparse
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

from flask import Flask
from flask_migrate import upgrade

from app import create_app, opening
from app.records import keys
from app.records.listing import PAGE
from tests.faults.databases import database
from tests.page_client import PageClient
from tests.pages.at_the_desk import signed_in
from tests.scale.bench import Figure
from tests.scale.desk_records import COMMON, RARE, a_reference, fill

RECORDS, TIMES = 100_000, 15
PAGE_MILLISECONDS, SEARCH_MILLISECONDS = 200, 100
PAGES = {
    "the first page": "/desk/",
    "what is late": "/desk/?needs=late",
    "everything, halfway": "/desk/?needs=everything&page={halfway}",
    "everything in Urdu": "/desk/?needs=everything&language=ur",
    "by officer, kind and day": "/desk/?officer=nobody&kind=comment&due=later",
}


def main(arguments: list[str]) -> int:
    asked = _asked(arguments)
    with (
        tempfile.TemporaryDirectory(prefix="bench-desk-") as folder,
        database(asked.database, Path(folder)) as url,
    ):
        site = _site(Path(folder), url)
        began = time.monotonic()
        fill(site.extensions["house"], asked.records)
        print(f"{asked.records} records, filled in {time.monotonic() - began:.0f} s", flush=True)
        figures = measure(site, asked)
        site.extensions["house"].records.engine.dispose()
    for figure in figures:
        print(figure)
    return 1 if any(figure.is_over for figure in figures) else 0


def measure(site: Flask, asked: argparse.Namespace) -> list[Figure]:
    ann = signed_in(site, "ann@example.org")
    halfway = max(1, asked.records // PAGE // 2)
    pages = {name: (lambda path=path: _page(ann, path.format(halfway=halfway))) for name, path in PAGES.items()}
    token = ann.get_page("/desk/").csrf_token
    searches = {
        "a reference number": a_reference(site.extensions["house"]),
        "a name that is rare": RARE,
        "a name that very many have": COMMON,
        "a name nobody has": "Nobodyatall",
    }
    finds = {name: (lambda sought=sought: _search(ann, token, sought)) for name, sought in searches.items()}
    return [
        *(_figure(name, ask, asked.times, asked.page) for name, ask in pages.items()),
        *(_figure(f"search: {name}", ask, asked.times, asked.search) for name, ask in finds.items()),
    ]


def _figure(name: str, ask: Callable[[], None], times: int, limit: float) -> Figure:
    ask()  # the first of all reads templates
    taken = [_milliseconds(ask) for _ in range(times)]
    wall, busy = (median(each) for each in zip(*taken, strict=True))
    print(
        f"      {name}: {wall:.0f} ms at the wall, {busy:.0f} ms of the processor in the site, {times} times",
        flush=True,
    )
    return Figure(name, wall, limit, " ms")


def _milliseconds(ask: Callable[[], None]) -> tuple[float, float]:
    """At the wall, and of the processor in this process: the difference is PostgreSQL's, or other work's."""
    began, busy = time.perf_counter(), time.thread_time()
    ask()
    return 1000 * (time.perf_counter() - began), 1000 * (time.thread_time() - busy)


def _page(client: PageClient, path: str) -> None:
    answer = client.get(path)
    assert answer.status_code == 200 and answer.data, f"{path} gave {answer.status}"


def _search(client: PageClient, token: str, sought: str) -> None:
    answer = client.post("/desk/search", {"sought": sought, "csrf_token": token})
    assert answer.status_code == 200 and answer.data, f"a search gave {answer.status}"


def _site(folder: Path, url: str) -> Flask:
    site = create_app({"INSTANCE": str(folder), "DATABASE_URL": url})
    opening.make_database(site.extensions["house"].settings)
    with site.app_context():
        upgrade()
    with site.extensions["house"].records.writing() as db:
        keys.make_hash_key(db)
    return site


def _asked(arguments: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="bin/bench-desk", description=__doc__.splitlines()[0])
    parser.add_argument("--records", type=int, default=RECORDS, metavar="N")
    parser.add_argument("--database", choices=("sqlite", "postgres"), default="sqlite")
    parser.add_argument("--times", type=int, default=TIMES, metavar="N")
    parser.add_argument("--page", type=float, default=PAGE_MILLISECONDS, metavar="MILLISECONDS")
    parser.add_argument("--search", type=float, default=SEARCH_MILLISECONDS, metavar="MILLISECONDS")
    return parser.parse_args(arguments)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
