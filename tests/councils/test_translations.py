"""A translated piece shows while it is of its English; what is not translated shows in English, and says so."""

from pathlib import Path

import pytest

from app.councils.languages import LANGUAGES, Language
from app.councils.problems import Problem
from app.councils.shelf import Shelf
from app.councils.stamping import stamp
from app.councils.translation import gaps

CONTENT = Path(__file__).parents[2] / "content"
STEP = "steps/recorded.md"
ENGLISH_STEP, POLISH_STEP = f"england/en/{STEP}", f"england/qaa/{STEP}"
WORDS = """---
title: "Zapisujemy"
summary: "Dajemy ci numer."
---
# Child
Czas: [{reference}](word:working-day). Pytaj [{complaints-officer}](word:complaints-officer).

# Adults
Dla dorosłych.
"""


@pytest.fixture(autouse=True)
def language(monkeypatch) -> Language:
    """An invented one, whose interface is English."""
    invented = Language("qaa", "Invented", direction="rtl", locale="en_GB")
    monkeypatch.setitem(LANGUAGES, "qaa", invented)
    return invented


@pytest.fixture
def translator(editor):
    editor.takes_away("sefton/en/steps/recorded.md")
    editor.writes(POLISH_STEP, WORDS)
    return editor


def stamps(editor, *again: str) -> list[str]:
    return list(stamp(Shelf(editor.root), LANGUAGES["qaa"], frozenset(again)))


def recorded(editor):
    return editor.library().find_book("sefton", "qaa").stage_map.find_step("recorded")


def of(editor, name: str) -> list[Problem]:
    found = list(gaps(Shelf(editor.root), name.partition("/")[0], LANGUAGES["qaa"]))
    return [problem for problem in found if problem.path.as_posix() == name]


def test_a_file_shows_once_it_says_which_english_it_is_of(translator):
    assert (recorded(translator).lang, recorded(translator).title) == ("en", "We write down your complaint")
    assert stamps(translator) == [POLISH_STEP]
    assert (recorded(translator).lang, recorded(translator).title) == ("qaa", "Zapisujemy")
    assert "Czas: " in recorded(translator).child
    assert stamps(translator) == [], "once is enough"


def test_when_its_english_changes_it_shows_in_english_marked_until_it_is_translated_again(translator):
    stamps(translator)
    translator.changes(ENGLISH_STEP, 'title: "We write down', 'title: "We note down')
    step = recorded(translator)
    assert (step.lang, step.title, step.title.lang) == ("en", "We note down your complaint", "en")
    assert step.child.startswith('<div lang="en" dir="ltr">')
    assert any("is older than its English" in problem.what for problem in of(translator, POLISH_STEP))

    assert stamps(translator) == [], "it is not taken for current by itself"
    assert stamps(translator, POLISH_STEP) == [POLISH_STEP]
    assert recorded(translator).lang == "qaa"
    assert not any("older" in problem.what for problem in of(translator, POLISH_STEP))


def test_a_change_of_spaces_or_of_a_picture_is_none_of_the_words(translator):
    stamps(translator)
    translator.changes(ENGLISH_STEP, "# Adults\n", "\n\n# Adults\n\n")
    translator.changes(ENGLISH_STEP, "---\ntitle:", "---\npicture: star\ntitle:")
    assert recorded(translator).lang == "qaa"


def test_a_translation_that_names_a_picture_names_that_of_the_english(translator):
    translator.changes(ENGLISH_STEP, "---\ntitle:", "---\npicture: star\ntitle:")
    translator.changes(POLISH_STEP, "---\ntitle:", "---\npicture: smile\ntitle:")
    stamps(translator)
    assert any("the picture is smile" in problem.what for problem in of(translator, POLISH_STEP))
    translator.changes(POLISH_STEP, "picture: smile", "picture: star")
    assert not any("picture" in problem.what for problem in of(translator, POLISH_STEP))


def test_what_a_council_adds_in_english_is_marked_inside_the_translated_page(translator):
    stamps(translator)
    translator.writes(
        "sefton/en/steps/recorded.md", "---\nsummary: Ring us.\n---\n# Child: also\nOn {reference} we ring.\n"
    )
    step = recorded(translator)
    assert (step.title.lang, step.summary, step.summary.lang) == ("qaa", "Ring us.", "en")
    before, marked, also = step.child.partition('<div lang="en" dir="ltr">')
    assert marked and "Czas: " in before and "On 3 working days we ring." in also

    translator.writes("sefton/qaa/steps/recorded.md", "---\nsummary: Dzwoń.\n---\n# Child: also\nDzwonimy.\n")
    assert "sefton/qaa/steps/recorded.md" in stamps(translator)
    assert recorded(translator).summary == "Dzwoń." and "<div lang" not in recorded(translator).child


def test_nobody_has_checked_it_until_somebody_says_so(translator):
    stamps(translator)
    assert recorded(translator).nobody_checked
    translator.changes(
        POLISH_STEP, "---\ntitle", "---\nchecked_by: A. Kowalska, translator\nchecked_on: 2027-01-04\ntitle"
    )
    assert not recorded(translator).nobody_checked
    assert not translator.book().stage_map.nobody_checked, "English is nobody's translation"


def test_a_word_of_the_list_shows_while_it_is_of_its_english(translator):
    translator.writes("england/qaa/words.yaml", "advocate:\n  word: Rzecznik\n  meaning: Po twojej stronie.\n")
    page = translator.library().find_book("sefton", "qaa").guide["words"]
    assert "Rzecznik" not in page.child
    assert "england/qaa/words.yaml" in stamps(translator)
    shown = translator.library().find_book("sefton", "qaa").guide["words"].child
    assert "Rzecznik" not in shown, "the page of the list is not translated: it is in English, with its words"
    translator.writes(
        "england/qaa/guide/words.md", "---\ntitle: Słowa\nsummary: Trudne.\n---\n# Child\nSłowa.\n\n{words}\n"
    )
    stamps(translator)
    shown = translator.library().find_book("sefton", "qaa").guide["words"].child
    assert '<h2 id="advocate">Rzecznik</h2>' in shown
    assert '<h2 id="agreement"><span lang="en" dir="ltr">Agreement</span></h2>' in shown


def test_names_and_phrases_are_translated_by_their_english_for_every_council(translator):
    stamps(translator)
    assert '<span lang="en" dir="ltr">' in recorded(translator).child, "the name is English yet"
    translator.writes(
        "england/qaa/phrases.yaml", '"Complaints Officer": Osoba od skarg\n"Any time, day or night": Zawsze\n'
    )
    assert "\u2068Osoba od skarg\u2069</a>" in recorded(translator).child
    [childline] = [one for one in translator.library().find_book("sefton", "qaa").danger if one.id == "childline"]
    assert (childline.hours, childline.hours.lang, childline.for_whom.lang) == ("Zawsze", "qaa", "en")

    translator.changes("england/en/names.yaml", "complaints-officer: Complaints Officer", "complaints-officer: Friend")
    translator.changes("sefton/en/names.yaml", "complaints-officer: Complaints Officer", "complaints-officer: Friend")
    assert "Osoba od skarg" not in recorded(translator).child, "of another English"


@pytest.mark.parametrize(
    ("old", "new", "what"),
    [
        ("{reference}", "szybko", "not the same name in braces"),
        ("word:complaints-officer", "word:advocate", "not the same link"),
        ("# Adults\nDla dorosłych.", "", "the sections must be"),
        ('summary: "Dajemy ci numer."', "", "between the --- lines must stand summary, title"),
        ("Czas:", "## Czas\n", "headings, and the English has"),
    ],
)
def test_what_does_not_say_the_same_is_named(translator, old, new, what):
    translator.changes(POLISH_STEP, old, new)
    assert any(what in problem.what for problem in of(translator, POLISH_STEP))


@pytest.mark.parametrize("part", sorted({path.parent.name for path in CONTENT.glob("england/en/*/*.md")}))
def test_every_folder_of_pages_is_watched(translator, part):
    page = min((translator.root / "england" / "en" / part).iterdir())
    name = f"england/qaa/{part}/{page.name}"
    assert of(translator, name), "it is not there"
    translator.writes(name, page.read_text("utf-8"))
    assert name in stamps(translator)
    assert not of(translator, name)


def test_what_is_missing_is_named_with_where_it_goes(translator):
    [problem] = of(translator, "england/qaa/steps/ombudsman.md")
    assert problem.what == "is not there; translate england/en/steps/ombudsman.md"
    assert len(of(translator, "england/qaa/words.yaml")) > 20
    assert "“Any time, day or night” is not there" in str(of(translator, "england/qaa/phrases.yaml"))
