"""A folder that a new council can fill in: it passes the check as it is, and says what to write where."""

import re
from pathlib import Path

from app.councils.council_file import TAKEN
from app.councils.languages import LANGUAGES

SLUG = re.compile(r"[a-z]+(-[a-z]+)*")
TEMPLATE = Path(__file__).with_name("new_council.yaml")


class SlugRefused(ValueError):
    """A council's folder cannot have this name. The message says why."""


def write_new_council(root: Path, slug: str, name: str, taken_prefixes: set[str]) -> Path:
    """Write the folder of a council called `name`. Returns where.

    Raises SlugRefused if there is one of that slug already, or the slug is not lower-case words with hyphens.
    """
    if not SLUG.fullmatch(slug) or slug in TAKEN:
        raise SlugRefused(
            f"“{slug}” cannot be a council's folder: use lower-case words with hyphens, such as north-vale"
        )
    folder = root / slug
    if folder.exists():
        raise SlugRefused(f"there is a folder called {slug} already; change its council.yaml instead")
    name = name or f"{slug.replace('-', ' ').title()} Council"
    text = TEMPLATE.read_text("utf-8")
    filled = {
        "SLUG": slug,
        "NAME": name,
        "SHORT": name.removesuffix(" Council"),
        "PREFIX": _prefix(slug, taken_prefixes),
        "LANGUAGES": ", ".join(LANGUAGES),
    }
    for key, value in filled.items():
        text = text.replace(f"<{key}>", value)
    (folder / "en" / "steps").mkdir(parents=True)
    (folder / "en" / "guide").mkdir()
    (folder / "council.yaml").write_text(text, "utf-8")
    return folder


def _prefix(slug: str, taken: set[str]) -> str:
    """Three letters for reference numbers that no other council has."""
    letters = slug.replace("-", "").upper()
    tries = [
        letters[:3],
        letters[0] + letters[-2:],
        *(letters[:2] + chr(code) for code in range(ord("A"), ord("Z") + 1)),
    ]
    return next(prefix for prefix in tries if len(prefix) >= 2 and prefix not in taken)
