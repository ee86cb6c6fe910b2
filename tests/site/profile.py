"""What a browser keeps on disk, read as somebody would who looks for it: unpacked, and in either of its encodings."""

import zlib
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

GZIP = b"\x1f\x8b\x08"
FOOTER, TRAILER = 48, 5  # of a LevelDB table, and of each block in it
PLAIN, SNAPPY = 0, 1


def everything_in(profile: Path) -> dict[Path, list[bytes]]:
    """Each file's content, and what is packed inside it."""
    files = {path.relative_to(profile): path.read_bytes() for path in profile.rglob("*") if path.is_file()}
    return {path: [content, *_unpacked(path, content)] for path, content in files.items()}


def places_of(secret: str, kept: dict[Path, list[bytes]]) -> list[Path]:
    """The files that hold it, as UTF-8 or as UTF-16."""
    forms = (secret.encode(), secret.encode("utf-16-le"))
    return [path for path, contents in kept.items() if any(form in content for content in contents for form in forms)]


def _unpacked(path: Path, content: bytes) -> Iterator[bytes]:
    start = content.find(GZIP)
    while start >= 0:
        with suppress(zlib.error):  # three bytes that only look like a beginning
            yield zlib.decompressobj(31).decompress(content[start:])
        start = content.find(GZIP, start + 1)
    if path.suffix == ".ldb":
        yield from leveldb_blocks(content)


def leveldb_blocks(table: bytes) -> Iterator[bytes]:
    """The blocks of a LevelDB table: https://github.com/google/leveldb/blob/main/doc/table_format.md"""
    footer = table[-FOOTER:]
    _meta_offset, at = _varint(footer, 0)
    _meta_size, at = _varint(footer, at)
    offset, at = _varint(footer, at)
    size, _ = _varint(footer, at)
    index = _block(table, offset, size)
    restarts = int.from_bytes(index[-4:], "little")
    at = 0
    while at < len(index) - 4 * (restarts + 1):
        _shared, at = _varint(index, at)
        unshared, at = _varint(index, at)
        _length, at = _varint(index, at)
        at += unshared
        offset, at = _varint(index, at)
        size, at = _varint(index, at)
        yield _block(table, offset, size)


def _block(table: bytes, offset: int, size: int) -> bytes:
    how, content = table[offset + size], table[offset : offset + size]
    assert how in (PLAIN, SNAPPY), f"a block packed in a way ({how}) that this does not know: teach it"
    return unsnappy(content) if how == SNAPPY else content


def unsnappy(packed: bytes) -> bytes:
    """https://github.com/google/snappy/blob/main/format_description.txt"""
    length, at = _varint(packed, 0)
    plain = bytearray()
    while at < len(packed):
        tag, at = packed[at], at + 1
        kind, more = tag & 3, tag >> 2
        if kind == 0:  # as it stands
            if more >= 60:
                wide = more - 59
                more, at = int.from_bytes(packed[at : at + wide], "little"), at + wide
            plain += packed[at : at + more + 1]
            at += more + 1
            continue
        if kind == 1:
            size, back, at = 4 + (more & 7), (tag >> 5) << 8 | packed[at], at + 1
        else:
            wide = 2 if kind == 2 else 4
            size, back, at = more + 1, int.from_bytes(packed[at : at + wide], "little"), at + wide
        for _ in range(size):
            plain.append(plain[-back])
    assert len(plain) == length
    return bytes(plain)


def _varint(content: bytes, at: int) -> tuple[int, int]:
    value = shift = 0
    while True:
        byte, at = content[at], at + 1
        value |= (byte & 0x7F) << shift
        shift += 7
        if byte < 0x80:
            return value, at
