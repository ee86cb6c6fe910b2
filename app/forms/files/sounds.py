"""MP3 and Ogg: walked from one end to the other, so that nothing else hides in them."""

from app.forms.files.papers import ends_as_a_zip
from app.forms.files.refused import Refused, Why
from app.model.file_kind import FileKind

# ISO/IEC 11172-3 and 13818-3, layer III: thousands of bits a second, and samples a second, by their number in a header.
RATES_1 = (0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320)
RATES_2 = (0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160)
SAMPLES = {3: (44100, 48000, 32000), 2: (22050, 24000, 16000), 0: (11025, 12000, 8000)}
MPEG_1, LAYER_3 = 3, 1
FEWEST_FRAMES = 3
LARGEST_FRAME = 2881
TITLE_AT_THE_END = 128  # ID3v1

OGG_HEADER = 27
BEGINS = 2  # RFC 3533: the first page of a stream
OGG_SOUNDS = (b"OpusHead", b"\x01vorbis", b"\x7fFLAC", b"Speex   ")


def is_mp3(content: bytes) -> bool:
    return content.startswith(b"ID3") or _frame_size(content, 0) > 0


def mp3(content: bytes) -> tuple[FileKind, bytes]:
    """The sound alone, without titles and pictures about it. Raises Refused."""
    start = _after_title(content)
    end = len(content) - TITLE_AT_THE_END if content[-TITLE_AT_THE_END:].startswith(b"TAG") else len(content)
    at, frames = start, 0
    while at < end:
        size = _frame_size(content, at)
        if not size or at + size > end:
            break
        at, frames = at + size, frames + 1
    if frames < FEWEST_FRAMES or end - at > LARGEST_FRAME:
        raise Refused(Why.BROKEN)
    return FileKind.MP3, content[start:at]


def _after_title(content: bytes) -> int:
    """Where the sound begins, after an ID3v2 tag and what pads it."""
    start = 0
    while content[start : start + 3] == b"ID3" and len(content) > start + 10:
        size = 0
        for seven_bits in content[start + 6 : start + 10]:
            size = size << 7 | seven_bits & 0x7F
        start += 10 + size
    while content[start : start + 1] == b"\0":
        start += 1
    return start


def _frame_size(content: bytes, at: int) -> int:
    """In bytes; 0 when no frame begins there."""
    header = content[at : at + 4]
    if len(header) < 4 or header[0] != 0xFF or header[1] & 0xE0 != 0xE0 or header[1] >> 1 & 3 != LAYER_3:
        return 0
    version, rate, samples = header[1] >> 3 & 3, header[2] >> 4, header[2] >> 2 & 3
    if version not in SAMPLES or rate in (0, 15) or samples == 3:
        return 0
    rates, length = (RATES_1, 144) if version == MPEG_1 else (RATES_2, 72)
    return length * rates[rate] * 1000 // SAMPLES[version][samples] + (header[2] >> 1 & 1)


def ogg(content: bytes) -> tuple[FileKind, bytes]:
    """As it is, when it is pages of sound from end to end. Raises Refused."""
    at, streams = 0, 0
    while at < len(content):
        header = content[at : at + OGG_HEADER]
        if len(header) < OGG_HEADER or not header.startswith(b"OggS\0"):
            raise Refused(Why.BROKEN)
        lengths = content[at + OGG_HEADER : at + OGG_HEADER + header[26]]
        body = at + OGG_HEADER + header[26]
        if header[5] & BEGINS:
            streams += 1
            if not content.startswith(OGG_SOUNDS, body):
                raise Refused(Why.VIDEO)
        at = body + sum(lengths)
        if at > len(content) or len(lengths) < header[26]:
            raise Refused(Why.BROKEN)
    if not streams or ends_as_a_zip(content):
        raise Refused(Why.BROKEN)
    return FileKind.OGG, content
