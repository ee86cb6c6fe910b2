"""A web server as the Procfile runs it, on a content folder of ours and on this machine only, for the benchmark."""

import http.client
import os
import signal
import socket
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

from app.records.vault import new_key
from tests.scale.measuring import BUSY, PEAK

ROOT = Path(__file__).parents[2]
MOST_SECONDS = 120  # for a start, and for an answer
A_MOMENT_SECONDS = 0.05


@dataclass(frozen=True)
class Answer:
    seconds: float  # at the wall, for whoever asked
    busy_seconds: float  # of one processor, in the web process
    peak_megabytes: float


class Server:
    """One web process. `with` it: it is stopped in the end."""

    def __init__(self, folder: Path, content: Path, languages: int):
        with socket.create_server(("127.0.0.1", 0)) as door:
            self.port = door.getsockname()[1]
        folder.mkdir()
        self._environ = {
            "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
            "HOST": "127.0.0.1",
            "PORT": str(self.port),
            "LANGUAGES_WANTED": str(languages),
            "CONTENT": str(content),
            "INSTANCE": str(folder),
            "PRODUCTION": "1",
            "PROXIES": "0",
            "SECRET_KEY": "of a benchmark, which keeps nothing of anybody",
            "VAULT_KEYS": f"first:{new_key()}",
            "DATABASE_URL": f"sqlite:///{folder / 'records.db'}",
            "MAIL_URL": f"maildir:{folder / 'mail'}",
            "SITE_URL": "https://tell-us.invalid",
        }
        self.start_seconds = 0.0

    def __enter__(self) -> "Server":
        began = time.monotonic()
        self._process = subprocess.Popen(_command(), shell=True, cwd=ROOT, env=self._environ, start_new_session=True)
        try:
            self._wait_until_it_serves(began)
        except BaseException:
            self.__exit__()
            raise
        self.start_seconds = time.monotonic() - began
        self._line = http.client.HTTPConnection("127.0.0.1", self.port, timeout=MOST_SECONDS)
        return self

    def __exit__(self, *why) -> None:
        os.killpg(self._process.pid, signal.SIGKILL)  # the session that began with it, and no other
        self._process.wait()

    def get(self, path: str) -> Answer:
        began = time.perf_counter()
        self._line.request("GET", path, headers={"Accept-Encoding": "br"})
        answer = self._line.getresponse()
        body = answer.read()
        seconds = time.perf_counter() - began
        assert answer.status == 200 and body, f"{path} gave {answer.status}"
        return Answer(seconds, float(answer.headers[BUSY]), float(answer.headers[PEAK]))

    def _wait_until_it_serves(self, began: float) -> None:
        while True:
            line = http.client.HTTPConnection("127.0.0.1", self.port, timeout=MOST_SECONDS)
            try:
                line.request("GET", "/")
                line.getresponse().read()
                return
            except OSError:
                if self._process.poll() is not None or time.monotonic() - began > MOST_SECONDS:
                    raise RuntimeError("the site of the benchmark does not start; what it said is above") from None
                time.sleep(A_MOMENT_SECONDS)
            finally:
                line.close()


def _command() -> str:
    lines = (ROOT / "Procfile").read_text("utf-8").splitlines()
    [web] = [line.removeprefix("web:").strip() for line in lines if line.startswith("web:")]
    assert web.endswith(" wsgi:app"), "the Procfile's web line has changed: check this file"
    return f"{web.removesuffix(' wsgi:app')} tests.scale.site:app"
