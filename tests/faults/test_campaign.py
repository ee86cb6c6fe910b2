"""A sample of the campaign. The whole of it is bin/campaign; its figures are in docs/reliability.md."""

import os
import subprocess
from pathlib import Path

import pytest

from tests.faults import proof
from tests.faults.campaign import campaign
from tests.faults.mail import Arrival
from tests.faults.place import Life

PROGRAM = Path(__file__).parents[2] / "bin/campaign"


@pytest.mark.parametrize(("kind", "kills"), [("sqlite", 4), ("postgres", 2)])
def test_nothing_is_lost_when_the_site_is_killed_under_children(request, kind, kills):
    if kind == "postgres":
        request.getfixturevalue("postgres_url")  # the server of these tests; the campaign makes its own database
    held = campaign(kind, kills=kills, seed=22, minutes=5)
    assert not held.breaches, "\n".join([*held.breaches, *held.said])
    assert sum(held.killer.done.values()) == kills, held.summary()
    assert {what.partition(":")[0] for what in held.killer.done} & {"web", "sending", "answering"}, held.summary()


@pytest.mark.parametrize("wrong", [["--kills", "many"], ["--database", "paper"]])
def test_the_program_says_what_it_does_not_understand(wrong):
    done = subprocess.run([PROGRAM, *wrong], capture_output=True, text=True, env=os.environ)
    assert done.returncode == 2 and "usage: bin/campaign" in done.stderr


KILLED, STOPPED = Life(0, 10, was_killed=True), Life(10, 20)


@pytest.mark.parametrize(
    ("came", "lives", "is_explained"),
    [
        pytest.param([("a", 5), ("b", 11)], [KILLED, STOPPED], True, id="each once"),
        pytest.param([("a", 5), ("a", 11)], [KILLED, STOPPED], True, id="killed after the 250"),
        pytest.param([("a", 5), ("b", 6), ("a", 11)], [KILLED, STOPPED], False, id="it had gone on to another"),
        pytest.param([("a", 5), ("a", 6)], [KILLED, STOPPED], False, id="twice by the same post room"),
        pytest.param([("a", 11), ("a", 25)], [KILLED, STOPPED, Life(20)], False, id="nothing was killed"),
    ],
)
def test_a_letter_may_come_again_only_after_a_kill_before_its_mark(came, lives, is_explained):
    arrivals: dict[str, list[Arrival]] = {}
    for id, at in came:
        arrivals.setdefault(id, []).append(Arrival(at, id, "complaints@example.org", b"letter"))
    assert bool(list(proof.of_the_repeats(arrivals, lives))) != is_explained
