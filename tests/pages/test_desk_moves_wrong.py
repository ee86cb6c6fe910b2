"""Moves that are not taken: what is missing or cannot be, two officers at once, a stale page, a double press."""

import pytest

from app.model.move import Key
from app.model.stage import Stage
from app.records import deadlines, tasks
from tests.pages.at_the_desk import again, signed_in
from tests.pages.moving import POINTS, course, moves, open_dates, path_of, presses, recorded


@pytest.fixture
def ann(app):
    return signed_in(app, "ann@example.org", name="Ann Example")


@pytest.fixture
def told(app, ann):
    return recorded(app, ann)


TO_MEND = (
    (Key.STAGE_1_ANSWERED, {"on": "2026-11-23"}, "That day has not come yet"),
    (Key.STAGE_1_ANSWERED, {"on": "2026-11-20"}, "That was before 22 November 2026"),
    (Key.STAGE_1_ANSWERED, {"on": "soon"}, "Give a day, such as"),
    (Key.STAGE_1_ANSWERED, {"point_1": "", "outcome_1": "", "point_2": "", "outcome_2": ""}, "at least one point"),
    (Key.STAGE_1_ANSWERED, {"outcome_2": ""}, "Choose what was found on this point"),
    (Key.STAGE_1_ANSWERED, {"point_2": " "}, "Write the point that this was found on"),
    (Key.EXTENDED, {"new_date": "2026-12-22", "why": "We wait for a file."}, "The latest is 18 December 2026"),
    (Key.EXTENDED, {"new_date": "2026-12-04", "why": "We wait for a file."}, "That is no longer than now"),
    (Key.EXTENDED, {"new_date": "2026-12-12", "why": "We wait for a file."}, "not a working day"),
    (Key.EXTENDED, {"new_date": "2026-12-11", "why": " "}, "Write why"),
    (Key.EXTENDED, {"new_date": "", "why": "We wait."}, "Give the new day"),
    (Key.PAUSED, {"because": ""}, "Choose one of these"),
    (Key.OUTSIDE, {"where": "  "}, "Say where it goes"),
)


def test_what_is_missing_or_cannot_be_is_said_and_nothing_is_kept(app, ann, told):
    for key, fields, says in TO_MEND:
        page = moves(ann, told, key, **{"on": "2026-11-22", "status": 422} | fields)
        assert says in page.text, says
        assert "There is something to mend" in page.text
    assert [move.key for move in course(app, told).made] == [Key.RECORDED]


def test_the_laws_longest_is_the_limit_of_an_extension(app, ann, told):
    page = moves(ann, told, Key.EXTENDED, "2026-11-22", new_date="2026-12-18", why="Your file is in another office.")
    assert "It is kept" in page.text
    assert open_dates(app, told) == {"stage-1": "2026-12-18"}
    assert "At first it was Friday 4 December" in page.text


@pytest.fixture
def at_the_panel(app, ann, told):
    for key in (
        Key.STAGE_1_ANSWERED, Key.STAGE_2_ACCEPTED, Key.PEOPLE_NAMED, Key.REPORTS_IN, Key.ADJUDICATED, Key.PANEL_ASKED,
    ):  # fmt: skip
        moves(ann, told, key, "2026-11-22")
    return told


def test_the_independent_person_may_not_sit_on_the_panel(app, ann, at_the_panel):
    page = moves(ann, at_the_panel, Key.PANEL_ARRANGED, "2026-11-22", 422, chair="ivy  FAIR", panel_on="2026-12-14")
    assert "That is the Independent Person, or somebody named already" in page.text
    page = moves(ann, at_the_panel, Key.PANEL_ARRANGED, "2026-11-22", 422, member_3="Mel Two", panel_on="2026-12-14")
    assert "somebody named already" in page.text


def test_it_warns_when_the_papers_go_out_too_late_and_takes_it_when_it_is_so(app, ann, at_the_panel):
    moves(ann, at_the_panel, Key.PANEL_ARRANGED, "2026-11-22", panel_on="2026-12-04")
    assert open_dates(app, at_the_panel)["panel-papers"] == "2026-11-20"
    moves(ann, at_the_panel, Key.PANEL_ARRANGED, "2026-11-22", 422, panel_on="2026-12-02")
    page = moves(ann, at_the_panel, Key.PANEL_ARRANGED, "2026-11-22", panel_on="2026-12-02", sure="y")
    assert "The panel meets on: Wednesday 2 December" in page.text
    page = moves(ann, at_the_panel, Key.PAPERS_SENT, "2026-11-22", 422)
    assert "That leaves 8 working days between the papers and the panel. There should be at least 10" in page.text
    moves(ann, at_the_panel, Key.PAPERS_SENT, "2026-11-22", sure="y")
    assert "panel-papers" not in open_dates(app, at_the_panel)


def test_a_panel_later_than_the_law_says_is_kept_only_when_it_is_so(app, ann, at_the_panel):
    page = moves(ann, at_the_panel, Key.PANEL_ARRANGED, "2026-11-22", 422, panel_on="2027-01-29")
    assert "The law says that the panel meets by 6 January 2027" in page.text
    moves(ann, at_the_panel, Key.PANEL_ARRANGED, "2026-11-22", panel_on="2027-01-29", sure="y")


def test_two_officers_at_once_the_second_is_shown_what_changed_and_nothing_is_overwritten(app, ann, told):
    bob = signed_in(app, "bob@example.org", name="Bob Example")
    his = bob.get_page(path_of(told, Key.STAGE_1_ANSWERED))
    moves(ann, told, Key.EXTENDED, "2026-11-22", new_date="2026-12-11", why="A file is missing.")

    page = presses(bob, his, told, Key.STAGE_1_ANSWERED, "2026-11-22", 409)
    assert "Something changed while you had this page open" in page.text
    assert (
        "It takes longer: a new day for the answer" in page.text
        and "Ann Example" in page.text
        and "A file is missing." in page.text
    )
    assert page.field("point_1").get("value") == POINTS["point_1"], "what he typed is still there"
    assert [move.key for move in course(app, told).made] == [Key.RECORDED, Key.EXTENDED]

    presses(bob, page, told, Key.STAGE_1_ANSWERED, "2026-11-22")
    assert [move.key for move in course(app, told).made][-1] is Key.STAGE_1_ANSWERED


def test_a_stale_page_of_what_cannot_be_done_any_more_keeps_what_was_typed_to_copy(app, ann, told):
    bob = signed_in(app, "bob@example.org", name="Bob Example")
    his = bob.get_page(path_of(told, Key.STAGE_1_ANSWERED))
    moves(ann, told, Key.WITHDRAWN, "2026-11-22")
    page = presses(bob, his, told, Key.STAGE_1_ANSWERED, "2026-11-22", 409)
    assert "Yours cannot be done any more" in page.text
    assert page.field("point_1").get("value") == POINTS["point_1"]
    assert not [button for button in page.root.all("button") if "Keep it" in button.text]
    assert again(app, told).stage is Stage.WITHDRAWN


def test_a_double_press_makes_one_move_and_one_piece_of_news(app, ann, told, house):
    page = ann.get_page(path_of(told, Key.STAGE_1_ANSWERED))
    presses(ann, page, told, Key.STAGE_1_ANSWERED, "2026-11-22")
    second = presses(ann, page, told, Key.STAGE_1_ANSWERED, "2026-11-22")
    assert "It was kept already. Nothing was done twice." in second.text
    assert [move.key for move in course(app, told).made] == [Key.RECORDED, Key.STAGE_1_ANSWERED]
    with house.records.reading() as db:
        assert [task.what for task in tasks.of(db, told.id)] == []


def test_what_was_said_wrong_is_put_right_by_a_further_move(app, ann, told):
    moves(ann, told, Key.STAGE_1_ANSWERED, "2026-11-22")
    page = moves(ann, told, Key.STAGE_1_ANSWERED, "2026-11-22", outcome_1="not-upheld")
    assert "Upheld: Nobody came at Easter" in page.text and "Not upheld: Nobody came at Easter" in page.text
    assert [move.key for move in course(app, told).made].count(Key.STAGE_1_ANSWERED) == 2


def test_without_our_token_nothing_is_kept_and_what_was_typed_stays(app, ann, told):
    page = ann.get_page(path_of(told, Key.STAGE_1_ANSWERED))
    page = presses(ann, page, told, Key.STAGE_1_ANSWERED, "2026-11-22", 400, csrf_token="x")
    assert "Nothing is lost: press again." in page.text
    assert page.field("point_1").get("value") == POINTS["point_1"]


def test_an_officer_of_another_council_finds_nothing(app, ann, told):
    lee = signed_in(app, "lee@example.org", council="lancashire")
    assert lee.get(path_of(told, Key.ASSIGNED)).status_code == 404


def test_what_is_not_counted_yet_cannot_be_made_longer(app, ann, told, house):
    with house.records.writing() as db:
        deadlines.end(db, told.id, "stage-1", told.received_on)
    page = moves(ann, told, Key.EXTENDED, "2026-11-22", 422, new_date="2026-12-11", why="We wait for a file.")
    assert "That cannot be done from where it stands now." in page.text
