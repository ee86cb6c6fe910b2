"""Recording: the reference, whom to ask, the day of the answer; all of it once, and at once."""

from datetime import date

import pytest

from app.model.age import AgeGroup
from app.model.event import Task, What
from app.model.representation import Kind, SafeContact, Way
from app.model.stage import Stage
from app.records import events, moves, officers, representations, tasks
from app.records.officers import Role
from app.records.tables import letter as letters
from tests.pages.at_the_desk import acts, again, arrived, officer, signed_in

ANSWER = "2026-12-04"


@pytest.fixture
def ann(app):
    """Ann's browser."""
    return signed_in(app, "ann@example.org", name="Ann Example")


def path_of(told) -> str:
    return f"/desk/representations/{told.id}/record"


def me(app, email: str = "ann@example.org"):
    with app.extensions["house"].records.reading() as db:
        return officers.find(db, email)


def of(app, told, kept):
    with app.extensions["house"].records.reading() as db:
        return kept.of(db, told.id)


def letters_to_go(app) -> int:
    with app.extensions["house"].records.reading() as db:
        return len(db.execute(letters.select()).all())


def test_records_a_complaint_whole(app, ann):
    told = arrived(app)
    page = ann.send(path_of(told), {"contact": me(app).id, "answer_due_on": ANSWER})
    now = again(app, told)
    assert f"The reference number is {now.reference}" in page.text
    assert now.reference.startswith("SEF-")
    assert (now.stage, now.answer_due_on) == (Stage.LOCAL_RESOLUTION, date(2026, 12, 4))
    assert (now.contact_name, now.contact_details) == ("Ann Example", "0151 496 0002, ann@example.org")
    assert [event.what for event in of(app, told, events)] == [What.RECEIVED, What.RECORDED]
    [move] = of(app, told, moves)
    assert (move.stage, move.moved_on) == (Stage.LOCAL_RESOLUTION, told.received_on)
    assert acts(app)[-2:] == [("recorded", told.id), ("read", told.id)]


def test_how_old_they_are_can_be_said_and_put_right(app, ann):
    told = arrived(app)
    assert ann.get_page(path_of(told)).field("age_group").text.startswith("Not known")
    page = ann.send(path_of(told), {"contact": "team", "answer_due_on": ANSWER, "age_group": "13-15"})
    assert again(app, told).age_group is AgeGroup.FROM_13 and "13 to 15" in page.text

    ages = page.link("Change the age")
    [chosen] = [one for one in ann.get_page(ages).root.all("option") if "selected" in one.attributes]
    assert chosen.text == "13 to 15"
    assert "16 or 17" in ann.send(ages, {"age_group": "16-17"}).text
    assert again(app, told).age_group is AgeGroup.FROM_16 and ("age-said", told.id) in acts(app)
    ann.send(ages, {"age_group": ""})
    assert again(app, told).age_group is None
    assert "Not a valid choice" in ann.send(ages, {"age_group": "old"}, status=422).text
    assert again(app, told).age_group is None


def test_the_day_of_the_answer_is_there_already_and_may_be_sooner_or_as_late_as_the_law_lets_it(app, ann):
    for day in ("2026-11-30", "2026-12-18"):
        told = arrived(app)
        assert ann.get_page(path_of(told)).field("answer_due_on").get("value") == ANSWER
        ann.send(path_of(told), {"contact": "team", "answer_due_on": day})
        assert again(app, told).answer_due_on == date.fromisoformat(day)


TO_MEND = (
    ({"answer_due_on": "2026-12-21"}, "later than the law allows. The latest is 18 December 2026"),
    ({"answer_due_on": "2026-12-05"}, "not a working day"),
    ({"answer_due_on": "2026-11-20"}, "That day is over"),
    ({"answer_due_on": ""}, "Give the day of the answer"),
    ({"answer_due_on": "soon"}, "Give a day, such as 2026-11-25"),
    ({"answer_due_on": "9999-99-99"}, "Give a day, such as 2026-11-25"),
    ({"contact": ""}, "Choose whom they can ask"),
    ({"contact": "nobody"}, "Not a valid choice"),
)


def test_says_what_to_mend_and_records_nothing(app, ann):
    for fields, says in TO_MEND:
        told = arrived(app)
        page = ann.send(path_of(told), {"contact": "team", "answer_due_on": ANSWER} | fields, status=422)
        assert says in page.text
        assert page.title.startswith("Error:")
        assert again(app, told).reference == ""


def test_other_kinds_have_no_day_and_no_stage(app, ann):
    told = arrived(app, kind=Kind.COMMENT, answer_due_on=None)
    page = ann.get_page(path_of(told))
    assert "gives this kind no day" in page.text
    ann.send(path_of(told), {"contact": "team"})
    now = again(app, told)
    assert (now.stage, now.answer_due_on, of(app, told, moves)) == (Stage.RECEIVED, None, [])
    assert now.contact_name == "Sefton complaints team"


def test_a_colleague_may_be_the_contact_but_not_one_who_has_left_or_of_another_council(app, ann):
    told = arrived(app)
    bo = officer(app, "bo@example.org", name="Bo Example")
    gone = officer(app, "gone@example.org", name="Gone Example")
    far = officer(app, "far@example.org", council="otherton", name="Far Example")
    auditor = officer(app, "auditor@example.org", role=Role.AUDITOR, name="Auditor Example")
    with app.extensions["house"].records.writing() as db:
        officers.disable(db, gone.id)
    for other in (gone, far, auditor):
        ann.send(path_of(told), {"contact": other.id, "answer_due_on": ANSWER}, status=422)
    ann.send(path_of(told), {"contact": bo.id, "answer_due_on": ANSWER})
    assert again(app, told).contact_name == "Bo Example"


def test_the_second_of_two_officers_is_told_who_was_quicker(app, ann):
    told = arrived(app)
    bo = signed_in(app, "bo@example.org", name="Bo Example")
    pages = [browser.get_page(path_of(told)) for browser in (ann, bo)]
    fields = {"contact": "team", "answer_due_on": ANSWER}
    ann.post(path_of(told), fields | {"csrf_token": pages[0].csrf_token})
    reference, sent = again(app, told).reference, letters_to_go(app)

    late = {"contact": me(app, "bo@example.org").id, "answer_due_on": "2026-12-01", "csrf_token": pages[1].csrf_token}
    page = bo._page(bo.post(path_of(told), late, follow_redirects=True), 200)

    assert "Ann Example has recorded it already" in page.text
    now = again(app, told)
    assert (now.reference, now.contact_name, now.answer_due_on) == (
        reference,
        "Sefton complaints team",
        date(2026, 12, 4),
    )
    assert letters_to_go(app) == sent
    assert [event.what for event in of(app, told, events)].count(What.RECORDED) == 1


def test_pressed_twice_is_recorded_once(app, ann):
    told = arrived(app, contact=SafeContact(way=Way.CALL, where="0151 496 0003"))
    fields = {"contact": "team", "answer_due_on": ANSWER, "csrf_token": ann.get_page(path_of(told)).csrf_token}
    first, second = (ann.post(path_of(told), fields) for _ in range(2))
    assert first.status_code == second.status_code == 303
    assert "You have recorded it already" in ann.get_page(second.location).text
    assert len(of(app, told, moves)) == len(of(app, told, tasks)) == 1


def test_a_reference_the_clock_has_issued_is_kept(app, ann, house, clock):
    told = arrived(app)
    with house.records.writing() as db:
        representations.issue(db, told, "SEF", clock(), lambda signs: signs[0], "The team", "")
    issued = again(app, told).reference
    assert "still needs a person" in ann.get_page("/desk/").text
    ann.send(path_of(told), {"contact": me(app).id, "answer_due_on": ANSWER})
    now = again(app, told)
    assert (now.reference, now.contact_name) == (issued, "Ann Example")


@pytest.mark.parametrize(("say_more", "purpose"), [(True, "acknowledgement"), (False, "news")])
def test_tells_them_by_email_as_fully_as_is_safe(app, ann, house, say_more, purpose):
    told = arrived(app, contact=SafeContact(way=Way.EMAIL, where="robin@example.org", may_say_more=say_more))
    ann.send(path_of(told), {"contact": "team", "answer_due_on": ANSWER})
    with house.records.reading() as db:
        [letter] = db.execute(letters.select()).all()
    assert letter.purpose == purpose


@pytest.mark.parametrize("way", [Way.TEXT, Way.CALL, Way.LETTER, Way.PERSON])
def test_other_ways_become_a_task_with_the_same_day(app, ann, way):
    told = arrived(app, contact=SafeContact(way=way, where="Aunt Jo"))
    ann.send(path_of(told), {"contact": "team", "answer_due_on": ANSWER})
    [task] = of(app, told, tasks)
    assert (task.what, task.due_on) == (Task.TELL_REFERENCE, told.reference_due_on)


def test_a_late_one_keeps_its_day_even_when_that_is_over(app, ann, clock):
    told = arrived(app)
    clock.move_on(days=30)
    ann = signed_in(app, "bo@example.org")
    ann.send(path_of(told), {"contact": "team", "answer_due_on": ANSWER})
    assert again(app, told).answer_due_on == date(2026, 12, 4)
