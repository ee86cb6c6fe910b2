"""Word papers (.docx): a zip of words and pictures. With programs, other files or templates from elsewhere: refused."""

import re
import zipfile
import zlib
from io import BytesIO
from pathlib import PurePosixPath
from xml.parsers import expat

from app.forms.files.papers import ends_as_a_zip
from app.forms.files.refused import Refused, Why
from app.model.file_kind import FileKind

MOST_PARTS = 2_000
MOST_INFLATED = 100_000_000
TYPES = "[Content_Types].xml"
PAPER = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
WORDS_AND_PICTURES = {".xml", ".rels", ".png", ".jpg", ".jpeg", ".gif", ".bmp", ".tif", ".tiff", ".emf", ".wmf"} | {
    ".odttf", ".ttf", ".webp", ".heic",
}  # fmt: skip
MAY_BE_ELSEWHERE = "/hyperlink"  # a link that somebody has to press; nothing that is fetched by itself
OTHER_FILES = ("/oleObject", "/package", "/attachedTemplate", "/aFChunk", "/subDocument", "/vbaProject", "/control")
FETCHES = re.compile(
    r"\b(DDE|DDEAUTO|INCLUDETEXT|INCLUDEPICTURE)\b", re.IGNORECASE
)  # fields that fetch or start something


def word(content: bytes) -> tuple[FileKind, bytes]:
    """As it is, when there is nothing in it but a paper. Raises Refused."""
    try:
        with zipfile.ZipFile(BytesIO(content)) as parts:
            _look_through(parts, content)
    except (zipfile.BadZipFile, zlib.error, expat.ExpatError, NotImplementedError, EOFError, OSError, ValueError):
        raise Refused(Why.BROKEN) from None
    return FileKind.WORD, content


def _look_through(parts: zipfile.ZipFile, content: bytes) -> None:
    listed = [part for part in parts.infolist() if not part.is_dir()]
    names = [part.filename for part in listed]
    if TYPES not in names:
        raise Refused(Why.NOT_KNOWN)  # another kind of zip
    if not ends_as_a_zip(content) or parts.comment or len(listed) > MOST_PARTS or len(set(names)) < len(names):
        raise Refused(Why.BROKEN)
    if any(part.flag_bits & 1 for part in listed):
        raise Refused(Why.LOCKED)
    if sum(part.file_size for part in listed) > MOST_INFLATED:
        raise Refused(Why.BROKEN)
    for name in names:
        path = PurePosixPath(name)
        if path.suffix.lower() not in WORDS_AND_PICTURES or path.is_absolute() or ".." in path.parts or "\\" in name:
            raise Refused(Why.UNSAFE_WORD)
    for part in listed:
        with parts.open(part) as opened:
            inflated = opened.read(part.file_size)  # never more than it says; and it is held to its own sum
        if part.filename.lower().endswith((".xml", ".rels")):
            _look_at(part.filename, inflated)


def _look_at(name: str, xml: bytes) -> None:
    """Raises Refused if this part fetches or starts anything."""
    reader, fields, is_paper, in_field = expat.ParserCreate(), [], [], []

    def begins(tag: str, said: dict[str, str]) -> None:
        tag = tag.rpartition(":")[2]
        in_field[:] = [tag == "instrText"]
        if tag == "fldChar":
            fields.append(" ")  # one field ends, another begins
        if tag == "fldSimple":
            fields.extend(f" {value} " for key, value in said.items() if key.endswith("instr"))
        if tag == "Relationship":
            kind, is_elsewhere = said.get("Type", ""), said.get("TargetMode", "").lower() == "external"
            if (is_elsewhere and not kind.endswith(MAY_BE_ELSEWHERE)) or kind.endswith(OTHER_FILES):
                raise Refused(Why.UNSAFE_WORD)
        if said.get("ContentType") == PAPER:
            is_paper.append(True)

    def refuse(*_said) -> None:
        raise Refused(Why.UNSAFE_WORD)

    reader.StartElementHandler = begins
    reader.CharacterDataHandler = lambda words: fields.append(words) if any(in_field) else None
    reader.StartDoctypeDeclHandler = refuse  # and with it every entity, which Word itself never writes
    reader.Parse(xml, True)
    if name == TYPES and not is_paper:
        raise Refused(Why.UNSAFE_WORD)  # a template, or one with macros
    if FETCHES.search("".join(fields)):
        raise Refused(Why.UNSAFE_WORD)
