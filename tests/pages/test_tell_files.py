"""Adding photos, papers and a voice message without JavaScript: nobody has to, and nothing else is lost."""

from email import message_from_bytes, policy

import pytest
from sqlalchemy import select

from app.forms.files.wording import REFUSED
from app.records import drafts, files
from app.records.tables import file as table
from tests.forms import hostile_files as made
from tests.page_client import PageClient
from tests.pages.telling import (
    FILES,
    FORM,
    GOOD,
    KIND,
    NAME,
    SAFE,
    TELLING,
    TOPIC,
    WISH,
    WORDS,
    WORDS_OF_AMINA,
    Teller,
    all_sent,
    letters,
)
from tests.records.shelf import bytes_on_disk

PHOTO = made.picture("JPEG", exif=made.exif())
AWKWARD_NAME = '‮gpj."<b>mum & me</b>\r\nX-Evil: 1/../../etc/passwd\x00.jpg'
BIG = 11_000_000
CHILD_WITH_AN_IDEA = {KIND: {"kind": "comment"}, TELLING: {"telling": "child"}}


@pytest.fixture
def teller(client) -> Teller:
    """At the page where files are added, with the words written."""
    return gets_to(FILES, Teller(client))


def gets_to(question: int, teller: Teller) -> Teller:
    """Past the questions before it, with an idea."""
    for number in (KIND, TELLING, SAFE, TOPIC, WORDS, WISH):
        if number == question:
            break
        teller.answers(number, **CHILD_WITH_AN_IDEA.get(number, GOOD[number]))
    return teller


def rows(house) -> list:
    with house.records.reading() as db:
        return db.execute(select(table).order_by(table.c.number)).all()


def on_disk(house) -> int:
    return len(list(house.records.files.folder.glob("*/*")))


def of_what_was_sent(house) -> list[files.KeptFile]:
    [told] = all_sent(house)
    with house.records.reading() as db:
        return files.of_representation(db, told.id)


def test_nobody_has_to_add_anything(teller, house):
    page = teller.opens(FILES)
    assert "You do not have to." in page.text
    assert teller.adds(go="on").path == f"{FORM}{NAME}"
    assert rows(house) == []
    assert "You added nothing." in teller.answers_all().text


def test_what_is_added_is_listed_by_a_name_of_ours_and_never_by_its_own(teller, house):
    page = teller.adds((PHOTO, "planted.jpg"), (made.pdf(), "planted.pdf"), (made.mp3(), "planted.mp3"))
    assert page.path == f"{FORM}{FILES}"
    for words in ("Photo 1", "Paper 1", "Sound 1"):
        assert words in page.text
    assert "planted" not in page.html
    assert len(rows(house)) == on_disk(house) == 3
    assert b"planted" not in bytes_on_disk(house.settings.instance)


def test_carrying_on_adds_what_was_chosen_before_it_goes_on(teller, house):
    assert teller.adds((PHOTO, "a.jpg"), go="on").path == f"{FORM}{NAME}"
    assert len(rows(house)) == 1


def test_one_can_be_taken_out_again(teller, house):
    teller.adds((PHOTO, "a.jpg"), (made.pdf(), "b.pdf"))
    first, second = (row.id for row in rows(house))
    page = teller.adds(remove=first)
    assert [row.id for row in rows(house)] == [second] and on_disk(house) == 1
    assert "Paper 1" in page.text and "Photo 1" not in page.text


def test_nobody_takes_out_what_somebody_else_added(teller, house, app):
    teller.adds((PHOTO, "a.jpg"))
    [theirs] = rows(house)
    other = gets_to(FILES, Teller(PageClient(app)))
    other.adds(remove=theirs.id)
    assert [row.id for row in rows(house)] == [theirs.id] and on_disk(house) == 1


HOSTILE = {
    "empty": (b"", "photo.jpg"),
    "too-big": (b"a" * BIG, "photo.jpg"),
    "web-page": (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "photo.jpg"),
    "unsafe-word": (made.word("application/vnd.ms-word.document.macroEnabled.main+xml"), "letter.docx"),
    "broken": (PHOTO[:500], "photo.jpg"),
    "too-many-dots": (made.huge_png(), "photo.png"),
}


@pytest.mark.parametrize("why", HOSTILE)
def test_what_cannot_be_taken_is_said_kindly_and_the_good_one_beside_it_stays(teller, house, why):
    page = teller.adds(HOSTILE[why], (PHOTO, "good.jpg"), go="on")
    assert page.path == f"{FORM}{FILES}"
    assert str(REFUSED[why]) in page.text
    assert page.title.startswith("Error:")
    assert len(rows(house)) == on_disk(house) == 1

    assert teller.adds(go="on").path == f"{FORM}{NAME}"
    assert WORDS_OF_AMINA.splitlines()[0] in teller.answers_all().text


def test_five_are_taken_and_the_sixth_is_not(teller, house):
    page = teller.adds(*[(PHOTO, f"{number}.jpg") for number in range(6)])
    assert str(REFUSED["too-many"]) in page.text and "Photo 5" in page.text
    assert len(rows(house)) == on_disk(house) == 5
    assert not [field for field in page.root.all("input") if field.get("type") == "file"]


def test_five_of_ten_megabytes_come_at_once(teller, house):
    page = teller.adds(*[(made.mp3(23_900), f"{number}.mp3") for number in range(5)])
    assert "Sound 5" in page.text
    assert sum(row.size for row in rows(house)) == 5 * 23_900 * 417


def test_too_much_at_once_is_said_on_the_page_and_loses_nothing(teller, house):
    teller.adds((PHOTO, "a.jpg"))
    page = teller.adds(*[(bytes(BIG), f"{number}.mp3") for number in range(5)])
    assert page.path == f"{FORM}{FILES}" and "Add them one by one" in page.text and "Photo 1" in page.text
    assert len(rows(house)) == 1


def test_so_much_is_taken_at_this_address_alone(teller):
    for path in (f"{FORM}{WORDS}", f"{FORM}check", "/sefton/en/follow", "/sefton/en/form/files/", "/desk/sign-in"):
        answer = teller.client.post(path, {"words": "x" * 1_100_000})
        assert answer.status_code in (404, 413), path


def test_it_goes_with_what_is_sent_and_the_letter_says_how_many(teller, house):
    teller.adds((PHOTO, AWKWARD_NAME), (made.webm(), "voice"))
    page = teller.answers_all(name={"name": "Amina"})
    assert "Photo 1, Sound 1" in page.text and "mum" not in page.html
    teller.sends()

    assert [one.neutral_name for one in of_what_was_sent(house)] == ["photo-1.jpg", "sound-1.webm"]
    [letter] = letters(house)
    words = message_from_bytes(letter, policy=policy.default).get_content()
    assert "2 came. They are at the desk, and not in this letter" in words
    assert "mum" not in words and "photo-1" not in words and b"X-Evil" not in letter


def test_a_letter_about_words_alone_speaks_of_no_files(teller, house):
    teller.answers_all()
    teller.sends()
    [letter] = letters(house)
    assert "Photos, papers" not in message_from_bytes(letter, policy=policy.default).get_content()


@pytest.mark.parametrize("way", ["leaving", "throwing away", "the day is over"])
def test_it_is_gone_with_the_draft(teller, house, clock, way):
    teller.adds((PHOTO, "a.jpg"))
    if way == "leaving":
        teller.client.get("/leave")
    elif way == "throwing away":
        clock.move_on(minutes=30)
        teller.client.send(FORM, {"go": "throw-away"})
    else:
        clock.move_on(days=2)
        with house.records.writing() as db:
            drafts.forget_old(db, clock())
    assert rows(house) == [] and on_disk(house) == 0


def test_somebody_who_comes_back_later_is_asked_first_and_sees_nothing_of_it(teller, clock):
    teller.adds((PHOTO, "a.jpg"))
    clock.move_on(minutes=30)
    page = teller.opens(FILES)
    assert page.path == FORM and "Photo" not in page.text


def test_when_the_session_is_over_they_are_asked_to_choose_once_more(teller, house):
    answer = teller.client.browser.post(
        f"{FORM}files", data={"files": (made.BytesIO(PHOTO), "a.jpg")}, content_type="multipart/form-data"
    )
    assert answer.status_code == 303 and answer.location == f"{FORM}{FILES}?note=again-files"
    assert rows(house) == []
    assert "Choose your files once more" in teller.client.get_page(answer.location).text


def test_with_htmx_the_page_is_loaded_whole_so_that_a_voice_can_be_recorded(client):
    token = gets_to(WISH, Teller(client)).opens(WISH).csrf_token
    answer = client.post(f"{FORM}{WISH}", {"wish": "x", "csrf_token": token}, headers={"HX-Request": "true"})
    assert answer.headers["HX-Redirect"] == f"{FORM}{FILES}"


def test_the_microphone_may_be_used_on_this_page_and_no_other(teller):
    for path, may in ((FILES, True), (WISH, False), ("check", False)):
        answer = teller.client.get(f"{FORM}{path}")
        assert ("microphone=(self)" in answer.headers["Permissions-Policy"]) is may
        assert ("media-src blob:" in answer.headers["Content-Security-Policy"]) is may
        assert "default-src 'none'" in answer.headers["Content-Security-Policy"]


def test_when_the_disk_is_full_it_is_said_and_nothing_is_lost(teller, house, monkeypatch):
    def full(*_anything):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(type(house.records.files), "write", full)
    page = teller.adds((PHOTO, "a.jpg"))
    assert str(REFUSED["not-kept"]) in page.text
    assert rows(house) == []
