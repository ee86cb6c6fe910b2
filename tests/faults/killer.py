"""Kills the processes of a site, at random moments and at named points, and starts them again."""

import os
import random
import signal
import time
from collections import Counter
from dataclasses import dataclass, field
from threading import Event, Lock

from tests.faults.place import PATIENCE_SECONDS, Place, Running
from tests.faults.points import IN_THE_POST, IN_THE_WEB

PATIENCE_WITH_A_FUSE_SECONDS = 8
LONGEST_CALM_SECONDS = 1.5
LONGEST_REST_SECONDS = 1.0
MOST_PASSES = 4
CLOCK_SHARE, POINT_SHARE = 0.1, 0.5


@dataclass
class Killer:
    """Kills until `kills` are done or `over` is set. Each of its two hunts is a thread of its own."""

    place: Place
    kills: int
    seed: int
    over: Event
    done: Counter = field(default_factory=Counter)  # by kind

    def __post_init__(self):
        self.lock = Lock()
        self.left = {"web": self.kills - self.kills // 2, "post": self.kills // 2}  # each hunt has its half

    def hunts_the_web(self) -> None:
        chance, web = random.Random(f"{self.seed} web"), self.place.web
        while self._goes_on("web", chance):
            worker = web.worker()
            if chance.random() < POINT_SHARE:
                self._kills_at_a_point(web, chance, IN_THE_WEB)
            elif worker and chance.random() < 0.3:
                os.kill(worker, signal.SIGKILL)
                self._counts("web: the worker alone, at random")
            else:
                web.kill()
                self._counts("web: at random")
            time.sleep(chance.uniform(0, LONGEST_REST_SECONDS))
            self.brings_the_web_back()

    def brings_the_web_back(self) -> None:
        """The server itself starts a worker anew. When it gives up, we start it, as a supervisor would."""
        until = time.monotonic() + PATIENCE_SECONDS
        while self.place.health() is None:
            if not self.place.web.is_alive():
                self.place.web.note_killed()
                self.place.web.start()
            assert time.monotonic() < until, f"the web process does not come back: {self.place.web.said()}"
            time.sleep(0.05)

    def hunts_the_post_room(self) -> None:
        chance, post = random.Random(f"{self.seed} post"), self.place.post
        while self._goes_on("post", chance):
            if chance.random() < CLOCK_SHARE:
                self.place.clock.kill()
                self.place.clock.start()
                self._counts("clock: at random")
                continue
            if chance.random() < POINT_SHARE:
                self._kills_at_a_point(post, chance, IN_THE_POST)
            else:
                post.kill()
                self._counts("post: at random")
            post.note_killed()
            time.sleep(chance.uniform(0, LONGEST_REST_SECONDS))
            post.start()
            post.wait_until_loaded()

    def _goes_on(self, hunt: str, chance: random.Random) -> bool:
        """Take one of the kills that are left, and wait a while before it."""
        with self.lock:
            if not self.left[hunt] or self.over.is_set():
                return False
            self.left[hunt] -= 1
        self.over.wait(chance.uniform(0, LONGEST_CALM_SECONDS))
        return True

    def _kills_at_a_point(self, running: Running, chance: random.Random, points: tuple[str, ...]) -> None:
        point = chance.choice(points)
        running.fuse.light(point, chance.randint(1, MOST_PASSES), whole_group=chance.random() < 0.5)
        until = time.monotonic() + PATIENCE_WITH_A_FUSE_SECONDS
        while running.fuse.path.exists() and time.monotonic() < until:
            time.sleep(0.01)
        if running.fuse.put_out():  # nobody came by
            running.kill()
            self._counts(f"{running.name}: at random")
        else:
            time.sleep(0.05)  # it has burned down: this is the time a signal takes, and much more
            self._counts(point)

    def _counts(self, kind: str) -> None:
        with self.lock:
            self.done[kind] += 1
