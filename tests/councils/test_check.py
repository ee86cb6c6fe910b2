"""`flask content check`: refuses what is false, says where and how to mend it, and needs nothing but the content."""

import re
import shutil

import pytest

from tests.councils.the_check import as_a_process, content_command

COUNCIL = "sefton/council.yaml"
REFERENCE = "  reference: {working_days: 3,"
LATE_PANEL = "needs at least 30"  # Sefton finds its members within 20 days and sends the papers 10 before


def test_the_content_as_it_is_passes_with_no_setting_at_all():
    said = as_a_process("check")
    assert said.status == 0
    assert re.search(r"^Errors: 0\. Warnings: \d+\.$", said.words, re.MULTILINE)


def test_it_speaks_where_the_site_cannot_start(editor):
    editor.changes(COUNCIL, REFERENCE, "  panel: {working_days: 3}\n" + REFERENCE)
    line = editor.line_of(COUNCIL, "panel: {working_days: 3}")

    said = as_a_process("check", CONTENT=str(editor.root))

    assert said.status == 1
    assert f"error  {COUNCIL}:{line}: panel: the panel meets within 3 working days" in said.words
    assert LATE_PANEL in said.words
    assert said.words.rstrip().endswith("Errors: 1. Warnings: 0.")
    assert "Traceback" not in said.words


def test_for_tools_it_says_the_same_as_a_list(editor):
    editor.changes(COUNCIL, REFERENCE, "  stage-1: {working_days: 25}\n" + REFERENCE)
    said = content_command(editor.root, "check", "--json")
    assert said.status == 1
    [problem] = said.found
    assert problem == {
        "level": "error",
        "path": COUNCIL,
        "line": editor.line_of(COUNCIL, "stage-1: {working_days: 25}"),
        "what": "stage-1: 25 is worse than reg. 14; longer when complex or an advocate is needed: give at most 10",
    }


PROMISES = [
    ("panel: {working_days: 3}", LATE_PANEL),
    ("panel: {working_days: 31}", "give at most 30"),
    ("panel-papers: {working_days: 9}", "give at least 10"),
    ("stage-1: {working_days: 25}", "give at most 10"),
    ("stage-1: {working_days: 11}", "give at most 10"),
    ("stage-2: {working_days: 26}", "give at most 25"),
    ("stage-3: {working_days: 16}", "give at most 15"),
    ("ask-stage-3: {working_days: 19}", "give at least 20"),
    ("reference: {working_days: 6}", "give at most 5"),
    ("stage-2: {working_days: 12}", "add confirmed_by (a role) and confirmed_on"),
    ("stage-2: {working_days: 12, confirmed_by: Head of Service}", "add confirmed_by (a role) and confirmed_on"),
    ("stage-1: {working_days: 9, counted_from: panel}", "only stage-3 can be counted from the panel; take this out"),
    ("stage-3: {working_days: 9, counted_from: statement}", "only stage-2 can be counted from the statement"),
    ("stage-3: {working_days: 9, counted_from: letter}", "'panel'"),
    ("panel-chair: {working_days: 9}", "nobody has verified this limit; leave it out"),
]


@pytest.mark.parametrize(("promise", "says"), PROMISES, ids=[promise for promise, _says in PROMISES])
def test_a_promise_the_law_does_not_allow_is_refused_with_its_line(editor, promise, says):
    key = promise.partition(":")[0]
    lines = [line for line in editor.reads(COUNCIL).splitlines() if not line.startswith(f"  {key}:")]
    lines.insert(lines.index("promises:") + 1, f"  {promise}")
    editor.writes(COUNCIL, "\n".join(lines))

    said = content_command(editor.root, "check", "sefton", "--json")

    assert said.status == 1
    [(level, line, what)] = said.of(COUNCIL)
    assert (level, line) == ("error", editor.line_of(COUNCIL, f"  {key}:"))
    assert says in what


@pytest.mark.parametrize(
    "promise",
    [
        "stage-2: {working_days: 12, confirmed_by: Head of Service, confirmed_on: 2026-11-02}",
        "stage-2: {working_days: 13}",
        "stage-1: {working_days: 5}",
        "stage-3: {working_days: 15, counted_from: panel}",
    ],
)
def test_a_quicker_promise_is_taken_and_under_half_when_somebody_has_confirmed_it(editor, promise):
    editor.changes(COUNCIL, REFERENCE, f"  {promise}\n{REFERENCE}")
    assert content_command(editor.root, "check").status == 0


def test_without_a_time_for_its_members_a_panel_in_3_days_has_no_room_for_its_papers_either(editor):
    lines = editor.reads(COUNCIL).splitlines(keepends=True)
    editor.writes(COUNCIL, "".join(line for line in lines if "panel-arranged:" not in line))
    editor.changes(COUNCIL, REFERENCE, "  panel: {working_days: 3}\n" + REFERENCE)
    [(_level, _line, what)] = content_command(editor.root, "check", "--json").of(COUNCIL)
    assert "the papers go out 10 before it: that needs at least 11" in what


def test_two_councils_with_one_prefix_are_refused(editor):
    shutil.copytree(editor.root / "sefton", editor.root / "north-vale")
    line = editor.line_of(COUNCIL, "prefix: SEF")
    for asked in ((), ("north-vale",)):
        said = content_command(editor.root, "check", *asked, "--json")
        assert said.status == 1
        expected = [("error", line, "Sefton Council has the prefix SEF already; choose another")]
        assert said.of("north-vale/council.yaml") == expected


@pytest.mark.parametrize(
    ("added", "stands_at", "says"),
    [
        ('colour: "#777777"', "colour:", "too pale: its contrast with the page is 4.3, and must be at least 7"),
        ("steps: {leave_out: [coffee]}", "steps:", "no step “coffee” to leave out; look for a spelling mistake"),
        ("steps: {leave_out: [ombudsman]}", "steps:", "after would be empty; keep a step of it"),
        ("steps: {add: [{id: tea, after: coffee, picture: pin}]}", "steps:", "“coffee” is no step to come after"),
        ("steps: {add: [{id: recorded, after: advocate, picture: pin}]}", "steps:", "give yours another id"),
        ("steps: {add: [{id: tea, after: recorded}]}", "steps:", "picture is missing; add a line for it"),
        ("steps: {add: [{id: tea, after: recorded, picture: speach}]}", "steps:", "did you mean “speech”?"),
        ("slogan: We care", "slogan:", "slogan is not a name we know; look for a spelling mistake, or take it out"),
    ],
)
def test_a_council_that_cannot_be_is_refused(editor, added, stands_at, says):
    editor.adds(COUNCIL, f"\n{added}\n")
    said = content_command(editor.root, "check", "--json")
    assert said.status == 1
    [(level, line, what)] = said.of(COUNCIL)
    assert (level, line) == ("error", editor.line_of(COUNCIL, stands_at))
    assert says in what


@pytest.mark.parametrize(
    ("name", "line", "now", "says"),
    [
        ("england/map.yaml", "picture: write", "picture: wrote", "no picture called “wrote”; did you mean “write”?"),
        (
            "england/en/guide/examples.md",
            "picture: hand",
            "picture: x-ray-glasses",
            "no picture called “x-ray-glasses”",
        ),
    ],
)
def test_a_picture_that_is_not_there_is_refused(editor, name, line, now, says):
    at = editor.line_of(name, line)
    editor.changes(name, line, now)
    said = content_command(editor.root, "check", "--json")
    assert said.status == 1
    [(level, where, what)] = said.of(name)
    assert (level, where) == ("error", at)
    assert says in what


def test_an_added_step_without_its_words_is_refused(editor):
    editor.adds(COUNCIL, "\nsteps: {add: [{id: tea, after: recorded, picture: speech}]}\n")
    said = content_command(editor.root, "check", "--json")
    assert said.status == 1
    [(_level, _line, what)] = said.of("sefton/en/steps/tea.md")
    assert what == "this file is missing; write the words of the step you add"


def test_every_file_gone_wrong_is_said_at_once(editor):
    editor.changes(COUNCIL, "prefix: SEF", "prefix: 7")
    editor.writes("second/council.yaml", "name: [")
    said = content_command(editor.root, "check", "--json")
    assert {one["path"] for one in said.found} == {COUNCIL, "second/council.yaml"}
    assert all(one["level"] == "error" and one["line"] for one in said.found)


def test_one_council_can_be_checked_alone(editor):
    shutil.copytree(editor.root / "sefton", editor.root / "second")
    editor.changes("second/council.yaml", "prefix: SEF", "prefix: 7")
    assert content_command(editor.root, "check").status == 1
    assert content_command(editor.root, "check", "sefton").status == 0
    assert content_command(editor.root, "check", "second").status == 1


@pytest.mark.parametrize("name", ["atlantis", "england", "..", "sefton/en", ""])
def test_a_council_that_is_not_there_is_said_plainly(editor, name):
    said = content_command(editor.root, "check", name or "-", "--json")
    assert said.status == 1
    assert said.found[0]["what"].startswith("there is no council called")


def test_no_content_is_said_plainly(tmp_path):
    said = content_command(tmp_path, "check", "--json")
    assert said.status == 1
    assert "is CONTENT right?" in said.found[0]["what"]
