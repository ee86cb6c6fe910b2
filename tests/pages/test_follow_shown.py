"""What a child sees on their own page: the days they were promised, whom to ask, and where it stands."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from app.model.event import What
from app.model.representation import Kind
from app.model.stage import Stage
from app.records import events, representations
from tests.pages.following import CODE, Follower, received
from tests.records.shelf import SUNDAY

BY_25 = "By Wednesday 25 November you get your reference number"


@pytest.fixture
def child(client) -> Follower:
    return Follower(client)


def issued(house, told, contact="Complaints team", details="0151 496 0000") -> str:
    with house.records.writing() as db:
        return representations.issue(db, told, "SEF", SUNDAY, lambda letters: letters[3], contact, details)


def test_before_the_reference_it_says_by_when_it_comes(child, house):
    received(house)
    page = child.gives(CODE)
    assert BY_25 in page.text
    assert "Your reference number" not in page.text


def test_with_the_reference_it_says_whom_to_ask(child, house):
    told = received(house)
    reference = issued(house, told, "Sam Okafor", "0151 496 0001, sam.okafor@example.org")
    page = child.gives(CODE)

    assert reference in page.text
    assert "Sam Okafor: 0151 496 0001, sam.okafor@example.org" in page.text
    assert BY_25 not in page.text


@pytest.mark.parametrize(
    ("day", "late"),
    [
        pytest.param(datetime(2026, 11, 25, 23, 59, tzinfo=UTC), False, id="the last minute of the day"),
        pytest.param(datetime(2026, 11, 26, 0, 0, tzinfo=UTC), True, id="the minute after"),
    ],
)
def test_a_late_reference_is_said_to_be_late(child, house, clock, day, late):
    received(house)
    clock.move_to(day)
    text = child.gives(CODE).text
    assert ("We are late" in text) is late
    assert (BY_25 in text) is not late
    assert ("You should have had your reference number by Wednesday 25 November." in text) is late


@pytest.mark.parametrize(
    ("day", "says"),
    [
        (date(2026, 11, 22), "By Friday 4 December you get an answer. That is 10 working days from now."),
        (date(2026, 12, 3), "That is 1 working day from now."),
        (date(2026, 12, 4), "That is today."),
        (date(2026, 12, 5), "Our answer is late"),
        (date(2026, 12, 7), "You should have had it by Friday 4 December. You do not have to wait."),
    ],
)
def test_the_day_of_the_answer_is_said_and_when_it_is_late(child, house, clock, day, says):
    received(house)
    clock.move_to(datetime(day.year, day.month, day.day, 12, tzinfo=UTC))
    assert says in child.gives(CODE).text


def test_how_we_counted_names_every_day_left_out(child, house):
    received(house, answer_due_on=date(2026, 12, 29))
    text = child.gives(CODE).text
    for day in (
        "Sat 28 Nov – Sun 29 Nov: weekend",
        "Friday 25 December: Christmas Day",
        "Monday 28 December: the day off for Boxing Day",
    ):
        assert day in text.replace("\u2009", " ")
    assert "It reached us on Sunday 22 November." in text


def test_a_day_beyond_the_list_of_holidays_is_about_right(child, house, clock):
    clock.move_to(datetime(2028, 12, 28, 12, tzinfo=UTC))
    received(house, received_on=date(2028, 12, 28), answer_due_on=date(2029, 1, 12))
    assert "this day is about right" in child.gives(CODE).text


@pytest.mark.parametrize(
    ("stage", "step", "place", "done"),
    [
        (Stage.RECEIVED, "We write down your complaint", "Stage 1, step 1", 0),
        (Stage.LOCAL_RESOLUTION, None, "Stage 1, step 2", 1),
        (Stage.INVESTIGATION, None, "Stage 2, step 2", 5),
        (Stage.REVIEW_PANEL, None, "Stage 3, step 1", 10),
    ],
)
def test_the_map_says_you_are_here(child, house, stage, step, place, done):
    received(house, stage=stage)
    page = child.gives(CODE)
    here = [item for item in page.root.all("li") if item.get("aria-current") == "step"]

    assert f"You are here: {place}" in page.text
    assert len(here) == 1
    assert "You are here" in here[0].text
    assert step is None or step in here[0].text
    assert len([item for item in page.root.all("li") if "step--done" in item.get("class")]) == done


@pytest.mark.parametrize("stage", [Stage.INVESTIGATION, Stage.REVIEW_PANEL])
def test_the_day_of_stage_1s_answer_is_not_held_against_a_later_stage(child, house, clock, stage):
    received(house, stage=stage)
    clock.move_on(days=60)
    assert "Our answer is late" not in child.gives(CODE).text


def test_one_that_was_stopped_says_so_and_stands_beside_the_path(child, house):
    received(house, stage=Stage.WITHDRAWN)
    page = child.gives(CODE)
    assert "This has stopped, because you asked us to." in page.text
    assert "you get an answer" not in page.text
    assert not [item for item in page.root.all("li") if "step--done" in item.get("class")]


def test_one_that_is_settled_says_so_and_shows_no_map(child, house):
    received(house, stage=Stage.RESOLVED)
    page = child.gives(CODE)
    assert "This is settled." in page.text
    assert "You are here" not in page.text


@pytest.mark.parametrize("kind", [Kind.COMMENT, Kind.COMPLIMENT, Kind.ADVOCATE])
def test_only_a_complaint_has_a_map_and_a_day_for_its_answer(child, house, kind):
    received(house, kind=kind, answer_due_on=None)
    page = child.gives(CODE)
    assert BY_25 in page.text
    assert "You are here" not in page.text
    assert "you get an answer" not in page.text
    assert "Ask for the next stage" not in page.text


@pytest.mark.parametrize(
    ("facts", "ways"),
    [
        ({}, {"more", "next", "help", "end"}),
        ({"stage": Stage.INVESTIGATION}, {"more", "next", "help", "end"}),
        ({"stage": Stage.RESOLVED}, {"more", "next"}),
        ({"stage": Stage.WITHDRAWN}, {"more", "next"}),
        ({"kind": Kind.COMPLIMENT, "answer_due_on": None}, {"more", "help", "end"}),
        ({"kind": Kind.COMMENT, "answer_due_on": None, "stage": Stage.RESOLVED}, {"more"}),
    ],
)
def test_it_offers_what_can_be_asked_for_now_and_nothing_else(child, house, facts, ways):
    received(house, **facts)
    links = {link.get("href") for link in child.gives(CODE).root.all("a")}
    offered = {href.rpartition("/")[2] for href in links if "/follow/" in href}
    assert offered == ways


def test_what_has_happened_is_told_with_its_day_and_without_its_words(child, house):
    told = received(house)
    with house.records.writing() as db:
        events.add(db, told.id, What.REMINDED, SUNDAY.replace(day=24))
        events.add(db, told.id, What.MESSAGE, SUNDAY.replace(day=25, hour=23, minute=30), words="planted words")
        events.add(db, told.id, What.RECORDED, SUNDAY.replace(day=26))
    page = child.gives(CODE)

    assert "Sunday 22 November: it reached us" in page.text
    assert "Wednesday 25 November: you added something" in page.text
    assert "Thursday 26 November: somebody took it up" in page.text
    assert "24 November: " not in page.text
    history = page.html[page.html.index("What has happened") :]
    assert "planted" not in history, "its words stand with the messages"


def test_a_contact_is_shown_as_words_and_never_as_a_page(child, house):
    told = received(house)
    issued(house, replace(told), "<script>alert(1)</script>", "<img src=x onerror=alert(1)>")
    page = child.gives(CODE)
    assert "<script>alert(1)</script>" in page.text
    assert not [element for element in page.root.all("img") if element.get("onerror")]
