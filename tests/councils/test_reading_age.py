"""The words for children are easy to read. The target is the fifth school year; a page has room below it."""

import pytest

from app.councils.stage_map import Fork
from tests.councils.editor import pages_of
from tests.councils.reading import blocks, grade, sentences, syllables, words

HARDEST_GRADE = 5
LONGEST_SENTENCE, LONGEST_ON_AVERAGE = 20, 12
LONGEST_SUMMARY = 60  # characters: it stands on a stone of the map


@pytest.fixture
def for_children(sefton) -> dict[str, list[str]]:
    """The sentences of each page, without what is for adults."""
    pages = {}
    for land in sefton.stage_map.lands:
        pages[land.id] = sentences(land.title, land.time, *blocks(land.words), *of_fork(land.fork))
        for step in land.steps:
            pages[step.id] = sentences(step.title, step.summary, *blocks(step.child))
    for page in sefton.guide.values():
        pages[f"guide/{page.id}"] = sentences(page.title, page.summary, *blocks(page.child))
    assert len(pages) == len(pages_of(sefton))
    return pages


def of_fork(fork: Fork | None) -> tuple[str, ...]:
    return (fork.happy_title, fork.happy, fork.unhappy_title, fork.unhappy) if fork else ()


def test_every_page_is_for_the_fifth_school_year_or_below(for_children):
    grades = {name: round(grade(found), 1) for name, found in for_children.items()}
    hard = {name: found for name, found in grades.items() if found > HARDEST_GRADE}
    assert not hard, f"shorter sentences and shorter words, please: {hard}"


def test_no_sentence_is_longer_than_twenty_words(for_children):
    found = [sentence for page in for_children.values() for sentence in page]
    assert len(found) > 500, "found too few sentences: check this test"
    long = [sentence for sentence in found if len(words(sentence)) > LONGEST_SENTENCE]
    assert not long, f"make two of each of these: {long}"


def test_a_page_has_no_more_than_twelve_words_a_sentence(for_children):
    averages = {name: sum(len(words(one)) for one in found) / len(found) for name, found in for_children.items()}
    assert not {name: length for name, length in averages.items() if length > LONGEST_ON_AVERAGE}


def test_what_stands_on_a_stone_is_short(sefton):
    summaries = {step.id: step.summary for step in sefton.stage_map.steps}
    assert summaries
    assert not {id: words for id, words in summaries.items() if len(words) > LONGEST_SUMMARY}


def test_hard_words_are_found_to_be_hard():
    easy = sentences("We write it down. You check it.")
    hard = sentences(
        "Notwithstanding the aforementioned considerations, the authority’s representations procedure necessitates"
        " contemporaneous documentation of dissatisfaction by the appropriately designated responsible individual."
    )
    assert grade(easy) < 2
    assert grade(hard) > 15
    assert len(words(hard[0])) == 19


@pytest.mark.parametrize(
    ("word", "beats"), [("people", 2), ("council", 2), ("advocate", 3), ("phone", 1), ("asked", 1), ("ombudsman", 3)]
)
def test_syllables_are_counted(word, beats):
    assert syllables(word) == beats


def test_an_item_of_a_list_is_a_sentence_and_a_stop_within_a_number_ends_none():
    html = "<p>Call us. Or:</p><ul><li>write to us</li><li>come at 9.30am</li></ul>"
    assert sentences(*blocks(html)) == ["Call us.", "Or:", "write to us", "come at 9.30am"]
