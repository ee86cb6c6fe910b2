"""Today's list, and opening one: what an officer sees, and what they do not see until they open it."""

from datetime import UTC, date, datetime

import pytest

from app.model.event import Task, What
from app.model.representation import Account, Answer, Feeling, Kind, OnBehalfOf, SafeContact, Telling, Way
from app.records import events, outbox, tasks
from app.records.outbox import Letter
from tests.pages.at_the_desk import acts, arrived, signed_in

FRIDAY, THURSDAY = datetime(2026, 11, 20, 10, tzinfo=UTC), datetime(2026, 11, 19, 10, tzinfo=UTC)


@pytest.fixture
def ann(app):
    return signed_in(app, "ann@example.org", name="Ann Example")


def test_says_so_when_there_is_nothing(ann):
    text = ann.get_page("/desk/").text
    assert "Nothing needs you now" in text
    assert "0 to record" in text and "by hand" not in text and "letter" not in text


@pytest.mark.parametrize(
    ("due_on", "says"),
    [
        (date(2026, 11, 25), "Reference due Wednesday 25 November On time: 1 working day left"),
        (date(2026, 11, 24), "Reference due Tuesday 24 November Due today"),
        (date(2026, 11, 20), "Reference due Friday 20 November Late by 2 working days"),
    ],
)
def test_says_how_each_stands_against_its_day(app, ann, clock, due_on, says):
    arrived(app, reference_due_on=due_on)
    clock.move_to(datetime(2026, 11, 24, 9, tzinfo=UTC))
    ann = signed_in(app, "bo@example.org")
    assert says in ann.get_page("/desk/").text


def test_the_oldest_comes_first_and_nothing_a_child_wrote_is_shown(app, ann):
    arrived(app, kind=Kind.COMPLIMENT, answer_due_on=None)
    arrived(app, kind=Kind.COMMENT, answer_due_on=None, received_at=THURSDAY, received_on=date(2026, 11, 19))
    page = ann.get_page("/desk/")
    rows = [row.text for row in page.root.all("tr")][1:]
    assert [row.split()[0] for row in rows] == ["Comment", "Compliment"]
    assert "Nobody came" not in page.html
    assert "Robin" not in page.html
    assert not [act for act in acts(app) if act[0] == "read"]


def test_tasks_are_done_with_one_press_and_only_once(app, ann, house, clock):
    told = arrived(app, contact=SafeContact(way=Way.CALL, where="0151 496 0003"))
    with house.records.writing() as db:
        tasks.add(db, told.id, "sefton", Task.TELL_REFERENCE, date(2026, 11, 19), clock(), "x")
        [task] = tasks.to_do(db, "sefton")
    text = ann.get_page("/desk/").text
    assert "Call, and tell the reference number" in text
    assert "Due Thursday 19 November Late by 1 working day" in text
    assert "Done." in ann.send(f"/desk/tasks/{task.id}/done", {}, page="/desk/").text
    assert "done already" in ann.send(f"/desk/tasks/{task.id}/done", {}, page="/desk/").text
    assert acts(app).count(("task-done", told.id)) == 1


def test_a_letter_that_would_not_go_is_sent_again_with_one_press(app, ann, house, clock):
    letter = Letter(
        id="a" * 32,
        council="sefton",
        purpose="inbox",
        once="x",
        queued_at=clock(),
        recipient="x@example.org",
        message=b"x",
    )
    with house.records.writing() as db:
        outbox.queue(db, letter)
        for _ in range(outbox.LEAST_TRIES):
            [claim] = outbox.claim(db, clock(), 0, due_by=datetime(2027, 1, 1, tzinfo=UTC))
            outbox.mark_failed(db, claim.id, claim.fence, clock(), "SMTP 550", lambda: 0.0)
    assert "Still trying by itself" in ann.get_page("/desk/").text
    with house.records.writing() as db:
        clock.move_on(minutes=5)
        [claim] = outbox.claim(db, clock(), 0, due_by=datetime(2027, 1, 1, tzinfo=UTC))
        outbox.mark_failed(db, claim.id, claim.fence, datetime(2026, 11, 27, tzinfo=UTC), "SMTP 550", lambda: 0.0)
    assert "SMTP 550" in ann.get_page("/desk/").text
    assert "tried again" in ann.send(f"/desk/letters/{letter.id}/send-again", {}, page="/desk/").text
    assert ("sent-again", "") in acts(app)


def test_opening_one_shows_everything_exactly_as_it_was_written_and_is_in_the_trail(app, ann):
    told = arrived(
        app,
        telling=Telling.FAMILY,
        on_behalf_of=OnBehalfOf(name="Sam", knows=Answer.YES, agrees=Answer.NOT_SURE),
        contact=SafeContact(way=Way.EMAIL, where="robin@example.org"),
        wants_advocate=True,
    )
    page = ann.get_page(f"/desk/representations/{told.id}")
    words = next(page.root.all("blockquote"))
    assert (words.get("dir"), words.get("lang")) == ("auto", "en")
    assert "".join(words.children) == told.words
    for shown in ("Robin Planted", "Sam", "robin@example.org", "Not sure", "Wants an advocate Yes", "This site"):
        assert shown in page.text
    assert "Only say that there is news" in page.text
    assert acts(app)[-1] == ("read", told.id)


def test_how_it_felt_when_it_was_and_who_was_there_are_shown_where_they_were_said(app, ann):
    account = Account(feeling=Feeling.SCARED, when="every <b>Tuesday</b>", on=date(2026, 11, 2), who_was_there="Dee")
    page = ann.get_page(f"/desk/representations/{arrived(app, account=account).id}")
    for said in ("Scared", "every <b>Tuesday</b>", "2 November 2026", "Dee"):
        assert said in page.text
    assert "Who was there" not in ann.get_page(f"/desk/representations/{arrived(app).id}").text


def test_looking_with_head_is_in_the_trail_too(app, ann):
    told = arrived(app)
    ann.browser.head(f"/desk/representations/{told.id}")
    assert acts(app)[-1] == ("read", told.id)


def test_control_signs_are_shown_and_break_nothing(app, ann):
    told = arrived(app, words="a\x00b\x1b[31m", name="<script>alert(1)</script>")
    page = ann.get_page(f"/desk/representations/{told.id}")
    assert "a␀b␛[31m" in page.text
    assert "<script>alert" not in page.html


def test_where_it_is_safe_it_says_so_and_where_they_come_back_it_says_not_to_write(app, ann):
    safe = arrived(app, contact=SafeContact(way=Way.TEXT, where="0151 496 0001", may_say_more=True))
    assert "safe to give details there" in ann.get_page(f"/desk/representations/{safe.id}").text
    quiet = arrived(app)
    assert "Do not contact them" in ann.get_page(f"/desk/representations/{quiet.id}").text


def test_what_was_added_is_on_the_list_until_somebody_answers_it_and_what_is_asked_until_it_is_opened(
    app, ann, house, clock
):
    told = arrived(app)
    ann.get_page(f"/desk/representations/{told.id}")
    clock.move_on(minutes=1)
    with house.records.writing() as db:
        events.add(db, told.id, What.MESSAGE, clock(), words="And the bike is gone.")
        events.add(db, told.id, What.ASKED_NEXT_STAGE, clock())
        events.add(db, told.id, What.ASKED_TO_STOP, clock())
    page = ann.get_page("/desk/")
    assert "Something was added" in page.text and "Asks for the next stage" in page.text
    assert "bike" not in page.html
    clock.move_on(minutes=1)
    assert "And the bike is gone." in ann.get_page(f"/desk/representations/{told.id}").text
    text = ann.get_page("/desk/").text
    assert "Asks for the next stage" not in text
    assert "Something was added" in text
    assert "Asks to stop: speak with them first" in text, "it stays until somebody has"


def test_an_id_of_nothing_is_not_found(ann):
    for id in ("0" * 32, "x", "%00", "..%2f..%2fetc", "A" * 32, "é" * 32, "1" * 5000):
        assert ann.get(f"/desk/representations/{id}").status_code == 404
        assert ann.get(f"/desk/representations/{id}/record").status_code == 404
