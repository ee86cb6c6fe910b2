"""What each answer of the measured site says of itself: how long it took, and how much memory there ever was."""

import time
from collections.abc import Callable, Iterable
from pathlib import Path

BUSY, PEAK = "Scale-Busy-Seconds", "Scale-Peak-Megabytes"


def measured(site: Callable) -> Callable:
    def answer(environ: dict, start_response: Callable) -> Iterable[bytes]:
        said, began = [], time.thread_time()
        body = b"".join(site(environ, lambda *status: said.append(status)))
        busy = time.thread_time() - began
        status, headers, *more = said[-1]
        start_response(status, [*headers, (BUSY, f"{busy:.6f}"), (PEAK, f"{peak_megabytes():.1f}")], *more)
        return [body]

    return answer


def peak_megabytes() -> float:
    """The most that this process has had in memory, by Linux's own count."""
    status = Path("/proc/self/status").read_text("ascii")
    return int(status.partition("VmHWM:")[2].split()[0]) / 1000
