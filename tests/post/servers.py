"""Real mail servers to test against: a good one (aiosmtpd), and one that fails wherever it is told to."""

import socket
import ssl
import threading
import time
from dataclasses import dataclass, field

from aiosmtpd.controller import Controller

HOST = "127.0.0.1"


@dataclass
class MailRoom:
    """A mail server that keeps what it is given. With `tls`, it insists on STARTTLS; or speaks it from the start."""

    tls: ssl.SSLContext | None = None
    from_the_start: bool = False
    received: list[tuple[str, str, bytes]] = field(default_factory=list)  # sender, recipient, message

    async def handle_DATA(self, server, session, envelope):
        self.received += [(envelope.mail_from, recipient, envelope.content) for recipient in envelope.rcpt_tos]
        return "250 It is here"

    def __enter__(self) -> "MailRoom":
        context = {"ssl_context": self.tls} if self.from_the_start else {"tls_context": self.tls}
        insists = bool(self.tls) and not self.from_the_start
        self.controller = Controller(self, HOST, free_port(), require_starttls=insists, **context)
        self.controller.start()
        return self

    def __exit__(self, *_) -> None:
        self.controller.stop()

    @property
    def messages(self) -> list[bytes]:
        return [message for _, _, message in self.received]

    def url(self, scheme: str = "smtp", host: str = HOST, ca: str = "") -> str:
        return f"{scheme}://{host}:{self.controller.port}" + (f"?ca={ca}" if ca else "")


DROP, SILENCE, DRIP = b"drop", b"silence", b"drip"
STEPS = ("CONNECT", "EHLO", "MAIL", "RCPT", "DATA", ".")
GOOD = {"CONNECT": b"220 hello", "EHLO": b"250 hello", "DATA": b"354 go on", "QUIT": b"221 goodbye"}


class BadServer:
    """Answers as a mail server does, but at one step as it is told: with a code, or by dropping the line, saying
    nothing, or saying it one byte at a time. Remembers the letters it said 250 to."""

    def __init__(self, step: str, answer: bytes):
        self.step, self.answer = step, answer
        self.accepted: list[bytes] = []
        self.listener = socket.create_server((HOST, 0))
        self.url = f"smtp://{HOST}:{self.listener.getsockname()[1]}"
        self.is_over = threading.Event()
        threading.Thread(target=self._listen, daemon=True).start()

    def __enter__(self) -> "BadServer":
        return self

    def __exit__(self, *_) -> None:
        self.is_over.set()
        self.listener.close()

    def _listen(self) -> None:
        while not self.is_over.is_set():
            try:
                line, _ = self.listener.accept()
            except OSError:
                return
            threading.Thread(target=self._talk, args=(line,), daemon=True).start()

    def _talk(self, line: socket.socket) -> None:
        with line, line.makefile("rb") as heard:
            try:
                goes_on = self._say(line, "CONNECT")
                while goes_on and (said := heard.readline()):
                    verb = said.split(b" ")[0].strip().decode("ascii").upper()
                    goes_on = self._say(line, "EHLO" if verb == "HELO" else verb)
                    if verb == "DATA" and (self.step != "DATA"):
                        goes_on = self._take_letter(line, heard)
            except OSError:
                return

    def _take_letter(self, line: socket.socket, heard) -> bool:
        letter = b""
        while (said := heard.readline()) not in (b".\r\n", b""):
            letter += said
        goes_on = self._say(line, ".")
        if self.step != ".":
            self.accepted.append(letter)
        return goes_on

    def _say(self, line: socket.socket, step: str) -> bool:
        if step != self.step:
            line.sendall(GOOD.get(step, b"250 good") + b"\r\n")
            return True
        if self.answer == DROP:
            return False
        if self.answer == SILENCE:
            self.is_over.wait()
            return False
        if self.answer == DRIP:
            while not self.is_over.wait(0.05):
                line.sendall(b"2")
            return False
        line.sendall(self.answer + b"\r\n")
        return True


def free_port() -> int:
    with socket.create_server((HOST, 0)) as listener:
        return listener.getsockname()[1]


def until(true, seconds: float = 10) -> None:
    """Wait until something another thread does is so."""
    end = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < end, "waited too long"
        time.sleep(0.01)
