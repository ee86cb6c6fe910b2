"""The benchmark of many councils, in small: it runs whole, within limits wide enough for a busy machine."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from app.councils.languages import LANGUAGES
from app.councils.library import BOOKS_KEPT, read_library
from tests.scale import bench
from tests.scale.many import know_languages, write_many

ROOT = Path(__file__).parents[2]
SMALL = ("--councils", "20", "--languages", "2", "--start", "60", "--memory", "400", "--ratio", "2")
TIMES = ("first, many", "first, few", "kept, many", "kept, few")


@pytest.fixture
def languages(monkeypatch):
    """The languages of the site, which come back as they were."""
    before = dict(LANGUAGES)
    yield LANGUAGES
    LANGUAGES.clear()
    LANGUAGES.update(before)


def test_twenty_councils_in_two_languages():
    bare = {"PATH": os.environ["PATH"], "PYTHONDONTWRITEBYTECODE": "1"}
    done = subprocess.run(
        [sys.executable, "-m", "tests.scale.bench", *SMALL],
        cwd=ROOT, env=bare, capture_output=True, text=True, timeout=120, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr
    assert len(re.findall(r"^good  .+: [\d.]+ ?\w* \(at most [\d.]+", done.stdout, re.MULTILINE)) == 4
    assert all(re.search(rf"{what}: [\d.]+ ms of the processor", done.stdout) for what in TIMES)


def test_over_a_limit_it_says_so_and_exits_1(monkeypatch, languages, capsys):
    for value, status, verdict in ((1.2, 0, "good"), (1.21, 1, "OVER")):
        figures = [bench.Figure("start", 1, 10, " s"), bench.Figure("ratio", value, 1.2)]
        monkeypatch.setattr(bench, "measure", lambda *given, figures=figures: figures)
        assert bench.main([]) == status
        assert f"{verdict}  ratio: {value:.2f} (at most 1.2)" in capsys.readouterr().out


def test_what_it_generates_has_every_council_in_every_language(tmp_path, languages):
    tags = know_languages(2)
    library = read_library(write_many(tmp_path, 6, tags))
    assert len(library.councils) == len({council.prefix for council in library.councils.values()}) == 6
    for slug, council in library.councils.items():
        assert council.confirmed and council.languages == tuple(tags)
        recorded = library.find_book(slug, tags[-1]).stage_map.find_step("recorded")
        assert recorded.lang == tags[-1]
        assert f"In {slug} you can also ring us." in recorded.child


def test_only_so_many_books_are_kept_in_memory(tmp_path, languages, monkeypatch):
    monkeypatch.setattr("app.councils.library.BOOKS_KEPT", 2)
    library = read_library(write_many(tmp_path, 3, ["en"]))
    first = library.find_book(next(iter(library.councils)), "en")
    for slug in library.councils:
        assert library.find_book(slug, "en").stage_map.lands
    again = library.find_book(next(iter(library.councils)), "en")
    assert again is not first and again == first
    assert BOOKS_KEPT * 2 >= 9 * 4, "every map of a handful of councils stays"
