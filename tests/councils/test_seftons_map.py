"""Sefton's map: every step of the contract, in order, with whose time it is; and Sefton's own words."""

import re
from pathlib import Path

import pytest

from tests.councils.editor import CONTENT, pages_of

LANDS = {
    "before": ["talk-first"],
    "stage-1": ["recorded", "looked-at", "help-offered", "stage-1-letter"],
    "stage-2": [
        "independent-people",
        "investigation",
        "investigation-report",
        "independent-person-report",
        "stage-2-letter",
        "stage-2-meeting",
    ],
    "stage-3": ["panel-arranged", "panel-papers", "panel-meeting", "panel-report", "final-letter"],
    "after": ["ombudsman"],
    "beside": ["advocate", "withdraw"],
}
GUIDE = [
    *("advocates", "parents-and-carers", "who-can-use-this", "other-places", "your-rights"),
    *("words", "ways-to-tell-us", "privacy", "accessibility", "safety"),
]
SPRITE = Path(__file__).parents[2] / "app/static/images/sprite.svg"


def test_every_step_of_the_contract_stands_in_its_land(sefton):
    assert {land.id: [step.id for step in land.steps] for land in sefton.stage_map.lands} == LANDS


@pytest.mark.parametrize(
    ("step", "who", "time"),
    [
        ("talk-first", "council", "2 days"),
        ("recorded", "council", "3 working days"),
        ("looked-at", "council", "10 working days"),
        ("stage-1-letter", "council", "10 working days"),
        ("investigation", "council", "25 working days"),
        ("stage-2-letter", "council", "25 working days"),
        ("stage-2-meeting", "you", "20 working days"),
        ("panel-arranged", "council", "20 working days"),
        ("panel-papers", "council", "At least 10 working days before"),
        ("panel-meeting", "council", "30 working days"),
        ("panel-report", "panel", "5 working days"),
        ("final-letter", "council", "15 working days"),
        ("ombudsman", "you", "12 months"),
        ("advocate", "none", ""),
        ("withdraw", "none", ""),
    ],
)
def test_each_step_says_whose_time_it_is_and_how_much(sefton, step, who, time):
    found = sefton.stage_map.find_step(step)
    assert (found.who, found.time) == (who, time)


@pytest.mark.parametrize(
    ("land", "next", "time"),
    [
        ("stage-1", "stage-2", "20 working days"),
        ("stage-2", "stage-3", "20 working days"),
        ("stage-3", "after", "12 months"),
    ],
)
def test_each_stage_ends_in_a_fork(sefton, land, next, time):
    fork = next_fork(sefton, land)
    assert (fork.next, fork.time) == (next, time)
    assert fork.happy_title
    assert fork.happy
    assert fork.unhappy_title
    assert fork.unhappy


def next_fork(book, land: str):
    return {found.id: found for found in book.stage_map.lands}[land].fork


def test_only_the_stages_end_in_a_fork(sefton):
    assert [land.id for land in sefton.stage_map.lands if land.fork] == ["stage-1", "stage-2", "stage-3"]


def test_the_path_can_be_walked_from_step_to_step_and_back(sefton):
    path = [step for land, steps in LANDS.items() if land != "beside" for step in steps]
    steps = {step.id: step for step in sefton.stage_map.steps}

    assert [steps[id].next.id for id in path[:-1]] == path[1:]
    assert [steps[id].previous.id for id in path[1:]] == path[:-1]
    assert steps[path[0]].previous is None
    assert steps[path[-1]].next is None


def test_what_stands_beside_the_path_has_no_neighbours(sefton):
    for id in LANDS["beside"]:
        step = sefton.stage_map.find_step(id)
        assert (step.previous, step.next) == (None, None)


def test_each_step_says_where_it_stands(sefton):
    places = {step.id: step.place for step in sefton.stage_map.steps}
    assert places["recorded"] == "Stage 1, step 1"
    assert places["final-letter"] == "Stage 3, step 5"
    assert "step" not in places["talk-first"]
    assert "step" not in places["withdraw"]


def test_every_step_speaks_to_the_child_and_to_the_adult(sefton):
    for step in sefton.stage_map.steps:
        assert step.child and step.adults and step.title and step.summary, step.id


def test_every_picture_is_one_we_have(sefton):
    have = set(re.findall(r'<symbol[^>]* id="([a-z-]+)"|id="([a-z-]+)"', SPRITE.read_text("utf-8")))
    have = {name for pair in have for name in pair if name}
    wanted = {step.picture for step in sefton.stage_map.steps} | {page.picture for page in sefton.guide.values()}
    assert wanted
    assert wanted <= have


@pytest.mark.parametrize("page", GUIDE)
def test_every_page_of_the_contract_is_in_the_guide(sefton, page):
    assert sefton.guide[page].child


def test_sefton_speaks_after_the_nation_where_it_adds_and_instead_of_it_where_it_differs(editor):
    editor.writes(
        "sefton/en/steps/looked-at.md", "---\ntitle: Ours\n---\n# Child: also\nAnd this.\n# Adults\nOnly this.\n"
    )
    step = editor.book().stage_map.find_step("looked-at")

    assert step.title == "Ours"
    assert step.summary
    assert step.child.endswith("<p>And this.</p>\n")
    assert len(step.child) > 100
    assert step.adults == "<p>Only this.</p>\n"


def test_what_a_council_calls_its_people_goes_through_the_whole_site(editor):
    editor.writes("sefton/en/names.yaml", "complaints-officer: Complaints *Star*\n")
    book = editor.book()
    html = "".join(pages_of(book).values())
    assert html.count("Complaints *Star*") > 5
    assert "<em>Star" not in html


def test_every_word_that_is_explained_is_used_somewhere(sefton):
    html = "".join(pages_of(sefton).values())
    for name in re.findall(r"^([a-z-]+):$", (CONTENT / "england/en/words.yaml").read_text("utf-8"), re.MULTILINE):
        assert f'<h2 id="{name}">' in html


def test_every_link_to_a_word_finds_it(sefton):
    words = sefton.guide["words"].child
    wanted = set(re.findall(r"guide/words#([a-z-]+)", "".join(pages_of(sefton).values())))
    assert len(wanted) > 10
    assert {name for name in wanted if f'id="{name}"' not in words} == set()
