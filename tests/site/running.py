"""A running site: the web server, the post room, and a mail server, as a council would have them. All real."""

import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path

from tests.post.servers import MailRoom

ROOT = Path(__file__).parents[2]
SUNDAY = "2026-11-22T10:00:00+00:00"
PATIENCE_SECONDS = 20
STARTING_SECONDS = 90  # on a machine that has other work to do


@dataclass
class Site:
    """The site at `url`, and what its mail server has been given."""

    url: str
    environ: dict[str, str] = field(repr=False)
    mail: MailRoom = field(repr=False)

    @property
    def password(self) -> str:
        """Of officer@example.org, the example officer."""
        return Path(self.environ["INSTANCE"], "example-officer").read_text("utf-8").strip()

    def flask(self, *command: str) -> str:
        """Run a flask command on this site's records; what it printed."""
        done = subprocess.run(
            [sys.executable, "-m", "flask", *command], cwd=ROOT, env=self.environ, capture_output=True, text=True
        )
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout

    def letters_to(self, recipient: str) -> list[EmailMessage]:
        """What has arrived for somebody, the oldest first."""
        kept = (message for _sender, to, message in self.mail.received if to == recipient)
        return [message_from_bytes(message, policy=policy.default) for message in kept]

    def wait_for_letter(self, recipient: str, holding: str) -> EmailMessage:
        """The letter to `recipient` that holds some words: the post room brings it within seconds."""
        until = time.monotonic() + PATIENCE_SECONDS
        while time.monotonic() < until:
            for letter in self.letters_to(recipient):
                if holding in letter.get_content():
                    return letter
            time.sleep(0.1)
        raise AssertionError(f"no letter to {recipient} holds {holding!r}")

    @contextmanager
    def later(self, now: str) -> Iterator["Site"]:
        """The same records, served at another address by a site whose clock stands at `now`."""
        port = _free_port()
        environ = {**self.environ, "PORT": str(port), "NOW": now}
        with _serving(port, environ):
            yield Site(f"http://localhost:{port}", environ, self.mail)


@contextmanager
def running(instance: Path, **settings: str) -> Iterator[Site]:
    """A site on a fresh installation, on a Sunday in November, until the block ends."""
    with MailRoom() as mail:
        port = _free_port()
        environ = {
            **{name: value for name, value in os.environ.items() if name not in ("DATABASE_URL", "PRODUCTION")},
            **{"INSTANCE": str(instance), "PORT": str(port), "MAIL_URL": mail.url(), "FLASK_APP": "wsgi"},
            **{"SITE_URL": f"http://localhost:{port}", "NOW": SUNDAY, "PYTHONUNBUFFERED": "1", "PROXIES": "1"},
            **settings,
        }
        site = Site(f"http://localhost:{port}", environ, mail)
        site.flask("prepare", "--few-examples")
        # The post room first: each clock begins at NOW, and a letter is due when the web server’s says so.
        with _process([sys.executable, "-m", "flask", "post", "run"], environ), _serving(port, environ):
            yield site


@contextmanager
def _serving(port: int, environ: dict[str, str]) -> Iterator[None]:
    served = environ.get("SERVED", "tests.site.served:app")
    web = [sys.executable, "-m", "granian", "--interface", "wsgi", "--host", "127.0.0.1", "--port", str(port)]
    with _process([*web, "--blocking-threads", "4", "--log-level", "warning", served], environ):
        _wait_until_it_answers(f"http://localhost:{port}/")
        yield


@contextmanager
def _process(command: list[str], environ: dict[str, str]) -> Iterator[None]:
    process = subprocess.Popen(command, cwd=ROOT, env=environ)
    try:
        yield
    finally:
        process.terminate()
        try:
            process.wait(PATIENCE_SECONDS)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def _wait_until_it_answers(url: str) -> None:
    until = time.monotonic() + STARTING_SECONDS
    while True:
        try:
            urllib.request.urlopen(url, timeout=2).close()
            return
        except OSError:
            if time.monotonic() > until:
                raise
            time.sleep(0.1)


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        return listener.getsockname()[1]
