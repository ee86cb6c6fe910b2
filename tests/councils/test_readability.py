"""How hard a text is: counted as Flesch and Kincaid did, and which words a child may not know."""

import pytest

from app.councils.hard_words import hard_words_in
from app.councils.readability import reading_of, syllables_of
from app.councils.warnings import plain_text

EASY = "We read it. We look into it. Then we write to you. You can ask us at any time."
HARD = "The authority will endeavour to investigate representations expeditiously and communicate its determination."


@pytest.mark.parametrize(
    ("word", "syllables"), [("cat", 1), ("advocate", 3), ("complaint", 2), ("representation", 5), ("I", 1), ("a", 1)]
)
def test_syllables_are_counted(word, syllables):
    assert syllables_of(word) == syllables


def test_short_words_in_short_sentences_are_easy():
    reading = reading_of(EASY)
    assert reading.grade < 2
    assert reading.words_on_average == pytest.approx(4.75)
    assert (reading.longest, reading.words_in_longest) == ("You can ask us at any time.", 7)


def test_long_words_in_a_long_sentence_are_hard():
    reading = reading_of(HARD)
    assert reading.grade > 15
    assert reading.words_in_longest == 12


def test_the_grade_is_flesch_and_kincaids():
    text = "The cat sat on the mat. The dog ran to me."  # 11 words, 2 sentences, 11 syllables
    assert reading_of(text).grade == pytest.approx(0.39 * 5.5 + 11.8 * 1 - 15.59)


def test_too_few_words_say_nothing():
    assert reading_of("One two three.") is None
    assert reading_of("") is None
    assert reading_of("\n\n… – 🙂\n") is None


@pytest.mark.parametrize("end", [". ", "? ", "! ", "… ", ": ", ".” ", ".\n", "\n", "\n\n"])
def test_sentences_end_where_a_reader_rests(end):
    assert reading_of(f"One two three four five six{end}Seven eight nine ten").words_on_average == 5


def test_a_heading_and_each_item_of_a_list_are_sentences():
    text = plain_text("<h2>What now?</h2>\n<ul>\n<li>One two three four</li>\n<li>Five six &amp; seven</li>\n</ul>\n")
    assert "<" not in text and "&amp;" not in text
    assert reading_of(text + "eight nine ten").words_in_longest == 4


@pytest.mark.parametrize(
    ("text", "hard"),
    [
        ("We investigate your representation.", ["investigate", "representation"]),
        ("We listen, and write it down.", []),
        ("Everybody has information. It is usually an emergency.", []),
        ("The Ombudsman and the Independent Person", []),  # names
        ("Write to representation@example.org or see example-organisation.", []),
        ("accommodation", []),  # in the list
        ("accommodations", []),
    ],
)
def test_long_words_that_the_list_does_not_explain_are_hard(text, hard):
    assert hard_words_in(text, ["accommodation"]) == hard


def test_an_entry_of_several_words_explains_each():
    assert hard_words_in("the adjudicating manager", []) == ["adjudicating"]
    assert hard_words_in("the adjudicating manager", ["Adjudicating Officer"]) == []
