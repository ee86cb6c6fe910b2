"""Run everything in the Procfile until one stops or we are told to stop; then stop them all.

Honcho does it. Its own command line would give each process another PORT and read .env in production, and would leave
the others running when its terminal closes (SIGHUP) or when it is stopped in the moment of starting them.
"""

import os
import signal
import sys
import threading
from pathlib import Path

from honcho.environ import parse_procfile
from honcho.manager import Manager
from honcho.printer import Printer

A_MOMENT_SECONDS = 0.05


class Voice(Printer):
    """Falls silent when nobody reads any more (a closed terminal, `bin/run | head`), so that stopping still works."""

    def write(self, message) -> None:
        try:
            super().write(message)
            self.output.flush()
        except OSError:
            self.output = open(os.devnull, "w")  # noqa: SIM115 -- for as long as we live


class Processes(Manager):
    def terminate(self) -> None:
        if self._all_started():
            super().terminate()
        else:
            threading.Timer(A_MOMENT_SECONDS, self.terminate).start()


def main() -> int:
    processes = Processes(Voice(sys.stdout))
    for name, command in parse_procfile(Path("Procfile").read_text("utf-8")).processes.items():
        processes.add_process(name, command, env=dict(os.environ, PYTHONUNBUFFERED="1"))
    signal.signal(signal.SIGHUP, lambda *_: os.kill(os.getpid(), signal.SIGTERM))
    processes.loop()
    return processes.returncode


sys.exit(main())
