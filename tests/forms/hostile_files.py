"""Files for the tests: good ones of each kind, and a library of hostile ones. All made here."""

import struct
import zipfile
import zlib
from io import BytesIO

import pillow_heif
from PIL import Image

from app.forms.files.word import PAPER, TYPES

PLACE = 0x8825  # EXIF: where it was taken
CAMERA = "Planted Phone 9"
WIDE, TALL = 60, 40


def picture(format: str = "JPEG", size: tuple[int, int] = (WIDE, TALL), mode: str = "RGB", **more) -> bytes:
    """Red on the left, green on the right."""
    painted, written = Image.new(mode, size, (0, 128, 0)), BytesIO()
    painted.paste((220, 0, 0), (0, 0, size[0] // 2, size[1]))
    painted.save(written, format, **more)
    return written.getvalue()


def exif(turned: int = 1) -> bytes:
    """Taken at a school in Bootle, with a camera that has a name."""
    said = Image.Exif()
    said[0x0110], said[0x0112] = CAMERA, turned
    said.get_ifd(PLACE).update({1: "N", 2: (53.0, 26.0, 42.0), 3: "W", 4: (2.0, 59.0, 24.0)})
    return said.tobytes()


def heic(**more) -> bytes:
    written = BytesIO()
    pillow_heif.from_pillow(Image.open(BytesIO(picture("PNG", size=(256, 128))))).save(written, quality=80, **more)
    return written.getvalue()


def moving(format: str) -> bytes:
    """Two pictures, one after the other: red, then blue."""
    frames, written = [Image.new("RGB", (8, 8), colour) for colour in ("red", "blue")], BytesIO()
    frames[0].save(written, format, save_all=True, append_images=frames[1:], duration=100, lossless=True)
    return written.getvalue()


def huge_png(across: int = 50_000, down: int = 50_000) -> bytes:
    """A few kilobytes that say they are 2,500 million dots."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = struct.pack(">IIBBBBB", across, down, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", header)
        + chunk(b"IDAT", zlib.compress(bytes(90_000)))
        + chunk(b"IEND", b"")
    )


def pdf(objects: bytes = b"", end: bytes = b"%%EOF\n") -> bytes:
    body = b"%PDF-1.7\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n" + objects
    return body + b"xref\n0 1\n0000000000 65535 f \ntrailer\n<< /Root 1 0 R >>\nstartxref\n9\n" + end


def packed(words: bytes) -> bytes:
    squeezed = zlib.compress(words)
    return b"3 0 obj\n<< /Type /ObjStm /Filter /FlateDecode /Length %d >>\nstream\n%s\nendstream\nendobj\n" % (
        len(squeezed), squeezed,
    )  # fmt: skip


def word(kind: str = PAPER, body: str = "<w:p/>", **parts: bytes | str) -> bytes:
    """A paper of Word. `parts` are more of its files, by name; one that is None is left out."""
    types = f'<Types><Override PartName="/word/document.xml" ContentType="{kind}"/></Types>'
    said = {TYPES: types, "word/document.xml": f"<w:document xmlns:w='w'>{body}</w:document>"} | parts
    return zipped({name: inside for name, inside in said.items() if inside is not None})


def zipped(parts: dict[str, bytes | str]) -> bytes:
    written = BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as file:
        for name, inside in parts.items():
            file.writestr(name, inside)
    return written.getvalue()


def link(kind: str, target: str = "https://evil.example.org/x", mode: str = "External") -> dict[str, str]:
    """The part of a Word paper that says what belongs to it."""
    start = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    said = f'<Relationship Id="r" Type="{start}/{kind}" Target="{target}" TargetMode="{mode}"/>'
    return {"word/_rels/document.xml.rels": f"<Relationships>{said}</Relationships>"}


def zip_bomb() -> bytes:
    """A Word paper of a few hundred kilobytes with 300 MB of nothing in it."""
    return word(**{"word/media/image1.png": bytes(150_000_000), "word/media/image2.png": bytes(150_000_000)})


def lying_bomb() -> bytes:
    """It says that a part is ten bytes; it is 100 MB."""
    bomb = bytearray(word(**{"word/media/image1.png": bytes(100_000_000)}))
    size = (100_000_000).to_bytes(4, "little")
    while (at := bomb.find(size)) >= 0:
        bomb[at : at + 4] = (10).to_bytes(4, "little")
    return bytes(bomb)


def mp3(frames: int = 40, title: bytes = b"") -> bytes:
    """A frame of 128 kbit/s at 44,100 Hz is 417 bytes long."""
    tag = b"ID3\x04\0\0" + bytes([0, 0, len(title) >> 7, len(title) & 0x7F]) + title if title else b""
    return tag + (b"\xff\xfb\x90\x00" + bytes(413)) * frames


def ogg(frames: int = 3, begins: bytes = b"OpusHead", **_more) -> bytes:
    def page(flags: int, body: bytes) -> bytes:
        return b"OggS\0" + bytes([flags]) + bytes(20) + bytes([1, len(body)]) + body

    return page(2, begins + bytes(11)) + page(0, b"\x11" * 200) * frames


def box(kind: bytes, *inside: bytes) -> bytes:
    whole = b"".join(inside)
    return (8 + len(whole)).to_bytes(4) + kind + whole


def m4a(handler: bytes = b"soun", said: bytes = b"High Street, Bootle", brand: bytes = b"M4A ") -> bytes:
    track = box(b"trak", box(b"tkhd", bytes(80)), box(b"mdia", box(b"hdlr", bytes(8) + handler + bytes(12))))
    about = box(b"udta", box(b"meta", said)) if said else b""
    return (
        box(b"ftyp", brand + bytes(4))
        + box(b"moov", box(b"mvhd", bytes(100)), track, about)
        + box(b"mdat", b"\x21" * 500)
    )


def element(id: int, *inside: bytes, size: bytes | None = None) -> bytes:
    whole = b"".join(inside)
    said = size if size is not None else (len(whole) | 1 << 56).to_bytes(8)
    return id.to_bytes((id.bit_length() + 7) // 8) + said + whole


def webm(track_type: int = 2, said: bytes = b"") -> bytes:
    """As Chromium records it: the sizes of the segment and of its clusters are not known."""
    unknown = b"\x01" + b"\xff" * 7
    header = element(0x1A45DFA3, element(0x4282, b"webm"))
    tracks = element(0x1654AE6B, element(0xAE, element(0xD7, b"\x01"), element(0x83, bytes([track_type]))))
    about = element(0x1254C367, element(0x7373, said)) if said else b""
    cluster = element(0x1F43B675, element(0xE7, b"\x00"), element(0xA3, b"\x81\0\0\x80" + bytes(300)), size=unknown)
    return header + element(0x18538067, tracks, about, cluster, cluster, size=unknown)
