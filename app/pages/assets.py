"""Static files under names that carry their own hash, so that a browser may keep them for ever.

At the start the stylesheets are joined into one, tokens first, and the scripts of every page into another. Everything
is written under its hashed name into a folder that WhiteNoise serves. htmx comes from the pinned npm package; when
npm was not run it is not there, and the pages leave it out.
"""

import gzip
import hashlib
import os
import re
import secrets
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import brotli

STATIC = Path(__file__).parent.parent / "static"
VENDOR = {"vendor/htmx.min.js": Path(__file__).parents[2] / "node_modules/htmx.org/dist/htmx.min.js"}
STYLESHEET = "css/site.css"
FIRST = "tokens.css"
SCRIPT = "js/site.js"
ON_EVERY_PAGE = (
    "leave.js",
    "info-dialog.js",
    "swipe.js",
    "words.js",
    "listen.js",
)  # each does nothing where it has nothing to do
COMMENT = re.compile(rb"/\*.*?\*/", re.DOTALL)


def write_assets(folder: Path) -> Mapping[str, str]:
    """Write every static file into `folder` under its hashed name; the addresses by plain name."""
    addresses = {}
    for name, content in _files():
        stem, dot, suffix = name.rpartition(".")
        hashed = f"{stem}.{hashlib.sha256(content).hexdigest()[:12]}{dot}{suffix}"
        _write_once(folder / hashed, content)
        if content:  # WhiteNoise sends these to a browser that takes them
            _write_once(folder / f"{hashed}.br", brotli.compress(content))
            _write_once(folder / f"{hashed}.gz", gzip.compress(content, 9, mtime=0))
        addresses[name] = f"/static/{hashed}"
    return addresses


def asset_finder(addresses: Mapping[str, str]) -> Callable[[str], str | None]:
    """For templates: the address of a static file, or None when it is not there."""
    return addresses.get


def is_kept_for_ever(path: str, url: str) -> bool:
    """For WhiteNoise: every file it serves for us carries its hash in its name."""
    return True


def _files() -> Iterator[tuple[str, bytes]]:
    sheets = sorted((STATIC / "css").glob("*.css"), key=lambda path: (path.name != FIRST, path.name))
    yield STYLESHEET, b"\n".join(_without_comments(path.read_bytes()) for path in sheets)
    yield SCRIPT, b"\n".join((STATIC / "js" / name).read_bytes() for name in ON_EVERY_PAGE)
    for path in sorted(STATIC.rglob("*")):
        if path.is_file() and path.suffix != ".css" and path.name not in ON_EVERY_PAGE:
            yield path.relative_to(STATIC).as_posix(), path.read_bytes()
    for name, path in VENDOR.items():
        if path.exists():
            yield name, path.read_bytes()


def _without_comments(css: bytes) -> bytes:
    """A stylesheet as the browser needs it: no comments, no indentation, no empty lines."""
    lines = (line.strip() for line in COMMENT.sub(b"", css).splitlines())
    return b"\n".join(line for line in lines if line)


def _write_once(path: Path, content: bytes) -> None:
    if path.exists():
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_name(f".{path.name}.{secrets.token_hex(4)}")
    part.write_bytes(content)
    os.replace(part, path)
