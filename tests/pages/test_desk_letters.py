"""Letters at the desk: a draft with each move, seen and changed before it goes, sent safely, and kept as it went."""

import html
import re
from email import message_from_bytes

import pytest
from sqlalchemy import select

from app.model.event import Task
from app.model.letter import Went
from app.model.move import Key
from app.model.representation import SafeContact, Way
from app.records import child_letters, officers, readers, tasks
from app.records.readers import KeptFrom
from app.records.tables import child_letter as table
from tests.pages.at_the_desk import acts, again, arrived, signed_in
from tests.pages.following import letters as emails
from tests.pages.moving import course, moves, path_of, recorded

ROBIN = "robin@example.org"
EMAIL = SafeContact(way=Way.EMAIL, where=ROBIN)
SAFE = SafeContact(way=Way.EMAIL, where=ROBIN, may_say_more=True)


@pytest.fixture
def ann(app):
    return signed_in(app, "ann@example.org", name="Ann Example")


def answered(app, ann, **facts):
    """Stage 1 is answered; the letter about it."""
    told = recorded(app, ann, **facts)
    moves(ann, told, Key.STAGE_1_ANSWERED, "2026-11-22")
    return again(app, told), drafts(app, told)[0]


def drafts(app, told):
    with app.extensions["house"].records.reading() as db:
        return child_letters.of(db, told.id)


def opens(who, told, letter):
    return who.get_page(f"{path_of(told)}/letters/{letter.id}")


def presses(who, page, status=200, **more):
    hidden = {name: page.field(name).get("value") for name in ("csrf_token", "seen")}
    typed = {name: text_of(page, name) for name in ("title", "words", "english_title", "english_words")}
    fields = (
        hidden | {name: value for name, value in typed.items() if value} | {"press": "send", "how": "safely"} | more
    )
    return who._page(who.browser.post(page.path, data=fields, follow_redirects=True), status)


def text_of(page, name):
    """What stands in a field, line by line."""
    area = re.search(rf'<textarea[^>]*name="{name}"[^>]*>\r?\n?(.*?)</textarea>', page.html, re.DOTALL)
    one = next((one for one in page.root.all("input") if one.get("name") == name), None)
    return html.unescape(area[1]) if area else one.get("value") if one else ""


def task_of(app, told):
    with app.extensions["house"].records.reading() as db:
        return [task.what for task in tasks.of(db, told.id) if task.done_at is None]


def test_a_move_brings_a_letter_with_its_facts_as_a_draft_that_waits(app, ann):
    told, letter = answered(app, ann)
    assert letter.is_draft and letter.words.title == "Our answer to you"
    for words in ("Hello Robin Planted,", f"Your number: {told.reference}", "Nobody came at Easter", "**Upheld."):
        assert words in letter.words.words
    assert "Please ask for it by this day: Friday 18 December 2026." in letter.words.words
    page = ann.get_page(path_of(told))
    assert "A draft: look at it, and send it." in page.text
    page = opens(ann, told, letter)
    assert "Our answer to you" in page.text and "You can ask for stage 2." in page.text


def test_each_move_that_tells_something_has_one_and_no_other(app, ann):
    told = recorded(app, ann)
    [letter] = drafts(app, told)
    assert (
        letter.what is Key.RECORDED and "You get our answer by this day: Friday 4 December 2026" in letter.words.words
    )
    moves(ann, told, Key.ASSIGNED, "2026-11-22", officer="nobody", status=422)
    moves(ann, told, Key.WITHDRAWN, "2026-11-22")
    assert [one.what for one in drafts(app, told)] == [Key.WITHDRAWN, Key.RECORDED]


@pytest.mark.parametrize(
    ("contact", "way", "purposes", "task"),
    [
        (SafeContact(), Went.PAGE, [], []),
        (EMAIL, Went.NEWS, ["news"], []),
        (SAFE, Went.EMAIL, ["child-letter"], []),
        (SafeContact(way=Way.EMAIL, where=ROBIN, may_say_more=True, keep_from="My uncle"), Went.NEWS, ["news"], []),
        (SafeContact(way=Way.EMAIL, where="nobody at home"), Went.BY_HAND, [], [Task.TELL_REFERENCE, Task.GIVE_LETTER]),
        (SafeContact(way=Way.LETTER, where="1 Road"), Went.BY_HAND, [], [Task.TELL_REFERENCE, Task.GIVE_LETTER]),
    ],
)
def test_it_goes_in_the_way_that_is_safe(app, ann, house, contact, way, purposes, task):
    told, letter = answered(app, ann, contact=contact)
    before = len(emails(house))
    presses(ann, opens(ann, told, letter))
    letter = drafts(app, told)[0]
    assert letter.way is way and letter.went_at
    sent = emails(house)[before:]
    assert len(sent) == len(purposes)
    for message, recipient in sent:
        assert recipient == ROBIN
        words = body_of(message)
        assert ("Nobody came at Easter" in words) is (way is Went.EMAIL)
        assert b"Subject: There is news for you" in message and "**" not in words and "##" not in words
    assert task_of(app, told) == task
    assert acts(app)[-2:] == [("letter-sent", told.id), ("read", told.id)]


def body_of(message: bytes) -> str:
    return message_from_bytes(message).get_payload(decode=True).decode("utf-8")


def test_it_can_be_changed_first_and_what_goes_out_is_kept_as_it_went(app, ann, house):
    told, letter = answered(app, ann)
    page = presses(ann, opens(ann, told, letter), press="keep", words="Hi.\r\n\r\n- **One** <b>\r\n- two", title="Ours")
    assert "It is kept as a draft." in page.text
    assert [item.text for item in page.root.all("li")][-2:] == ["One <b>", "two"]
    assert drafts(app, told)[0].is_draft
    page = presses(ann, opens(ann, told, letter))
    assert "The letter stands on their own page now." in page.text
    kept = drafts(app, told)[0]
    assert (kept.words.title, kept.words.words) == ("Ours", "Hi.\n\n- **One** <b>\n- two")
    page = opens(ann, told, letter)
    assert "It stands on their own page" in page.text and not list(page.root.all("textarea"))
    with house.records.reading() as db:
        assert b"One" not in db.execute(select(table.c.words)).scalars().first(), "it is sealed"


def test_a_press_twice_sends_once(app, ann, house):
    told, letter = answered(app, ann, contact=EMAIL)
    page = opens(ann, told, letter)
    presses(ann, page)
    before = len(emails(house))
    assert "It went already. Nothing was sent twice." in presses(ann, page).text
    assert len(emails(house)) == before


def test_the_second_of_two_officers_is_shown_what_changed(app, ann):
    told, letter = answered(app, ann)
    bob = signed_in(app, "bob@example.org", name="Bob Example")
    page, bobs = opens(ann, told, letter), opens(bob, told, letter)
    presses(bob, bobs, press="keep", words="Bob’s words.")
    shown = presses(ann, page, 409, words="Ann’s words.")
    assert "Bob Example changed this letter" in shown.text and "Bob’s words." in shown.text
    assert text_of(shown, "words").strip() == "Ann’s words."
    assert drafts(app, told)[0].words.words == "Bob’s words."
    presses(ann, shown, words="Ann’s words.")
    assert drafts(app, told)[0].words.words == "Ann’s words."
    shown = presses(bob, bobs, 409, words="Too late.")
    assert "It has gone, and nothing changes it any more." in shown.text
    assert drafts(app, told)[0].words.words == "Ann’s words."


@pytest.mark.parametrize(
    ("typed", "says"), [({"words": " "}, "Write the letter"), ({"title": "x" * 201}, "at most 200")]
)
def test_what_cannot_go_is_said_and_nothing_is_lost(app, ann, typed, says):
    told, letter = answered(app, ann)
    assert says in presses(ann, opens(ann, told, letter), 422, **typed).text
    assert drafts(app, told)[0].is_draft


def test_none_goes_when_an_officer_says_so(app, ann, house):
    told, letter = answered(app, ann, contact=EMAIL)
    before = len(emails(house))
    assert "No letter goes about this." in presses(ann, opens(ann, told, letter), how="not-needed").text
    assert drafts(app, told)[0].way is Went.NOT_NEEDED and len(emails(house)) == before


def test_by_hand_it_is_a_task_even_where_email_is_safe(app, ann):
    told, letter = answered(app, ann, contact=SAFE)
    presses(ann, opens(ann, told, letter), how="by-hand")
    assert task_of(app, told) == [Task.GIVE_LETTER]
    assert "Print the letter, and hand it over" in ann.get_page(path_of(told)).text


def test_a_letter_of_another_record_is_not_found(app, ann):
    told, letter = answered(app, ann)
    other = arrived(app)
    assert ann.get(f"{path_of(other)}/letters/{letter.id}").status_code == 404
    assert ann.get(f"{path_of(told)}/letters/{'0' * 32}").status_code == 404


def test_nothing_changes_a_letter_that_went(app, ann, house, clock):
    told, letter = answered(app, ann)
    presses(ann, opens(ann, told, letter))
    went = drafts(app, told)[0]
    with house.records.writing() as db:
        assert not child_letters.change(
            db, went.id, went.version, letter.words, course(app, told).made[0].officer, clock()
        )
        assert not child_letters.mark_went(db, went.id, went.version, Went.PAGE, went.went_by, clock())


def test_in_another_language_the_english_stands_beneath_and_the_officers_words_are_marked(app, ann):
    told, letter = answered(app, ann, language="ar")
    page = opens(ann, told, letter)
    assert letter.language == "ar" and letter.words.english_title == "Our answer to you"
    assert "[Nobody came at Easter]{lang=en}" in letter.words.words
    [theirs, english] = [one for one in page.root.all("article") if "letter" in (one.get("class") or "")]
    assert (theirs.get("lang"), theirs.get("dir"), english.get("lang")) == ("ar", "rtl", "")
    assert next(page.root.all("html")).get("lang") == "en", "the desk itself is English"
    assert "Nobody who speaks Arabic has said that this translation is right." in page.text
    presses(ann, page, english_words="Changed for the file.")
    assert drafts(app, told)[0].words.english_words == "Changed for the file."


def test_where_there_is_no_translation_it_goes_in_english(app, ann):
    told, letter = answered(app, ann, language="cy")
    assert letter.language == "en" and not letter.words.english_words
    easy, letter = answered(app, ann, language="en-x-easy")
    assert letter.language == "en" and "is not translated" not in opens(ann, easy, letter).text


def test_what_went_can_be_printed_and_that_stands_in_the_trail(app, ann):
    told, letter = answered(app, ann, contact=SafeContact(way=Way.LETTER, where="1 Road"))
    path = f"{path_of(told)}/letters/{letter.id}/print"
    assert "Send it first" in ann.get_page(path).text
    presses(ann, opens(ann, told, letter))
    assert "Print it (PDF)" in opens(ann, told, letter).text
    answer = ann.get(path)
    assert (answer.status_code, answer.content_type) == (200, "application/pdf")
    assert answer.headers["Content-Disposition"] == 'attachment; filename="letter.pdf"'
    assert "no-store" in answer.headers["Cache-Control"]
    assert answer.data.startswith(b"%PDF-1.7") and acts(app)[-1] == ("letter-printed", told.id)


def test_a_draft_stands_on_today_until_it_goes_and_for_nobody_from_whom_it_is_kept(app, ann):
    told, letter = answered(app, ann)
    page = ann.get_page("/desk/")
    assert "Letters to look at and send" in page.text
    waiting = [link.get("href") for link in page.root.all("a") if link.text.startswith("Open the letter")]
    first, ours = (f"{path_of(told)}/letters/{one.id}" for one in reversed(drafts(app, told)))
    assert waiting == [first, ours] and ours.endswith(letter.id), "the oldest first"
    other = signed_in(app, "far@example.org", council="otherton", name="Far Example")
    assert "Letters to look at" not in other.get_page("/desk/").text
    cy = signed_in(app, "cy@example.org", name="Cy Example")
    house = app.extensions["house"]
    with house.records.writing() as db:
        one = officers.find(db, "cy@example.org")
        readers.choose(db, told.id, KeptFrom(frozenset({one.id}), frozenset()), one, house.clock())
    assert "Letters to look at" not in cy.get_page("/desk/").text
    presses(ann, ann.get_page(ours))
    assert ours not in ann.get_page("/desk/").html and first in ann.get_page("/desk/").html
