"""Easy Read: English said more simply, with pictures. What it has not, shows in plain English."""

import pytest
from markupsafe import Markup

from app.councils.catalogue_checks import warnings_of_catalogue
from app.councils.languages import LANGUAGES
from app.councils.markup import with_pictures
from app.councils.shelf import Shelf
from app.councils.stamping import merged_po, stamp
from app.councils.translation import gaps

EASY = LANGUAGES["en-x-easy"]
STEP = "england/en-x-easy/steps/recorded.md"
WORDS = """---
title: "We write it down"
summary: "You get a number."
---
# Child
- {picture:write} We write down what you say.
- {picture:number} You get a number.

# Adults
The same, in short.
"""


@pytest.fixture
def writer(editor, tmp_path, monkeypatch):
    """Somebody who writes Easy Read, with nothing of it there yet but a catalogue in which nothing is said."""
    path = tmp_path / "translations" / EASY.locale / "LC_MESSAGES" / "messages.po"
    path.parent.mkdir(parents=True)
    path.write_bytes(merged_po(EASY, None))
    monkeypatch.setattr("app.councils.catalogues.FOLDERS", [tmp_path / "translations"])
    for old in editor.root.glob("*/en-x-easy/**/*.*"):
        old.unlink()
    editor.takes_away("sefton/en/steps/recorded.md")
    editor.writes(STEP, WORDS.replace("{picture:number}", "{picture:key}"))
    assert list(stamp(Shelf(editor.root), EASY, frozenset())) == [STEP]
    return editor


def test_what_is_there_shows_and_the_rest_is_plain_english(writer):
    map = writer.library().find_book("sefton", "en-x-easy").stage_map
    assert (map.find_step("recorded").title, map.find_step("recorded").lang) == ("We write it down", "en-x-easy")
    assert map.find_step("ombudsman").lang == "en"
    assert "3 working days" in map.find_step("recorded").time


def test_a_picture_is_put_in_from_the_sprite_and_nothing_else_is(writer):
    words = writer.library().find_book("sefton", "en-x-easy").stage_map.find_step("recorded").child
    shown = with_pictures(words, "/static/sprite.svg")
    assert (
        '<li><svg class="picture picture--idea" aria-hidden="true"><use href="/static/sprite.svg#write"/></svg> We'
        in shown
    )
    assert shown.count("<svg") == 2 and "{picture" not in shown


def test_a_picture_that_is_not_there_is_refused_by_name(writer):
    writer.writes(STEP, writer.reads(STEP).replace("{picture:key}", "{picture:sword}"))
    problem = writer.the_problem()
    assert problem.line == writer.line_of(STEP, "{picture:sword}")
    assert "{picture:sword} is not a name we know; use one of: access, advocate" in problem.what


@pytest.mark.parametrize("words", ["<p>{picture:x y}</p>", "<p>{picture:<b>}</p>", "<p>{pictures:speech}</p>"])
def test_what_is_no_picture_stays_as_it_is(words):
    assert with_pictures(Markup(words), "/s.svg") == words


def test_it_may_leave_out_and_be_incomplete_but_name_nothing_new(writer):
    assert not list(warnings_of_catalogue(EASY))
    found = [str(problem) for problem in gaps(Shelf(writer.root), "england", EASY)]
    assert not [problem for problem in found if STEP in problem]
    assert any("en-x-easy/steps/ombudsman.md: is not there" in problem for problem in found), "the map is to be whole"
    assert not [problem for problem in found if "guide/why" in problem or "words.yaml" in problem]
    writer.writes(STEP, writer.reads(STEP).replace("We write down", "[We](guide:why) write down"))
    [problem] = [one for one in gaps(Shelf(writer.root), "england", EASY) if one.path.name == "recorded.md"]
    assert "not the same link as in the English; look at" in problem.what
