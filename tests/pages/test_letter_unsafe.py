"""A letter of ours that cannot be built keeps back nothing of what a child sent: it becomes a task for an officer."""

from dataclasses import replace

import pytest

from app.model.event import Task, What
from app.model.follow_up_code import parse_code
from app.records import representations, tasks
from tests.pages.at_the_desk import signed_in
from tests.pages.following import CODE as A_CODE
from tests.pages.following import Follower, asked, received
from tests.pages.telling import CODE, FORM, HELP_NOW, KIND, SAFE, TELLING, Teller, all_sent, counts
from tests.pages.test_tell_sending import WORDS_OF_AMINA

NO_ADDRESS = "complaints at sefton"
TASK = "A letter about this could not be written: read it here"


@pytest.fixture
def no_letter_can_be_built(house, monkeypatch):
    """What the content check would refuse: an address that is none, of the sender and of each mailbox."""
    council = house.library.councils["sefton"]
    inboxes = dict.fromkeys(("complaints", "comments", "advocacy", "urgent", "manager"), NO_ADDRESS)
    broken = replace(council, mail_from=NO_ADDRESS, inboxes=replace(council.inboxes, **inboxes))
    monkeypatch.setitem(house.library.councils, "sefton", broken)


def set_tasks(house) -> list[Task]:
    with house.records.reading() as db:
        return [task.what for task in tasks.to_do(db, "sefton")]


def test_the_complaint_is_kept_its_code_is_shown_and_an_officer_has_it_to_do(
    app, client, house, clock, no_letter_can_be_built, caplog
):  # fmt: skip
    teller = Teller(client)
    teller.answers_all(where={"where": "tomos@example.org", "more": "yes"})
    page = teller.sends()
    assert page.heading == "We have it. Thank you for telling us."
    code = CODE.search(page.text)[0]
    [told] = all_sent(house)
    assert told.words == WORDS_OF_AMINA
    with house.records.reading() as db:
        assert representations.find_by_code(db, parse_code(code), "sefton").id == told.id
        [task] = tasks.of(db, told.id)
    assert counts(house)["letter"] == 0
    assert (task.what, task.due_on) == (Task.LETTER_UNSAFE, clock().date())
    ann = signed_in(app, "ann@example.org")
    assert TASK in ann.get_page("/desk/").text
    assert TASK in ann.get_page(f"/desk/representations/{told.id}").text
    assert "was not built" in caplog.text and "Amina" not in caplog.text and "keeps changing" not in caplog.text


def test_so_is_what_is_sent_now_and_the_whole_after_it(client, house, no_letter_can_be_built):
    teller = Teller(client)
    teller.answers(KIND, kind="complaint")
    teller.answers(TELLING, telling="child")
    teller.answers(SAFE, safe="no")
    teller.answers(HELP_NOW, words="He is here.", reach="", go="now")
    [told] = all_sent(house)
    assert (told.words, told.urgent) == ("He is here.", True)
    assert set_tasks(house) == [Task.LETTER_UNSAFE]


@pytest.mark.parametrize("code", ["none", "yes"])
def test_so_is_what_is_asked_about_something_told_before(client, house, no_letter_can_be_built, code):
    told = received(house)
    teller = Teller(client)
    given = {"have": "code", "given": A_CODE} if code == "yes" else {"have": "none", "given": ""}
    teller.answers_all(kind={"kind": "stop"}, have=given)
    assert teller.sends().path == f"{FORM}sent"
    assert set_tasks(house) == [Task.LETTER_UNSAFE]
    assert bool(asked(house, told)) == (code == "yes")


def test_so_is_what_is_added_on_the_follow_page(client, house, no_letter_can_be_built):
    told = received(house)
    child = Follower(client)
    child.gives(A_CODE)
    assert "What you added is with the council now." in child.asks("more", "And the bike is gone.").text
    child.asks("more", "And my coat.")
    assert asked(house, told) == [(What.MESSAGE, "And the bike is gone."), (What.MESSAGE, "And my coat.")]
    assert set_tasks(house) == [Task.LETTER_UNSAFE], "one for a person to see to"


def test_so_is_what_may_be_from_a_robot(client, house, no_letter_can_be_built):
    teller = Teller(client)
    teller.answers_all()
    page = client.send(f"{FORM}check", {"homepage": "https://robot.example"})
    assert CODE.search(page.text)
    assert len(all_sent(house)) == 1
