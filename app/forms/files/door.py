"""The door: what each file is, seen from what is in it, and what of it is kept."""

from app.forms.files.papers import pdf, text
from app.forms.files.pictures import paint_anew
from app.forms.files.recordings import m4a, webm
from app.forms.files.refused import Refused, Why
from app.forms.files.sounds import is_mp3, mp3, ogg
from app.forms.files.word import word
from app.model.file_kind import FileKind

MOST_BYTES = 10_000_000
PICTURES = (b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n")
OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
# ISO/IEC 14496-12: who a file that begins with a box called ftyp is for.
IPHONE_PICTURES = {b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1"}
PICTURES_WE_CANNOT_READ = {b"avif", b"avis", b"crx "}


def look(content: bytes) -> tuple[FileKind, bytes]:
    """What it is, and what of it is kept. Raises Refused."""
    if not content:
        raise Refused(Why.EMPTY)
    if len(content) > MOST_BYTES:
        raise Refused(Why.TOO_BIG)
    kind, kept = _take(content)
    if len(kept) > MOST_BYTES:
        raise Refused(Why.TOO_BIG)
    return kind, kept


def _take(content: bytes) -> tuple[FileKind, bytes]:
    if content.startswith(PICTURES) or (content.startswith(b"RIFF") and content[8:12] == b"WEBP"):
        return paint_anew(content)
    if content[4:8] == b"ftyp":
        return _boxed(content)
    if content.startswith(b"%PDF-"):
        return pdf(content)
    if content.startswith(b"PK\x03\x04"):
        return word(content)
    if content.startswith(b"\x1a\x45\xdf\xa3"):
        return webm(content)
    if content.startswith(b"OggS"):
        return ogg(content)
    if content.startswith(OLD_OFFICE):
        raise Refused(Why.OLD_WORD)
    if is_mp3(content):
        return mp3(content)
    return text(content)


def _boxed(content: bytes) -> tuple[FileKind, bytes]:
    brand = content[8:12]
    if brand in IPHONE_PICTURES:
        return paint_anew(content)
    if brand in PICTURES_WE_CANNOT_READ:
        raise Refused(Why.NOT_KNOWN)
    return m4a(content)
