"""What a running site serves while somebody works on its content: at once in development, when told in production."""

import os
import shutil
from datetime import UTC, datetime
from threading import Event

import pytest

from app.councils import keeping
from app.councils.keeping import Keeper, every_change, when_told
from app.councils.library import read_library
from app.councils.problems import ContentBroken
from tests.councils.editor import KEEP, Editor
from tests.councils.the_check import content_command
from tests.page_client import PageClient
from tests.pages.telling import Teller
from tests.post.servers import until

COUNCIL, RECORDED = "sefton/council.yaml", "sefton/en/steps/recorded.md"
MAP, STEP, WORDS = "/sefton/en/", "/sefton/en/steps/recorded", "A kind person writes it down."
SAID = f"---\n{{}}\n---\n# Child\n{WORDS}\n"
CONFIRMED = {
    ".example.org": ".invalid",
    "emergency_duty_team: null": 'emergency_duty_team: "01632 960 000"',
    "confirmed: null": f"confirmed: {{by: Head of Service, on: 2026-11-02}}\n{KEEP}",
}


@pytest.fixture(autouse=True)
def look_at_once(monkeypatch):
    monkeypatch.setattr(keeping, "LOOKS_APART_SECONDS", 0)


@pytest.fixture
def site(editor, environ, request) -> PageClient:
    """In development, on the editor's own copy."""
    environ["CONTENT"] = str(editor.root)
    return request.getfixturevalue("client")


@pytest.fixture
def in_production(editor, environ, instance) -> dict[str, str]:
    """The settings of a real site, whose council has confirmed its folder."""
    for old, new in CONFIRMED.items():
        editor.writes(COUNCIL, editor.reads(COUNCIL).replace(old, new))
    environ |= {
        "PRODUCTION": "1",
        "PROXIES": "0",
        "CONTENT": str(editor.root),
        "SECRET_KEY": "only for tests, and kept in the open",
        "VAULT_KEYS": "first:" + "A" * 43 + "=",
        "DATABASE_URL": f"sqlite:///{instance / 'records.db'}",
        "MAIL_URL": f"maildir:{instance / 'mail'}",
        "SITE_URL": "https://tell-us.invalid",
    }
    return environ


@pytest.fixture
def real_site(in_production, request) -> PageClient:
    return request.getfixturevalue("client")


def told_to_reload(editor: Editor, environ: dict[str, str]):
    return content_command(editor.root, "reload", **environ)


def has_read(house, edition: int = 2) -> None:
    """Nobody waits while it reads; a test does."""
    until(lambda: house.keeper.look() or house.keeper.edition == edition)


# --- in development


def test_a_change_shows_when_the_page_is_loaded_again(site, editor):
    assert WORDS not in site.get_page(STEP).text
    editor.writes(RECORDED, SAID)
    assert WORDS in site.get_page(STEP).text
    editor.takes_away(RECORDED)
    assert WORDS not in site.get_page(STEP).text


def test_the_day_the_words_were_changed_is_on_the_page(site, editor):
    editor.writes(RECORDED, SAID)
    long_ago = datetime(2031, 2, 3, 12, tzinfo=UTC).timestamp()
    os.utime(editor.root / RECORDED, (long_ago, long_ago))
    assert "3 February 2031" in site.get_page(STEP).text


def test_a_new_council_is_served(site, editor):
    site.get_page("/north-vale/en/", status=404)
    assert content_command(editor.root, "new-council", "north-vale").status == 0
    assert site.get_page("/north-vale/en/").title.endswith("North Vale")


def test_a_mistake_shows_on_the_page_in_the_words_of_the_check_and_heals_when_it_is_mended(site, editor):
    was = editor.reads(COUNCIL)
    editor.changes(COUNCIL, "promises:\n", "promises:\n  panel: {working_days: 3}\n")
    editor.writes(RECORDED, "---\n{}\n---\n# Child\nWithin {stage-9}.\n")
    for path in (MAP, STEP, "/", "/sefton/en/form/1", "/atlantis/en/"):
        page = site.get_page(path, status=503)
        assert f"{COUNCIL}:{editor.line_of(COUNCIL, '  panel:')}" in page.text
        assert "needs at least 30" in page.text

    editor.writes(COUNCIL, was)
    page = site.get_page(STEP, status=503)
    assert f"{RECORDED}:5" in page.text
    assert "{stage-9} is not a name we know; did you mean {stage-3}?" in page.text
    assert COUNCIL not in page.text

    editor.writes(RECORDED, SAID)
    assert WORDS in site.get_page(STEP).text
    assert site.get_page(MAP).heading


def test_a_mistake_does_not_keep_a_child_from_sending(site, editor, house):
    """A POST goes through: what somebody has typed is never thrown away for an editor's sake."""
    page = site.get_page("/sefton/en/form/1")
    editor.changes(COUNCIL, "prefix: SEF", "prefix: 7")
    answer = site.post("/sefton/en/form/1", {"csrf_token": page.csrf_token, "kind": "complaint"})
    assert answer.status_code == 303
    editor.changes(COUNCIL, "prefix: 7", "prefix: SEF")
    assert site.get_page("/sefton/en/form/1").field("kind")


def test_what_a_child_has_begun_goes_on_after_a_reload(site, editor, house):
    child = Teller(site)
    child.answers(1, kind="complaint")
    child.answers(2, telling="child")
    edition = house.keeper.edition
    editor.writes(RECORDED, SAID)
    child.answers(21, safe="yes")
    child.answers(26, topic="worker")
    child.answers(4, words="Nobody listens to me.")
    assert house.keeper.edition == edition + 1
    assert child.opens(1).field("kind") and "Nobody listens to me." in child.opens(4).text


def test_everything_deleted_while_it_runs_is_said_and_comes_back(site, editor, tmp_path):
    site.get_page(MAP)
    shutil.move(editor.root, tmp_path / "away")
    assert "is CONTENT right?" in site.get_page(MAP, status=503).text
    shutil.move(tmp_path / "away", editor.root)
    assert site.get_page(MAP).heading


# --- in production


def test_in_production_nothing_changes_until_it_is_told(real_site, editor, in_production, house):
    before = real_site.get_page(STEP).html
    editor.writes(RECORDED, SAID)
    assert real_site.get_page(STEP).html == before

    said = told_to_reload(editor, in_production)

    assert (said.status, said.words) == (0, "The site reads the content again within a second.\n")
    has_read(house)
    assert WORDS in real_site.get_page(STEP).text


def test_a_council_added_while_it_runs_is_served_when_it_is_told(real_site, editor, in_production, house):
    editor.writes("second/council.yaml", editor.reads(COUNCIL).replace("prefix: SEF", "prefix: SEC"))
    real_site.get_page("/second/en/", status=404)
    assert told_to_reload(editor, in_production).status == 0
    has_read(house)
    assert real_site.get_page("/second/en/").heading


def test_a_reload_of_what_is_broken_is_refused_and_the_last_good_stays(real_site, editor, in_production):
    before = real_site.get_page(MAP).html
    editor.changes(COUNCIL, "promises:\n", "promises:\n  stage-1: {working_days: 25}\n")
    line = editor.line_of(COUNCIL, "  stage-1:")

    said = told_to_reload(editor, in_production)

    assert said.status == 1
    assert f"{COUNCIL}:{line}: stage-1: 25 is worse" in said.words
    assert real_site.get_page(MAP).html == before
    assert real_site.get_page("/sefton/en/guide/why").heading, "a page that nobody had asked for yet"


def test_a_reload_of_a_council_that_nobody_has_confirmed_is_refused(real_site, editor, in_production):
    assert content_command(editor.root, "new-council", "north-vale").status == 0
    said = told_to_reload(editor, in_production)
    assert said.status == 1
    assert "north-vale/council.yaml: nobody has confirmed it" in said.words
    real_site.get_page("/north-vale/en/", status=404)


def test_a_site_of_one_council_does_not_mind_anothers_mistake(in_production, editor, request):
    in_production["SITE_COUNCIL"] = "sefton"
    site = request.getfixturevalue("client")
    editor.writes(RECORDED, SAID)
    editor.writes("north-vale/council.yaml", "name: [")
    assert told_to_reload(editor, in_production).status == 0
    has_read(site.app.extensions["house"])
    assert WORDS in site.get_page(STEP).text


def test_told_behind_the_commands_back_broken_content_is_not_served_either(real_site, editor, house):
    before = real_site.get_page(MAP).html
    editor.changes(COUNCIL, "prefix: SEF", "prefix: 7")
    (house.settings.instance / "content-changed").touch()
    has_read(house)
    assert real_site.get_page(MAP).html == before
    assert f"{COUNCIL}:" in str(house.keeper.broken)


def test_files_deleted_while_it_runs_change_nothing(real_site, editor):
    shutil.rmtree(editor.root)
    for path in (MAP, STEP, "/sefton/en/guide/words", "/sefton/en/form/1"):
        assert real_site.get_page(path).heading


def test_pages_that_were_kept_are_forgotten(real_site, editor, in_production, house):
    kept = [real_site.get(path) for path in (MAP, STEP)]
    assert real_site.get(STEP).headers["ETag"] == kept[1].headers["ETag"]
    editor.writes(RECORDED, SAID)
    told_to_reload(editor, in_production)
    has_read(house)
    answer = real_site.get(STEP, headers={"If-None-Match": kept[1].headers["ETag"]})
    assert answer.status_code == 200
    assert WORDS in answer.text
    assert real_site.get(MAP, headers={"If-None-Match": kept[0].headers["ETag"]}).status_code == 304, "it said no other"


def test_without_a_site_there_is_nobody_to_tell(editor, tmp_path):
    said = content_command(editor.root, "reload", INSTANCE=str(tmp_path / "nowhere"))
    assert said.status == 1
    assert "Is INSTANCE right?" in said.words
    assert not (tmp_path / "nowhere").exists()


# --- the keeper itself


def test_it_reads_only_when_its_mark_has_changed(editor):
    marks = iter([1, 1, 1, 2, 2])
    keeper = Keeper(editor.root, "", lambda: next(marks))
    first = keeper.library
    keeper.look(), keeper.look()
    assert (keeper.library, keeper.edition) == (first, 1)
    keeper.look(), keeper.look()
    assert keeper.library is not first and keeper.edition == 2


def test_it_does_not_begin_with_what_is_broken(editor):
    editor.changes(COUNCIL, "prefix: SEF", "prefix: 7")
    with pytest.raises(ContentBroken, match="prefix"):
        Keeper(editor.root, "", every_change(editor.root))


def test_the_mark_of_development_changes_with_any_file(editor):
    mark = every_change(editor.root)
    seen = [mark()]
    for change in (
        lambda: editor.writes(RECORDED, SAID),
        lambda: editor.takes_away(RECORDED),
        lambda: (editor.root / "sefton/en/more").mkdir(),
        lambda: shutil.rmtree(editor.root),
    ):
        change()
        seen.append(mark())
    assert len(set(seen)) == 5
    assert mark() == seen[-1]


def test_the_mark_of_production_changes_when_it_is_told(tmp_path):
    mark = when_told(tmp_path / "told")
    assert mark() is None
    (tmp_path / "told").touch()
    first = mark()
    os.utime(tmp_path / "told", (1, 1))
    assert len({None, first, mark()}) == 3


def test_many_councils_are_read_aside_while_the_last_good_library_is_served(editor, monkeypatch):
    reading, go_on = Event(), Event()

    def read_slowly(*asked):
        reading.set()
        assert go_on.wait(20)
        return read_library(*asked)

    marks = iter(range(100))
    keeper = Keeper(editor.root, "", lambda: next(marks) // 3, aside=True)
    before = keeper.library
    monkeypatch.setattr("app.councils.keeping.read_library", read_slowly)
    monkeypatch.setattr("app.councils.keeping.LOOKS_APART_SECONDS", 0)
    until(lambda: keeper.look() or reading.is_set())

    keeper.look()
    assert (keeper.library, keeper.edition) == (before, 1), "nobody waits for it"
    go_on.set()
    until(lambda: keeper.edition > 1)
    assert keeper.library is not before
