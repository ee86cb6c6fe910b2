"""What the check says that does not stop the site: each with its file, its line, what is wrong and how to mend it."""

import re
from datetime import date
from pathlib import Path

import pytest

from app.councils.warnings import warnings
from tests.councils.the_check import content_command

TODAY = date(2026, 11, 22)
COUNCIL, CONTACTS = "sefton/council.yaml", "england/contacts.yaml"
OWN = "sefton/en/guide/your-rights.md"
HARD = """---
{}
---
# Child
The cat sat down. The dog ran off.

- Your social worker will endeavour to accommodate every alternative arrangement.

# Adults
Notwithstanding the aforementioned considerations, professionals may extemporise.
"""
LONG = "The cat sat on the mat and the dog ran to the end of the road and the bird flew up to the sky."
CONTACT = """contacts:
  - id: advocacy-service
    name: "Our advocates"
    number: "0151 496 0000"
    source: "their own page"
    checked_on: 2026-11-01
    verified: true
    tags: [advocacy]
"""


def found(editor, path: str, today: date = TODAY) -> list[tuple[int, str]]:
    """What is said of a file: line and what."""
    library = editor.library()
    said = warnings(library.shelf, library.councils, today)
    return sorted((problem.line, problem.what) for problem in said if problem.path == Path(path))


@pytest.fixture
def with_a_contact(editor):
    editor.changes(COUNCIL, "contacts: []  # to be supplied\n", CONTACT)
    return editor


def test_nothing_is_said_of_a_contact_that_was_verified_within_a_year(with_a_contact):
    assert not [what for _line, what in found(with_a_contact, COUNCIL) if "advocates" in what]
    assert not [what for _line, what in found(with_a_contact, COUNCIL, date(2027, 11, 1)) if "advocates" in what]


def test_a_contact_that_nobody_has_verified(with_a_contact):
    with_a_contact.changes(COUNCIL, "verified: true", "verified: false")
    line = with_a_contact.line_of(COUNCIL, "- id: advocacy-service")
    why = "the contact “Our advocates” does not show; look it up, then write verified: true and today's date"
    assert (line, why) in found(with_a_contact, COUNCIL)


def test_a_contact_last_checked_over_a_year_ago(with_a_contact):
    line = with_a_contact.line_of(COUNCIL, "- id: advocacy-service")
    why = "the contact “Our advocates” was last checked on 2026-11-01; look it up again"
    assert (line, why) in found(with_a_contact, COUNCIL, date(2027, 11, 2))


def test_the_national_contacts_grow_old_too(editor):
    assert "Childline" not in str(found(editor, CONTACTS))
    [(line, what)] = [said for said in found(editor, CONTACTS, date(2028, 1, 1)) if "Childline" in said[1]]
    assert line == editor.line_of(CONTACTS, "- id: childline")
    assert what.endswith("look it up again")


@pytest.mark.parametrize(
    ("stands_at", "says"),
    [
        ("emergency_duty_team: null", "emergency_duty_team is still to be supplied: a child in danger at night needs"),
        ("procedure_document:", "procedure_document is still to be supplied: people ask for the whole procedure"),
        ("confirmed: null", "confirmed is still to be supplied: until then every page says that it is a demonstration"),
        ("  phone: null", "the team has no phone number yet; many would rather ring"),
        ("  complaints: complaints@", "complaints@sefton.example.org reaches nobody; give your own"),
        ("  urgent: urgent@", "urgent@sefton.example.org reaches nobody; give your own"),
        ("  manager: manager@", "manager@sefton.example.org reaches nobody; give your own"),
    ],
)
def test_what_is_still_to_be_supplied_and_what_only_holds_its_place(editor, stands_at, says):
    assert [line for line, what in found(editor, COUNCIL) if what.startswith(says)] == [
        editor.line_of(COUNCIL, stands_at)
    ]


def test_nothing_is_to_be_supplied_when_it_all_is(editor):
    editor.writes(COUNCIL, editor.reads(COUNCIL).replace("example.org", "council.invalid"))
    editor.changes(COUNCIL, "emergency_duty_team: null", 'emergency_duty_team: "01632 960 000"')
    editor.changes(COUNCIL, "phone: null", 'phone: "01632 960 001"')
    editor.changes(COUNCIL, "  address: null", "  address: https://council.invalid/procedure.pdf")
    editor.changes(COUNCIL, "confirmed: null", "confirmed: {by: Head of Service, on: 2026-11-02}")
    assert found(editor, COUNCIL) == []


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("sefton/xx/steps/recorded.md", "nobody sees this: we have no language called “xx”"),
        ("sefton/en/step/recorded.md", "nobody sees this: put it in one of guide, letters, places, stages, steps"),
        ("sefton/en/recorded.md", "nobody sees this: put it in one of guide, letters, places, stages, steps"),
        ("sefton/en/name.yaml", "nobody sees this: put it in one of guide, letters, places, stages, steps"),
        ("sefton/recorded.md", "nobody sees this: put it into the folder of its language, en/"),
    ],
)
def test_a_file_that_nobody_sees(editor, name, says):
    editor.writes(name, "{}\n" if name.endswith("yaml") else HARD)
    [(line, what)] = found(editor, name)
    assert line == 0, "it is about the whole file"
    assert what.startswith(says)


def test_words_in_a_language_that_the_council_does_not_list_are_read_all_the_same(editor):
    editor.writes("sefton/pl/steps/recorded.md", HARD)
    assert not [what for _line, what in found(editor, "sefton/pl/steps/recorded.md") if "nobody sees this" in what]


def test_words_for_a_step_that_the_council_leaves_out(editor):
    editor.adds(COUNCIL, "\nsteps: {leave_out: [help-offered]}\n")
    [(_line, what)] = [said for said in found(editor, "sefton/en/steps/help-offered.md") if "nobody" in said[1]]
    assert what == "nobody sees this: the council leaves the step out; delete this, or show it"


def test_a_name_that_no_text_uses(editor):
    editor.writes("sefton/en/names.yaml", "complaints-oficer: Complaints Manager\ntea-time: four o’clock\n")
    editor.writes(OWN, "# Child: also\nCome at {tea-time}.\n")
    why = "no text has {complaints-oficer} in it; look for a spelling mistake, or take the line out"
    assert found(editor, "sefton/en/names.yaml") == [(1, why)]


def test_hard_words_and_hard_reading_are_said_with_their_line(editor):
    editor.writes(OWN, HARD)
    said = found(editor, OWN)
    line = editor.line_of(OWN, "accommodate")
    assert (
        line,
        "“accommodate” is a hard word and not in the word list; use an easier one, or add it to words.yaml",
    ) in said
    assert any(what.startswith("this is hard to read (grade ") for _line, what in said)
    assert "considerations" not in str(said), "what is for adults may be harder"
    assert all(line in range(5, 9) for line, _what in said)


def test_a_hard_word_that_the_word_list_explains_is_good(editor):
    editor.writes(OWN, HARD)
    editor.adds("sefton/en/words.yaml", "\naccommodate:\n  word: accommodate\n  meaning: Find room for you.\n")
    assert "accommodate" not in str(found(editor, OWN))


def test_what_the_council_calls_its_people_is_explained_too(editor):
    editor.writes("sefton/en/names.yaml", "independent-person: Autonomous Person\n")
    editor.writes(OWN, "# Child: also\nSomeone who is autonomous helps you to be heard. You can ask us.\n")
    assert found(editor, OWN) == []


def test_a_sentence_that_goes_on_and_on(editor):
    editor.writes(OWN, f"---\n{{}}\n---\n# Child: also\nIt is all good here with us now.\n\n{LONG}\n")
    said = found(editor, OWN)
    why = f"a sentence has 24 words; cut it in two: “{LONG[:60]}…”"
    assert [line for line, what in said if what == why] == [editor.line_of(OWN, LONG)]
    assert any(re.match(r"the sentences have 16 words on average; make them 12 or fewer", what) for _, what in said)


def test_what_the_nation_says_is_not_held_against_a_council(editor):
    national = "england/en/guide/your-rights.md"
    editor.changes(national, "# Child\n", f"# Child\nWe extemporise. {LONG}\n\n")
    editor.writes(OWN, "---\n{}\n---\n# Child: also\nYou may ask us. We will help you with it. It is your right.\n")
    assert found(editor, OWN) == []


def test_the_check_says_them_all_and_lets_the_site_start(editor):
    editor.writes(OWN, HARD)
    said = content_command(editor.root, "check", "--json")
    assert said.status == 0
    assert {one["level"] for one in said.found} == {"warning"}
    assert all(one["path"] and one["line"] >= 0 and re.search("[;:]", one["what"]) for one in said.found)
    assert said.of(OWN) and said.of(COUNCIL)
