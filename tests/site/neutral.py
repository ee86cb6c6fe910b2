"""The neutral site that “Leave quickly” leads to, played by this machine: nothing a test does goes further.

The browser is told that the neutral site’s name is this machine, and that no other name exists.
"""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import urlsplit

from app.pages.leave import NEUTRAL
from tests.post.certificates import Authority

HOST = urlsplit(NEUTRAL).hostname
PAGE = b'<!doctype html><html lang="en"><title>Weather</title><link rel="icon" href="data:,"><h1>Weather</h1><p>Rain.'


class _Weather(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(PAGE)))
        self.end_headers()
        self.wfile.write(PAGE)

    def log_message(self, *_) -> None:
        """Quiet."""


@contextmanager
def neutral_site(folder: Path) -> Iterator[list[str]]:
    """What to tell Chromium, so that it finds the neutral site here and nothing anywhere else."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Weather)
    server.socket = Authority(folder, "neutral").server(HOST).wrap_socket(server.socket, server_side=True)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    rules = f"MAP {HOST} 127.0.0.1:{server.server_address[1]}, MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1"
    try:
        yield [f"--host-resolver-rules={rules}"]
    finally:
        server.shutdown()
        server.server_close()
