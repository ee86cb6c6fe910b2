"""What is first seen of the map is painted from the first answer alone.

A stylesheet of its own costs a round trip, half a second on a slow line. So the part that is first seen stands in the
page, and the content policy allows it by its hash; the rest comes at the end of the page, and holds nothing up.
"""

import base64
import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

from flask import request

from app.pages import here
from app.pages.headers import STYLES


@dataclass(frozen=True)
class FirstPaint:
    """CSS of ours that may stand in a page as it is: nothing that anybody else wrote is in it."""

    css: str

    def __post_init__(self):
        if "</" in self.css:
            raise ValueError("the CSS of what is first seen would end its own <style>")

    def __html__(self) -> str:
        return self.css

    @property
    def source(self) -> str:
        """What the content policy says to allow it (CSP level 3, “hash-source”)."""
        return f"'sha256-{base64.b64encode(hashlib.sha256(self.css.encode('utf-8')).digest()).decode('ascii')}'"


def painter(css: str) -> Callable[[], FirstPaint]:
    """For templates: the CSS of what is first seen, in the council's own colour. Asking for it allows it."""

    @lru_cache(maxsize=256)
    def painted(colour: str) -> FirstPaint:
        return FirstPaint(css + (own_colour(colour) if colour else ""))

    def first_paint() -> FirstPaint:
        paint = painted(here.council().colour or "")
        request.environ[STYLES].append(paint.source)
        return paint

    return first_paint


def own_colour(colour: str) -> str:
    """A council's own colour for what can be pressed. It was made sure of against our light paper only."""
    own = f"--action:{colour};--action-edge:{colour}"
    wanted = ':root:not([data-colours="dark"],[data-colours="calm"])'
    return (
        f"@layer tokens{{@media not (prefers-color-scheme:dark){{{wanted}{{{own}}}}}"
        f':root[data-colours="light"]{{{own}}}}}'
    )
