"""A translator gets a folder, works in it with ordinary tools, and it comes back whole or not at all."""

import pytest
from babel.messages.pofile import read_po
from click.testing import CliRunner
from flask import Flask
from flask.cli import ScriptInfo

from app.commands_words import words
from app.councils.catalogues import find_po
from app.councils.languages import LANGUAGES, Language
from app.councils.shelf import Shelf
from app.councils.translation import gaps, is_current
from app.councils.translators import bring_back, hand_out

STEP = "england/qaa/steps/recorded.md"
TITLE = 'title: "We write down your complaint"'


@pytest.fixture
def language(monkeypatch, tmp_path) -> Language:
    invented = Language("qaa", "Invented", locale="en_GB@qaa")
    monkeypatch.setitem(LANGUAGES, "qaa", invented)
    monkeypatch.setattr("app.councils.catalogues.FOLDERS", folders := [tmp_path / "translations"])
    monkeypatch.setattr("app.councils.translators.FOLDERS", folders)
    return invented


@pytest.fixture
def folder(editor, language, tmp_path):
    assert hand_out(Shelf(editor.root), "england", language, tmp_path / "out") > 40
    return tmp_path / "out"


def translates(folder, old: str, new: str, name: str = f"content/{STEP}") -> None:
    text = (folder / name).read_text("utf-8")
    assert old in text, "check this test"
    (folder / name).write_text(text.replace(old, new, 1), "utf-8")


def only(folder, *names: str) -> None:
    """A translator who has done only some of it takes the rest out."""
    for path in (folder / "content").rglob("*.yaml"):
        if path.name not in names:
            path.unlink()


def test_what_is_handed_out_has_its_english_beside_it_and_its_mark(folder, editor):
    assert (folder / "english/england/en/steps/recorded.md").read_text("utf-8") == editor.reads(
        "england/en/steps/recorded.md"
    )
    assert "\nenglish: " in (folder / f"content/{STEP}").read_text("utf-8")
    with (folder / "messages.po").open("rb") as file:
        assert len(read_po(file)) > 300


def test_it_comes_back_and_shows(folder, editor, language):
    only(folder)
    translates(folder, TITLE, 'title: "Zapisujemy"')
    translates(folder, 'msgid "Carry on"\nmsgstr ""', 'msgid "Carry on"\nmsgstr "Dalej"', "messages.po")
    written, problems = bring_back(Shelf(editor.root), language, folder)
    assert not problems and len(written) == 2, "what is still in English is left out"
    assert is_current(Shelf(editor.root), "england", "steps/recorded.md", language)
    assert "Dalej" in find_po(language).read_text("utf-8")


def test_what_changed_meanwhile_is_older_at_once(folder, editor, language):
    only(folder)
    translates(folder, TITLE, 'title: "Zapisujemy"')
    editor.changes("england/en/steps/recorded.md", TITLE, 'title: "We note it"')
    assert not bring_back(Shelf(editor.root), language, folder)[1]
    assert any("older" in problem.what for problem in gaps(Shelf(editor.root), "england", language))


@pytest.mark.parametrize(
    ("name", "old", "new", "says"),
    [
        (f"content/{STEP}", "{complaints-officer}", "officer", "not the same name in braces"),
        (f"content/{STEP}", "# Adults", "# Dorośli", "is not a section"),
        (f"content/{STEP}", "\ntitle:", "\ntytuł:", "between the --- lines must stand"),
        (f"content/{STEP}", "\nenglish: ", "\n# ", "the line “english: …” is gone"),
        ("messages.po", 'msgid "%(count)s day"', 'msgid "%(count)s day', "this is no line of a .po file"),
        (
            "messages.po",
            'msgid "%(kind)s of %(day)s"\nmsgstr ""',
            'msgid "%(kind)s of %(day)s"\nmsgstr "%(kind)s"',
            "%(day)s",
        ),
        ("messages.po", 'msgid "Carry on"\nmsgstr ""', 'msgid "Carry on"\nmsgstr "<b>Dalej"', "the same < > and &"),
    ],
)
def test_what_cannot_be_used_is_named_and_nothing_is_written(folder, editor, language, name, old, new, says):
    only(folder)
    translates(folder, TITLE, 'title: "Zapisujemy"')
    translates(
        folder, old if old != "title:" else 'title: "Zapisujemy"', new if old != "title:" else 'tytuł: "Z"', name
    )
    written, problems = bring_back(Shelf(editor.root), language, folder)
    assert not written and any(says in str(problem) for problem in problems), problems
    assert not (editor.root / STEP).exists() and find_po(language) is None


@pytest.mark.parametrize("command", [["stamp", "qaa"], ["export", "qaa", "out"]], ids=lambda command: command[0])
def test_a_file_that_cannot_be_read_is_named_in_one_line(editor, folder, tmp_path, monkeypatch, command):
    monkeypatch.setenv("CONTENT", str(editor.root))
    monkeypatch.chdir(tmp_path)
    editor.writes(STEP, "---\n---\n# Child\nWords.\n")
    said = CliRunner().invoke(words, command, obj=ScriptInfo(create_app=lambda: Flask("none")))
    assert said.exit_code == 1
    assert said.output.startswith(f"{STEP}:1: begin with a line ---") and "Traceback" not in said.output
