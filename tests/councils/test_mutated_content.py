"""Three hundred accidents to the content, or as many as ACCIDENTS in the environment says: each is found, or does no
harm. Never another error than ours. With -s it prints how many were found, and how long the slowest took.
"""

import os
import random
import time

import pytest

from app.councils.problems import ContentBroken
from tests.councils.editor import Editor, pages_of
from tests.councils.test_markup import cleaned_again

SEEDS = range(6)
ACCIDENTS_EACH = int(os.environ.get("ACCIDENTS", 300)) // len(SEEDS)
SLOWEST_SECONDS = 2  # of a processor, whatever else the machine has to do
STRANGE = [
    *("{", "}", "[", "]", ": ", "- ", "\t", "\x00", "\r", "---\n", "# Child\n", "# ", "&a ", "*a", "!!set ", "? "),
    *("{stage-1}", "{contacts:", "{words}", "{#id}\n", "<script>", "[x](javascript:x)", "![x](y)", "<<: ", "%", "`"),
    *("\ufeff", "\u202e", "\u2028", "\U0001f600", "é".encode("latin-1").decode("utf-8", "surrogateescape"), "'", '"'),
    *("10 working days", "null", "~", "yes", "2026-02-30", "0x", "[" * 2000, "a" * 300_000, "\n\n\n", "|\n", "> "),
]


def cut_out(text: str, chance: random.Random) -> str:
    start = chance.randrange(len(text))
    return text[:start] + text[start + chance.randrange(1, 80) :]


def cut_short(text: str, chance: random.Random) -> str:
    return text[: chance.randrange(len(text))]


def put_in(text: str, chance: random.Random) -> str:
    place = chance.randrange(len(text))
    return text[:place] + chance.choice(STRANGE) + text[place:]


def line_twice(text: str, chance: random.Random) -> str:
    lines = text.splitlines(keepends=True)
    place = chance.randrange(len(lines))
    return "".join(lines[: place + 1] + lines[place:])


def lines_in_disorder(text: str, chance: random.Random) -> str:
    lines = text.splitlines(keepends=True)
    chance.shuffle(lines)
    return "".join(lines)


def indented(text: str, chance: random.Random) -> str:
    lines = text.splitlines(keepends=True)
    place = chance.randrange(len(lines))
    return "".join(lines[:place] + [" " + lines[place]] + lines[place + 1 :])


ACCIDENTS = [cut_out, cut_short, put_in, put_in, put_in, line_twice, lines_in_disorder, indented]


@pytest.mark.parametrize("seed", SEEDS)
def test_an_accident_is_found_or_does_no_harm(editor, seed):
    chance = random.Random(seed)
    names = sorted(str(path.relative_to(editor.root)) for path in editor.root.rglob("*.*") if path.is_file())
    assert len(names) > 60, "found too few files: check this test"
    found, slowest = 0, 0.0
    for _ in range(ACCIDENTS_EACH):
        began = time.process_time()
        found += has_an_accident(editor, chance.choice(names), chance)
        slowest = max(slowest, time.process_time() - began)
    print(f" {ACCIDENTS_EACH} accidents, {found} found, the slowest in {slowest:.2f} s")
    assert found > ACCIDENTS_EACH / 10, "hardly any accident was found: check this test"


def has_an_accident(editor: Editor, name: str, chance: random.Random) -> bool:
    """Change one file, read everything, put it right again. Was the accident found?"""
    before, accident, began = editor.reads(name), chance.choice(ACCIDENTS), time.process_time()
    after = accident(before, chance)
    editor.writes(name, after.encode("utf-8", "surrogateescape"))
    try:
        for page, html in pages_of(editor.book()).items():
            assert cleaned_again(html) == str(html).replace("&quot;", '"'), (name, accident, page)
    except ContentBroken as broken:
        for problem in broken.problems:
            assert (editor.root / problem.path).parent.is_dir()
            assert problem.what.count("\n") == 0
            assert problem.line <= after.count("\n") + 1 or str(problem.path) != name
        return True
    finally:
        editor.writes(name, before)
        assert time.process_time() - began < SLOWEST_SECONDS, (name, accident)
    return False
