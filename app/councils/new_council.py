"""A folder that a new council can fill in: it passes the check as it is, and says what to write where."""

import re
from itertools import product
from pathlib import Path
from string import ascii_uppercase

from app.councils.council_file import TAKEN
from app.councils.languages import LANGUAGES

SLUG = re.compile(r"[a-z]+(-[a-z]+)*")
LONGEST = 60  # letters: of a slug, and of a name
NAME = re.compile(r"[^\x00-\x1f\x7f\"\\<>{}]+")
TEMPLATE = Path(__file__).with_name("new_council.yaml")


class SlugRefused(ValueError):
    """A council's folder cannot have this name. The message says why."""


def write_new_council(root: Path, slug: str, name: str, taken_prefixes: set[str]) -> Path:
    """Write the folder of a council called `name`. Returns where.

    Raises SlugRefused if there is one of that slug already, or the slug is not lower-case words with hyphens.
    """
    if not SLUG.fullmatch(slug) or len(slug) > LONGEST or slug in TAKEN:
        raise SlugRefused(
            f"“{slug}” cannot be a council's folder: use lower-case words with hyphens, such as north-vale"
        )
    folder = root / slug
    if folder.exists() or folder.is_symlink():
        raise SlugRefused(f"there is a folder called {slug} already; change its council.yaml instead")
    name = name.strip() or f"{slug.replace('-', ' ').title()} Council"
    if not NAME.fullmatch(name) or len(name) > LONGEST:
        raise SlugRefused(f"“{name}” cannot be a name here: leave out quotes, brackets and braces, and keep it short")
    text = TEMPLATE.read_text("utf-8")
    filled = {
        "SLUG": slug,
        "NAME": name,
        "SHORT": name.removesuffix(" Council"),
        "PREFIX": _prefix(slug, taken_prefixes),
        "LANGUAGES": ", ".join(dict.fromkeys(language.spoken_as for language in LANGUAGES.values())),
    }
    for key, value in filled.items():
        text = text.replace(f"<{key}>", value)
    (folder / "en" / "steps").mkdir(parents=True)
    (folder / "en" / "guide").mkdir()
    (folder / "council.yaml").write_text(text, "utf-8")
    return folder


def _prefix(slug: str, taken: set[str]) -> str:
    """Three letters for reference numbers that no other council has; its own if they are free, four if none are."""
    letters = slug.replace("-", "").upper()
    tries = (
        letters[:3],
        letters[0] + letters[-2:],
        *(letters[0] + other for other in map("".join, product(ascii_uppercase, repeat=2))),
        *(letters[0] + other for other in map("".join, product(ascii_uppercase, repeat=3))),
    )
    return next(prefix for prefix in tries if len(prefix) >= 2 and prefix not in taken)
