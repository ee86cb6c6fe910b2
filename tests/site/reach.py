"""A way to a site that can be cut: everything passes through a door of its own, and then nothing does."""

import socket
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from socketserver import BaseRequestHandler, ThreadingTCPServer
from threading import Lock, Thread
from urllib.parse import urlsplit

from tests.site.running import Site

AT_ONCE = 65_536  # bytes


class Door(ThreadingTCPServer):
    """Brings what comes to the site, and back. Cut, it is as if nothing were there: nothing is taken or goes on."""

    daemon_threads = True

    def __init__(self, beyond: tuple[str, int]):
        self.beyond, self.passing, self.lock = beyond, set(), Lock()
        super().__init__(("127.0.0.1", 0), _Passing)
        Thread(target=self.serve_forever, kwargs={"poll_interval": 0.05}).start()

    def cut(self) -> None:
        self.shutdown()
        self.server_close()
        with self.lock:
            for end in self.passing:
                with suppress(OSError):  # it has ended by itself
                    end.shutdown(socket.SHUT_RDWR)


class _Passing(BaseRequestHandler):
    def handle(self) -> None:
        with socket.create_connection(self.server.beyond) as beyond:
            with self.server.lock:
                self.server.passing |= {self.request, beyond}
            back = Thread(target=_pours, args=(beyond, self.request))
            back.start()
            _pours(self.request, beyond)
            back.join()
            with self.server.lock:
                self.server.passing -= {self.request, beyond}


def _pours(one: socket.socket, other: socket.socket) -> None:
    with suppress(OSError):  # one of the two has gone: the other is told
        while some := one.recv(AT_ONCE):
            other.sendall(some)
    with suppress(OSError):
        other.shutdown(socket.SHUT_WR)


@contextmanager
def through_a_door(site: Site) -> Iterator[Site]:
    """The same site at another address, within reach until the block ends."""
    there = urlsplit(site.url)
    door = Door(("127.0.0.1", there.port))
    try:
        yield replace(site, url=f"http://localhost:{door.server_address[1]}")
    finally:
        door.cut()
