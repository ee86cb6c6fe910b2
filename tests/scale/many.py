"""A content folder of many invented councils in many languages, each council with words of its own in each.

The further languages are invented too: their files are copies of the English ones, so that they are as long as
a real translation would be. Nobody but the benchmark and its test ever has them.
"""

import shutil
from pathlib import Path

from app.councils.languages import ENGLISH, LANGUAGES, Language
from app.councils.links import NATIONAL
from app.councils.new_council import write_new_council
from app.councils.shelf import Shelf
from app.councils.stamping import stamp
from tests.councils.editor import KEEP

CONTENT = Path(__file__).parents[2] / "content"
SOUND = ("north", "south", "east", "west", "upper", "nether", "old", "new", "high", "low", "long", "mid", "great")
PLACE = ("vale", "moor", "ford", "ham", "wick", "dale", "stead", "bury", "mere", "ley", "combe", "thorpe")
MOST = len(SOUND) * len(PLACE)
OWN = {
    "names.yaml": "complaints-officer: Complaints Manager\n",
    "steps/recorded.md": "---\n{}\n---\n# Child: also\nIn <NAME> you can also ring us. We answer on working days.\n",
    "steps/stage-1-letter.md": "# Child: also\nThe letter of <NAME> says who looked into it.\n",
    "steps/panel-meeting.md": "---\nsummary: Three people of <NAME> meet you.\n---\n# Adults: also\nWithin {panel}.\n",
    "guide/ways-to-tell-us.md": "# Child: also\nThe {complaints-officer} of <NAME> reads it first.\n",
}


def know_languages(count: int) -> list[str]:
    """Have `count` languages in this process: English, and invented ones beside it. Gives their tags."""
    LANGUAGES.clear()
    LANGUAGES[ENGLISH.tag] = ENGLISH
    for number in range(count - 1):
        tag = f"qa{chr(ord('a') + number)}"  # ISO 639 keeps these free for use in private
        LANGUAGES[tag] = Language(tag, f"Invented {number + 1}", locale=ENGLISH.locale)
    return list(LANGUAGES)[:count]


def slugs(count: int) -> list[str]:
    assert count <= MOST, f"there are names for {MOST} councils only"
    return [f"{sound}-{place}" for sound in SOUND for place in PLACE][:count]


def write_many(folder: Path, councils: int, tags: list[str]) -> Path:
    """The content of `councils` councils, confirmed and complete, each answering in every language of `tags`."""
    root = folder / "content"
    shutil.copytree(CONTENT / NATIONAL, root / NATIONAL)
    for tag in tags:
        if not (root / NATIONAL / tag).exists():
            shutil.copytree(root / NATIONAL / ENGLISH.tag, root / NATIONAL / tag)
    prefixes: set[str] = set()
    for slug in slugs(councils):
        path = write_new_council(root, slug, "", prefixes) / "council.yaml"
        told = path.read_text("utf-8")
        prefixes.add(told.partition("\nprefix: ")[2].partition("\n")[0])
        path.write_text(_taken_on(told, tags), "utf-8")
        for tag in tags:
            for name, text in OWN.items():
                own = root / slug / tag / name
                own.parent.mkdir(parents=True, exist_ok=True)
                own.write_text(text.replace("<NAME>", slug), "utf-8")
    for tag in tags:
        stamp_whole(root, tag)
    return root


def stamp_whole(root: Path, tag: str) -> None:
    """Say of each file in a language that it was made from the English as that is now."""
    for _name in stamp(Shelf(root), LANGUAGES[tag], frozenset()):
        pass


def _taken_on(told: str, tags: list[str]) -> str:
    """The file of a council that has gone through it: a site in production takes it."""
    changes = {
        "languages: [en]": f"languages: [{', '.join(tags)}]",
        ".example.org": ".invalid",
        "emergency_duty_team: null": 'emergency_duty_team: "0151 496 0000"',
        "confirmed: null": 'confirmed: {by: "Head of Service", on: 2026-11-02}\n' + KEEP,
    }
    for old, new in changes.items():
        assert old in told, f"{old!r} is not in new_council.yaml: check this file"
        told = told.replace(old, new)
    return told
