"""Static files under names that carry their own hash, so that a browser may keep them for ever.

At the start the stylesheets are joined into a few, tokens first, and the scripts of every page into one; each without
its comments and spaces. Everything is written under its hashed name into a folder that WhiteNoise serves. htmx comes
from the pinned npm package; when npm was not run it is not there, and the pages leave it out.
"""

import gzip
import hashlib
import os
import re
import secrets
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path

import brotli
from rcssmin import cssmin
from rjsmin import jsmin

STATIC = Path(__file__).parent.parent / "static"
VENDOR = {"vendor/htmx.min.js": Path(__file__).parents[2] / "node_modules/htmx.org/dist/htmx.min.js"}
FIRST = "tokens.css"
MAP = ("days.css", "fork.css", "jump.css", "land.css", "overview.css", "path.css", "step.css")  # all in the layer “map”
DESK = ("desk.css", "desk-signing-in.css", "figures.css", "table.css")
TALK = ("talk.css",)
FORM = ("all.css", "files.css", "keep.css", "question.css")
PREVIEW = ("preview.css",)
EASY = ("idea.css",)
# Of every page, and seen before anybody has scrolled or tapped.
SEEN_AT_ONCE = (
    FIRST, "base.css", "button.css", "calendar.css", "chip.css", "languages.css", "layout.css", "leave.css",
    "picture.css",
)  # fmt: skip
# Of the map, what comes after its first screen: it stands in the page where that ends (first_paint.py).
FURTHER_DOWN = ("calendar.css", "chip.css", *(name for name in MAP if name != "overview.css"))
# Each does nothing where it has nothing to do.
ON_EVERY_PAGE = ("leave.js", "paths.js", "info-dialog.js", "words-ahead.js", "soon.js")
# What waits for the first sign that somebody reads (soon.js).
AT_THE_FIRST_SIGN = ("swipe.js", "words.js", "adults.js", "jump.js", "listen.js", "look.js")
JOINED = {"js/site.js": ON_EVERY_PAGE, "js/reading.js": AT_THE_FIRST_SIGN}


def write_assets(folder: Path) -> Mapping[str, str]:
    """Write every static file into `folder` under its hashed name; the addresses by plain name."""
    addresses = {}
    for name, content in _files():
        stem, dot, suffix = name.rpartition(".")
        hashed = f"{stem}.{hashlib.sha256(content).hexdigest()[:12]}{dot}{suffix}"
        _write_once(folder / hashed, bytes, content)
        if content:  # WhiteNoise sends these to a browser that takes them
            _write_once(folder / f"{hashed}.br", brotli.compress, content)
            _write_once(folder / f"{hashed}.gz", _gzip, content)
        addresses[name] = f"/static/{hashed}"
    return addresses


def asset_finder(addresses: Mapping[str, str]) -> Callable[[str], str | None]:
    """For templates: the address of a static file, or None when it is not there."""
    return addresses.get


def is_kept_for_ever(path: str, url: str) -> bool:
    """For WhiteNoise: every file it serves for us carries its hash in its name."""
    return True


def first_seen() -> str:
    """The CSS of the map's first screen, to stand in the page's head."""
    return _joined([name for name in _sheets() if name in (*SEEN_AT_ONCE, *MAP) and name not in FURTHER_DOWN])


def seen_next() -> str:
    """The CSS of the rest of the map, to stand in the page where the map begins."""
    return _joined(FURTHER_DOWN)


def stylesheets() -> Mapping[str, list[str]]:
    """Which files each stylesheet is made of: the two of every page (of which the first stands in the map's own page),
    and what comes on top of them, where it is needed."""
    apart = {
        "css/map.css": MAP,
        "css/form.css": FORM,
        "css/desk.css": DESK,
        "css/talk.css": TALK,
        "css/preview.css": PREVIEW,
        "css/easy.css": EASY,
    }
    rest = [name for name in _sheets() if not any(name in of for of in (SEEN_AT_ONCE, *apart.values()))]
    return {"css/first.css": list(SEEN_AT_ONCE), "css/site.css": rest} | {
        sheet: [name for name in _sheets() if name in of] for sheet, of in apart.items()
    }


def _sheets() -> list[str]:
    return sorted((path.name for path in (STATIC / "css").glob("*.css")), key=lambda name: (name != FIRST, name))


def _joined(sheets: Iterable[str]) -> str:
    return cssmin("\n".join((STATIC / "css" / name).read_text("utf-8") for name in sheets))


def _files() -> Iterator[tuple[str, bytes]]:
    for name, sheets in stylesheets().items():
        yield name, _joined(sheets).encode("utf-8")
    for name, scripts in JOINED.items():
        yield name, _script("\n".join((STATIC / "js" / one).read_text("utf-8") for one in scripts))
    for path in sorted(STATIC.rglob("*")):
        if path.is_file() and path.suffix != ".css" and path.name not in (*ON_EVERY_PAGE, *AT_THE_FIRST_SIGN):
            yield path.relative_to(STATIC).as_posix(), LIGHTER.get(path.suffix, bytes)(path.read_bytes())
    for name, path in VENDOR.items():
        if path.exists():
            yield name, path.read_bytes()


def _script(text: str) -> bytes:
    return jsmin(text).encode("utf-8")


def _drawing(svg: bytes) -> bytes:
    """Without what only we read."""
    return re.sub(rb"<!--.*?-->\s*", b"", svg, flags=re.DOTALL)


LIGHTER = {".js": lambda content: _script(content.decode()), ".svg": _drawing}


def _gzip(content: bytes) -> bytes:
    return gzip.compress(content, 9, mtime=0)


def _write_once(path: Path, packed: Callable[[bytes], bytes], content: bytes) -> None:
    """What was written at an earlier start is not packed again: its name says that it is the same."""
    if path.exists():
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_name(f".{path.name}.{secrets.token_hex(4)}")
    part.write_bytes(packed(content))
    os.replace(part, path)
