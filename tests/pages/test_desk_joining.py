"""A request that came without a code: an officer joins it to what it belongs to, and a stop still waits for a talk."""

import pytest

from app.model.event import What
from app.model.representation import Answer, Kind, Onward, Telling
from app.model.stage import Stage
from app.records import events, representations
from app.records.officers import Role
from tests.pages.at_the_desk import acts, again, arrived, content_of_two_councils, signed_in


@pytest.fixture
def environ(instance, tmp_path):
    return {"INSTANCE": str(instance), "CONTENT": str(content_of_two_councils(tmp_path / "content"))}


@pytest.fixture
def ann(app):
    return signed_in(app, "ann@example.org", name="Ann Example")


def issued(app, **facts):
    """Something told before, and its reference number."""
    told, house = arrived(app, **facts), app.extensions["house"]
    with house.records.writing() as db:
        prefix = house.library.councils[told.council].prefix
        return told, representations.issue(db, told, prefix, told.received_at, lambda letters: letters[0], "", "")


def joins(ann, asks, reference):
    path = f"/desk/representations/{asks.id}"
    return ann.send(f"{path}/join", {"reference": reference}, page=path)


def history(app, told):
    with app.extensions["house"].records.reading() as db:
        return [(event.what, event.words, dict(event.more)) for event in events.of(db, told.id)]


def test_joined_it_stands_in_the_history_of_what_it_belongs_to_once(app, ann):
    told, reference = issued(app)
    asks = arrived(
        app, kind=Kind.STOP, words="I want it over", name="Robin", telling=Telling.CHILD, answer_due_on=None,
        reference_given=reference.lower(),
    )  # fmt: skip
    page = ann.get_page(f"/desk/representations/{asks.id}")
    assert page.field("reference").get("value") == reference.lower()
    for _ in range(2):
        page = joins(ann, asks, reference.lower())
    assert page.path.endswith(told.id) and "Asks to stop" not in page.heading
    assert history(app, told)[1:] == [(What.ASKED_TO_STOP, "I want it over", {"telling": "child", "name": "Robin"})]
    assert history(app, asks)[-1][0] is What.JOINED
    assert [act for act, of in acts(app) if act == "joined" and of == told.id] == ["joined"]


def test_a_stop_that_is_joined_waits_until_somebody_has_spoken_with_them(app, ann):
    told, reference = issued(app)
    asks = arrived(app, kind=Kind.STOP, answer_due_on=None)
    assert "They asked to stop" in joins(ann, asks, reference).text
    assert again(app, told).stage is Stage.RECEIVED


def test_what_was_said_of_danger_and_of_who_must_not_read_it_goes_along(app):
    ann = signed_in(app, "mo@example.org", role=Role.MANAGER)
    told, reference = issued(app)
    asks = arrived(
        app, kind=Kind.GOING_ON, onward=Onward.STAGE_2, safe=Answer.NO, urgent=True, for_manager_only=True,
        must_not_read="Mr Hollow", answer_due_on=None,
    )  # fmt: skip
    joins(ann, asks, reference)
    now = again(app, told)
    assert (now.urgent, now.for_manager_only, now.must_not_read) == (True, True, "Mr Hollow")
    assert history(app, told)[-1][2] == {
        "telling": "child", "name": "Robin Planted", "onward": "stage-2", "safe": "no",
    }  # fmt: skip


@pytest.mark.parametrize("typed", ["", "SEF-7K4M-2XQ8", "nonsense", "x" * 41])
def test_what_is_no_reference_of_ours_changes_nothing(app, ann, typed):
    told, _reference = issued(app)
    asks = arrived(app, kind=Kind.STOP, answer_due_on=None)
    assert joins(ann, asks, typed).path.endswith(asks.id)
    assert len(history(app, told)) == len(history(app, asks)) == 1


def test_nothing_of_another_council_and_no_other_request_can_be_joined_to(app, ann):
    other, reference = issued(app, council="otherton")
    request, of_request = issued(app, kind=Kind.GOING_ON, answer_due_on=None)
    asks = arrived(app, kind=Kind.STOP, answer_due_on=None)
    for typed in (reference, of_request):
        assert joins(ann, asks, typed).path.endswith(asks.id)
    assert len(history(app, other)) == len(history(app, request)) == 1


def test_only_a_request_can_be_joined(app, ann):
    told, reference = issued(app)
    assert "there is nothing to join" in joins(ann, told, reference).text
    assert len(history(app, told)) == 1
