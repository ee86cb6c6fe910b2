"""Where a large body waits until the whole of it is there: on the disk, so that many at once take no memory, and sealed
with a key that nobody has but this object, so that nothing of a child’s photo stays on the disk in the open.
"""

import os
from pathlib import Path
from tempfile import TemporaryFile

from cryptography.hazmat.primitives.ciphers import Cipher
from cryptography.hazmat.primitives.ciphers.algorithms import AES256
from cryptography.hazmat.primitives.ciphers.modes import CTR

CHUNK = 64 * 1024


class Spool:
    """Written once, from end to end; then read once, from end to end."""

    def __init__(self, folder: Path):
        cipher = Cipher(AES256(os.urandom(32)), CTR(os.urandom(16)))
        self._seal, self._open = cipher.encryptor(), cipher.decryptor()
        self._file = TemporaryFile(dir=folder)  # noqa: SIM115 – closed by close(); it has no name, and is gone with us
        self.size = 0

    def write(self, chunk: bytes) -> None:
        self._file.write(self._seal.update(chunk))
        self.size += len(chunk)

    def rewind(self) -> None:
        self._file.seek(0)

    def read(self, size: int = -1) -> bytes:
        return self._open.update(self._file.read(size))

    def readline(self, size: int = -1) -> bytes:
        raise NotImplementedError("files come in parts, which are not read by lines")

    def close(self) -> None:
        self._file.close()
