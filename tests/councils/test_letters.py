"""Letters to the child: one for each move, easy to read, with what they leave open filled in."""

from datetime import date

import pytest

from app.councils.languages import ENGLISH, LANGUAGES, Language
from app.councils.letters import MARK, write_letter
from app.councils.letters import template as with_marks
from app.councils.library import read_library
from app.councils.markup import letter_html
from app.councils.reader import Reader
from app.councils.shelf import Shelf
from app.councils.stamping import stamp
from app.model.letter import LETTERS, LetterFacts
from app.model.move import Because, Key, Outcome, Point, Undertaking
from tests.councils.editor import CONTENT
from tests.councils.reading import blocks, grade, sentences, words

HARDEST_GRADE, LONGEST_SENTENCE, LONGEST_ON_AVERAGE = 5, 20, 12
DAY = date(2026, 12, 4)
SAID = "Friday 4 December 2026"
NOTHING = LetterFacts(written=DAY, day=DAY)
FACTS = LetterFacts(
    written=DAY, day=DAY, name="Amina", number="SEF-7K4M-2XQ8", due=DAY, ask_by=DAY, panel_by=DAY, papers_by=DAY,
    panel_date=DAY, new_date=DAY, reason="We had to ask more people.",
    points=(Point("Nobody rang you", Outcome.UPHELD), Point("You had to move", Outcome.NOT_UPHELD)),
    investigating_officer="Ann Lee", independent_person="Joe Hay", members=("Sam Roe", "Kit May", "Jo Fox"),
    where="The school", because=Because.COURT, promises=(Undertaking("Ring you each week", "Jo", DAY),),
    promise=Undertaking("Ring you each week", "Jo", DAY), reach=("Sefton complaints team", "0151 496 0000"),
    follow="https://tell.example.org/sefton/en/follow",
)  # fmt: skip


@pytest.fixture(scope="module")
def library():
    return read_library(CONTENT)


def reader(library, slug: str = "sefton", tag: str = "en") -> Reader:
    return Reader(library.shelf, library.councils[slug], LANGUAGES[tag])


@pytest.mark.parametrize("key", LETTERS)
def test_a_letter_is_easy_to_read(library, key):
    """Its own words, in every council; and those that all letters share."""
    for slug in library.councils:
        letter = reader(library, slug)
        for id in (key, "every-letter"):
            piece = letter.piece("letters", id)
            told = "\n\n".join(MARK.sub("it", with_marks(letter, one)) for one in piece.sections["Child"])
            found = sentences(piece.facts.get("title", ""), *blocks(str(letter_html(told))))
            assert len(found) > 5
            assert grade(found) <= HARDEST_GRADE
            assert max(len(words(one)) for one in found) <= LONGEST_SENTENCE
            assert sum(len(words(one)) for one in found) / len(found) <= LONGEST_ON_AVERAGE


@pytest.mark.parametrize("key", LETTERS)
def test_it_says_what_comes_next_what_they_can_do_and_how_to_reach_us(library, key):
    told = write_letter(reader(library), key, FACTS).words
    headings = ["## What comes next", "## If you are not happy", "## You can get help with this", "## How to reach us"]
    assert [line for line in told.split("\n") if line.startswith("#")] == headings
    assert told.startswith(f"{SAID}\n\nHello Amina,\n\nYour number: SEF-7K4M-2XQ8\n\n")
    assert "An advocate is free and on your side." in told and "0151 496 0000" in told
    assert not MARK.search(told) and "{" not in told


def test_there_is_a_letter_for_each_move_that_tells_something():
    assert len(LETTERS) == 24 and Key.ASSIGNED not in LETTERS


def test_what_there_is_nothing_to_say_of_is_left_out(library):
    told = write_letter(reader(library), Key.CLOSED, NOTHING).words
    assert "Hello,\n" in told and "Your number" not in told
    assert "This is what we said" not in told and "You can ask for the next stage" not in told
    full = write_letter(reader(library), Key.CLOSED, FACTS).words
    assert f"- Ring you each week\n  Who does it: Jo\n  By this day: {SAID}" in full


def test_a_heading_with_nothing_below_it_goes(editor):
    name = "england/en/letters/papers-sent.md"
    editor.adds(name, "\n## The day\nOn this day: {letter:panel-date}\n\n## The end\nGoodbye.\n")
    told = write_letter(reader(editor.library()), Key.PAPERS_SENT, NOTHING).words
    assert "## The day" not in told and "## The end" in told


@pytest.mark.parametrize(
    ("outcomes", "is_sorry"), [([Outcome.NOT_UPHELD], False), ([Outcome.NOT_UPHELD, Outcome.PARTLY], True)]
)
def test_it_is_sorry_only_where_something_went_wrong(library, outcomes, is_sorry):
    facts = LetterFacts(written=DAY, day=DAY, points=tuple(Point("It", outcome) for outcome in outcomes))
    assert ("We are sorry" in write_letter(reader(library), Key.ADJUDICATED, facts).words) is is_sorry


def test_what_an_officer_typed_stays_as_it_was_typed(library):
    facts = LetterFacts(written=DAY, day=DAY, reason="# 5*5*5 [x](https://e.org) {stage-1}\n- <b>a_b_c</b> \\ &amp;")
    html = letter_html(write_letter(reader(library), Key.EXTENDED, facts).words)
    assert "# 5*5*5 [x](https://e.org) {stage-1}<br>\n- &lt;b&gt;a_b_c&lt;/b&gt; \\ &amp;amp;</p>" in html


def test_letter_html_knows_bold_lists_headings_and_other_languages_and_nothing_else():
    html = letter_html("## Hi\n**Yes**\n- [Review Panel]{lang=en onclick=x}\n- [a](javascript:x) <script>", heading=4)
    assert "<h4>Hi</h4>" in html and "<strong>Yes</strong>" in html
    assert '<span lang="en" dir="ltr">Review Panel</span>' in html
    assert "<a" not in html and "<script" not in html and "onclick" not in html


@pytest.fixture
def translated(editor, monkeypatch):
    """One letter and what all share, in an invented language that runs from right to left."""
    monkeypatch.setitem(LANGUAGES, "qaa", Language("qaa", "Invented", "rtl", locale="en_GB"))
    body = "---\ntitle: T\n---\n# Child\nQ:\n\n{letter:reason}\n\n## A\nN: {letter:new-date}\n\n## B\nZ.\n"
    editor.writes("england/qaa/letters/extended.md", body)
    return editor


def stamped(editor, monkeypatch):
    assert "england/qaa/letters/extended.md" in [*stamp(Shelf(editor.root), LANGUAGES["qaa"], frozenset())]
    return editor.library()


def test_a_translated_letter_marks_what_is_english_in_it(translated, monkeypatch):
    library = stamped(translated, monkeypatch)
    letter = write_letter(reader(library, tag="qaa"), Key.EXTENDED, FACTS)
    assert (letter.lang, letter.title) == ("qaa", "T")
    assert "\u2068Q\u2069:\n\n[We had to ask more people.]{lang=en}" in letter.words
    assert "## [You can get help with this]{lang=en}" in letter.words, "the shared part is not translated"


def test_from_right_to_left_a_telephone_number_does_not_turn_round(translated, monkeypatch):
    translated.adds("england/qaa/letters/extended.md", "\n{contacts:ombudsman}\n\nÄ [Review Panel]{lang=en} 2 ç\n")
    told = write_letter(reader(stamped(translated, monkeypatch), tag="qaa"), Key.EXTENDED, FACTS).words
    assert "\u20680300 061 0614" in told and "Coventry CV4 0EH\u2069" in told
    assert "[\u2068Review Panel\u2069]{lang=en} 2 ç" in told


def test_a_letter_that_is_not_translated_or_older_than_its_english_goes_in_english(translated, monkeypatch):
    library = stamped(translated, monkeypatch)
    assert write_letter(reader(library, tag="qaa"), Key.PAUSED, FACTS).lang == ENGLISH.tag
    translated.changes("england/en/letters/extended.md", "We need more time", "It takes longer")
    letter = write_letter(reader(translated.library(), tag="qaa"), Key.EXTENDED, FACTS)
    assert (letter.lang, letter.title) == (ENGLISH.tag, "It takes longer")
    assert "{lang=en}" not in letter.words


def test_a_council_adds_to_a_letter_or_says_it_otherwise(editor):
    editor.writes("sefton/en/letters/extended.md", '---\ntitle: "Longer"\n---\n# Child: also\nRing us, [now].\n')
    editor.writes("sefton/en/letters/paused.md", "# Child\nOurs. {letter:reason}\n")
    editor.writes("sefton/en/letters/every-letter.md", '---\nfrom: "From all of us"\n---\n')
    letters = reader(editor.library())
    longer = write_letter(letters, Key.EXTENDED, FACTS)
    assert longer.title == "Longer" and longer.words.endswith("From all of us")
    assert "Our answer takes longer" in longer.words and "Ring us, [now]." in longer.words
    assert "Ours. We had to ask more people.\n\n## You can get help" in write_letter(letters, Key.PAUSED, FACTS).words
