"""Photos, papers and a voice message, in a real browser; the voice from a microphone that only pretends."""

import re
import uuid
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, expect

from tests.forms import hostile_files as made
from tests.site.child import Child
from tests.site.devices import PATIENCE_MS, PHONE
from tests.site.telling import FILES, INBOX, LITTLE_MORE
from tests.site.watching import Watch

CHOOSE = "Choose photos, papers or sounds"
PHOTO = {"name": "planted ‮gpj.jpg", "mimeType": "image/jpeg", "buffer": made.picture("JPEG", exif=made.exif())}
MACROS = "application/vnd.ms-word.document.macroEnabled.main+xml"
UNSAFE = {"name": "letter.docx", "mimeType": "application/x", "buffer": made.word(MACROS)}
NOT_NEEDED = ["--use-fake-device-for-media-stream", "--use-fake-ui-for-media-stream"]


def gets_to_files(child: Child, words: str) -> None:
    child.begins_to_tell()
    child.answers("What would you like to tell us?", "Something is wrong")
    child.answers("Who is telling us?", "I am a child or young person")
    child.gets_past("Do you feel safe right now?", "What is it about?")
    child.answers("What happened?", words)
    child.gets_past(LITTLE_MORE, "What would you like to happen?")
    child.reads_heading(FILES)


def sends_the_rest(child: Child) -> None:
    child.carries_on()
    child.gets_past("What is your name?", "How can we reach you safely?", "How do we keep it safe?")
    child.gets_past("Is there someone at the council who must not read this?", "Would you like an advocate?")
    child.sends()


def chooses(child: Child, *files: dict) -> None:
    child.page.get_by_label(CHOOSE).set_input_files(list(files))


def fetches(officer, site, mark: str, what: str) -> tuple[str, bytes]:
    officer.signs_in()
    officer.opens_from(site.wait_for_letter(INBOX, holding=mark))
    with officer.page.expect_download() as download:
        officer.page.get_by_role("link", name=what).click()
    return download.value.suggested_filename, download.value.path().read_bytes()


def test_a_photo_is_added_taken_out_and_added_again_and_reaches_the_desk(child, officer, site):
    mark = uuid.uuid4().hex
    gets_to_files(child, f"This is my room. {mark}")
    chooses(child, PHOTO)
    child.presses("Add")
    child.reads("Photo 1")
    child.press(child.page.get_by_role("button", name="Remove Photo 1"))
    expect(child.page.get_by_text("Photo 1")).to_have_count(0)
    chooses(child, PHOTO)
    sends_the_rest(child)  # Carry on adds what was chosen

    name, content = fetches(officer, site, mark, "Photo 1")
    assert name == "photo-1.jpg"
    assert content.startswith(b"\xff\xd8\xff") and made.CAMERA.encode() not in content
    officer.reads("Not checked for viruses")


def test_what_cannot_be_taken_is_said_and_the_good_one_stays(child):
    gets_to_files(child, "x")
    chooses(child, PHOTO, UNSAFE)
    child.presses("Add")
    child.reads_heading("There is something to mend")
    child.reads("Save it as a PDF, then add that")
    child.reads("Photo 1")
    child.carries_on()
    child.reads_heading("What is your name?")


def test_what_is_too_big_is_said_before_it_is_sent(visit):
    child = Child(visit())
    gets_to_files(child, "x")
    sent = []
    child.page.on("request", lambda request: sent.append(request.url) if request.method == "POST" else None)
    chooses(child, {"name": "a.mp3", "mimeType": "audio/mpeg", "buffer": bytes(10_000_001)})
    child.reads("It can be 10 MB at most")
    child.presses("Add")
    assert not [url for url in sent if url.endswith("/files")]
    chooses(child, PHOTO)
    expect(child.page.get_by_text("It can be 10 MB at most")).to_have_count(0)
    child.presses("Add")
    child.reads("Photo 1")


def test_when_the_site_cannot_be_reached_it_is_said_and_nothing_is_lost(visit):
    child = Child(visit())
    gets_to_files(child, "x")
    chooses(child, PHOTO)
    child.page.context.set_offline(True)
    child.presses("Add")
    child.reads("Nothing you added before is lost")
    child.page.context.set_offline(False)
    child.presses("Add")
    child.reads("Photo 1")


@pytest.mark.parametrize("javascript", [False], ids=["without JavaScript"])
def test_more_than_we_take_at_once_is_said_on_the_page(child, tmp_path):
    gets_to_files(child, "x")
    much = [tmp_path / f"{number}.mp3" for number in range(5)]
    for one in much:
        one.write_bytes(bytes(11_000_000))
    child.page.get_by_label(CHOOSE).set_input_files(much)
    child.presses("Add")
    child.reads("Add them one by one")


def test_without_javascript_nobody_is_offered_to_record(visit):
    child = Child(visit(javascript=False))
    gets_to_files(child, "x")
    expect(child.page.get_by_role("button", name="Record")).to_have_count(0)


@pytest.fixture
def with_microphone(browser_type, launch, site):
    """A phone whose microphone hears a beep."""
    browser = browser_type.launch(**{**launch, "args": [*launch["args"], *NOT_NEEDED]})
    context = browser.new_context(base_url=site.url, permissions=["microphone"], **PHONE)
    context.set_default_timeout(PATIENCE_MS)
    watch = Watch(context, urlsplit(site.url).netloc)
    yield context.new_page()
    browser.close()
    watch.assert_nothing_wrong()


def records(page: Page, milliseconds: int = 1500) -> None:
    page.get_by_role("button", name="Record", exact=True).tap()
    expect(page.get_by_role("status").filter(has_text="Recording")).to_be_visible()
    page.wait_for_timeout(milliseconds)


def test_a_voice_is_recorded_listened_to_and_reaches_the_desk(with_microphone, officer, site):
    child, mark = Child(with_microphone), uuid.uuid4().hex
    gets_to_files(child, f"I will say it. {mark}")
    records(child.page)
    child.presses("Stop")
    child.reads("Your message is ready.")
    played = child.page.locator("audio").evaluate("voice => voice.play().then(() => voice.error === null)")
    assert played
    child.presses("Add")
    child.reads("Sound 1")
    sends_the_rest(child)

    name, content = fetches(officer, site, mark, "Sound 1")
    assert re.fullmatch(r"sound-1\.(webm|m4a|ogg)", name) and len(content) > 2000


def test_one_that_is_thrown_away_is_not_added(with_microphone):
    child = Child(with_microphone)
    gets_to_files(child, "x")
    records(child.page)
    child.presses("Stop")
    child.presses("Throw it away")
    child.carries_on()
    child.reads_heading("What is your name?")
    child.page.go_back()
    expect(child.page.get_by_text("Sound 1")).to_have_count(0)


def test_carrying_on_in_the_middle_takes_what_was_said_along(with_microphone):
    child = Child(with_microphone)
    gets_to_files(child, "x")
    records(child.page)
    child.carries_on()
    child.reads_heading("What is your name?")
    child.page.get_by_role("link", name="Go back").tap()
    child.reads("Sound 1")


def test_after_three_minutes_it_ends_by_itself(with_microphone):
    child = Child(with_microphone)
    child.page.clock.install()
    gets_to_files(child, "x")
    records(child.page, 300)
    child.page.clock.fast_forward(181_000)
    child.reads("3 minutes are over. Your message is ready.")


def test_a_microphone_that_may_not_be_used_is_said(with_microphone):
    child = Child(with_microphone)
    gets_to_files(child, "x")
    child.page.evaluate("() => { navigator.mediaDevices.getUserMedia = () => Promise.reject(new Error()); }")
    child.presses("Record")
    child.reads("You can choose a sound instead.")
