"""The site, loaded once and started many times: each start is a fork, so that the test of one kill is quick.

`Warm` is what a test holds. What stands under `main` runs in the process that has loaded the site.
"""

import json
import os
import subprocess
import sys
import time
from contextlib import closing
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path

from tests.faults.points import FUSE, Fuse
from tests.post.servers import free_port

ROOT = Path(__file__).parents[2]
PATIENCE_SECONDS = 60


@dataclass
class Warm:
    """The loaded site of these settings. Fresh processes of it start in milliseconds."""

    environ: dict[str, str] = field(repr=False)
    port: int = field(default_factory=free_port)

    def __enter__(self) -> "Warm":
        self.fuse = Fuse(Path(self.environ[FUSE]))
        command = [sys.executable, "-m", "tests.faults.warm"]
        pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "text": True}
        self.process = subprocess.Popen(command, cwd=ROOT, env={**os.environ, **self.environ}, **pipes)
        assert self._ask() == "loaded", "the site could not be loaded: see above"
        return self

    def __exit__(self, *_) -> None:
        self.process.stdin.close()
        self.process.wait(PATIENCE_SECONDS)

    def web(self, pragma: str = "") -> int:
        """Start the web process. With `pragma`, each of its connections to SQLite begins with that one."""
        pid = self._ask(start="web", port=self.port, pragma=pragma)
        assert pid, "the web process has not come to listen"
        return pid

    def post(self, ahead: timedelta = timedelta()) -> int:
        """Start one round of the post room, with its clock that much ahead."""
        return self._ask(start="post", ahead=ahead.total_seconds())

    def wait(self, pid: int) -> int:
        """Wait until it has ended: 0, or minus the signal that killed it; 1 if it is still there after a minute."""
        return self._ask(wait=pid)

    def stop(self, pid: int) -> None:
        self._ask(stop=pid)

    def _ask(self, **what):
        if what:
            print(json.dumps(what), file=self.process.stdin, flush=True)
        return json.loads(self.process.stdout.readline() or "null")


def main() -> None:
    os.environ["FLASK_RUN_FROM_CLI"] = "true"  # the database is made below, not before
    from tests.faults.armed import app

    house = app.extensions["house"]
    prepared = app.test_cli_runner().invoke(args=["prepare"])
    house.records.engine.dispose()  # a fork must find no connection
    print(json.dumps("loaded" if prepared.exit_code == 0 else prepared.output), flush=True)
    for line in sys.stdin:
        what = json.loads(line)
        if "wait" in what:
            said = wait_for(what["wait"])
        elif "stop" in what:
            os.kill(what["stop"], 15)
            said = wait_for(what["stop"])
        else:
            said = fork(serve if what["start"] == "web" else bring, app, house, what)
        print(json.dumps(said), flush=True)


def fork(work, app, house, what: dict) -> int:
    """Fork, and give the child's pid once it has said that it is ready."""
    ready, says_ready = os.pipe()
    if pid := os.fork():
        os.close(says_ready)
        with closing(os.fdopen(ready)) as waiting:
            return pid if waiting.read() else 0
    try:
        os.close(ready)
        os.dup2(2, 1)  # what the fork prints is no answer
        work(app, house, what, lambda: (os.write(says_ready, b"ready"), os.close(says_ready)))
        os._exit(0)
    except BaseException:  # noqa: BLE001 – told; and a fork must never go on as its parent
        sys.excepthook(*sys.exc_info())
        os._exit(70)


def serve(app, house, what: dict, says_ready) -> None:
    from sqlalchemy import event
    from werkzeug.serving import WSGIRequestHandler, make_server

    if what["pragma"]:
        event.listen(house.records.engine, "connect", lambda connection, _: connection.execute(what["pragma"]))
    WSGIRequestHandler.log_request = lambda *_: None
    server = make_server("127.0.0.1", what["port"], app, threaded=True)
    says_ready()
    server.serve_forever()


def bring(app, house, what: dict, says_ready) -> None:
    from app.post import postman
    from app.post.transports import sender_for

    says_ready()
    ahead = timedelta(seconds=what["ahead"])
    postman.deliver(house.records, sender_for(house.settings.mail_url), lambda: house.clock() + ahead, lambda: 0.5)


def wait_for(pid: int) -> int:
    until = time.monotonic() + PATIENCE_SECONDS
    while time.monotonic() < until:
        ended, status = os.waitpid(pid, os.WNOHANG)
        if ended:
            return os.waitstatus_to_exitcode(status)
        time.sleep(0.002)
    return 1


if __name__ == "__main__":
    main()
