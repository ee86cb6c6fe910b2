from collections import Counter

import pytest

from app.forms.journey import (
    QUESTIONS,
    asked,
    find_question,
    next_question,
    place_of,
    place_to_reach,
    previous_question,
    way_come,
)
from app.model.topic import ELSEWHERE, Topic

NOTHING_SAID = {question.name: {} for question in QUESTIONS}


def names(answers):
    return [question.name for question in asked(answers)]


def kind(value):
    return {"kind": {"kind": value}}


def telling(value):
    return {"telling": {"telling": value}}


def way(value):
    return {"way": {"way": value}}


def test_a_child_who_says_nothing_of_themselves_is_asked_the_least():
    assert names({}) == [
        "kind", "telling", "safe", "topic", "words", "account", "wish", "files", "name", "way", "safely", "council",
        "advocate",
    ]  # fmt: skip


@pytest.mark.parametrize("who", ["family", "advocate", "other"])
def test_those_who_tell_for_a_child_are_asked_about_the_child(who):
    assert names(telling(who))[3:5] == ["child", "childs-contact"]


@pytest.mark.parametrize(
    ("what", "asks"), [("complaint", True), ("comment", True), ("compliment", False), ("advocate", False)]
)
def test_what_they_would_like_to_happen_is_asked_of_complaints_and_comments(what, asks):
    assert ("wish" in names(kind(what))) == asks


@pytest.mark.parametrize("what", ["comment", "compliment", "advocate"])
def test_when_it_was_and_how_it_feels_is_asked_of_complaints(what):
    assert "account" in names(kind("complaint"))
    assert "account" not in names(kind(what))


def test_an_advocate_is_not_offered_to_those_who_ask_for_one_or_are_one():
    assert "advocate" not in names(kind("advocate"))
    assert "advocate" not in names(telling("advocate"))
    assert "advocate" in names(telling("other"))


@pytest.mark.parametrize(
    ("chosen", "place"),
    [
        ("email", "email"),
        ("text", "phone"),
        ("call", "phone"),
        ("letter", "address"),
        ("person", "person"),
        ("code", ""),
    ],
)
def test_each_way_asks_for_its_own_place(chosen, place):
    assert place_to_reach(way(chosen)) == place
    assert [name for name in names(way(chosen)) if name in ("email", "phone", "address", "person")] == [place][
        : bool(place)
    ]


@pytest.mark.parametrize("answers", [{}, kind("advocate"), telling("other"), way("letter"), way("nonsense")])
def test_every_question_answered_with_nothing_comes_to_an_end(answers):
    answers = dict(answers)
    for _ in range(20):
        following = next_question(answers)
        if following is None:
            return
        answers[following.name] = answers.get(following.name, {})
    raise AssertionError("the journey does not end")


def test_an_answer_that_must_be_mended_comes_before_the_end():
    assert next_question(NOTHING_SAID) is None
    assert next_question(NOTHING_SAID, offered={"words": {}}).name == "words"


def test_what_must_be_mended_behind_another_branch_does_not_hold_anybody_up():
    assert next_question(NOTHING_SAID, offered={"child": {}, "email": {}}) is None


def test_the_question_before_is_the_one_that_was_asked():
    words = find_question(4, {})
    assert previous_question(words, {}).name == "topic"
    assert previous_question(words, kind("compliment")).name == "safe"
    assert previous_question(find_question(26, {}), telling("family")).name == "childs-contact"
    assert previous_question(find_question(1, {}), {}) is None


def test_questions_are_counted_as_they_are_asked():
    assert place_of(find_question(4, {}), {}) == 5
    assert place_of(find_question(4, telling("family")), telling("family")) == 7


def test_an_address_leads_to_the_question_that_applies_there():
    assert find_question(8, way("call")).name == "phone"
    assert find_question(8, {}).name == "email"
    assert find_question(99, {}) is None


def test_each_question_has_an_address_of_its_own_but_for_the_places_to_reach_them():
    numbers = Counter(question.number for question in QUESTIONS)
    assert numbers.pop(8) == 4 and set(numbers.values()) == {1}


def test_going_back_comes_by_every_question_that_was_asked():
    for answers in ({}, telling("advocate"), {**kind("comment"), **way("text")}):
        here, back = asked(answers)[-1], []
        while here:
            back.insert(0, here)
            here = previous_question(here, answers)
        assert back == asked(answers)


def test_parts_and_the_bar_never_run_backwards_whatever_is_answered():
    parts = [question.part.value for question in QUESTIONS]
    assert parts == sorted(parts) and set(parts) == {1, 2, 3}
    come = [way_come(question) for question in QUESTIONS]
    assert come == sorted(set(come)) and come[0] > 0 and come[-1] < 1


@pytest.mark.parametrize(
    ("what", "asks"),
    [
        (
            "going-on",
            [
                "kind",
                "telling",
                "safe",
                "onward",
                "number",
                "words",
                "files",
                "name",
                "way",
                "safely",
                "council",
                "advocate",
            ],
        ),
        ("stop", ["kind", "telling", "safe", "number", "words", "name", "way", "safely", "council"]),
        ("advocate", ["kind", "telling", "safe", "also", "words", "files", "name", "way", "safely", "council"]),
        ("compliment", ["kind", "telling", "safe", "words", "files", "name", "way", "safely", "council", "advocate"]),
    ],
)
def test_each_way_in_asks_what_it_needs(what, asks):
    assert names(kind(what)) == asks


@pytest.mark.parametrize(("safe", "shown"), [("no", True), ("not-sure", True), ("yes", False), ("", False)])
def test_who_may_not_be_safe_sees_whom_to_call_at_once(safe, shown):
    assert names({"safe": {"safe": safe}})[3:4] == (["now"] if shown else ["topic"])


@pytest.mark.parametrize("topic", Topic)
def test_who_decides_is_said_where_somebody_else_does_and_they_can_go_on(topic):
    asks = names({"topic": {"topic": topic}})
    assert asks[asks.index("topic") + 1] == ("elsewhere" if topic in ELSEWHERE else "words") and "words" in asks
    assert "elsewhere" not in names(kind("compliment") | {"topic": {"topic": topic}})


def test_with_an_advocate_what_is_wrong_can_be_said_too():
    both = kind("advocate") | {"also": {"also": "yes"}}
    assert [name for name in names(both) if name in ("topic", "words", "wish", "advocate")] == [
        "topic",
        "words",
        "wish",
    ]


@pytest.mark.parametrize("what", ["going-on", "stop"])
def test_what_a_code_opens_knows_already_how_to_reach_them(what):
    number = {"number": {"have": "code", "given": "1234 5678 9012 3456"}}
    assert not {"way", "safely", "advocate"} & set(names(kind(what) | number))
    assert {"name", "council"} < set(names(kind(what) | number))
    assert "way" in names(kind("complaint") | number), "answered behind another branch"
    assert "way" in names(kind(what) | {"number": {"have": "none", "given": "1234 5678 9012 3456"}})
