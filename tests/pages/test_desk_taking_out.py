"""One whole record out, for whoever it is about: all that was told, done and written; and it is in the trail."""

import io
import json
import zipfile

import pytest

from app.model.event import What
from app.model.file_kind import Checked, FileKind
from app.model.letter import Went, Words
from app.model.move import Key, Said
from app.model.representation import OnBehalfOf, SafeContact, Telling, Way
from app.model.stage import Stage
from app.post.addresses import Addresses
from app.post.letters import inbox_letter
from app.records import child_letters, events, files, moves, officers, outbox, readers
from app.records.officers import Role
from app.records.readers import KeptFrom
from tests.pages.at_the_desk import A_PHOTO, AWKWARD_NAME, acts, add_file, arrived, officer, signed_in

URDU = "میرا کارکن نہیں آتا"
FACTS = {
    "words": URDU,
    "wish": "<b>Somebody</b> comes & rings.",
    "language": "ur",
    "telling": Telling.FAMILY,
    "on_behalf_of": OnBehalfOf(name="Sami Planted", bond="his aunt"),
    "contact": SafeContact(way=Way.TEXT, where="07700 900123", keep_from="Never phone home"),
}


@pytest.fixture
def mo(app):
    return signed_in(app, "mo@example.org", role=Role.MANAGER, name="Mo Manager")


@pytest.fixture
def told(app, mo):
    """With a photo, a letter, something added, and a move by an officer."""
    house = app.extensions["house"]
    told = arrived(app, **FACTS)
    add_file(app, told)
    with house.records.writing() as db:
        [me] = officers.of_council(db, "sefton")
        events.add(db, told.id, What.MESSAGE, house.clock(), words="And one thing more")
        why = {"why": "Because it is so", "key": Key.ASSIGNED, "said": Said(people={"officer": me.id})}
        moves.add(db, told.id, Stage.RECEIVED, house.clock(), told.received_on, me.id, **why)
        number = moves.of(db, told.id)[-1].number
        said = Words("اردو میں", "ہم نے لکھا")
        child_letters.add(db, told.id, number, Key.RECORDED, "ur", said, me.id, house.clock())
        [letter] = child_letters.of(db, told.id)
        assert child_letters.mark_went(db, letter.id, letter.version, Went.PAGE, me.id, house.clock())
    with app.app_context(), house.records.writing() as db:
        outbox.queue(db, inbox_letter(told, house.library.councils["sefton"], Addresses("http://x"), house.clock()))
    return told


def path_of(told) -> str:
    return f"/desk/representations/{told.id}/take-out"


def taken(who, told, shape: str):
    token = who.get_page(path_of(told)).field("csrf_token").get("value")
    return who.browser.post(path_of(told), data={"csrf_token": token, "shape": shape, "sure": "y"})


def opened(answer) -> zipfile.ZipFile:
    assert answer.mimetype == "application/zip" and "attachment" in answer.headers["Content-Disposition"]
    assert answer.headers["Cache-Control"] == "no-store"
    bundle = zipfile.ZipFile(io.BytesIO(answer.data))
    assert bundle.testzip() is None
    return bundle


def test_the_bundle_holds_all_of_it_readable(app, told, mo):
    bundle = opened(taken(mo, told, "bundle"))
    names = bundle.namelist()
    assert names[:3] == ["index.html", "style.css", "record.json"] and names[-1] == "files/photo-1.jpg"
    assert names[3:-1] == ["letters/01-inbox.eml"]
    assert bundle.read("files/photo-1.jpg") == A_PHOTO
    assert b"Message-ID" in bundle.read("letters/01-inbox.eml")
    html = bundle.read("index.html").decode("utf-8")
    assert f'<blockquote lang="ur" dir="auto">{URDU}</blockquote>' in html
    for words in ("&lt;b&gt;Somebody&lt;/b&gt; comes", "Sami Planted", "his aunt", "07700 900123", "Never phone home"):
        assert words in html
    assert '<article lang="ur" dir="rtl">' in html and "ہم نے لکھا" in html, "the letter that went, in its language"
    for words in ("And one thing more", "Because it is so", "(manager)", "4 December 2026", 'href="files/photo-1.jpg"'):
        assert words in html
    assert "Mo Manager" not in html, "an officer is a role there"
    assert html.count("<h1>") == 1
    assert "http://" not in html.replace("http://x", "") and "https://" not in html and "<script" not in html


def test_the_json_says_the_same(app, told, mo):
    answer = taken(mo, told, "json")
    assert answer.mimetype == "application/json"
    said = json.loads(answer.data)
    assert said["told"]["words"] == URDU and said["told"]["contact"]["keep_from"] == "Never phone home"
    assert said["told"]["received_on"] == "2026-11-22" and "id" not in said["told"]
    assert [one["words"] for one in said["events"]] == ["", "And one thing more"]
    [move] = said["moves"]
    assert (move["what"], move["by"], move["said"]["people"]) == ("assigned", "manager", {"officer": "manager"})
    assert said["dates"][0]["due_on"] == "2026-12-04"
    assert said["letters"][0]["what"] == "inbox" and URDU in said["letters"][0]["words"]
    assert said["files"] == [
        {"called": AWKWARD_NAME, "kind": "jpg", "size": len(A_PHOTO), "checked": "waiting", "in": "files/photo-1.jpg"}
    ]
    assert b"Mo Manager" not in answer.data


def test_it_is_in_the_trail_each_time(app, told, mo):
    taken(mo, told, "bundle")
    taken(mo, told, "json")
    assert [act for act, id in acts(app) if id == told.id] == ["taken-out", "taken-out"]


@pytest.mark.parametrize("said", [{"shape": "bundle"}, {"sure": "y"}, {"shape": "pdf", "sure": "y"}])
def test_who_is_not_sure_gets_nothing_and_the_trail_says_nothing(app, told, mo, said):
    page = mo.get_page(path_of(told))
    assert "Other people may be in it" in page.text
    token = page.field("csrf_token").get("value")
    answer = mo.browser.post(path_of(told), data={"csrf_token": token} | said)
    assert answer.status_code == 422 and URDU not in answer.text
    assert [act for act, _id in acts(app)] == ["signed-in"]


def test_what_is_kept_from_a_manager_is_not_found(app, told, mo):
    house = app.extensions["house"]
    other = officer(app, "max@example.org", role=Role.MANAGER)
    with house.records.writing() as db:
        [me] = [one for one in officers.of_council(db, "sefton") if one.email == "mo@example.org"]
        readers.choose(db, told.id, KeptFrom(frozenset({me.id}), frozenset()), other, house.clock())
    assert mo.browser.get(path_of(told)).status_code == 404
    assert mo.browser.post(path_of(told), data={"shape": "bundle", "sure": "y"}).status_code == 404


def test_a_file_with_a_virus_stays_here_and_one_that_is_lost_is_said(app, told, mo, clock):
    house = app.extensions["house"]
    clock.move_on(minutes=1)
    sound = add_file(app, told, FileKind.PNG, Checked.INFECTED)
    with house.records.reading() as db:
        lost = next(one.id for one in files.of_representation(db, told.id) if one.id != sound)
    house.records.files.remove(lost)
    bundle = opened(taken(mo, told, "bundle"))
    assert [name for name in bundle.namelist() if name.startswith("files/")] == ["files/photo-1.jpg"]
    assert b"missing from where it was kept" in bundle.read("files/photo-1.jpg")
    assert "it may hold a virus" in bundle.read("index.html").decode("utf-8")


def test_it_is_sent_while_it_is_made(app, told, mo):
    """One member at a time: never all files at once in the memory, and none of it on the disk."""
    token = mo.get_page(path_of(told)).field("csrf_token").get("value")
    answer = mo.browser.post(path_of(told), data={"csrf_token": token, "shape": "bundle", "sure": "y"}, buffered=False)
    parts = list(answer.response)
    assert len(parts) >= 5 and b"".join(parts).startswith(b"PK")
