"""Static files: under names that carry their hash, tokens first, and never half written."""

import hashlib
import re
import shutil
import threading

import brotli
import pytest

from app.pages.assets import (
    FIRST,
    MAP,
    SEEN_AT_ONCE,
    STATIC,
    VENDOR,
    asset_finder,
    first_seen,
    seen_next,
    stylesheets,
    write_assets,
)

STYLESHEET = "css/first.css"  # the one of every page that has the tokens
REST = "css/site.css"


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "static"


def test_every_name_carries_the_hash_of_what_is_in_the_file(folder):
    addresses = write_assets(folder)
    assert len(addresses) > 5
    for name, address in addresses.items():
        content = (folder / address.removeprefix("/static/")).read_bytes()
        stem, _dot, suffix = name.rpartition(".")
        assert address == f"/static/{stem}.{hashlib.sha256(content).hexdigest()[:12]}.{suffix}"


def test_every_stylesheet_goes_out_in_one_of_the_few_with_the_tokens_first():
    ours = {path.name for path in (STATIC / "css").glob("*.css")}
    assert len(ours) > 15
    assert sorted(sum(stylesheets().values(), [])) == sorted(ours), "each once"
    assert stylesheets()[STYLESHEET][0] == FIRST


def test_what_is_first_seen_is_painted_with_the_same_rules():
    assert set(SEEN_AT_ONCE) == set(stylesheets()[STYLESHEET])
    assert set(MAP) == set(stylesheets()["css/map.css"])
    assert first_seen().startswith("@layer tokens,base,layout,components,map,print;")
    for name in ("--ink:", ".leave", ".hero"):
        assert name in first_seen(), name
    for name in (".land{", ".step{", ".fork{", ".jump{"):
        assert name in seen_next() and name not in first_seen(), name
    assert "</" not in first_seen()
    assert not {*"<&"} & {*seen_next()}, "it stands in an <svg>, where these begin something"


@pytest.mark.parametrize("name", sorted({*stylesheets()[REST]} - {"print.css"}))
def test_what_comes_to_the_map_later_has_no_rule_about_everything(name):
    """Else a slow phone would style all of the map once more when it comes."""
    rules = re.sub(r"/\*.*?\*/", "", (STATIC / "css" / name).read_text("utf-8"), flags=re.DOTALL)
    selectors = [text.strip() for text in re.findall(r"[^{};]+(?=\{)", rules)]
    ours = [text for text in selectors if not re.match(r"@|from$|to$|[\d.]+%", text)]
    assert ours
    for each in ours:
        for selector in re.split(r",(?![^()]*\))", each):
            assert re.search(r"[.#\[]", selector), (
                f"{selector.strip()} is about too much: css/base.css has what is about everything"
            )


@pytest.mark.parametrize("name", MAP)
def test_the_maps_sheets_stand_in_a_layer_above_what_comes_after_them(name):
    sheet = (STATIC / "css" / name).read_text("utf-8")
    assert "@layer map {" in sheet
    assert sheet.count("@layer") == 1


def test_dark_chosen_and_dark_by_the_device_are_the_same():
    tokens = re.sub(r"/\*.*?\*/", "", (STATIC / "css" / FIRST).read_text("utf-8"), flags=re.DOTALL)
    by_device = re.search(r":root:not\(\[data-colours\]\) \{(.*?)\}", tokens, re.DOTALL)[1]
    chosen = re.search(r':root\[data-colours="dark"\] \{(.*?)\}', tokens, re.DOTALL)[1]
    assert len(by_device.split(";")) > 15
    assert by_device.split() == chosen.replace("color-scheme: dark;", "", 1).split()


def test_a_changed_file_has_another_name_and_an_old_one_stays_for_who_still_asks(folder, tmp_path, monkeypatch):
    ours = shutil.copytree(STATIC, tmp_path / "ours")
    monkeypatch.setattr("app.pages.assets.STATIC", ours)
    before = write_assets(folder)
    (ours / "css" / FIRST).write_text(":root { --new: red }")
    after = write_assets(folder)

    assert before[STYLESHEET] != after[STYLESHEET]
    assert {name for name in before if before[name] != after[name]} == {STYLESHEET}
    old, new = ((folder / one[STYLESHEET].removeprefix("/static/")).read_text("utf-8") for one in (before, after))
    assert "--new" not in old
    assert "--new" in new


def test_what_is_not_there_is_none(folder):
    asset = asset_finder(write_assets(folder))
    assert asset(STYLESHEET) and asset(REST)
    assert asset("vendor/jquery.js") is None


def test_without_npm_the_site_is_whole_without_htmx(folder, tmp_path, monkeypatch):
    monkeypatch.setattr("app.pages.assets.VENDOR", dict.fromkeys(VENDOR, tmp_path / "not-there.js"))
    asset = asset_finder(write_assets(folder))
    assert asset("vendor/htmx.min.js") is None
    assert asset(STYLESHEET) and asset(REST)


def test_compressed_copies_hold_the_same(folder):
    path = folder / write_assets(folder)[STYLESHEET].removeprefix("/static/")
    assert brotli.decompress(path.with_name(f"{path.name}.br").read_bytes()) == path.read_bytes()


def test_processes_that_start_at_once_do_not_disturb_each_other(folder):
    found = []
    starts = [threading.Thread(target=lambda: found.append(write_assets(folder))) for _ in range(4)]
    for start in starts:
        start.start()
    for start in starts:
        start.join()

    assert len(found) == 4
    assert all(one == found[0] for one in found)
    assert not [path for path in folder.rglob(".*") if path.is_file()], "a part was left lying"


def test_every_file_that_a_template_asks_for_is_there(folder):
    templates = list((STATIC.parent / "templates").rglob("*.html"))
    wanted = {name for path in templates for name in re.findall(r"asset\('([^']+)'\)", path.read_text("utf-8"))}
    assert len(wanted) > 5
    assert wanted - set(VENDOR) - set(write_assets(folder)) == set()


def test_no_rule_rests_on_the_space_that_the_minifier_takes_away():
    """It writes “.map :is(a)” as “.map:is(a)”, which is something else."""
    rest_on_it = re.compile(r"[\w\])] :(?!root)[a-z-]+[^;]*\{")
    for path in (STATIC / "css").glob("*.css"):
        rules = re.sub(r"/\*.*?\*/", "", path.read_text("utf-8"), flags=re.DOTALL)
        assert not rest_on_it.findall(rules), f"{path.name}: name what is meant inside"
    assert rest_on_it.findall(".map :is(a, b) { c: d; }")
