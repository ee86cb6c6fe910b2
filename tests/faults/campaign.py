"""bin/campaign: children tell the council things while the site is killed under them; then the proof.

A real site (granian, post room, clock) against a real mail server, on this machine alone. Bounded in kills and time.
"""

import argparse
import random
import secrets
import sys
import tempfile
import time
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from threading import Event, Lock, Thread

from app import opening
from app.records import outbox, representations
from app.records.database import Records
from app.settings import read_settings
from tests.faults import proof
from tests.faults.browser import Browser
from tests.faults.child import PRESSES, Breach, Child
from tests.faults.databases import database
from tests.faults.killer import Killer
from tests.faults.mail import WatchedMailRoom
from tests.faults.place import Place

AT_ONCE = 4  # children at the site
# Ahead of now, when clock and post room start for the last time: leases are over, and the hour that letters wait for.
THEN = timedelta(minutes=75)
DRAINED_SECONDS = 120
CALM_BETWEEN_CHILDREN_SECONDS = 0.3


@dataclass
class Campaign:
    place: Place
    mail: WatchedMailRoom
    kills: int
    seed: int
    minutes: float
    children: list[Child] = field(default_factory=list)
    breaches: list[str] = field(default_factory=list)
    said: list[str] = field(default_factory=list)  # by the processes, where there was a breach

    def __post_init__(self):
        self.over, self.lock, self.kept = Event(), Lock(), 0
        self.killer = Killer(self.place, self.kills, self.seed, self.over)
        settings = read_settings(self.place.environ)
        self.database_url, self.records = settings.database_url, opening.open_records(settings)

    def run(self) -> None:
        """Everything, to the proof. What it finds is in `breaches`."""
        telling = [self._starts(self._children_tell, number) for number in range(AT_ONCE)]
        hunting = [self._starts(self.killer.hunts_the_web), self._starts(self.killer.hunts_the_post_room)]
        self._wait_for(hunting)
        self.over.set()
        for thread in (*hunting, *telling):
            thread.join()
        for one in self.place.all:
            if not one.is_alive():
                one.start()
                one.wait_until_loaded()
        self.place.wait_for_web()
        for child in self.children:
            if child.is_away:
                self._does(child, child.comes_back)
        self._drains_the_outbox()
        self.breaches += self._proof(self.records)
        if self.breaches:
            self.said = [f"The end of the log of {one.name}:\n{one.said()}" for one in self.place.all]

    def _wait_for(self, threads: list[Thread]) -> None:
        until = time.monotonic() + self.minutes * 60
        while any(thread.is_alive() for thread in threads) and time.monotonic() < until and not self.breaches:
            time.sleep(0.1)

    def _starts(self, what, *arguments) -> Thread:
        def doing():
            try:
                what(*arguments)
            except Exception as why:  # noqa: BLE001 – told at the end, with the rest
                self._notes(f"{type(why).__name__}: {why}")

        thread = Thread(target=doing)
        thread.start()
        return thread

    def _children_tell(self, place: int) -> None:
        chance = random.Random(f"{self.seed} children {place}")
        while not self.over.is_set():
            with self.lock:
                name = f"Child {len(self.children) + 1} of {self.seed}"
                child = Child(name, Browser(self.place.port), chance, chance.choice(PRESSES))
                self.children.append(child)
            self._does(child, child.tells)
            self.over.wait(chance.uniform(0, CALM_BETWEEN_CHILDREN_SECONDS))

    def _does(self, child: Child, deed) -> None:
        try:
            deed()
        except Breach as why:
            self._notes(str(why))

    def _notes(self, breach: str) -> None:
        with self.lock:
            self.breaches.append(breach)

    def _drains_the_outbox(self) -> None:
        for one in (self.place.clock, self.place.post):
            one.stop()
            one.start(ahead=THEN)
            one.wait_until_loaded()
        until = time.monotonic() + DRAINED_SECONDS
        while self._oldest_unsent() and time.monotonic() < until:
            time.sleep(0.2)
        self.place.clock.stop()
        self.place.post.stop()

    def _oldest_unsent(self):
        with self.records.reading() as db:
            return outbox.oldest_unsent_at(db)

    def _proof(self, records: Records) -> list[str]:
        arrivals = self.mail.by_id()
        with records.reading() as db:
            self.kept = len(representations.of_council(db, proof.COUNCIL))
            found = [
                *proof.of_each_child(db, self.children),
                *proof.of_halves(db),
                *proof.of_the_letters(db, arrivals, self.place.post.lives),
            ]
        found += [*proof.of_the_codes(self.place.port, self.children), *proof.of_the_file(self.database_url)]
        status, said = self.place.health() or (0, "nothing")
        if status != 200:
            found.append(f"health does not return to 200: it says {status}, {said}")
        if not any(child.codes for child in self.children) or not arrivals:
            found.append("no child was shown a code, or no letter came: the campaign has proved nothing")
        records.engine.dispose()
        return found

    def summary(self) -> str:
        arrivals, children = self.mail.by_id(), self.children
        kinds = "\n".join(f"  {many:4} {kind}" for kind, many in sorted(self.killer.done.items()))
        figures = {
            "kills": sum(self.killer.done.values()),
            "children": len(children),
            "presses of Send": sum(child.pressed for child in children),
            "connections cut": sum(child.cuts for child in children),
            "pages that said: not now": sum(child.refusals for child in children),
            "codes shown": len({code for child in children for code in child.codes}),
            "records": self.kept,
            "letters": len(arrivals),
            "letters that came again": sum(len(came) > 1 for came in arrivals.values()),
            "breaches": len(self.breaches),
        }
        return f"Kills by kind:\n{kinds}\n" + "\n".join(f"{what}: {many}" for what, many in figures.items())


def campaign(kind: str, kills: int, seed: int, minutes: float) -> Campaign:
    """A whole campaign, in a folder of its own that is gone afterwards."""
    with tempfile.TemporaryDirectory(prefix="campaign-") as folder, database(kind, Path(folder)) as url:
        with WatchedMailRoom() as mail, Place(Path(folder), url, mail.url()) as place:
            held = Campaign(place, mail, kills, seed, minutes)
            held.run()
        return held


def main() -> int:
    arguments = argparse.ArgumentParser(prog="bin/campaign", description=__doc__.split("\n")[0])
    arguments.add_argument("--kills", type=int, default=200)
    arguments.add_argument("--database", choices=("sqlite", "postgres"), default="sqlite")
    arguments.add_argument("--seed", type=int, default=secrets.randbelow(10_000), help="the same chances again")
    arguments.add_argument("--minutes", type=float, default=45, help="stop killing after that long")
    asked = arguments.parse_args()
    print(f"bin/campaign --kills {asked.kills} --database {asked.database} --seed {asked.seed}", flush=True)
    began = time.monotonic()
    held = campaign(asked.database, asked.kills, asked.seed, asked.minutes)
    print(f"{held.summary()}\nminutes: {(time.monotonic() - began) / 60:.1f}")
    for line in (*(f"BREACH: {breach}" for breach in held.breaches), *held.said):
        print(line)
    return 1 if held.breaches else 0


if __name__ == "__main__":
    sys.exit(main())
