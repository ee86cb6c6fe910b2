"""council.yaml, contacts.yaml and map.yaml: a mistake stops the start, with file, line and how to mend it."""

import re
import shutil

import pytest

COUNCIL, MAP, CONTACTS = "sefton/council.yaml", "england/map.yaml", "england/contacts.yaml"
REFERENCE = "  reference: {working_days: 3,"


def found(editor, name: str, old: str, new: str):
    editor.changes(name, old, new)
    problem = editor.the_problem()
    assert str(problem.path) == name
    return problem


@pytest.mark.parametrize(
    ("old", "new", "stands_at", "said"),
    [
        ("prefix: SEF", "prefix: SEF\nslogan: We care", "slogan", "slogan is not a name we know; look for a spelling"),
        ("prefix: SEF\n", "", "name:", "prefix is missing; add a line"),
        ("prefix: SEF", "prefix: Sef", "prefix: Sef", "prefix is not written as we need it; write two to four"),
        ("languages: [en]", "languages: [en, xx]", "languages:", "we do not have “xx”; use en"),
        ("languages: [en]", "languages: []", "languages:", "languages: list should have at least 1"),
        (REFERENCE, "  stage-1: {working_days: 25},\n" + REFERENCE, "stage-1:", "look for a missing"),
        (REFERENCE, "  stage-1: {working_days: 25}\n" + REFERENCE, "stage-1:", "stage-1: 25 is worse.* at most 10"),
        (REFERENCE, "  panel: {working_days: 3}\n" + REFERENCE, "panel:", "needs at least 30"),
        (REFERENCE, "  stage-1: {working_days: 4}\n" + REFERENCE, "stage-1:", "add confirmed_by"),
        (REFERENCE, "  stage-9: {working_days: 4}\n" + REFERENCE, "stage-9:", "no time limit called stage-9; choose"),
        (REFERENCE, "  stage-1: {days: 5}\n" + REFERENCE, "stage-1:", "counted in working-days, not days"),
        (REFERENCE, "  stage-1: {days: 5, months: 1}\n" + REFERENCE, "stage-1:", "give a number of working_days"),
        (REFERENCE, "  stage-1: {source: x}\n" + REFERENCE, "stage-1:", "give a number of working_days"),
        (REFERENCE, "  stage-1: {working_days: ten}\n" + REFERENCE, "stage-1:", "valid integer"),
        (REFERENCE, "  stage-1: 10\n" + REFERENCE, "stage-1:", "promises.stage-1"),
        ("urgent: urgent@sefton.example.org", "urgent: urgent at sefton", "urgent:", "inboxes.urgent is not written"),
        ("  manager: manager@sefton.example.org", "  chief: a@example.org", "inboxes:", "inboxes.manager is missing"),
        ("mode: full", "mode: loud", "mode: loud", "'full', 'notice' or 'sealed'"),
        ("address: null", "address: http://example.org", "address: http", "procedure_document.address is not written"),
        (REFERENCE, "  stage-1: {working_days: 9, counted_from: panel}\n" + REFERENCE, "stage-1:", "only stage-3 can"),
        ("prefix: SEF", 'prefix: SEF\ncolour: "#ffff00"', "colour:", "too pale.* choose a darker one"),
        ("prefix: SEF", "prefix: SEF\ncolour: red", "colour:", "colour is not written as we need it"),
        ("confirmed: null", "keep:\n  complaint: {years: 1, source: x}", "  complaint: {y", "1 is too short.* least 2"),
        ("confirmed: null", "keep:\n  comment: {years: 200, source: x}", "  comment: {y", "longer than anybody lives"),
        ("confirmed: null", "keep:\n  complaint: {years: 9}", "  complaint: {y", "keep.complaint.source is missing"),
        ("confirmed: null", "keep:\n  stop: {years: 9, source: x}", "  stop: {y", "keep.stop is not a name we know"),
        ("confirmed: null", "confirmed: {by: Somebody}", "confirmed: {", "confirmed.on is missing"),
    ],
)  # fmt: skip
def test_a_mistake_in_council_yaml_is_named_with_its_line(editor, old, new, stands_at, said):
    problem = found(editor, COUNCIL, old, new)
    assert problem.line == editor.line_of(COUNCIL, stands_at)
    assert re.search(said, problem.what)


@pytest.mark.parametrize(
    ("old", "new", "stands_at", "said"),
    [
        ("id: looked-at,", "id: recorded,", "id: recorded, picture: people", "step “recorded” is on the map twice"),
        ("{id: withdraw, picture: stop, who: none}", "{id: odd, picture: stop}", "lands:", "“withdraw” is missing"),
        ("next: stage-2}", "next: stage-9}", "stage-9", "no land called “stage-9”; use one of: after, before"),
        ("time: ask-stage-3, next", "time: ask-3, next", "ask-3,", "no time limit called “ask-3”; use one of"),
        ("panel-papers, who", "papers, who", "time: papers", "no time limit called “papers”"),
        ("limit: panel", "limit: pannel", "limit: pannel", "no time limit called “pannel”"),
        (
            "- id: stage-2\n",
            "- id: stage-1\n",
            "- id: stage-1\n    limit: stage-2",
            "land “stage-1” is on the map twice",
        ),
        ("who: panel}", "who: everybody}", "everybody", "'you', 'council', 'panel' or 'none'"),
        ("picture: scales, ", "", "id: ombudsman", "picture is missing; add a line"),
        ("picture: scales, ", "picture: Scales!, ", "Scales!", "picture is not written as we need it"),
        ("picture: scales, ", "picture: scales, colour: red, ", "colour", "colour is not a name we know"),
    ],
)
def test_a_mistake_in_the_map_is_named_with_its_line(editor, old, new, stands_at, said):
    problem = found(editor, MAP, old, new)
    assert problem.line == editor.line_of(MAP, stands_at) if stands_at != "lands:" else problem.line == 1
    assert re.search(said, problem.what)


@pytest.mark.parametrize("step", ["talk-first", "panel-papers", "ombudsman", "withdraw"])
def test_the_map_may_not_lose_a_step(editor, step):
    lines = editor.reads(MAP).splitlines(keepends=True)
    editor.writes(MAP, "".join(line for line in lines if f"id: {step}," not in line))
    assert [problem for problem in editor.problems() if str(problem.path) == MAP]


def test_a_step_without_its_file_is_named(editor):
    editor.takes_away("england/en/steps/looked-at.md")
    editor.takes_away("sefton/en/steps/looked-at.md")
    problem = editor.the_problem()
    assert str(problem.path) == "england/en/steps/looked-at.md"
    assert "put it back, or take it out of map.yaml" in problem.what


def test_a_step_that_no_map_shows_is_named(editor):
    editor.writes("sefton/en/steps/tea.md", "---\ntitle: Tea\nsummary: Tea\n---\n# Child\nTea.\n")
    problem = editor.the_problem()
    assert str(problem.path) == "sefton/en/steps/tea.md"
    assert "add “tea” to map.yaml" in problem.what


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('number: "0800 1111"', 'number: "0800 1111"\n  fax: "1"', "fax is not a name we know"),
        ('  source: "Childline: get support"\n', "", "source is missing; add a line"),
        ('link: "https://www.nyas.net"', 'link: "http://www.nyas.net"', "link is not written as we need it"),
        ('- id: childline\n', '- id: Child Line\n', "id is not written as we need it"),
    ],
)  # fmt: skip
def test_a_mistake_in_a_contact_is_named_with_its_line(editor, old, new, said):
    problem = found(editor, CONTACTS, old, new)
    about = {"fax": 'fax: "1"', "link": "http://www", "id": "Child Line", "source": "- id: childline"}[said.split()[0]]
    assert problem.line == editor.line_of(CONTACTS, about)
    assert said in problem.what


def test_a_council_without_its_file_is_named(editor):
    editor.takes_away(COUNCIL)
    problem = editor.the_problem()
    assert str(problem.path) == COUNCIL
    assert "put it back" in problem.what


@pytest.mark.parametrize(
    "slug", ["desk", "leave", "health", "preview", "static", "Sefton2", "the_wirral", "st helens", "cafés", "-", "a.b"]
)
def test_a_folder_must_have_a_name_that_can_be_an_address(editor, slug):
    shutil.copytree(editor.root / "sefton", editor.root / slug)
    problem = editor.the_problem()
    assert str(problem.path) == slug
    assert "give it another name" in problem.what


def test_every_council_gone_wrong_is_named_at_once(editor):
    shutil.copytree(editor.root / "sefton", editor.root / "second")
    editor.changes(COUNCIL, "prefix: SEF", "prefix: 7")
    editor.changes("second/council.yaml", "mode: full", "mode: loud")
    assert [str(problem.path) for problem in editor.problems()] == ["second/council.yaml", COUNCIL]


def test_two_councils_may_not_share_the_letters_of_their_references(editor):
    shutil.copytree(editor.root / "sefton", editor.root / "second")
    problems = editor.problems()
    assert [str(problem.path) for problem in problems] == ["second/council.yaml", COUNCIL]
    assert {problem.line for problem in problems} == {editor.line_of(COUNCIL, "prefix: SEF")}
    assert all("choose another" in problem.what for problem in problems)


@pytest.mark.parametrize(
    ("steps", "said"),
    [
        ("{leave_out: [tea]}", "no step “tea” to leave out"),
        ("{leave_out: [ombudsman]}", "after would be empty; keep a step"),
        ("{add: [{id: recorded, after: looked-at, picture: pin}]}", "a step “recorded” already; give yours another"),
        ("{add: [{id: tea, after: coffee, picture: pin}]}", "“coffee” is no step to come after"),
        ("{add: [{id: tea, after: recorded, picture: pin, time: soon}]}", "no time limit called “soon”"),
        ("{add: [{id: tea, after: recorded, picture: pin}]}", "this file is missing; write the words of the step"),
    ],
)
def test_steps_left_out_or_added_must_be_possible(editor, steps, said):
    editor.changes(COUNCIL, "confirmed: null", f"confirmed: null\nsteps: {steps}")
    assert said in " ".join(problem.what for problem in editor.problems())


def test_a_council_may_leave_a_step_out_and_put_one_of_its_own_in(editor):
    own = (
        "{leave_out: [help-offered], add: [{id: tea, after: recorded, picture: speech, time: reference, who: council}]}"
    )
    editor.changes(COUNCIL, "confirmed: null", f"confirmed: null\nsteps: {own}")
    editor.writes("sefton/en/steps/tea.md", "---\ntitle: Tea\nsummary: We meet.\n---\n# Child\nTea in {reference}.\n")
    land = editor.book().stage_map.lands[1]

    assert [step.id for step in land.steps] == ["recorded", "tea", "looked-at", "stage-1-letter"]
    assert [step.number for step in land.steps] == [1, 2, 3, 4]
    assert land.steps[1].child == "<p>Tea in 3 working days.</p>\n"


def test_no_map_and_no_council_are_said_plainly(editor):
    shutil.rmtree(editor.root / "sefton")
    assert "copy one and change its words" in editor.the_problem().what
    editor.takes_away(MAP)
    assert "is CONTENT right?" in editor.the_problem().what
    shutil.rmtree(editor.root)
    assert "is CONTENT right?" in editor.the_problem().what


def test_a_hidden_folder_is_no_council(editor):
    (editor.root / ".git").mkdir()
    assert editor.problems() == []
