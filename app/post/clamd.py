"""The virus scanner: clamd, asked over its socket (INSTREAM, as clamd(8) says). Nothing is written to its disk."""

import socket
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from app.model.file_kind import Checked

PATIENCE_SECONDS = 60
CHUNK = 256 * 1024
LONGEST_ANSWER = 4096
CLAMDS_PORT = 3310


class ScannerUrlWrong(ValueError):
    """CLAMD_URL is none. The message says how to mend it."""


class ScannerAway(OSError):
    """It cannot be reached, or gave no answer that we know."""


@dataclass(frozen=True)
class Scanner:
    """At a host and port, or at the path of a Unix socket."""

    address: tuple[str, int] | str

    def look(self, content: bytes) -> Checked:
        """Raises ScannerAway."""
        try:
            with self._connected() as clamd:
                clamd.sendall(b"zINSTREAM\0")
                for start in range(0, len(content), CHUNK):
                    chunk = content[start : start + CHUNK]
                    clamd.sendall(len(chunk).to_bytes(4) + chunk)
                clamd.sendall(bytes(4))
                answer = _read(clamd)
        except OSError as error:
            raise ScannerAway(type(error).__name__) from None
        if answer == b"stream: OK":
            return Checked.CLEAN
        if answer.startswith(b"stream: ") and answer.endswith(b" FOUND"):
            return Checked.INFECTED
        raise ScannerAway("clamd did not say whether there is a virus")

    @contextmanager
    def _connected(self) -> Iterator[socket.socket]:
        if not isinstance(self.address, str):
            with socket.create_connection(self.address, PATIENCE_SECONDS) as clamd:
                yield clamd
            return
        with socket.socket(socket.AF_UNIX) as clamd:
            clamd.settimeout(PATIENCE_SECONDS)
            clamd.connect(self.address)
            yield clamd


def scanner_for(url: str) -> Scanner | None:
    """The scanner of CLAMD_URL: tcp://HOST:PORT or unix:/PATH. None when it is empty. Raises ScannerUrlWrong."""
    if not url:
        return None
    scheme, _colon, rest = url.partition(":")
    if scheme == "unix" and rest.startswith("/"):
        return Scanner("/" + rest.lstrip("/"))
    host, _colon, port = rest.removeprefix("//").rstrip("/").rpartition(":")
    if not host:
        host, port = port, str(CLAMDS_PORT)
    if scheme == "tcp" and rest.startswith("//") and host and port.isdecimal() and 0 < int(port) < 65536:
        return Scanner((host.strip("[]"), int(port)))
    raise ScannerUrlWrong("CLAMD_URL must be tcp://HOST:PORT or unix:/PATH, such as unix:/run/clamav/clamd.ctl")


def _read(clamd: socket.socket) -> bytes:
    """Its answer ends with a NUL."""
    answer = b""
    while not answer.endswith(b"\0") and len(answer) < LONGEST_ANSWER:
        more = clamd.recv(LONGEST_ANSWER)
        if not more:
            break
        answer += more
    return answer.rstrip(b"\0")
