"""A ZIP that is sent while it is made: nothing of it is on the disk, and one member at a time is in the memory."""

import zipfile
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True)
class Member:
    name: str
    content: Callable[[], bytes]  # asked for when its turn comes


class _Sink:
    """What was written and has not been sent yet."""

    def __init__(self):
        self._parts: list[bytes] = []

    def write(self, some: bytes) -> int:
        self._parts.append(bytes(some))
        return len(some)

    def flush(self) -> None:
        """Nothing waits here."""

    def taken(self) -> bytes:
        some, self._parts = b"".join(self._parts), []
        return some


def zip_of(members: Iterable[Member], now: datetime) -> Iterator[bytes]:
    """`now` is the local time that each member has in it."""
    sink = _Sink()
    with zipfile.ZipFile(sink, "w", zipfile.ZIP_DEFLATED) as file:
        for member in members:
            info = zipfile.ZipInfo(member.name, now.timetuple()[:6])
            info.compress_type, info.external_attr = zipfile.ZIP_DEFLATED, 0o600 << 16
            file.writestr(info, member.content())
            yield sink.taken()
    yield sink.taken()
