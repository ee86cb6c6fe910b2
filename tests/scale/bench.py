"""How the site does with every council of England: bin/bench-councils.

Starts it twice on this machine, with many councils and with four, all invented, and asks both for maps in turn.
Prints what it measured, and exits 1 when something is over its limit. It takes five minutes, on a machine that has
nothing else to do: the start is measured at the wall.
"""

import argparse
import sys
import tempfile
from dataclasses import dataclass
from itertools import cycle
from pathlib import Path
from statistics import median

from tests.scale.many import MOST, know_languages, slugs, write_many
from tests.scale.serving import Answer, Server

COUNCILS, LANGUAGES, FEW = 153, 9, 4  # in England; that we mean to have; today
START_SECONDS, MEGABYTES, RATIO = 10, 400, 1.2
TIMES_KEPT = 2000


@dataclass(frozen=True)
class Figure:
    what: str
    value: float
    limit: float
    unit: str = ""

    @property
    def is_over(self) -> bool:
        return self.value > self.limit

    def __str__(self) -> str:
        verdict = "OVER" if self.is_over else "good"
        return f"{verdict}  {self.what}: {self.value:.2f}{self.unit} (at most {self.limit:g}{self.unit})"


def main(arguments: list[str]) -> int:
    asked = _asked(arguments)
    tags = know_languages(asked.languages)
    with tempfile.TemporaryDirectory(prefix="bench-councils-") as folder:
        figures = measure(Path(folder), asked, tags)
    for figure in figures:
        print(figure)
    return 1 if any(figure.is_over for figure in figures) else 0


def measure(folder: Path, asked: argparse.Namespace, tags: list[str]) -> list[Figure]:
    print(f"{asked.councils} councils × {len(tags)} languages, beside {FEW} × {len(tags)}", flush=True)
    contents = {count: write_many(folder / str(count), count, tags) for count in (asked.councils, FEW)}
    with Server(folder / "many", contents[asked.councils], len(tags)) as many:
        start = many.start_seconds
        with Server(folder / "few", contents[FEW], len(tags)) as few:
            first, kept = in_turn(many, few, maps_of(asked.councils, tags), maps_of(FEW, tags))
        peak = max(many.get(path).peak_megabytes for path in maps_of(asked.councils, tags))
    return [
        Figure("from launching it to its first page", start, asked.start, " s"),
        Figure(f"memory of the web process after all {asked.councils * len(tags)} maps", peak, asked.memory, " MB"),
        Figure("a map's first time, against four councils", _ratio("first", *first), asked.ratio),
        Figure("a map that is kept, against four councils", _ratio("kept", *kept), asked.ratio),
    ]


def maps_of(councils: int, tags: list[str]) -> list[str]:
    return [f"/{slug}/{tag}/" for slug in slugs(councils) for tag in tags]


def in_turn(many: Server, few: Server, of_many: list[str], of_few: list[str]) -> tuple[tuple, tuple]:
    """Maps that nobody has asked for yet, and then maps that are kept: one of many, one of few, and so on."""
    spread = of_many[:: len(of_many) // len(of_few)][: len(of_few)]
    first = _asked_in_turn(many, few, list(zip(spread, of_few, strict=True)))
    again = cycle(zip(spread, of_few, strict=True))
    return first, _asked_in_turn(many, few, [next(again) for _ in range(TIMES_KEPT)])


def _asked_in_turn(many: Server, few: Server, pairs: list[tuple]) -> tuple[list[Answer], list[Answer]]:
    of_many, of_few = [], []
    for place, (one, other) in enumerate(pairs):
        turns = [(many, one, of_many), (few, other, of_few)]
        for server, path, answers in turns if place % 2 else reversed(turns):
            answers.append(server.get(path))
    return of_many, of_few


def _ratio(what: str, many: list[Answer], few: list[Answer]) -> float:
    """Of the processor's time: other work on the machine makes a page late, and not dearer."""
    for name, answers in (("many", many), ("few", few)):
        busy, wall = (
            1000 * median(times) for times in zip(*((a.busy_seconds, a.seconds) for a in answers), strict=True)
        )
        print(f"      {what}, {name}: {busy:.2f} ms of the processor, {wall:.2f} ms at the wall, {len(answers)} times")
    return median(a.busy_seconds for a in many) / median(a.busy_seconds for a in few)


def _asked(arguments: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="bin/bench-councils", description=__doc__.splitlines()[0])
    parser.add_argument("--councils", type=int, default=COUNCILS, choices=range(FEW, MOST + 1), metavar="N")
    parser.add_argument("--languages", type=int, default=LANGUAGES, choices=range(1, 20), metavar="N")
    parser.add_argument("--start", type=float, default=START_SECONDS, metavar="SECONDS")
    parser.add_argument("--memory", type=float, default=MEGABYTES, metavar="MEGABYTES")
    parser.add_argument("--ratio", type=float, default=RATIO)
    return parser.parse_args(arguments)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
