"""M4A and WebM, which phones and browsers record: boxes in boxes, walked from one end to the other."""

from collections.abc import Iterator

from app.forms.files.papers import ends_as_a_zip
from app.forms.files.refused import Refused, Why
from app.model.file_kind import FileKind

# ISO/IEC 14496-12. What a box may be; those that say things about the sound, such as where it was made, are emptied.
BOXES = {b"ftyp", b"moov", b"mdat", b"moof", b"mfra", b"sidx", b"ssix", b"styp", b"prft", b"pdin", b"wide", b"emsg"}
EMPTIED = {b"free", b"skip", b"udta", b"meta", b"uuid"}
WITHIN = {b"moov", b"trak", b"mdia"}
SOUND, MOVING_PICTURES = b"soun", b"vide"

# RFC 8794 and 9559. A WebM file is read flat: these hold others, and are gone into.
HEADER, SEGMENT, CLUSTER, TRACKS, TRACK = 0x1A45DFA3, 0x18538067, 0x1F43B675, 0x1654AE6B, 0xAE
ENTERED = {HEADER, SEGMENT, CLUSTER, TRACKS, TRACK}
DOC_TYPE, TRACK_TYPE, TAGS, ATTACHMENTS, CHAPTERS = 0x4282, 0x83, 0x1254C367, 0x1941A469, 0x1043A770
VOID = 0xEC
A_SOUND = b"\x02"


def m4a(content: bytes) -> tuple[FileKind, bytes]:
    """The sound, with what is said about it emptied. Raises Refused."""
    kept, handlers = bytearray(content), []
    for kind, begins, start, end in _boxes(content, 0, len(content)):
        if kind in EMPTIED:
            _empty(kept, begins, start, end)
        elif kind not in BOXES:
            raise Refused(Why.BROKEN)
        elif kind in WITHIN:
            _go_into(content, kept, start, end, handlers)
    if MOVING_PICTURES in handlers:
        raise Refused(Why.VIDEO)
    if SOUND not in handlers or ends_as_a_zip(content):
        raise Refused(Why.BROKEN)
    return FileKind.M4A, bytes(kept)


def _go_into(content: bytes, kept: bytearray, start: int, end: int, handlers: list[bytes]) -> None:
    for kind, begins, inner, inner_end in _boxes(content, start, end):
        if kind in EMPTIED:
            _empty(kept, begins, inner, inner_end)
        elif kind in WITHIN:
            _go_into(content, kept, inner, inner_end, handlers)
        elif kind == b"hdlr":
            handlers.append(content[inner + 8 : inner + 12])


def _boxes(content: bytes, at: int, end: int) -> Iterator[tuple[bytes, int, int, int]]:
    """Each box: its kind, where it begins, where what is in it begins and ends. They must fill the space exactly."""
    while at < end:
        size, kind, start = int.from_bytes(content[at : at + 4]), content[at + 4 : at + 8], at + 8
        if size == 1:
            size, start = int.from_bytes(content[at + 8 : at + 16]), at + 16
        elif size == 0:
            size = end - at
        if at + size > end or start > at + size:
            raise Refused(Why.BROKEN)
        yield kind, at, start, at + size
        at += size


def _empty(kept: bytearray, begins: int, start: int, end: int) -> None:
    """Free space of the same size: where the sound lies is counted in bytes from the beginning."""
    kept[begins + 4 : begins + 8] = b"free"
    kept[start:end] = bytes(end - start)


def webm(content: bytes) -> tuple[FileKind, bytes]:
    """The sound, without titles. Raises Refused."""
    kept, tracks, doc_type = bytearray(content), [], b""
    for id, begins, start, end in _elements(content):
        if id == DOC_TYPE:
            doc_type = content[start:end]
        elif id == TRACK_TYPE:
            tracks.append(content[start:end].lstrip(b"\0"))
        elif id in (TAGS, CHAPTERS):
            _make_void(kept, begins, end)
        elif id == ATTACHMENTS:
            raise Refused(Why.BROKEN)
    if doc_type.rstrip(b"\0") not in (b"webm", b"matroska") or not tracks or ends_as_a_zip(content):
        raise Refused(Why.BROKEN)
    if any(track != A_SOUND for track in tracks):
        raise Refused(Why.VIDEO)
    return FileKind.WEBM, bytes(kept)


def _elements(content: bytes) -> Iterator[tuple[int, int, int, int]]:
    """Each element: its id, where it begins, and where what is in it begins and ends."""
    at = 0
    while at < len(content):
        id, start = _number(content, at, marked=True)
        size, start = _number(content, start)
        end = len(content) if size is None else start + size
        if end > len(content) or (size is None and id not in (SEGMENT, CLUSTER)):
            raise Refused(Why.BROKEN)
        yield id, at, start, end
        at = start if id in ENTERED else end


def _number(content: bytes, at: int, marked: bool = False) -> tuple[int | None, int]:
    """A number that says its own length, and where it ends. None: of unknown size."""
    if at >= len(content) or not content[at]:
        raise Refused(Why.BROKEN)
    length = 9 - content[at].bit_length()
    whole = content[at : at + length]
    if len(whole) < length:
        raise Refused(Why.BROKEN)
    number, all_ones = int.from_bytes(whole), (1 << 7 * length) - 1
    if marked:
        return number, at + length
    number &= all_ones
    return None if number == all_ones else number, at + length


def _make_void(kept: bytearray, begins: int, end: int) -> None:
    """The same size, saying that there is nothing."""
    size = end - begins - 9
    if size < 0:
        raise Refused(Why.BROKEN)
    kept[begins:end] = bytes([VOID, 1]) + size.to_bytes(7) + bytes(size)
