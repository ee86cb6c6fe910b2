"""In a browser: long words fit, right to left fits, and changing the language loses nothing that is typed."""

import re
import shutil

import pytest
from playwright.sync_api import expect

from tests.councils.editor import CONTENT
from tests.languages.pseudo import LONG, MIRRORED, longer, write_all
from tests.site.child import Child
from tests.site.devices import DESKTOP
from tests.site.running import running

NARROW = {"viewport": {"width": 320, "height": 640}}
PAGES = ("", "steps/", "steps/panel-meeting", "guide/words", "guide/your-rights", "guide/safety", "form/1", "follow")
TYPED = "Nobody tells me why. لا أحد"


@pytest.fixture(scope="module")
def many(tmp_path_factory):
    folder = tmp_path_factory.mktemp("many")
    for name in ("england", "sefton"):
        shutil.copytree(CONTENT / name, folder / "content" / name)
    write_all(folder / "content", folder / "translations")
    settings = {"CONTENT": str(folder / "content"), "PSEUDO_TRANSLATIONS": str(folder / "translations")}
    with running(tmp_path_factory.mktemp("instance"), SERVED="tests.languages.site:app", **settings) as site:
        yield site


@pytest.mark.parametrize("tag", [LONG.tag, MIRRORED.tag])
def test_no_page_scrolls_sideways_on_the_smallest_phone(tag, visit, many):
    page = visit(many, device=NARROW)
    for path in PAGES:
        page.goto(f"/sefton/{tag}/{path}")
        wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        assert wide <= 0, f"{path} is {wide} pixels too wide"


def test_what_is_typed_is_there_in_the_other_language(visit, many, javascript):
    child = Child(visit(many, javascript=javascript))
    child.begins_to_tell()
    child.answers("What would you like to tell us?", "Something is wrong")
    child.answers("Who is telling us?", "I am a child or young person")
    child.gets_past("Do you feel safe right now?", "What is it about?")
    child.reads_heading("What happened?")
    child.writes("What happened?", TYPED)

    child.page.get_by_text("Language: English").click()
    child.press(child.page.get_by_role("button", name=MIRRORED.name))

    child.page.wait_for_url(re.compile(f"/sefton/{MIRRORED.tag}/form/"))
    expect(child.page.locator("html")).to_have_attribute("dir", "rtl")
    expect(child.page.get_by_role("textbox", name=longer("What happened?"))).to_have_value(TYPED)


def test_on_a_first_visit_the_page_says_how_to_change(visit, many, javascript):
    page = visit(many, javascript=javascript, locale="qab")
    page.goto("/sefton/")
    expect(page).to_have_url(re.compile(f"/sefton/{MIRRORED.tag}/#languages$"))
    expect(page.get_by_text(longer("You can change it here."))).to_be_visible()
    page.locator(".languages summary").click()
    page.get_by_role("link", name="English", exact=True).click()
    expect(page.get_by_text("You can change it here.")).to_be_hidden()


def test_from_the_pop_up_the_same_step_is_there_in_another_language(visit, javascript):
    page = visit(javascript=javascript)
    page.goto("/sefton/en/")
    if javascript:
        page.locator("#about-recorded").wait_for(state="attached")
    page.locator('a[href$="/steps/recorded"]').first.click()
    if javascript:
        page.get_by_role("dialog").get_by_role("link", name="Language: English").click()
    else:
        page.locator("#languages summary").click()
    page.get_by_role("link", name="Polski").click()
    page.wait_for_url("**/sefton/pl/steps/recorded")
    expect(page.locator("html")).to_have_attribute("lang", "pl")


def test_what_points_onward_points_to_the_left_where_one_reads_from_the_right(visit):
    page = visit(device=DESKTOP)
    for tag, points_to_the_left in (("en", False), ("ar", True)):
        page.goto(f"/sefton/{tag}/steps/")
        arrow = page.locator(".picture--turns").first
        turned = arrow.evaluate("element => getComputedStyle(element).scale")
        assert (turned == "-1 1") is points_to_the_left, (tag, turned)
        page.goto(f"/sefton/{tag}/")
        stones = [page.locator("#stage-1 .step__stone").nth(place).bounding_box()["x"] for place in (0, 1)]
        assert (stones[0] > stones[1]) is points_to_the_left, "the path begins where the reading begins"
