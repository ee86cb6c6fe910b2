"""The campaign's mail server: a real one, which also remembers when each letter came."""

import time
from dataclasses import dataclass, field
from email.parser import BytesHeaderParser

from tests.post.servers import MailRoom


@dataclass(frozen=True)
class Arrival:
    at: float  # time.monotonic
    id: str  # Message-ID
    recipient: str
    message: bytes = field(repr=False)


@dataclass
class WatchedMailRoom(MailRoom):
    arrivals: list[Arrival] = field(default_factory=list)

    async def handle_DATA(self, server, session, envelope):
        said = await super().handle_DATA(server, session, envelope)
        id = BytesHeaderParser().parsebytes(envelope.content)["Message-ID"]
        self.arrivals += [Arrival(time.monotonic(), id, recipient, envelope.content) for recipient in envelope.rcpt_tos]
        return said

    def by_id(self) -> dict[str, list[Arrival]]:
        found: dict[str, list[Arrival]] = {}
        for arrival in list(self.arrivals):
            found.setdefault(arrival.id, []).append(arrival)
        return found
