"""Keeping the code: copied, saved as a picture, printed; and by hand where there is no JavaScript."""

import re

import pytest
from playwright.sync_api import expect

from tests.site.child import CODE, Child
from tests.site.telling import tells_something


@pytest.fixture
def sent(child) -> Child:
    tells_something(child, "Something to keep a code for")
    child.sends()
    return child


def code_of(child: Child) -> str:
    return child.page.get_by_text(CODE).inner_text()


with_javascript = pytest.mark.parametrize("javascript", [True], ids=["with JavaScript"])


@with_javascript
def test_it_can_be_saved_as_a_picture_whose_name_says_nothing(sent, tmp_path):
    with sent.page.expect_download() as download:
        sent.presses("Save as a picture")
    assert download.value.suggested_filename == "picture.png"
    download.value.save_as(tmp_path / "picture.png")
    picture = (tmp_path / "picture.png").read_bytes()
    assert picture.startswith(b"\x89PNG") and int.from_bytes(picture[16:20], "big") == 1080
    dark = sent.page.evaluate(HOW_DARK, list(picture))
    assert 0.02 < dark < 0.5, "a picture with the code on it is neither empty nor black"
    expect(sent.page.get_by_role("status").filter(has_text="Saved as a picture")).to_be_visible()


HOW_DARK = """async bytes => {
    const picture = await createImageBitmap(new Blob([new Uint8Array(bytes)], { type: "image/png" }));
    const canvas = new OffscreenCanvas(picture.width, picture.height);
    const pen = canvas.getContext("2d");
    pen.drawImage(picture, 0, 0);
    const dots = pen.getImageData(0, 0, picture.width, picture.height).data;
    let dark = 0;
    for (let at = 0; at < dots.length; at += 4) if (dots[at] < 128) dark += 1;
    return dark / (dots.length / 4);
}"""


@with_javascript
def test_it_can_be_copied_and_that_is_said_once(sent):
    page = sent.page
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    sent.presses("Copy")
    copied = page.get_by_role("status").filter(has_text=re.compile("^Copied$"))
    expect(copied).to_be_visible()
    sent.presses("Copy")
    expect(copied).to_have_count(1)
    assert page.evaluate("navigator.clipboard.readText()").split() == code_of(sent).split()


@with_javascript
def test_where_the_browser_does_not_let_it_copy_it_says_so(sent):
    sent.page.evaluate("() => { navigator.clipboard.writeText = () => Promise.reject(new Error('not allowed')); }")
    sent.presses("Copy")
    expect(sent.page.get_by_role("status").filter(has_text="That did not work here")).to_be_visible()


@with_javascript
def test_it_can_be_printed(sent):
    sent.page.evaluate("window.print = () => (window.printed = true)")
    sent.presses("Print")
    assert sent.page.evaluate("window.printed")


def test_what_comes_out_of_the_printer_is_the_code_and_where_to_use_it(sent):
    code = code_of(sent)
    sent.page.emulate_media(media="print")
    expect(sent.page.get_by_text(code)).to_be_visible()
    expect(sent.page.get_by_text("/sefton/en/follow")).to_be_visible()
    for hidden in (
        "We have it. Thank you for telling us.",
        "What happens next",
        "Not safe right now?",
        "Leave quickly",
    ):
        expect(sent.page.get_by_text(hidden).first).to_be_hidden()
    expect(sent.page.get_by_role("heading")).to_have_count(0)


@pytest.mark.parametrize("javascript", [False], ids=["without JavaScript"])
def test_without_javascript_there_is_no_button_that_does_nothing(sent):
    for name in ("Copy", "Save as a picture", "Print"):
        expect(sent.page.get_by_role("button", name=name)).to_have_count(0)
    sent.presses("I have written it down")
    sent.reads("It is not shown here any more")


def test_the_way_on_opens_when_it_is_kept(sent):
    expect(sent.page.get_by_role("link", name="See where it is")).to_have_count(0)
    sent.presses("I have written it down")
    expect(sent.page.get_by_role("link", name="See where it is").first).to_be_visible()


@with_javascript
def test_leaving_quickly_is_free_while_the_code_is_shown(sent):
    sent.leaves_quickly()
    sent.page.goto("about:blank")
