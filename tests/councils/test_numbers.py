"""Every number of days on the site is the one the clock counts by."""

import re

import pytest

from app.councils.languages import ENGLISH
from app.councils.library import read_library
from app.councils.names import TYPED_LENGTH, fill_in, names_for
from app.councils.phrases import Phrases
from app.councils.problems import ContentError
from app.councils.wording import Wording
from app.model.timetable import LAW, OWN_PROMISES, Mark, TimeLimit, Unit, Who
from tests.councils.editor import CONTENT, pages_of

SEFTON = read_library(CONTENT).councils["sefton"]
WORDING = Wording(ENGLISH)
PHRASES = Phrases(read_library(CONTENT).shelf, "sefton", ENGLISH)

# What Sefton's content may name, and what it says: written out here, so that nothing checks itself.
SAYS = {
    "complain": "12 months",
    "talk-first": "2 days",
    "reference": "3 working days",
    "reference.weeks": "1 week",
    "stage-1": "10 working days",
    "stage-1.weeks": "2 weeks",
    "stage-1.longest": "20 working days",
    "stage-1.longest.weeks": "4 weeks",
    "stage-1.more": "10 more working days",
    "ask-stage-2": "20 working days",
    "ask-stage-2.weeks": "4 weeks",
    "stage-2": "25 working days",
    "stage-2.weeks": "5 weeks",
    "stage-2.longest": "65 working days",
    "stage-2.longest.weeks": "13 weeks",
    "stage-2.more": "40 more working days",
    "ask-stage-3": "20 working days",
    "ask-stage-3.weeks": "4 weeks",
    "panel-arranged": "20 working days",
    "panel-arranged.weeks": "4 weeks",
    "panel-arranged.longest": "30 working days",
    "panel-arranged.longest.weeks": "6 weeks",
    "panel-arranged.more": "10 more working days",
    "panel": "30 working days",
    "panel.weeks": "6 weeks",
    "panel-papers": "10 working days",
    "panel-papers.weeks": "2 weeks",
    "panel-report": "5 working days",
    "panel-report.weeks": "1 week",
    "stage-3": "15 working days",
    "stage-3.weeks": "3 weeks",
    "ombudsman": "12 months",
    "whole-road": "175 working days",
    "whole-road.weeks": "35 weeks",
}
NOT_NUMBERS = {
    "council": "Sefton Council",
    "council-short": "Sefton",
    "team": "Sefton complaints team",
    "procedure-document": "Compliments, Comments, Complaints and Whistleblowing Policy",
    "reads-inbox": "on working days",
}


def test_each_name_says_what_the_timetable_says():
    assert names_for(SEFTON, {}, PHRASES, WORDING) == SAYS | NOT_NUMBERS


def test_every_name_that_the_content_uses_is_one_of_these():
    used = {
        name
        for path in CONTENT.rglob("*.md")
        for name in re.findall(r"\{([a-z][a-z0-9.-]*)\}", path.read_text("utf-8"))
        if name.partition(".")[0] in LAW | OWN_PROMISES or name.startswith("whole-road")
    }
    assert len(used) > 10
    assert used <= set(SAYS)


@pytest.mark.parametrize("folder", ["england/en", "sefton/en"])
def test_every_name_in_a_file_has_become_its_number_on_the_page(sefton, folder):
    html = pages_of(sefton)
    looked_at = 0
    for path in sorted((CONTENT / folder).rglob("*.md")):
        if path.parent.name == "letters":  # no page: tests/councils/test_letters.py
            continue
        page = html.get(f"{path.parent.name}/{path.stem}", "")
        body = path.read_text("utf-8").partition("\n---\n")[2]
        for name in re.findall(r"\{([a-z][a-z0-9.-]*)\}", body):
            if name in SAYS:
                assert SAYS[name] in page, f"{path.name} names {{{name}}}"
                looked_at += 1
    assert looked_at > 5, "found no names: check this test"


def test_no_length_on_any_page_is_another(sefton):
    lengths = {length for html in pages_of(sefton).values() for length in TYPED_LENGTH.findall(html)}
    lengths |= {land.time for land in sefton.stage_map.lands if TYPED_LENGTH.fullmatch(land.time)}
    assert "10 working days" in lengths
    assert lengths <= set(SAYS.values())


def test_a_quicker_promise_changes_every_page_that_speaks_of_it(editor):
    papers = "  panel-papers: {working_days: 10"
    editor.changes("sefton/council.yaml", papers, "  stage-2: {working_days: 24}\n" + papers)
    book = editor.book()
    html = "".join(pages_of(book).values())

    assert "25 working days" not in html
    assert html.count("24 working days") >= 2
    assert book.stage_map.find_step("stage-2-letter").time == "24 working days"
    assert "24 working days" in {land.id: land.time for land in book.stage_map.lands}["stage-2"]


def test_a_council_without_a_promise_shows_no_number_for_it(editor):
    editor.changes("sefton/council.yaml", "  talk-first: {days: 2", "  #")
    editor.takes_away("sefton/en/steps/talk-first.md")
    problems = [problem.what for problem in editor.problems()]
    assert all("{talk-first}" in what for what in problems)
    if not problems:
        assert editor.book().stage_map.find_step("talk-first").time == ""


def test_a_limit_nobody_has_verified_has_no_name():
    unverified = [key for key, limit in LAW.items() if limit.mark is Mark.UNVERIFIED]
    assert unverified
    assert not {name for name in names_for(SEFTON, {}, PHRASES, WORDING) if name.startswith(tuple(unverified))}


@pytest.mark.parametrize(
    ("count", "unit", "said"),
    [
        (1, Unit.WORKING_DAYS, "1 working day"),
        (10, Unit.WORKING_DAYS, "10 working days"),
        (1, Unit.DAYS, "1 day"),
        (2, Unit.DAYS, "2 days"),
        (1, Unit.MONTHS, "1 month"),
        (12, Unit.MONTHS, "12 months"),
        (1175, Unit.WORKING_DAYS, "1,175 working days"),
    ],
)
def test_a_length_is_said_with_the_right_plural(count, unit, said):
    assert WORDING.length(count, unit) == said


@pytest.mark.parametrize(
    ("days", "said"), [(1, "1 week"), (5, "1 week"), (6, "2 weeks"), (30, "6 weeks"), (65, "13 weeks")]
)
def test_weeks_are_rounded_up(days, said):
    assert WORDING.weeks(days) == said


def test_what_must_lie_before_something_is_said_so():
    papers = TimeLimit(Who.COUNCIL, 10, None, "the map", at_least=True)
    assert WORDING.limit(papers) == "At least 10 working days before"


@pytest.mark.parametrize(
    "words",
    [
        "in 10 days",
        "in 1 week",
        "12 Months",
        "3\u00a0working days",
        "10  days",
        "5\nweeks",
        "1 day.",
        "**10** days",
        "10&nbsp;days",
        "a 10-day wait",
        "*10 working* days",
        "ten working days",
        "Twenty-five working days",
    ],
)
def test_a_length_typed_by_hand_is_seen(words):
    with pytest.raises(ContentError, match="typed by hand"):
        fill_in(words, {}, "step.md", 1, markdown=True)


@pytest.mark.parametrize(
    "words", ["two days", "stage 2", "16 numbers", "999", "under 19", "2006", "day 0", "100 daydreams"]
)
def test_other_numbers_are_let_be(words):
    assert fill_in(words, {}, "step.md", 1, markdown=True) == words


def test_a_name_is_filled_in_as_words_and_never_as_markdown():
    names = {"council": "*[Sefton](javascript:x)* <b>"}
    assert fill_in("{council}", names, "step.md", 1, markdown=True) == r"\*\[Sefton\](javascript:x)\* \<b\>"
    assert fill_in("{council}", names, "step.md", 1, markdown=False) == names["council"]
