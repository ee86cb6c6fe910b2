"""What is first seen of the map is painted from the first answer alone.

A stylesheet of its own costs a round trip, half a second on a slow line. So the CSS of what is seen stands in the page,
and the content policy allows it by its hash: that of the first screen in the head, and that of the map itself where the
map begins, so that the first screen need not wait for it. What opens later comes at the end of the page, and holds
nothing up.
"""

import base64
import hashlib
from collections.abc import Callable
from functools import lru_cache

from flask import request
from markupsafe import Markup

from app.councils.markup import our_css
from app.pages import here
from app.pages.headers import STYLES


def painter(css: str) -> Callable[[], Markup]:
    """For templates: the CSS of what is first seen, in the council's own colour. Asking for it allows it."""

    @lru_cache(maxsize=256)
    def painted(colour: str) -> tuple[Markup, str]:
        return _allowed(css + (own_colour(colour) if colour else ""))

    return lambda: _stands_in_the_page(*painted(here.council().colour or ""))


def next_painter(css: str) -> Callable[[], Markup]:
    """For templates: the CSS of what comes after it, which is every council's. It stands in an <svg>, the only element
    of a body that may hold a <style>; so no "<" and no "&" may be in it."""
    painted = _allowed(css)
    return lambda: _stands_in_the_page(*painted)


def _allowed(css: str) -> tuple[Markup, str]:
    paint = our_css(css)
    return paint, _source(paint)


def _stands_in_the_page(paint: Markup, source: str) -> Markup:
    request.environ[STYLES].append(source)
    return paint


def _source(css: str) -> str:
    """What the content policy says to allow it (CSP level 3, “hash-source”)."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(css.encode('utf-8')).digest()).decode('ascii')}'"


def own_colour(colour: str) -> str:
    """A council's own colour for what can be pressed. It was made sure of against our light paper only."""
    own = f"--action:{colour};--action-edge:{colour}"
    wanted = ':root:not([data-colours="dark"],[data-colours="calm"])'
    return (
        f"@layer tokens{{@media not (prefers-color-scheme:dark){{{wanted}{{{own}}}}}"
        f':root[data-colours="light"]{{{own}}}}}'
    )
