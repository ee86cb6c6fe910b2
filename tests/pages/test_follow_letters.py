"""The letters that went stand on the young person's own page, in their language, the newest first."""

from app.model.letter import Went, Words
from app.model.move import Key
from app.records import child_letters, moves
from tests.pages.at_the_desk import officer
from tests.pages.following import CODE, Follower, received


def letter(house, told, ann, title: str, words: str, way: Went | None, language: str = "en") -> None:
    now = house.clock()
    with house.records.writing() as db:
        moves.add(db, told.id, told.stage, now, told.received_on, ann.id, key=Key.EXTENDED)
        number = moves.of(db, told.id)[-1].number
        child_letters.add(db, told.id, number, Key.EXTENDED, language, Words(title, words, "", ""), ann.id, now)
        newest = child_letters.of(db, told.id)[0]
        if way:
            assert child_letters.mark_went(db, newest.id, 1, way, ann.id, now)


def test_those_that_went_are_there_and_no_draft(app, client, house):
    told, ann = received(house), officer(app, "ann@example.org")
    child = Follower(client)
    assert "Letters from us" not in child.gives(CODE).text
    letter(house, told, ann, "The first", "It is **late**.\n\n## Next\n- <b>one</b>", Went.PAGE)
    letter(house, told, ann, "رسالة", "مرحبا [Review Panel]{lang=en}", Went.BY_HAND, "ar")
    letter(house, told, ann, "A draft", "Not yet", None)
    letter(house, told, ann, "None", "Never", Went.NOT_NEEDED)
    page = child.looks()
    letters = [one for one in page.root.all("details") if "letter" in (one.get("class") or "")]
    titles = [next(one.all("summary")).text for one in letters]
    assert titles == ["رسالة Sunday 22 November", "The first Sunday 22 November"]
    [arabic] = [one for one in letters[0].all("div") if one.get("lang") == "ar"]
    assert arabic.get("dir") == "rtl"
    assert [one.text for one in arabic.all("span") if one.get("lang") == "en"] == ["Review Panel"]
    assert [one.text for one in letters[1].all("h3")] == ["Next"] and "<b>one</b>" in letters[1].text
    assert "Not yet" not in page.text and "Never" not in page.text
