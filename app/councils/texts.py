"""Content files as they are on disk: is there one, and what is its text?"""

import re
from pathlib import Path

from app.councils.problems import ContentError

LARGEST_FILE_BYTES = 200_000
CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f]")


def read_text(root: Path, path: Path, largest: int = LARGEST_FILE_BYTES) -> str:
    """The text of a content file. Raises ContentError if it is not one we can use."""
    shown = path.relative_to(root)
    try:
        if path.is_symlink() and not path.resolve().is_relative_to(root.resolve()):
            raise ContentError(shown, 0, "this file is a link out of the content folder; copy the file itself here")
        raw = path.read_bytes()
    except RuntimeError:  # what Python 3.11 and 3.12 say of a link that leads to itself
        raise ContentError(shown, 0, "this file is a link that leads to itself; copy the file itself here") from None
    except OSError as error:
        raise ContentError(shown, 0, f"the file cannot be read ({error.strerror}); put it back") from None
    if len(raw) > largest:
        raise ContentError(shown, 0, f"the file is larger than {largest} bytes; make it shorter")
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        raise ContentError(shown, line, "this is not UTF-8 text; save the file as UTF-8") from None
    text = text.replace("\r\n", "\n")
    if control := CONTROL.search(text):
        line = text.count("\n", 0, control.start()) + 1
        raise ContentError(shown, line, "there is a control character on this line; type the line again")
    return text


def is_there(path: Path) -> bool:
    """Is there such a file, or a link, even one that leads nowhere? Reading it then says what is wrong."""
    return path.exists() or path.is_symlink()
