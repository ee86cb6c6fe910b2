"""The desk shows what must not be overlooked: danger, who must not read it, and what must never be done."""

import pytest

from app.model.event import What
from app.model.representation import Answer, IfAnother, Kind, OnBehalfOf, Onward, SafeContact, Telling, Way
from app.model.topic import Topic
from app.records import events, representations
from app.records.officers import Role
from tests.pages.at_the_desk import arrived, signed_in


@pytest.fixture
def ann(app):
    return signed_in(app, "ann@example.org", name="Ann Example")


def opened(ann, told):
    return ann.get_page(f"/desk/representations/{told.id}")


def test_what_must_never_be_done_stands_in_the_box_on_how_to_reach_them(app, ann):
    contact = SafeContact(
        way=Way.CALL, where="0151 496 0003", when="After six", if_another=IfAnother.CALL_AGAIN,
        keep_from="Never phone home <b>",
    )  # fmt: skip
    page = opened(ann, arrived(app, contact=contact))
    box = next(one for one in page.root.all("section") if one.get("aria-labelledby") == "safe")
    for said in ("0151 496 0003", "After six", "Say only that you call again", "Never phone home <b>"):
        assert said in box.text
    assert "Say nothing" in opened(ann, arrived(app, contact=SafeContact(way=Way.CALL, where="1"))).text


def test_a_code_alone_shows_who_must_not_know_too(app, ann):
    assert "Not my carer" in opened(ann, arrived(app, contact=SafeContact(keep_from="Not my carer"))).text


@pytest.mark.parametrize(
    ("telling", "safe", "says"),
    [
        (Telling.CHILD, Answer.NO, "They said that they do not feel safe"),
        (Telling.CHILD, Answer.NOT_SURE, "They said that they are not sure whether they feel safe"),
        (Telling.FAMILY, Answer.NO, "They said that the child is not safe"),
        (Telling.OTHER, Answer.NOT_SURE, "They are not sure whether the child is safe"),
    ],
)
def test_danger_is_said_first(app, ann, telling, safe, says):
    text = opened(ann, arrived(app, telling=telling, safe=safe, urgent=safe is Answer.NO)).text
    assert says in text and text.index(says) < text.index("How to reach them safely")
    assert "danger" not in opened(ann, arrived(app, safe=Answer.YES)).text


def test_who_must_not_read_it_is_named_there_and_nowhere_else(app):
    ann = signed_in(app, "mo@example.org", role=Role.MANAGER)
    told = arrived(app, for_manager_only=True, must_not_read="Mr <i>Hollow</i>")
    assert "Mr <i>Hollow</i>" in opened(ann, told).text
    assert "Hollow" not in ann.get_page("/desk/").text
    assert "They did not say who" in opened(ann, arrived(app, for_manager_only=True)).text


@pytest.mark.parametrize(
    ("tag", "called", "is_answered"),
    [("ur", "Urdu اردو", False), ("en-x-easy", "English, Easy Read", True), ("en", "English", True)],
)
def test_their_own_words_stand_in_their_language_which_is_named(app, ann, tag, called, is_answered):
    page = opened(ann, arrived(app, language=tag, words="کوئی نہیں آیا <b>"))
    [words] = [one for one in page.root.all("blockquote") if "کوئی نہیں آیا <b>" in one.text]
    assert (words.get("lang"), words.get("dir")) == (tag, "auto")
    assert called in page.text
    assert ("an interpreter is needed" in page.text) is not is_answered
    assert next(page.root.all("html")).get("lang") == "en"


def test_urgent_ones_stand_at_the_top_in_words_recorded_or_not(app, ann, clock):
    for days in range(3):
        arrived(app, name=f"Before {days}")
    clock.move_on(minutes=5)
    urgent = arrived(app, urgent=True, kind=Kind.COMMENT)
    page = ann.get_page("/desk/")
    row = next(one for one in page.root.all("tbody")).text
    assert row.startswith("Comment Urgent: may not be safe")
    links = [link.get("href") for link in page.root.all("a") if "/representations/" in link.get("href")]
    assert links[0].endswith(urgent.id)


def test_what_it_belongs_to_is_a_press_away_for_officers(app, ann, house):
    first = arrived(app)
    with house.records.writing() as db:
        reference = representations.issue(db, first, "SEF", first.received_at, lambda letters: letters[0], "", "")
    asks = arrived(
        app, kind=Kind.GOING_ON, onward=Onward.STAGE_3, reference_given=reference.lower(), answer_due_on=None
    )
    page = opened(ann, asks)
    assert "Stage 3" in page.text and page.link("Open it").endswith(first.id)
    none = arrived(app, kind=Kind.STOP, reference_given="SEF-7K4M-2XQ8", answer_due_on=None)
    assert "We have none like it." in opened(ann, none).text
    code = arrived(app, kind=Kind.STOP, code_given=True, answer_due_on=None)
    assert "They gave a code that opened nothing here." in opened(ann, code).text
    more = arrived(app, goes_with=first.id)
    assert opened(ann, more).link("what the same person sent before").endswith(first.id)


def test_the_rest_of_what_was_said_is_there(app, ann):
    behalf = OnBehalfOf(name="Zofia, Marek", bond="Aunt", may_contact=Answer.NO, how_to_contact="At school")
    text = opened(ann, arrived(app, telling=Telling.FAMILY, on_behalf_of=behalf, topic=Topic.SEND)).text
    for said in ("Zofia, Marek", "Aunt", "May we contact the child?", "At school", "Special educational needs"):
        assert said in text


def test_who_asked_later_and_for_what_is_in_the_history(app, ann, house, clock):
    told = arrived(app)
    more = {"telling": "advocate", "onward": "stage-2", "name": "Ines <b>", "safe": "no"}
    with house.records.writing() as db:
        events.add(db, told.id, What.ASKED_NEXT_STAGE, clock(), more=more)
    text = opened(ann, told).text
    for said in ("They ask for: Stage 2", "Who tells us: An advocate", "Their name: Ines <b>", "Safe now?: No"):
        assert said in text
