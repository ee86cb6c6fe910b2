"""A mail folder instead of a mail server: for development, and for a mail program on the same machine.

Written aside, flushed to disk, and moved into place under a name made from the letter itself: a letter that
comes twice is there once.
"""

import os
import secrets
from dataclasses import dataclass
from email import policy
from email.parser import BytesParser
from pathlib import Path

FOLDERS = ("tmp", "new", "cur")


@dataclass(frozen=True)
class Maildir:
    folder: Path

    def send(self, message: bytes, sender: str, recipient: str) -> None:
        """Put the letter in the folder. When this returns it is on disk. Raises OSError if it is not."""
        for name in FOLDERS:
            (self.folder / name).mkdir(mode=0o700, parents=True, exist_ok=True)
        name = name_of(message)
        if self._has(name):
            return
        aside = self.folder / "tmp" / f"{name}.{secrets.token_hex(4)}"
        try:
            with os.fdopen(os.open(aside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
                file.write(message)
                file.flush()
                os.fsync(file.fileno())
            os.rename(aside, self.folder / "new" / name)
        except OSError:
            aside.unlink(missing_ok=True)
            raise
        _flush(self.folder / "new")

    def _has(self, name: str) -> bool:
        """Is it there, new or already read? A mail program moves what is read to cur, and adds flags to its name."""
        return (self.folder / "new" / name).exists() or any((self.folder / "cur").glob(f"{name}*"))


def name_of(message: bytes) -> str:
    """Such as 1795342315.0f3c….house: the letter's own date and id, so that folders sort by date."""
    read = BytesParser(policy=policy.default).parsebytes(message, headersonly=True)
    id = str(read["Message-ID"]).strip("<>").partition("@")[0]
    if not id.isalnum():
        raise ValueError("the letter has no id of ours")
    return f"{int(read['Date'].datetime.timestamp())}.{id}.house"


def _flush(folder: Path) -> None:
    """Make the move itself survive a power cut."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
