"""Contacts and explained words: a mistake is named where it is written, whichever council comes first."""

import pytest

from app.councils.library import read_library

COUNCIL, WORDS = "second/council.yaml", "second/en/words.yaml"
CONTACT = "contacts:\n  - {{id: a, name: A, source: s, checked_on: 2026-11-01, verified: true, tags: [advocacy], {}}}\n"


@pytest.fixture
def second(editor):
    """Another council, whose entries show on pages that the first has been read for."""
    text = editor.reads("sefton/council.yaml").replace("prefix: SEF", "prefix: SEC")
    editor.writes(COUNCIL, text)
    editor.writes("a-first/council.yaml", text.replace("prefix: SEC", "prefix: AFI"))
    assert editor.problems() == []
    return editor


@pytest.mark.parametrize(
    ("given", "says"),
    [
        ('number: "0151-496-0000"', "number is not written as we need it; write digits and spaces only, such as 0800"),
        ('number: "ring 999"', "write digits and spaces only"),
        ('link: "http://a.example"', "link is not written as we need it; write an address that begins https://"),
        ('link: "https://localhost/x"', "write an address that begins https://"),
        ('email: "somebody"', "email is not written as we need it; write an email address"),
        ('hours: {en: "within 3 days"}', "“3 days” is typed by hand; use a name such as {stage-1}"),
        ('hours: {en: "{foo}"}', "{foo} is not a name we know; use one of"),
        ('address: "[x](javascript:alert)"', "the link “javascript:alert” is not a kind we use"),
        ('address: "[x](step:nowhere)"', "there is no step called “nowhere”"),
        ("colour: red", "colour is not a name we know"),
    ],
)
def test_a_contact_that_would_break_a_page_is_refused_on_its_line(second, given, says):
    second.changes(COUNCIL, "contacts: []  # to be supplied\n", CONTACT.format(given))
    problem = second.the_problem()
    assert (str(problem.path), problem.line) == (COUNCIL, second.line_of(COUNCIL, "- {id: a"))
    assert says in problem.what


def test_a_number_to_ring_at_night_must_be_one(second):
    second.changes(COUNCIL, "emergency_duty_team: null", 'emergency_duty_team: "0151-496-0000"')
    problem = second.the_problem()
    assert problem.line == second.line_of(COUNCIL, "emergency_duty_team:")
    assert "write digits and spaces only, such as 0800 1111, in quotes" in problem.what


@pytest.mark.parametrize(
    ("id", "meaning", "stands_at", "says"),
    [
        ("tea", "Ready within 10 days.", "meaning", "“10 days” is typed by hand"),
        ("tea", "The {foo} makes it.", "meaning", "{foo} is not a name we know"),
        ("tea", "'[x](step:nowhere)'", "meaning", "there is no step called “nowhere”"),
        ("Tea time", "We drink it.", "Tea time", "“Tea time” is an address; write it in lower-case letters"),
        ('"a} # b"', "We drink it.", '"a}', "is an address; write it in lower-case letters with hyphens"),
    ],
)
def test_a_word_that_would_break_a_page_is_refused_on_its_line(second, id, meaning, stands_at, says):
    second.writes(WORDS, f"cup:\n  word: cup\n  meaning: For tea.\n{id}:\n  word: tea\n  meaning: {meaning}\n")
    problem = second.the_problem()
    stands_on = second.line_of(WORDS, f"meaning: {meaning}" if stands_at == "meaning" else stands_at)
    assert (str(problem.path), problem.line) == (WORDS, stands_on)
    assert says in problem.what


def test_a_national_entry_is_named_once_and_where_it_stands(second):
    second.changes("england/en/words.yaml", 'word: "Adjudication"', 'word: "Adjudication in 10 days"')
    problem = second.the_problem()
    assert str(problem.path) == "england/en/words.yaml"
    assert problem.line == second.line_of("england/en/words.yaml", "in 10 days")


def test_the_word_list_calls_people_what_the_council_calls_them(second):
    second.writes("second/en/names.yaml", "complaints-officer: A *Listening* Manager\n")
    words = read_library(second.root).find_book("second", "en").guide["words"].child
    assert '<h2 id="complaints-officer">A *Listening* Manager</h2>' in words
    assert words.index('id="complaints-officer"') < words.index('id="adjudication"'), "by the alphabet, as it reads"


def test_a_name_may_not_carry_a_number_of_days_past_the_check(second):
    second.writes("second/en/names.yaml", "tea-time: four o’clock\nour-time: 25 working days\n")
    problem = second.the_problem()
    assert (str(problem.path), problem.line) == ("second/en/names.yaml", 2)
    assert "“25 working days” is typed by hand" in problem.what
