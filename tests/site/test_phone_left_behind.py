"""Somebody picks up the phone later, and looks through all that the browser keeps on disk."""

import uuid
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import BrowserContext, BrowserType

from tests.site.child import Child
from tests.site.devices import PATIENCE_MS, PHONE, at_home
from tests.site.profile import everything_in, places_of
from tests.site.telling import FILES, INBOX, LITTLE_MORE
from tests.site.watching import Watch

SIGNS = ("hospital", "بدسلوکی", "💔", "Żółć", "o’neill")


@pytest.fixture
def secrets() -> list[str]:
    """Forty strings that are nowhere else, in several scripts."""
    return [f"{SIGNS[number % len(SIGNS)]}{uuid.uuid4().hex[:16]}" for number in range(40)]


@pytest.fixture
def profile(tmp_path: Path) -> Path:
    return tmp_path / "profile"


@pytest.fixture
def own_phone(browser_type: BrowserType, launch: dict, profile, site, javascript):
    """A browser that keeps what a browser keeps, on disk."""
    context = browser_type.launch_persistent_context(
        profile,
        **launch,
        base_url=site.url,
        java_script_enabled=javascript,
        ignore_https_errors=True,
        **at_home(),
        **PHONE,
    )
    context.set_default_timeout(PATIENCE_MS)
    watch = Watch(context, urlsplit(site.url).netloc)
    yield context
    context.close()
    watch.assert_nothing_wrong()


def test_after_a_whole_journey_nothing_of_it_is_in_the_browsers_profile(own_phone, profile, secrets, site):
    child = Child(own_phone.pages[0])
    code = tells_everything(child, secrets)
    reads_and_adds(child, code, secrets)
    child.presses("Close this page")
    child.reads_heading("Not happy with how you are being looked after?")
    half_writes(child, secrets[36:40])
    goes_back_and_forth(child)

    assert_nothing_is_kept(own_phone, profile, [*secrets, code, code.replace(" ", "")])
    letter = site.wait_for_letter(INBOX, holding=secrets[0]).get_content()
    assert all(secret in letter for secret in secrets[:30]), "the secrets were not all sent: look at this test"


def test_after_leaving_quickly_nothing_is_there_either(own_phone, profile, secrets):
    child = Child(own_phone.pages[0])
    half_writes(child, secrets)
    goes_back_and_forth(child)
    child.leaves_quickly()

    assert_nothing_is_kept(own_phone, profile, secrets)


def tells_everything(child: Child, secrets: list[str]) -> str:
    child.begins_to_tell()
    child.answers("What would you like to tell us?", "Something is wrong")
    child.answers("Who is telling us?", "I am a child or young person")
    child.gets_past("Do you feel safe right now?", "What is it about?")
    child.answers("What happened?", "\n".join(secrets[:20]) + "x" * 20_000)
    child.reads_heading("There is something to mend")
    child.answers("What happened?", "\n".join(secrets[:20]))
    child.reads_heading(LITTLE_MORE)
    child.page.go_back()
    child.reads_heading("What happened?")
    child.carries_on()
    child.answers(LITTLE_MORE)
    child.answers("What would you like to happen?", " ".join(secrets[20:28]))
    child.answers(FILES)
    child.answers("What is your name?", secrets[28])
    child.answers("How can we reach you safely?", "Phone call")
    child.reads_heading("What number can we call?")
    child.answers("What number can we call?", secrets[29][:8])
    child.reads_heading("There is something to mend")
    child.answers("What number can we call?", f"0151 496 0123 {secrets[29]}")
    child.gets_past("How do we keep it safe?", "Is there someone at the council who must not read this?")
    child.answers("Would you like an advocate?", "Yes, please")
    return child.sends()


def reads_and_adds(child: Child, code: str, secrets: list[str]) -> None:
    child.follows_with(code)
    child.sees_their_own_page()
    child.asks("Add something", "What would you like to add?", " ".join(secrets[30:33]))
    child.asks("Ask us to stop", "Would you like to tell us why you want to stop?", " ".join(secrets[33:36]))


def half_writes(child: Child, secrets: list[str]) -> None:
    """Typed, and never sent."""
    child.begins_to_tell()
    child.answers("What would you like to tell us?", "I have an idea")
    child.answers("Who is telling us?", "I am a child or young person")
    child.gets_past("Do you feel safe right now?", "What is it about?")
    child.reads_heading("What would you like to say?")
    child.writes("What would you like to say?", " ".join(secrets))


def goes_back_and_forth(child: Child) -> None:
    """Three pages back, and to the last again."""
    for _ in range(3):
        child.page.go_back()
    child.page.go_forward()


@pytest.mark.parametrize("javascript", [True], ids=["with JavaScript"])
def test_no_store_of_the_browser_holds_anything(own_phone, secrets):
    child = Child(own_phone.pages[0])
    child.follows_with(tells_everything(child, secrets))
    child.sees_their_own_page()
    assert child.page.evaluate(STORES) == {"local": 0, "session": 0, "databases": 0, "caches": 0, "workers": 0}
    assert child.page.evaluate("document.cookie") == "", "a script could read a cookie"


STORES = """async () => ({
    local: localStorage.length,
    session: sessionStorage.length,
    databases: (await indexedDB.databases()).length,
    caches: (await caches.keys()).length,
    workers: (await navigator.serviceWorker.getRegistrations()).length,
})"""


@pytest.mark.parametrize("javascript", [True], ids=["with JavaScript"])
def test_this_test_would_find_what_a_browser_keeps(own_phone, profile, secrets):
    """Chromium keeps what is typed in a field, unless the field says autocomplete=off."""
    child = Child(own_phone.pages[0])
    half_writes(child, [])
    field = child.page.get_by_role("textbox", name="What would you like to say?")
    field.evaluate("field => field.removeAttribute('autocomplete')")
    field.fill(secrets[0])
    child.opens_the_map()

    assert kept_on_disk(own_phone, profile, secrets[:1])


def assert_nothing_is_kept(own_phone: BrowserContext, profile: Path, secrets: list[str]) -> None:
    assert all(cookie["expires"] == -1 for cookie in own_phone.cookies()), "a cookie has a date"
    assert not kept_on_disk(own_phone, profile, secrets)


def kept_on_disk(own_phone: BrowserContext, profile: Path, secrets: list[str]) -> list[str]:
    """Which of the secrets the browser kept, and where; and any page of the form, which it may have compressed."""
    own_phone.pages[0].wait_for_timeout(3_000)  # a browser writes what it keeps every few seconds
    own_phone.close()
    kept = everything_in(profile)
    assert any(b"/sefton/en/form/" in kept[path][0] for path in kept if "Sessions" in path.parts), "it kept nothing"
    found = [f"{path}: {secret}" for secret in secrets for path in places_of(secret, kept)]
    pages = [f"{path}: a page" for path in kept if "Cache" in path.parts and b"/en/form/" in kept[path][0]]
    return found + pages
