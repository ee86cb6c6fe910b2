"""The pictures that content may have: those of the sprite, by name. {picture:speech} shows one beside its words."""

import re
from functools import cache
from pathlib import Path

SPRITE = Path(__file__).parents[1] / "static" / "images" / "sprite.svg"
PREFIX = "picture:"
WRITTEN = re.compile(r"\{picture:([a-z0-9-]+)\}")


@cache
def pictures() -> frozenset[str]:
    return frozenset(re.findall(r'<symbol id="([a-z0-9-]+)"', SPRITE.read_text("utf-8")))
