"""The pictures that content may have: those of the sprite, by name. {picture:speech} shows one beside its words."""

import re
from difflib import get_close_matches
from functools import cache
from pathlib import Path

from app.councils.problems import ContentError

SPRITE = Path(__file__).parents[1] / "static" / "images" / "sprite.svg"
PREFIX = "picture:"
WRITTEN = re.compile(r"\{picture:([a-z0-9-]+)\}")


@cache
def pictures() -> frozenset[str]:
    return frozenset(re.findall(r'<symbol id="([a-z0-9-]+)"', SPRITE.read_text("utf-8")))


def check_picture(name: str, path: Path, line: int) -> None:
    """Raises ContentError if the sprite has no picture of this name: nothing would be seen in its place."""
    if name in pictures():
        return
    nearest = get_close_matches(name, pictures(), n=1)
    meant = f"did you mean “{nearest[0]}”?" if nearest else f"use one of: {', '.join(sorted(pictures()))}"
    raise ContentError(path, line, f"there is no picture called “{name}”; {meant}")
