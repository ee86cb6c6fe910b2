"""A new password: by a letter to the officer's own mailbox, or after giving the one that was."""

import re
import time
from email import policy
from email.parser import BytesParser

import pytest
from sqlalchemy import select

from app.records import desk_sessions, officers, second_steps
from app.records.tables import letter as letters
from tests.page_client import PageClient
from tests.pages.at_the_desk import PASSWORD, acts, officer, sign_in

NEW = "lantern harbour violin"
LINK = re.compile(r"http://localhost:8000(/desk/new-password/\S+)")
NEUTRAL = "If somebody signs in here with that address, a letter is on its way to it."


@pytest.fixture
def ann(app):
    return officer(app, "ann@example.org", name="Ann Example")


def letters_of(app) -> list:
    """The letters that are owed, the newest last, as the mail server would get them."""
    with app.extensions["house"].records.reading() as db:
        rows = db.execute(select(letters).order_by(letters.c.number)).all()
        sealed = [db.vault.open_bytes(row.message, "letter", row.id, "message") for row in rows]
    return [BytesParser(policy=policy.SMTP).parsebytes(message) for message in sealed]


def ask(client: PageClient, email: str):
    return client.send("/desk/new-password", {"email": email})


def link_in(app) -> str:
    return LINK.search(letters_of(app)[-1].get_content())[1]


def choose(client: PageClient, link: str, password: str = NEW, status: int = 200):
    return client.send(link, {"password": password}, status)


def test_a_letter_lets_them_choose_and_signs_out_everywhere(app, client, ann):
    other = PageClient(app)
    sign_in(other, ann.email)
    assert NEUTRAL in ask(client, " Ann@example.org ").text
    [letter] = letters_of(app)
    assert (letter["To"], letter["Subject"]) == (ann.email, "About signing in")
    for word in ("complaint", "child", "Ann", "desk of", "Sefton"):
        assert word not in letter.get_content(), word
    page = choose(client, link_in(app))
    assert page.heading == "Sign in to the desk" and "Your new password is kept" in page.text
    assert other.get("/desk/").status_code == 303
    sign_in(client, ann.email, status=422)
    assert sign_in(client, ann.email, NEW).heading == "Today"
    assert "was changed" in letters_of(app)[-1].get_content()
    assert [act for act, _id in acts(app)] == ["signed-in", "password-changed", "signed-in"]


def test_it_works_once(app, client, ann):
    ask(client, ann.email)
    link = link_in(app)
    choose(client, link)
    assert "works once" in client.get_page(link).text
    assert client.post(link, {"password": "another good long one"}).status_code in (303, 400)
    assert sign_in(client, ann.email, NEW).heading == "Today"


def test_looking_uses_nothing_up_as_mail_systems_open_every_link(app, client, ann):
    ask(client, ann.email)
    for _ in range(3):
        PageClient(app).get_page(link_in(app))
    choose(client, link_in(app))
    assert sign_in(client, ann.email, NEW).heading == "Today"


def test_it_works_for_an_hour(app, client, clock, ann):
    ask(client, ann.email)
    link = link_in(app)
    clock.move_on(minutes=59)
    assert client.get_page(link).heading == "Choose a new password"
    clock.move_on(minutes=2)
    assert "works once, for an hour" in client.get_page(link).text


def test_an_older_letter_is_used_up_with_a_newer_one(app, client, ann):
    ask(client, ann.email)
    older = link_in(app)
    ask(client, ann.email)
    choose(client, link_in(app))
    assert "does not work any more" in client.get_page(older).text


@pytest.mark.parametrize("email", ["nobody@example.org", "gone@example.org", "no address", "\0", "a@b\r\nBcc: c@d"])
def test_the_answer_is_the_same_for_everybody_and_only_officers_get_letters(app, client, ann, email):
    gone = officer(app, "gone@example.org")
    with app.extensions["house"].records.writing() as db:
        officers.disable(db, gone.id)
    assert NEUTRAL in ask(client, email).text
    assert letters_of(app) == []


def test_asking_takes_as_long_for_nobody_as_for_somebody(client, ann):
    def seconds(email: str) -> float:
        token = client.get_page("/desk/new-password").csrf_token
        began = time.process_time()
        client.post("/desk/new-password", {"csrf_token": token, "email": email})
        return time.process_time() - began

    known, unknown = (sorted(seconds(email) for _ in range(3))[1] for email in (ann.email, "bo@example.org"))
    assert 0.4 < known / unknown < 2.5


def test_at_most_three_letters_an_hour_and_the_answer_does_not_change(app, client, clock, ann):
    for _ in range(5):
        assert NEUTRAL in ask(client, ann.email).text
    assert len(letters_of(app)) == 3
    clock.move_on(minutes=61)
    ask(client, ann.email)
    assert len(letters_of(app)) == 4


def test_an_officer_disabled_meanwhile_chooses_nothing(app, client, ann):
    ask(client, ann.email)
    link = link_in(app)
    with app.extensions["house"].records.writing() as db:
        officers.disable(db, ann.id)
    assert "does not work any more" in client.get_page(link).text


@pytest.mark.parametrize("weak", ["short", "aaaaaaaaaaaaaaaa", "my password is long", "annabel123456789", "x" * 201])
def test_one_that_is_easy_to_guess_is_refused_and_said_why(app, client, ann, weak):
    ask(client, ann.email)
    page = choose(client, link_in(app), weak, 422)
    assert page.title.startswith("Error:") and weak not in page.html
    assert sign_in(client, ann.email).heading == "Today"


def test_the_second_step_stays_after_a_new_password(app, client, ann):
    with app.extensions["house"].records.writing() as db:
        second_steps.keep(db, ann.id, "JBSWY3DPEHPK3PXP", 0, app.extensions["house"].clock())
    ask(client, ann.email)
    choose(client, link_in(app))
    assert sign_in(client, ann.email, NEW).heading == "The second step"


def test_changing_it_signs_out_every_other_device(app, client, clock, ann):
    other = PageClient(app)
    sign_in(other, ann.email)
    sign_in(client, ann.email)
    page = client.send("/desk/you/password", {"current": PASSWORD, "password": NEW})
    assert "Every other device is signed out" in page.text
    assert client.get("/desk/").status_code == 200
    assert other.get("/desk/").status_code == 303
    with app.extensions["house"].records.reading() as db:
        assert desk_sessions.how_many(db, ann.id, clock.now) == 1
    assert letters_of(app)[-1]["To"] == ann.email


def test_without_the_password_that_was_nothing_changes_and_guesses_are_slowed(app, client, ann):
    sign_in(client, ann.email)
    for _ in range(10):
        page = client.send("/desk/you/password", {"current": "wrong", "password": NEW}, 422)
    assert "not the password you have now" in page.text
    client.send("/desk/you/password", {"current": PASSWORD, "password": NEW}, 429)
    assert sign_in(PageClient(app), ann.email).heading == "Today"


def test_passwords_typed_at_the_end_of_a_session_are_kept_nowhere(app, client, clock, ann):
    sign_in(client, ann.email)
    token = client.get_page("/desk/you/password").csrf_token
    clock.move_on(minutes=16)
    facts = {"csrf_token": token, "current": PASSWORD, "password": NEW}
    assert client.post("/desk/you/password", facts).status_code == 303
    assert "has been kept" not in client.get_page("/desk/sign-in").text
