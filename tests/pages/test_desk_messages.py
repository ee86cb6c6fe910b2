"""An officer writes to the young person's own page: once, as typed, and never over something that came meanwhile."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from app.model.event import What
from app.model.representation import SafeContact, Way
from app.model.stage import Stage
from app.records import events, messages, tasks
from app.records.tables import event, letter
from tests.pages.at_the_desk import PASSWORD, acts, arrived, sign_in, signed_in
from tests.pages.following import CODE, Follower, letters, received
from tests.pages.talking import path_of, presses, says_it_is_read, writes
from tests.post.office import body_of
from tests.records.shelf import AWKWARD

WORDS = "We spoke with Jo.\n\nShe comes on Tuesday at four."


@pytest.fixture
def ann(app):
    return signed_in(app, "ann@example.org", name="Ann Example")


@pytest.fixture
def told(app, house):
    return received(house, contact=SafeContact())


@pytest.fixture
def child(client):
    return Follower(client)


def said(house, told) -> list[str]:
    with house.records.reading() as db:
        return [one.words for one in messages.of(events.of(db, told.id))]


def adds(house, told, words: str, at) -> None:
    with house.records.writing() as db:
        events.add(db, told.id, What.MESSAGE, at, words=words)


def test_what_is_written_is_kept_sealed_and_in_the_trail(app, ann, told, house):
    page = writes(ann, told, WORDS)
    assert "Sent. It is on their own page now." in page.text and "She comes on Tuesday at four." in page.text
    assert "Not seen yet" in page.text
    assert said(house, told) == [WORDS]
    assert [act for act, about in acts(app) if about == told.id][-2:] == ["wrote", "read"]
    with house.records.reading() as db:
        row = db.execute(select(event).where(event.c.what == "written")).one()
    assert b"Tuesday" not in row.words and b"language" not in row.more


def test_it_is_kept_letter_for_letter(ann, told, house):
    awkward = [words for words in AWKWARD if words.strip()] + ["a\r\nb"]
    for words in awkward:
        writes(ann, told, words)
    assert said(house, told) == [words.replace("\r\n", "\n") for words in awkward]


@pytest.mark.parametrize(("words", "says"), [("  \n", "Write something"), ("x" * 20_001, "Write at most 20,000")])
def test_what_cannot_be_sent_is_said_and_stays(ann, told, house, words, says):
    page = writes(ann, told, words, status=422)
    assert says in page.text and page.title.startswith("Error:")
    assert page.field("words").text.strip() == words.strip()
    assert said(house, told) == []


def test_pressed_twice_it_is_sent_once_and_other_words_are_asked_about(ann, told, house):
    page = ann.get_page(path_of(told))
    presses(ann, page, told, WORDS)
    assert "It was sent already. Nothing was done twice." in presses(ann, page, told, WORDS).text
    assert said(house, told) == [WORDS]
    again = presses(ann, page, told, "And bring a coat.", status=409)
    assert "Something came while you had this page open" in again.text
    presses(ann, again, told, "And bring a coat.")
    assert said(house, told) == [WORDS, "And bring a coat."]


def test_a_stale_page_shows_what_the_child_wrote_meanwhile_and_keeps_what_was_typed(ann, told, house, clock):
    page = ann.get_page(path_of(told))
    adds(house, told, "Please do not send Jo.", clock())
    stale = presses(ann, page, told, WORDS, status=409)
    assert "Yours has not been sent." in stale.text and "Please do not send Jo." in stale.text
    assert stale.field("words").text.split() == WORDS.split()
    assert said(house, told) == ["Please do not send Jo."]
    presses(ann, stale, told, WORDS)
    assert said(house, told) == ["Please do not send Jo.", WORDS]


def test_of_two_officers_the_second_sees_what_the_first_wrote(app, ann, told, house):
    bo = signed_in(app, "bo@example.org", name="Bo Example")
    page = bo.get_page(path_of(told))
    writes(ann, told, WORDS)
    second = presses(bo, page, told, "The same from me.", status=409)
    assert "Ann Example" in second.text and "She comes on Tuesday" in second.text
    assert said(house, told) == [WORDS]


def test_signed_out_meanwhile_nothing_typed_is_lost(app, ann, told, house, clock):
    page = ann.get_page(path_of(told))
    clock.move_on(minutes=16)
    presses(ann, page, told, WORDS)
    assert said(house, told) == []
    adds(house, told, "Thank you", clock())
    sign_in(ann, "ann@example.org", PASSWORD)
    back = ann.get_page(path_of(told))
    assert back.field("words").text.split() == WORDS.split()
    assert "Something came while you had this page open" in back.text
    presses(ann, back, told, WORDS)
    assert said(house, told) == ["Thank you", WORDS]
    assert ann.get_page(path_of(told)).field("words").text.strip() == ""


def test_without_a_good_token_it_is_not_sent_and_stays(ann, told, house):
    page = presses(ann, ann.get_page(path_of(told)), told, WORDS, status=400, csrf_token="forged")
    assert "Nothing is lost: press again." in page.text and page.field("words").text.split() == WORDS.split()
    assert said(house, told) == []


def test_the_language_is_asked_only_where_theirs_is_another(app, ann, house, told):
    assert "Which language" not in ann.get_page(path_of(told)).text
    polish = arrived(app, language="pl")
    page = writes(ann, polish, "Cześć", status=422)
    assert "Say which language it is in" in page.text
    assert "Polish" in writes(ann, polish, "Cześć", language="pl").text
    writes(ann, polish, "x", status=422, language="ar")
    writes(ann, polish, "Hello", language="en")
    with house.records.reading() as db:
        assert [one.language for one in messages.of(events.of(db, polish.id))] == ["pl", "en"]


@pytest.mark.parametrize(
    ("contact", "goes", "says"),
    [
        (SafeContact(), 0, "they see it when they next look"),
        (SafeContact(way=Way.EMAIL, where="robin@example.org", may_say_more=True), 2, "an email that says only"),
        (SafeContact(way=Way.TEXT, where="0151 496 0003"), 0, "set as a task for a person"),
    ],
)
def test_there_is_news_goes_once_for_each_message_the_safe_way_and_says_no_more(
    app, ann, house, contact, goes, says
):  # fmt: skip
    told = arrived(app, contact=contact)
    page = ann.get_page(path_of(told))
    assert says in page.text
    presses(ann, page, told, "planted words")
    presses(ann, page, told, "planted words")
    writes(ann, told, "planted words")
    sent = letters(house)
    assert len(sent) == goes
    for message, recipient in sent:
        assert recipient == "robin@example.org"
        assert "There is news for you." in body_of(message) and "planted" not in body_of(message)
    with house.records.reading() as db:
        assert len(tasks.of(db, told.id)) == (contact.way is Way.TEXT), "one task, however many messages"


def test_an_officer_without_a_name_cannot_sign_with_an_address(app, ann, told, house):
    assert "Sign it with my name" in ann.get_page(path_of(told)).text
    nameless = signed_in(app, "no-name@example.org")
    assert "Sign it" not in writes(nameless, told, "", status=422, signed="y").text
    writes(nameless, told, WORDS, signed="y")
    with house.records.reading() as db:
        assert [one.signed for one in messages.of(events.of(db, told.id))] == [""]


def test_who_has_no_code_cannot_read_it_and_the_page_says_so(app, ann, told):
    assert "They have no follow-up code" in ann.get_page(path_of(arrived(app))).text
    assert "They have no follow-up code" not in ann.get_page(path_of(told)).text


def test_what_the_child_adds_stays_in_today_until_it_is_answered(ann, told, house, clock):
    adds(house, told, "And the bike is gone.", clock())
    clock.move_on(minutes=1)
    ann.get_page(f"/desk/representations/{told.id}")
    assert "Something was added" in ann.get_page("/desk/").text
    writes(ann, told, WORDS)
    assert "Something was added" not in ann.get_page("/desk/").text
    adds(house, told, "Thank you", clock())
    assert "Something was added" in ann.get_page("/desk/").text


def test_or_until_an_officer_says_that_it_has_been_read(app, ann, told, house, clock):
    assert "needs no answer" not in ann.get_page(f"/desk/representations/{told.id}").text
    adds(house, told, "Thank you", clock())
    page = ann.get_page(f"/desk/representations/{told.id}")
    adds(house, told, "One thing more", clock())
    assert "Something has come since." in says_it_is_read(ann, told, page).text
    assert "Something was added" in ann.get_page("/desk/").text
    page = ann.get_page(f"/desk/representations/{told.id}")
    assert "Kept: it has been read." in says_it_is_read(ann, told, page).text
    assert "That was done already." in says_it_is_read(ann, told, page).text
    assert "Something was added" not in ann.get_page("/desk/").text
    assert [act for act, _about in acts(app)].count("heard") == 1


@pytest.mark.parametrize("stage", [Stage.RESOLVED, Stage.WITHDRAWN])
def test_after_it_has_ended_messages_still_go_and_come(ann, child, house, stage):
    told = received(house, stage=stage, contact=SafeContact())
    child.gives(CODE)
    child.asks("more", "It began again")
    assert "Something was added" in ann.get_page("/desk/").text
    writes(ann, told, WORDS)
    assert "She comes on Tuesday" in child.looks().text


def test_the_officer_sees_when_their_page_first_showed_it(ann, child, told, house, clock):
    adds(house, told, "My bike is gone.", clock())
    writes(ann, told, WORDS)
    path = f"/desk/representations/{told.id}"
    clock.move_on(hours=3)
    child.gives(CODE)
    clock.move_on(minutes=5)
    child.looks()
    ann = signed_in(ann.app, "bo@example.org")
    assert ann.get_page(path).text.count("Seen on Sunday 22 November, 13:00") == 1, "of ours, and not of theirs"
    with house.records.reading() as db:
        shown = [one for one in events.of(db, told.id) if one.what is What.SHOWN]
    assert len(shown) == 1 and shown[0].at == clock() - timedelta(minutes=5)
    with house.records.reading() as db:
        assert db.execute(select(letter)).all() == [], "to whoever comes with a code nothing is sent"
