"""A place where the real processes of the site run, as the Procfile says, and can be killed and started again."""

import os
import shutil
import signal
import subprocess
import sys
import time
import urllib.error
import urllib.request
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

from honcho.environ import parse_procfile

from tests.faults.points import FUSE, Fuse
from tests.post.servers import free_port

ROOT = Path(__file__).parents[2]
PATIENCE_SECONDS = 90  # a worker that died is started again within ten seconds, on a busy machine later
NOT_OURS = ("DATABASE_URL", "PRODUCTION", "NOW", "SITE_COUNCIL", "VAULT_KEYS", "SECRET_KEY", "PROXIES", "CONTENT")


@dataclass
class Life:
    """One run of a process: from when it could begin its work to when it ended, and whether it was killed."""

    began: float
    ended: float = float("inf")
    was_killed: bool = False


@dataclass
class Running:
    """One line of the Procfile, in a process group of its own."""

    name: str
    command: str
    environ: dict[str, str] = field(repr=False)
    log: Path
    lives: list[Life] = field(default_factory=list)
    process: subprocess.Popen | None = None

    def __post_init__(self):
        self.fuse = Fuse(Path(self.environ[FUSE]))

    def start(self, ahead: timedelta = timedelta()) -> None:
        """Start it, with its clock that much ahead."""
        environ = self.environ | ({"NOW": (datetime.now(UTC) + ahead).isoformat()} if ahead else {})
        self.fuse.loaded.unlink(missing_ok=True)
        self.lives.append(Life(time.monotonic()))
        with self.log.open("ab") as log:
            self.process = subprocess.Popen(
                ["sh", "-c", self.command], cwd=ROOT, env=environ, stdout=log, stderr=log, start_new_session=True
            )

    def is_alive(self) -> bool:
        return self.process is not None and self.process.poll() is None

    def wait_until_loaded(self) -> None:
        until = time.monotonic() + PATIENCE_SECONDS
        while not self.fuse.loaded.exists():
            assert self.is_alive() and time.monotonic() < until, f"{self.name} does not start: {self.said()}"
            time.sleep(0.02)
        # Not before: a letter that the life before had handed over may still be on its way to the mail server.
        self.lives[-1].began = self.fuse.loaded.stat().st_mtime - time.time() + time.monotonic()

    def said(self) -> str:
        return self.log.read_text("utf-8")[-2000:]

    def worker(self) -> int | None:
        """The process that granian's own process has started, if it has."""
        with suppress(OSError):
            children = Path(f"/proc/{self.process.pid}/task/{self.process.pid}/children").read_text("ascii").split()
            return next((int(pid) for pid in children if b"resource_tracker" not in _command_of(pid)), None)
        return None

    def kill(self) -> None:
        """SIGKILL, to all of it."""
        with suppress(ProcessLookupError):
            os.killpg(self.process.pid, signal.SIGKILL)
        self.note_killed()

    def note_killed(self) -> None:
        self.process.wait(PATIENCE_SECONDS)
        self.lives[-1].ended, self.lives[-1].was_killed = time.monotonic(), True

    def stop(self) -> None:
        """SIGTERM, and time to finish what is in hand."""
        if self.is_alive():
            self.process.terminate()
            try:
                self.process.wait(PATIENCE_SECONDS)
            except subprocess.TimeoutExpired:
                self.kill()
        if self.lives:
            self.lives[-1].ended = min(self.lives[-1].ended, time.monotonic())


class Place:
    """The site: web, post room and clock, on one database and one mail server."""

    def __init__(self, folder: Path, database_url: str, mail_url: str):
        self.folder, self.port = folder, free_port()
        content = folder / "content"
        shutil.copytree(ROOT / "content", content, ignore=shutil.ignore_patterns("examples.yaml"))
        kept = {name: value for name, value in os.environ.items() if name not in NOT_OURS}
        self.environ = kept | {
            "PROXIES": "1",
            "PATH": f"{Path(sys.executable).parent}:{kept.get('PATH', '')}",
            "INSTANCE": str(folder),
            "CONTENT": str(content),
            "DATABASE_URL": database_url,
            "MAIL_URL": mail_url,
            "HOST": "127.0.0.1",
            "PORT": str(self.port),
            "SITE_URL": f"http://localhost:{self.port}",
            "FLASK_APP": "tests.faults.armed",
            "FLASK_SKIP_DOTENV": "1",
            "PYTHONUNBUFFERED": "1",
            FUSE: str(folder / "fuse"),
        }
        lines = parse_procfile((ROOT / "Procfile").read_text("utf-8")).processes
        self.web, self.post, self.clock = (self._one(name, lines[name]) for name in ("web", "post", "clock"))

    @property
    def all(self) -> tuple[Running, ...]:
        return self.web, self.post, self.clock

    def __enter__(self) -> "Place":
        self.flask("prepare")
        for one in self.all:
            one.start()
        for one in self.all:
            one.wait_until_loaded()
        self.wait_for_web()
        return self

    def __exit__(self, *_) -> None:
        for one in self.all:
            one.stop()

    def flask(self, *command: str) -> str:
        done = subprocess.run(
            [sys.executable, "-m", "flask", *command], cwd=ROOT, env=self.environ, capture_output=True, text=True
        )
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout

    def wait_for_web(self) -> None:
        until = time.monotonic() + PATIENCE_SECONDS
        while self.health() is None:
            assert self.web.is_alive() and time.monotonic() < until, f"the web does not answer: {self.web.said()}"
            time.sleep(0.05)

    def health(self) -> tuple[int, str] | None:
        """What /health says; None when nobody answers."""
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{self.port}/health", timeout=30) as answer:
                return answer.status, answer.read().decode("utf-8")
        except urllib.error.HTTPError as answer:
            return answer.code, answer.read().decode("utf-8")
        except OSError:
            return None

    def _one(self, name: str, line: str) -> Running:
        environ = self.environ | {FUSE: f"{self.environ[FUSE]}-{name}"}
        return Running(name, line.replace("wsgi:app", "tests.faults.armed:app"), environ, self.folder / f"{name}.log")


def _command_of(pid: str) -> bytes:
    return Path(f"/proc/{pid}/cmdline").read_bytes()
