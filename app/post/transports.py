"""How a letter leaves: the way MAIL_URL says. `sender_for` gives the postman his `send`."""

from collections.abc import Callable
from dataclasses import dataclass, field
from ipaddress import ip_address
from pathlib import Path
from ssl import SSLError
from urllib.parse import SplitResult, parse_qsl, unquote, urlsplit

from app.post.maildir import Maildir
from app.post.smtp import MailServer, Security, trusting

Send = Callable[[bytes, str, str], None]  # the letter, its sender, its recipient; OSError if it does not go

CONNECT_SECONDS = 20
WHOLE_SECONDS = 60  # from the first packet to the last, whatever the server does
PORTS = {"smtp": 587, "smtps": 465}
HOW = (
    "give smtp://USER:PASSWORD@HOST:587 (encrypted with STARTTLS; on this machine itself it need not be), "
    "smtps://USER:PASSWORD@HOST:465, or maildir:FOLDER; after the first two, ?ca=FILE names the certificates to trust"
)


class MailUrlWrong(ValueError):
    """MAIL_URL names no way for a letter to leave. The message says how to mend it, and holds no password."""

    def __init__(self, why: str):
        super().__init__(f"MAIL_URL {why}: {HOW}")


@dataclass(frozen=True)
class _Parts:
    scheme: str
    host: str
    port: int
    user: str
    password: str = field(repr=False)
    ca: str


def sender_for(mail_url: str, connect_seconds: float = CONNECT_SECONDS, whole_seconds: float = WHOLE_SECONDS) -> Send:
    """The `send` for this MAIL_URL. Raises MailUrlWrong; nothing is connected to yet."""
    if mail_url.startswith("maildir:"):
        return Maildir(_folder(mail_url)).send
    parts = _read(mail_url)
    try:
        context = trusting(parts.ca)
    except (OSError, SSLError):
        raise MailUrlWrong("names a ca file that cannot be read as certificates") from None
    return MailServer(
        host=parts.host,
        port=parts.port,
        security=_security(parts),
        context=context,
        user=parts.user,
        password=parts.password,
        connect_seconds=connect_seconds,
        whole_seconds=whole_seconds,
    ).send


def _security(parts: _Parts) -> Security:
    """Nothing leaves this machine in the open. A `ca` is a wish for encryption on this machine too."""
    if parts.scheme == "smtps":
        return Security.FROM_THE_START
    return Security.NONE if is_loopback(parts.host) and not parts.ca else Security.STARTTLS


def is_loopback(host: str) -> bool:
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def _folder(mail_url: str) -> Path:
    path = mail_url.removeprefix("maildir:").removeprefix("//")
    if not path:
        raise MailUrlWrong("names no folder")
    return Path(path)


def _read(mail_url: str) -> _Parts:
    url = urlsplit(mail_url)
    if url.scheme not in PORTS:
        raise MailUrlWrong("begins with no way we know")
    if not url.hostname or url.path not in ("", "/") or url.fragment:
        raise MailUrlWrong("does not name a host, and only a host")
    options = dict(parse_qsl(url.query, keep_blank_values=True))
    if set(options) - {"ca"}:
        raise MailUrlWrong("has something after the ? that we do not know")
    return _Parts(
        scheme=url.scheme,
        host=url.hostname,
        port=_port(url),
        user=unquote(url.username or ""),
        password=unquote(url.password or ""),
        ca=options.get("ca", ""),
    )


def _port(url: SplitResult) -> int:
    try:
        return url.port or PORTS[url.scheme]
    except ValueError:
        raise MailUrlWrong("has a port that is no port") from None
