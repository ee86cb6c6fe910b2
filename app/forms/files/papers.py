"""Papers: plain text and PDF. Word has a file of its own."""

import re
import zlib

from app.forms.files.refused import Refused, Why
from app.model.file_kind import FileKind

MOST_INFLATED = 50_000_000
END_OF_ZIP = b"PK\x05\x06"
SHORTEST_END_OF_ZIP = 22
SPACE = b"\0\t\n\f\r "
BOMS = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))
OTHER_LANGUAGES = re.compile(r"\s*<(?:[!?/]|[a-z])|\s*\{\\rtf", re.IGNORECASE)
WEB = re.compile(r"<\s*(?:!doctype|html|head|body|script|svg|iframe|object|embed)\b", re.IGNORECASE)


def _name(word: str) -> bytes:
    """A name in a PDF, in which any letter may be written as its number: /JavaScript, /#4aava#53cript."""
    return b"/" + b"".join(b"(?:%c|#%02x|#%02X)" % (sign, sign, sign) for sign in word.encode("ascii"))


DOES_SOMETHING = re.compile(b"|".join(map(_name, ("JavaScript", "Launch", "EmbeddedFile", "RichMedia", "XFA"))))
IS_LOCKED = re.compile(_name("Encrypt") + rb"(?![A-Za-z])")
PACKED_OBJECTS = re.compile(_name("ObjStm") + rb".*?stream\r?\n", re.DOTALL)


def text(content: bytes) -> tuple[FileKind, bytes]:
    """Words in UTF-8 or UTF-16, kept as UTF-8. Raises Refused."""
    bom, encoding = next(((bom, name) for bom, name in BOMS if content.startswith(bom)), (b"", "utf-8"))
    try:
        words = content[len(bom) :].decode(encoding)
    except UnicodeDecodeError:
        raise Refused(Why.NOT_KNOWN if b"\0" in content else Why.UNREADABLE_TEXT) from None
    if "\0" in words:
        raise Refused(Why.NOT_KNOWN)
    if not words.strip():
        raise Refused(Why.EMPTY)
    if OTHER_LANGUAGES.match(words) or WEB.search(words[:4096]):
        raise Refused(Why.WEB_PAGE)
    return FileKind.TEXT, words.encode("utf-8")


def pdf(content: bytes) -> tuple[FileKind, bytes]:
    """As it is, when it is one from end to end and only shows something. Raises Refused."""
    if not content.rstrip(SPACE).endswith(b"%%EOF") or b"startxref" not in content or ends_as_a_zip(content):
        raise Refused(Why.BROKEN)
    if IS_LOCKED.search(content):
        raise Refused(Why.LOCKED)
    if DOES_SOMETHING.search(content) or any(map(DOES_SOMETHING.search, _packed_objects(content))):
        raise Refused(Why.UNSAFE_PDF)
    return FileKind.PDF, content


def ends_as_a_zip(content: bytes) -> bool:
    """Would a program that looks for a zip from the end find one?"""
    found = content.rfind(END_OF_ZIP)
    while found >= 0:
        comment = int.from_bytes(content[found + 20 : found + SHORTEST_END_OF_ZIP], "little")
        if found + SHORTEST_END_OF_ZIP + comment >= len(content) - len(SPACE):
            return True
        found = content.rfind(END_OF_ZIP, 0, found)
    return False


def _packed_objects(content: bytes):
    """Newer PDFs keep most of what they do squeezed together."""
    left = MOST_INFLATED
    for found in PACKED_OBJECTS.finditer(content):
        try:
            inflated = zlib.decompressobj().decompress(content[found.end() :], left)
        except zlib.error:
            raise Refused(Why.UNSAFE_PDF) from None  # squeezed in a way we cannot look into
        left -= len(inflated)
        if left <= 0:
            raise Refused(Why.BROKEN)
        yield inflated
