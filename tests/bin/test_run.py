"""bin/run: serves, says plainly what is wrong, and stops all that it started."""

import os
import signal
import socket
import subprocess
import time
import urllib.request
from contextlib import suppress
from pathlib import Path

import pytest

RUN = Path(__file__).parents[2] / "bin/run"
SERVING_SECONDS = 30  # on a busy machine; alone it takes under five
STOP_SECONDS = 15


@pytest.fixture
def port():
    with socket.create_server(("127.0.0.1", 0)) as door:
        number = door.getsockname()[1]
    return number


@pytest.fixture
def environment(tmp_path, port):
    kept = {name: value for name, value in os.environ.items() if name not in {"PRODUCTION", "NOW", "DATABASE_URL"}}
    return kept | {"INSTANCE": str(tmp_path / "with a space"), "PORT": str(port)}


@pytest.fixture
def running(environment, tmp_path):
    """bin/run, with what it says in a file, in a session of its own by which to find all that it starts."""
    with (tmp_path / "said").open("w") as said:
        process = subprocess.Popen([RUN], cwd=tmp_path, env=environment, stdout=said, stderr=said)
    yield process
    for pid in processes_with(environment["INSTANCE"]):
        with suppress(ProcessLookupError):
            os.kill(pid, signal.SIGKILL)
    process.wait()


@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP], ids=["Ctrl-C", "kill", "closed"])
def test_it_serves_and_leaves_nothing_running(running, environment, port, tmp_path, how):
    assert b"<h1" in fetch(f"http://127.0.0.1:{port}/", while_running=running, said=tmp_path / "said")
    assert len(processes_with(environment["INSTANCE"])) >= 4, "honcho, web, post and clock"

    running.send_signal(how)
    running.wait(STOP_SECONDS)
    assert not processes_with(environment["INSTANCE"]), (tmp_path / "said").read_text("utf-8")


def test_stopped_while_it_starts_it_leaves_nothing_running(running, environment, tmp_path):
    wait_until(lambda: "started" in (tmp_path / "said").read_text("utf-8"), SERVING_SECONDS)
    running.send_signal(signal.SIGINT)
    running.wait(STOP_SECONDS)
    assert not processes_with(environment["INSTANCE"])


def test_a_port_that_is_taken_is_named(environment, port):
    with socket.create_server(("127.0.0.1", port)):
        said = subprocess.run([RUN], env=environment, capture_output=True, text=True, timeout=SERVING_SECONDS)
    assert said.returncode == 1
    assert f"port {port}: Address already in use" in said.stderr


def test_a_port_that_is_none_is_refused(environment):
    said = subprocess.run([RUN], env=environment | {"PORT": "web"}, capture_output=True, text=True)
    assert said.returncode == 1
    assert "PORT is 'web'" in said.stderr


def test_an_unknown_option_shows_the_known_ones(environment):
    said = subprocess.run([RUN, "--fast"], env=environment, capture_output=True, text=True)
    assert said.returncode == 2
    assert "does not know --fast" in said.stderr
    assert "Usage: bin/run" in said.stderr


def test_production_refuses_to_start_without_its_settings(environment):
    said = subprocess.run([RUN, "--production"], env=environment, capture_output=True, text=True)
    assert said.returncode != 0
    assert "VAULT_KEYS" in said.stderr
    assert not Path(environment["INSTANCE"]).exists(), "nothing is made in production that was not asked for"


def fetch(address: str, *, while_running: subprocess.Popen, said: Path) -> bytes:
    end = time.monotonic() + SERVING_SECONDS
    while True:
        assert while_running.poll() is None and time.monotonic() < end, said.read_text("utf-8")
        with suppress(OSError), urllib.request.urlopen(address, timeout=5) as answer:
            return answer.read()
        time.sleep(0.1)


def wait_until(true, seconds: float) -> None:
    end = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < end, "waited too long"
        time.sleep(0.02)


def processes_with(instance: str) -> set[int]:
    """Every process, however it was started, that has this INSTANCE, but for those that have ended."""
    found = set()
    for folder in Path("/proc").iterdir():
        with suppress(OSError, ValueError):
            ended = (folder / "stat").read_text().rpartition(")")[2].split()[0] == "Z"
            if not ended and f"INSTANCE={instance}".encode() in (folder / "environ").read_bytes().split(b"\0"):
                found.add(int(folder.name))
    return found
