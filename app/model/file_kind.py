"""The kinds of file that can go with what somebody tells us, as they are kept."""

from enum import StrEnum


class Sort(StrEnum):
    """What it is to a person."""

    PHOTO = "photo"
    PAPER = "paper"
    SOUND = "sound"


class FileKind(StrEnum):
    """The value is the end of its name."""

    JPEG = "jpg"
    PNG = "png"
    PDF = "pdf"
    TEXT = "txt"
    WORD = "docx"
    MP3 = "mp3"
    M4A = "m4a"
    WEBM = "webm"
    OGG = "ogg"

    @property
    def sort(self) -> Sort:
        return _SORTS[self]

    @property
    def media_type(self) -> str:
        return _MEDIA_TYPES[self]


class Checked(StrEnum):
    """What the virus scanner says of a file."""

    WAITING = "waiting"  # nobody has looked yet
    CLEAN = "clean"
    INFECTED = "infected"


_SORTS = {
    FileKind.JPEG: Sort.PHOTO,
    FileKind.PNG: Sort.PHOTO,
    FileKind.PDF: Sort.PAPER,
    FileKind.TEXT: Sort.PAPER,
    FileKind.WORD: Sort.PAPER,
    FileKind.MP3: Sort.SOUND,
    FileKind.M4A: Sort.SOUND,
    FileKind.WEBM: Sort.SOUND,
    FileKind.OGG: Sort.SOUND,
}
_MEDIA_TYPES = {
    FileKind.JPEG: "image/jpeg",
    FileKind.PNG: "image/png",
    FileKind.PDF: "application/pdf",
    FileKind.TEXT: "text/plain; charset=utf-8",
    FileKind.WORD: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    FileKind.MP3: "audio/mpeg",
    FileKind.M4A: "audio/mp4",
    FileKind.WEBM: "audio/webm",
    FileKind.OGG: "audio/ogg",
}
