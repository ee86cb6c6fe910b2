"""Saved for later: what the worker keeps, and what it must never."""

import json
import re
import struct

import pytest

from app.councils.shelf import Shelf
from app.pages.leave import NEUTRAL
from tests.councils.editor import CONTENT, Editor
from tests.pages.places import LIBRARY, public_paths

COUNCILS = sorted(LIBRARY.councils)
NEVER = re.compile(r"/form|/follow|/desk|/leave|/health|/preview")


def told(reader, council: str = "sefton") -> dict:
    first = reader.get(f"/{council}/en/worker.js").text.splitlines()[0]
    return json.loads(first.removeprefix("self.kept = ").removesuffix(";"))


@pytest.mark.parametrize("council", COUNCILS)
def test_it_keeps_every_public_page_of_this_council_and_nothing_else(reader, council):
    kept = told(reader, council)
    assert set(kept["pages"]) == {*public_paths(council), f"/{council}/en/save"}
    addresses = [*kept["pages"], *kept["files"], kept["noSignal"]]
    assert not [address for address in addresses if NEVER.search(address)]
    for address in addresses:
        answer = reader.get(address)
        assert answer.status_code == 200, address
        assert "Set-Cookie" not in answer.headers, address


def test_it_keeps_every_file_that_its_pages_ask_for(reader):
    kept = told(reader)
    for address in kept["pages"]:
        root = reader.get_page(address).root
        asked = {one.get("src") for one in root.all("script")}
        asked |= {one.get("href").partition("#")[0] for one in root.all("use")}
        asked |= {one.get("href") for one in root.all("link") if one.get("rel") in ("stylesheet", "icon")}
        assert asked
        assert asked - {*kept["files"]} == set(), address


def test_the_worker_is_asked_for_anew_and_reaches_only_its_own_place(reader):
    answer = reader.get("/sefton/en/worker.js")
    assert answer.mimetype == "text/javascript"
    assert answer.headers["Cache-Control"] == "no-cache"
    assert "Service-Worker-Allowed" not in answer.headers
    [script] = re.findall(r'importScripts\("([^"]+)"\)', answer.text)
    assert reader.get(script).status_code == 200


@pytest.fixture
def editor(environ, tmp_path) -> Editor:
    editor = Editor.with_a_copy(tmp_path)
    environ["CONTENT"] = str(editor.root)
    return editor


def test_its_name_changes_with_the_words_and_only_then(editor, house, client):
    before = told(client)["cache"]
    assert told(client)["cache"] == before
    editor.changes("sefton/council.yaml", 'short_name: "Sefton"', 'short_name: "Our Sefton"')
    house.keeper._read()
    assert told(client)["cache"] != before


def test_words_of_one_council_do_not_change_what_another_has_saved():
    shelf = Shelf(CONTENT)
    before = shelf.digest("england", "sefton")
    assert before == Shelf(CONTENT).digest("england", "sefton")
    assert before != shelf.digest("england", "liverpool")


@pytest.mark.parametrize("council", COUNCILS)
def test_as_an_app_its_name_and_picture_say_nothing(reader, council):
    answer = reader.get(f"/{council}/en/app.webmanifest")
    assert answer.mimetype == "application/manifest+json"
    manifest = answer.get_json()
    assert manifest["name"] == manifest["short_name"] == "Map"
    assert manifest["start_url"] == manifest["scope"] == f"/{council}/en/"
    for icon in manifest["icons"]:
        picture = reader.get(icon["src"])
        assert picture.mimetype == icon["type"] == "image/png"
        assert "{}x{}".format(*struct.unpack(">II", picture.data[16:24])) == icon["sizes"]


def test_the_page_says_what_it_keeps_and_who_could_find_it(reader):
    page = reader.get_page("/sefton/en/save")
    assert "Someone who looks at it could find these pages" in page.text
    assert "What you write is never kept" in page.text
    assert reader.get_page("/sefton/en/").link("Save for later") == "/sefton/en/save"


@pytest.mark.parametrize("leave", ["link", "beacon"])
def test_leaving_takes_it_all_away(client, leave):
    if leave == "link":
        answer = client.get("/leave")
        assert answer.location == NEUTRAL
    else:
        answer = client.post("/leave", headers={"Sec-Fetch-Site": "same-origin"})
    assert answer.headers["Clear-Site-Data"] == '"storage"'


def test_a_language_that_is_not_answered_has_nothing_to_save(reader):
    for address in ("/sefton/xx/save", "/nowhere/en/worker.js", "/nowhere/en/app.webmanifest"):
        assert reader.get(address).status_code == 404
