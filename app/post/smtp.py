"""One letter to one mail server: encrypted with a certificate that we have checked, or not at all; and in time."""

import smtplib
import socket
import ssl
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from enum import Enum
from threading import Timer


class Security(Enum):
    NONE = "none"  # only ever on this machine itself
    STARTTLS = "starttls"
    FROM_THE_START = "from the start"


class _Line(smtplib.SMTP):
    """smtplib's client, with a second hold on its socket by which to hang up, even within a TLS handshake."""

    wrap: ssl.SSLContext | None = None
    hold: socket.socket | None = None
    is_late = False

    def _get_socket(self, host: str, port: int, timeout: float) -> socket.socket:
        line = super()._get_socket(host, port, timeout)
        self.hold = line.dup()
        if self.is_late:
            raise TimeoutError
        self._host = host  # the name the certificate must be for
        return self.wrap.wrap_socket(line, server_hostname=host) if self.wrap else line

    def hang_up(self) -> None:
        self.is_late = True
        if self.hold is not None:
            with suppress(OSError):  # already hung up
                self.hold.shutdown(socket.SHUT_RDWR)

    def close(self) -> None:
        super().close()
        if self.hold is not None:
            self.hold.close()


@dataclass(frozen=True, kw_only=True)
class MailServer:
    host: str
    port: int
    security: Security
    context: ssl.SSLContext = field(repr=False)
    user: str = ""
    password: str = field(default="", repr=False)
    connect_seconds: float
    whole_seconds: float

    def send(self, message: bytes, sender: str, recipient: str) -> None:
        """Hand the letter over. When this returns the server has said that it has it.

        Raises OSError (smtplib's errors are OSErrors) if it has not, or may not have.
        """
        line = _Line(timeout=self.connect_seconds)
        line.wrap = self.context if self.security is Security.FROM_THE_START else None
        with _in_time(line, self.whole_seconds):
            _expect(220, *line.connect(self.host, self.port))
            if self.security is Security.STARTTLS:
                line.starttls(context=self.context)
            if self.user:
                line.login(self.user, self.password)
            line.sendmail(sender, [recipient], message)
            with suppress(OSError):  # it is theirs since the 250; how we part is nothing to the letter
                line.quit()


def trusting(ca: str) -> ssl.SSLContext:
    """Certificates are checked, against those in the file `ca` if one is named, else those of the machine."""
    return ssl.create_default_context(cafile=ca or None)


@contextmanager
def _in_time(line: _Line, whole_seconds: float) -> Iterator[None]:
    """Hang up when the time is over, however slowly the server goes on talking. Raises TimeoutError then."""
    timer = Timer(whole_seconds, line.hang_up)
    timer.daemon = True
    timer.start()
    try:
        yield
    except (OSError, ValueError) as error:
        if line.is_late:
            raise TimeoutError("the mail server took too long") from error
        raise
    finally:
        timer.cancel()
        line.close()


def _expect(code: int, answered: int, said: bytes) -> None:
    if answered != code:
        raise smtplib.SMTPResponseException(answered, said)
