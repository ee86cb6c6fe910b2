"""A council's own map: steps left out and put in, its last answer counted from the panel's day."""

import pytest

from tests.councils.editor import Editor

COUNCIL = "sefton/council.yaml"
WORDS = "---\ntitle: {title}\nsummary: We meet.\n---\n# Child\nWe talk about it over tea, within {{reference}}.\n"


def with_steps(editor: Editor, steps: str, *own: str) -> Editor:
    editor.adds(COUNCIL, f"\nsteps: {steps}\n")
    for id in own:
        editor.writes(f"sefton/en/steps/{id}.md", WORDS.format(title=id.title()))
    return editor


def ids(book, land: str) -> list[str]:
    [steps] = [one.steps for one in book.stage_map.lands if one.id == land]
    return [step.id for step in steps]


def test_steps_come_after_the_step_they_name_in_the_order_they_are_given(editor):
    places = {"tea": "recorded", "cake": "recorded", "milk": "tea"}
    add = ", ".join(f"{{id: {id}, after: {after}, picture: pin}}" for id, after in places.items())
    book = with_steps(editor, f"{{add: [{add}]}}", *places).book()
    assert ids(book, "stage-1")[:4] == ["recorded", "tea", "milk", "cake"]
    assert [step.number for step in book.stage_map.lands[1].steps] == list(range(1, 8))


def test_a_step_put_in_stands_on_the_path_between_its_neighbours(editor):
    add = "{add: [{id: tea, after: recorded, picture: speech, who: council, time: reference}]}"
    book = with_steps(editor, add, "tea").book()
    tea = book.stage_map.find_step("tea")
    assert (tea.previous.id, tea.next.id) == ("recorded", "looked-at")
    assert (tea.place, tea.time, tea.who, tea.picture) == ("Stage 1, step 2", "3 working days", "council", "speech")
    assert tea.child == "<p>We talk about it over tea, within 3 working days.</p>\n"
    assert book.stage_map.find_step("recorded").next.id == "tea"


def test_a_step_may_take_the_place_of_the_one_it_comes_after(editor):
    steps = "{leave_out: [help-offered], add: [{id: tea, after: help-offered, picture: speech}]}"
    editor.takes_away("sefton/en/steps/help-offered.md")
    book = with_steps(editor, steps, "tea").book()
    assert ids(book, "stage-1") == ["recorded", "looked-at", "tea", "stage-1-letter"]


def test_a_step_left_out_has_no_page_and_links_to_it_lead_to_the_map(editor):
    editor.changes("england/en/guide/why.md", "# Child\n", "# Child\n[Look](step:stage-2-meeting)\n\n")
    editor.takes_away("sefton/en/guide/why.md")
    book = with_steps(editor, "{leave_out: [stage-2-meeting]}").book()
    assert book.stage_map.find_step("stage-2-meeting") is None
    assert '<a href="/sefton/en/">Look</a>' in book.guide["why"].child
    last = book.stage_map.find_step("stage-2-letter")
    assert last.next.id == "panel-arranged"


def test_other_councils_keep_the_national_map(editor):
    editor.writes("second/council.yaml", editor.reads(COUNCIL).replace("prefix: SEF", "prefix: SEC"))
    library = with_steps(editor, "{leave_out: [stage-2-meeting]}").library()
    assert library.find_book("second", "en").stage_map.find_step("stage-2-meeting")
    assert library.find_book("sefton", "en").stage_map.find_step("stage-2-meeting") is None


@pytest.mark.parametrize(
    ("steps", "says"),
    [
        (
            "{leave_out: [panel-arranged, panel-papers, panel-meeting, panel-report, final-letter]}",
            "stage-3 would be empty",
        ),
        ("{add: [{id: tea, after: tea, picture: pin}]}", "“tea” is no step to come after"),
        ("{add: [{id: a, after: b, picture: pin}, {id: b, after: recorded, picture: pin}]}", "“b” is no step to come"),
        ("{add: [{id: a, after: recorded, picture: pin}, {id: a, after: advocate, picture: pin}]}", "step “a” already"),
        ("{add: [{id: a, after: recorded, picture: pin, who: everybody}]}", "'you', 'council', 'panel' or 'none'"),
        ("{skip: [advocate]}", "steps.skip is not a name we know"),
        ("[advocate]", "steps"),
    ],
)
def test_what_cannot_be_is_refused_on_its_line(editor, steps, says):
    problems = with_steps(editor, steps).problems()
    assert says in " ".join(problem.what for problem in problems)
    assert {str(problem.path) for problem in problems} == {COUNCIL}
    assert {problem.line for problem in problems} == {editor.line_of(COUNCIL, "steps: ")}


def test_an_answer_counted_from_the_panels_day_makes_the_whole_road_shorter(editor):
    usual = editor.library().councils["sefton"].timetable
    editor.changes(COUNCIL, "promises:\n", "promises:\n  stage-3: {working_days: 15, counted_from: panel}\n")
    editor.writes("sefton/en/guide/why.md", "---\n{}\n---\n# Child\nAt most {whole-road}.\n")
    library = editor.library()
    timetable = library.councils["sefton"].timetable
    assert (usual["stage-3"].from_the_panel, timetable["stage-3"].from_the_panel) == (False, True)
    assert "At most 170 working days." in library.find_book("sefton", "en").guide["why"].child
