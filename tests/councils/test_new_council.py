"""`flask content new-council`: a folder that passes the check as it is, and serves in every language we have."""

import re

import pytest
import yaml

from app.councils.languages import LANGUAGES, Language
from app.councils.library import read_library
from app.councils.new_council import SlugRefused, write_new_council
from tests.councils.the_check import as_a_process, content_command


@pytest.fixture
def one_language_more(monkeypatch, editor):
    """One whose national words are not there yet, so that English stands in."""
    monkeypatch.setitem(LANGUAGES, "qaa", Language("qaa", "Invented", "rtl", "en_GB"))
    editor.writes("england/qaa/phrases.yaml", "{}\n")
    return "qaa"


def test_a_new_council_passes_the_check_at_once(editor):
    said = as_a_process("new-council", "north-vale", "--name", "North Vale Council", CONTENT=str(editor.root))
    assert said.status == 0
    assert said.words == "Wrote content/north-vale. Open its council.yaml next; docs/adopt.md goes through it.\n"

    said = as_a_process("check", "north-vale", CONTENT=str(editor.root))
    assert said.status == 0
    assert "Errors: 0." in said.words
    assert "north-vale/council.yaml" in said.words, "it says what is still to be supplied"


def test_it_serves_in_every_language_there_is(one_language_more, editor, environ, request):
    assert content_command(editor.root, "new-council", "north-vale").status == 0
    environ["CONTENT"] = str(editor.root)
    client = request.getfixturevalue("client")
    library = read_library(editor.root)
    assert library.councils["north-vale"].languages == ("en",), "what it can answer, it says itself"
    assert one_language_more in library.languages
    for tag in library.languages:
        assert client.get_page(f"/north-vale/{tag}/").title.endswith("– North Vale")
        assert "North Vale" in client.get_page(f"/north-vale/{tag}/steps/recorded").title
        assert client.get_page(f"/north-vale/{tag}/form/1").heading


def test_each_line_to_fill_in_has_its_note(editor):
    content_command(editor.root, "new-council", "north-vale")
    text = editor.reads("north-vale/council.yaml")
    paragraphs = re.split(r"\n\n+", text)
    assert len(paragraphs) > 10
    assert "<" not in re.sub(r"^ *#.*", "", text, flags=re.MULTILINE), "something was not filled in"
    for key in set(yaml.safe_load(text)) - {"short_name"}:
        [paragraph] = [one for one in paragraphs if re.search(rf"^{key}:", one, re.MULTILINE)]
        assert paragraph.startswith("#") or key == "name", f"{key} has no note"
    for key in ("steps", "colour", "confirmed", "promises", "contacts", "mail", "procedure_document"):
        assert f"{key}:" in text


def test_the_letters_of_its_references_are_its_own(editor):
    taken = set()
    for slug in ("seftonia", "sefton-on-sea", "sefex", "a", "north-vale", "north-moor", "norwich", "nor"):
        assert content_command(editor.root, "new-council", slug).status == 0
        taken.add(read_library(editor.root).councils[slug].prefix)
    assert len(taken) == 8
    assert all(re.fullmatch("[A-Z]{2,4}", prefix) for prefix in taken)
    assert "SEF" not in taken


def test_there_are_letters_left_for_every_council_however_alike_their_names(tmp_path):
    slugs = [f"north-{a}{b}" for a in "abcdefghijklmnopqrstuvwxyz" for b in "abcdefghijklmnopqrstuvwxyz"][:200]
    taken = set()
    for slug in slugs:
        folder = write_new_council(tmp_path, slug, "", taken)
        taken.add(yaml.safe_load((folder / "council.yaml").read_text("utf-8"))["prefix"])
    assert len(taken) == 200


@pytest.mark.parametrize(
    "slug",
    ["..", ".", "../up", "/etc/here", "north/vale", "North-Vale", "north_vale", "north vale", "north--vale", "-north",
     "north-", "vale2", "cafés", "", "desk", "health", "leave", "static", "england", "a" * 61, "a\nb", "a\n"],
)  # fmt: skip
def test_a_slug_that_is_no_good_address_is_refused(editor, slug):
    before = sorted(editor.root.parent.rglob("*"))
    said = content_command(editor.root, "new-council", "--", slug)
    assert said.status == 1
    assert "use lower-case words with hyphens, such as north-vale" in said.words
    assert sorted(editor.root.parent.rglob("*")) == before


def test_a_council_that_is_there_is_not_written_over(editor):
    before = editor.reads("sefton/council.yaml")
    said = content_command(editor.root, "new-council", "sefton")
    assert said.status == 1
    assert "there is a folder called sefton already; change its council.yaml instead" in said.words
    assert editor.reads("sefton/council.yaml") == before


def test_what_only_looks_like_a_folder_is_not_written_over_either(tmp_path):
    (tmp_path / "a-file").touch()
    (tmp_path / "a-link").symlink_to(tmp_path / "nowhere")
    for slug in ("a-file", "a-link"):
        with pytest.raises(SlugRefused, match="already"):
            write_new_council(tmp_path, slug, "", set())
    assert not (tmp_path / "nowhere").exists()


@pytest.mark.parametrize(
    "name", ['The "Best" Council', "North\nVale", "North \\ Vale", "<PREFIX>", "{council}", "é" * 61]
)
def test_a_name_that_would_break_the_file_is_refused(editor, name):
    said = content_command(editor.root, "new-council", "north-vale", "--name", name)
    assert said.status == 1
    assert "cannot be a name here" in said.words
    assert not (editor.root / "north-vale").exists()


@pytest.mark.parametrize(
    "name", ["St. Ives’ & Çayır: Council #1", "  Vale Council  ", "O'Neill Council", "100% Vale", "null"]
)
def test_any_other_name_is_kept_as_it_is(editor, name):
    assert content_command(editor.root, "new-council", "north-vale", "--name", name).status == 0
    assert read_library(editor.root).councils["north-vale"].name == name.strip()


def test_while_the_content_is_broken_it_says_so_and_writes_nothing(editor):
    editor.changes("sefton/council.yaml", "prefix: SEF", "prefix: 7")
    said = content_command(editor.root, "new-council", "north-vale")
    assert said.status == 1
    assert "sefton/council.yaml:" in said.words
    assert not (editor.root / "north-vale").exists()
