"""A letter that could not be sent is found by the check: which file, on which line, and how to mend it."""

import pytest

from app.councils.languages import LANGUAGES, Language
from app.councils.shelf import Shelf
from app.councils.translation import gaps
from app.councils.translators import hand_out
from app.councils.warnings import warnings
from tests.councils.test_letters import DAY

LETTER, OWN = "england/en/letters/extended.md", "sefton/en/letters/extended.md"
SHARED = "england/en/letters/every-letter.md"
WORDS = "We go on looking into it."


@pytest.mark.parametrize(
    ("words", "stands_at", "says"),
    [
        ("By {letter:dew}.", "{letter:dew}", "{letter:dew} is not a name we know; did you mean {letter:due}?"),
        ("Of {letter:panel-date}.", "{letter:panel-date}", "is not a name we know"),
        ("In 10 working days.", "10 working", "typed by hand"),
        ("See [this](guide:why).", "[this]", "a letter may be printed: write the words, and no link"),
        ("\n# Adults\nMore.", "# Adults", "a letter has no “# Adults”; put it all under “# Child”"),
    ],
)
@pytest.mark.parametrize("name", [LETTER, OWN], ids=["the nation’s", "a council’s"])
def test_words_gone_wrong_are_named_with_their_line(editor, name, words, stands_at, says):
    if name == OWN:
        editor.writes(OWN, f"# Child: also\n{WORDS}\n")
    editor.changes(name, WORDS, words)
    problem = editor.the_problem()
    assert (str(problem.path), problem.line) == (name, editor.line_of(name, stands_at))
    assert says in problem.what


def test_a_letter_that_is_missing(editor):
    editor.takes_away(LETTER)
    problem = editor.the_problem()
    assert str(problem) == f"{LETTER}: this letter is missing; put it back"


@pytest.mark.parametrize(
    ("name", "says"),
    [("extendet", "did you mean extended.md?"), ("qqqq", "use one of: every-letter, recorded,")],
)
def test_a_letter_of_no_move(editor, name, says):
    editor.writes(f"sefton/en/letters/{name}.md", "# Child\nHello.\n")
    problem = editor.the_problem()
    assert str(problem.path) == f"sefton/en/letters/{name}.md"
    assert problem.what == f"no letter is called “{name}”; {says}" or says in problem.what


@pytest.mark.parametrize(
    ("name", "line", "says"),
    [
        (LETTER, 'title: "We need more time"\n', "add a line “title: …” between the --- lines"),
        (SHARED, 'partly: "Upheld in part. We agree with some of this."\n', "add a line “partly: …”"),
    ],
)
def test_a_fact_that_is_missing(editor, name, line, says):
    editor.changes(name, line, "" if "partly" in line else "other: x\n")
    problem = editor.the_problem()
    assert str(problem.path) == name and says in problem.what


def test_what_a_council_writes_is_watched_for_hard_words(editor):
    hard = "We will endeavour to accommodate every alternative arrangement for {letter:name} immediately."
    editor.writes(OWN, f"# Child: also\n{hard}\n")
    library = editor.library()
    said = [str(problem) for problem in warnings(library.shelf, library.councils, DAY) if str(problem.path) == OWN]
    assert any("this is hard to read" in one for one in said)
    assert any(one.startswith(f"{OWN}:2: “accommodate” is a hard word") for one in said)


@pytest.fixture
def language(monkeypatch, tmp_path) -> Language:
    invented = Language("qaa", "Invented", locale="en_GB@qaa")
    monkeypatch.setitem(LANGUAGES, "qaa", invented)
    monkeypatch.setattr("app.councils.catalogues.FOLDERS", [tmp_path / "translations"])
    return invented


def test_a_translator_is_given_the_letters_and_told_what_is_missing(editor, language, tmp_path):
    shelf = Shelf(editor.root)
    missing = [problem for problem in gaps(shelf, "england", language) if problem.path.parts[2] == "letters"]
    assert len(missing) == 25
    hand_out(shelf, "england", language, tmp_path / "out")
    given = (tmp_path / "out/content/england/qaa/letters/extended.md").read_text("utf-8")
    assert "{letter:new-date}" in given and "\nenglish: " in given


def test_a_translation_has_the_slots_of_its_english(editor, language):
    text = editor.reads(LETTER).replace("{letter:new-date}", "{letter:day}")
    editor.writes("england/qaa/letters/extended.md", text)
    said = [problem.what for problem in gaps(Shelf(editor.root), "england", language)]
    assert "# Child: not the same name in braces as in the English; look at letter:day, letter:new-date" in said
