"""A young person's own page after each move: the step of the map they stand at, the real days, and why."""

from datetime import UTC, datetime

import pytest

from app.model.move import Key
from tests.pages.at_the_desk import signed_in
from tests.pages.following import CODE, Follower, received
from tests.pages.moving import moves

WHOLE_ROAD = (
    (Key.STAGE_1_ANSWERED, "2026-12-03", "Stage 1, step 4", "until Tuesday 5 January"),
    (Key.STAGE_2_ACCEPTED, "2026-12-10", "Stage 2, step 1", "By Tuesday 19 January you get an answer."),
    (Key.PEOPLE_NAMED, "2026-12-15", "Stage 2, step 2", "By Tuesday 19 January you get an answer."),
    (Key.REPORTS_IN, "2027-01-11", "Stage 2, step 4", "By Tuesday 19 January you get an answer."),
    (Key.ADJUDICATED, "2027-01-18", "Stage 2, step 5", "until Monday 15 February"),
    (Key.STAGE_2_MEETING, "2027-01-25", "Stage 2, step 6", "until Monday 15 February"),
    (Key.PANEL_ASKED, "2027-02-01", "Stage 3, step 1", "The panel meets by Monday 15 March"),
    (Key.PANEL_ARRANGED, "2027-02-08", "Stage 3, step 2", "The panel meets on Monday 8 March"),
    (Key.PAPERS_SENT, "2027-02-15", "Stage 3, step 3", "The panel writes its report by Monday 15 March"),
    (Key.PANEL_REPORT, "2027-03-11", "Stage 3, step 4", "By Monday 5 April you get an answer."),
    (Key.FINAL_LETTER, "2027-03-25", "Stage 3, step 5", "You get the final letter"),
)


@pytest.fixture
def child(client, app, told) -> Follower:
    child = Follower(client)
    child.gives(CODE)
    return child


@pytest.fixture
def told(house, ann):
    told = received(house)
    ann.send(f"/desk/representations/{told.id}/record", {"contact": "team", "answer_due_on": "2026-12-04"})
    return told


@pytest.fixture
def ann(app):
    return signed_in(app, "ann@example.org", name="Ann Example")


def at(clock, app, day: str):
    """Noon of a day; an officer and the child come again."""
    clock.move_to(datetime.fromisoformat(day).replace(hour=12, tzinfo=UTC))
    return signed_in(app, f"ann-{day}@example.org", name="Ann Example")


def here(page) -> list[str]:
    return [item.text for item in page.root.all("li") if item.get("aria-current") == "step"]


def test_it_stands_at_the_right_step_with_the_real_days_after_each_move(app, client, told, clock):
    child = Follower(client)
    for key, on, place, says in WHOLE_ROAD:
        moves(at(clock, app, on), told, key, on)
        page = child.gives(CODE)
        assert f"You are here: {place}" in page.text, key
        assert says in page.text, key
        assert len(here(page)) == 1
    for words in (
        "Thursday 3 December: You get our answer",
        "Thursday 10 December: you asked for the next stage",
        "Monday 8 February: We find three new people",
        "Thursday 11 March: The panel writes a report",
    ):
        assert words in page.text
    assert "Ines Vestig" not in page.text and "Nobody came at Easter" not in page.text


def test_an_extension_shows_the_new_day_and_why(ann, told, child):
    moves(ann, told, Key.EXTENDED, "2026-11-22", new_date="2026-12-11", why="Your file is in another office. <b>")
    page = child.looks()
    for words in (
        "By Friday 11 December you get an answer.",
        "It takes longer than we said",
        "At first we said Friday 4 December.",
        "Your file is in another office. <b>",
        "Sunday 22 November: we needed more time",
    ):
        assert words in page.text


@pytest.mark.parametrize(
    ("moved", "day", "says", "link"),
    [
        ((), "2026-12-07", "You can ask for the next stage now.", "/next"),
        ((Key.STAGE_1_ANSWERED, Key.STAGE_2_ACCEPTED), "2027-01-05", "You can tell the Ombudsman now.", "/ombudsman"),
    ],
)
def test_when_the_council_is_late_they_are_told_and_offered_the_next_step(
    app, ann, told, client, clock, moved, day, says, link
):
    for key in moved:
        moves(ann, told, key, "2026-11-22")
    at(clock, app, day)
    page = Follower(client).gives(CODE)
    assert "Our answer is late" in page.text
    assert says in page.text
    assert [a for a in page.root.all("a") if (a.get("href") or "").endswith(link)]


def test_what_waits_says_why_and_asks_for_no_day(ann, told, child):
    moves(ann, told, Key.PAUSED, "2026-11-22")
    page = child.looks()
    assert "It has to wait" in page.text and "A judge looks at this first." in page.text
    assert "you get an answer" not in page.text
    moves(ann, told, Key.RESUMED, "2026-11-22")
    assert "By Friday 4 December you get an answer." in child.looks().text


def test_what_goes_somewhere_else_says_where_and_why_and_is_not_called_settled(ann, told, child):
    moves(ann, told, Key.OUTSIDE, "2026-11-22")
    page = child.looks()
    assert "It goes here: Your school’s own complaints" in page.text
    assert "It is about school." in page.text
    assert "settled" not in page.text
    assert here(page) == []


def test_what_was_promised_is_shown_until_it_is_done(ann, told, child):
    moves(ann, told, Key.STAGE_1_ANSWERED, "2026-11-22")
    moves(ann, told, Key.CLOSED, "2026-11-22")
    page = child.looks()
    assert "This is settled." in page.text
    assert "A visit each week" in page.text and "Who does it: The team manager" in page.text
    assert "You can ask for the next stage until Friday 18 December" in page.text, "it may still go on"
    moves(ann, told, Key.PROMISE_DONE, "2026-11-22")
    assert "A visit each week Done" in child.looks().text


def test_what_was_sorted_early_says_how(app, ann, house, client):
    told = received(house, code="1111 2222 3333 4444")
    moves(ann, told, Key.SORTED_EARLY, "2026-11-22")
    page = Follower(client).gives("1111 2222 3333 4444")
    assert "This is settled." in page.text and "She comes on Tuesdays now." in page.text
