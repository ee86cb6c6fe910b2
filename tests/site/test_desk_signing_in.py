"""Signing in at the desk in a real browser: a passkey, and the warning before the end."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.site.devices import DESKTOP
from tests.site.officer import Officer
from tests.site.running import Site


@pytest.fixture
def at_the_desk(visit, site: Site) -> Page:
    page = visit(device=DESKTOP)
    Officer(page, site.password).signs_in()
    return page


def test_an_officer_makes_a_passkey_and_comes_in_by_it(at_the_desk):
    page = at_the_desk
    talk = page.context.new_cdp_session(page)
    talk.send("WebAuthn.enable")
    of_this_device = {
        "protocol": "ctap2", "transport": "internal", "hasResidentKey": True, "hasUserVerification": True,
        "isUserVerified": True, "automaticPresenceSimulation": True,
    }  # fmt: skip
    talk.send("WebAuthn.addVirtualAuthenticator", {"options": of_this_device})
    page.goto("/desk/you")
    page.get_by_label("What do you call it?").fill("Work laptop")
    page.get_by_role("button", name="Make a passkey on this device").click()
    expect(page.get_by_text("Your passkey is kept.")).to_be_visible()
    page.get_by_role("button", name="Sign out", exact=True).click()
    page.get_by_role("button", name="Sign in with a passkey").click()
    expect(page.get_by_role("heading", name="Today")).to_be_visible()
    page.goto("/desk/you")
    page.get_by_role("link", name="Take away Work laptop").click()
    page.get_by_role("button", name="Take it away").click()
    expect(page.get_by_text("You have none yet.")).to_be_visible()


def test_an_officer_is_warned_a_minute_before_and_can_stay(visit, site):
    page = visit(device=DESKTOP)
    page.clock.install()
    Officer(page, site.password).signs_in()
    page.goto("/desk/enter")
    page.get_by_label("What did they say?").fill("Nobody came on Monday.")
    warning = page.get_by_role("dialog", name=re.compile("signed out in a minute"))
    page.clock.fast_forward("13:50")
    expect(warning).to_be_hidden()
    page.clock.fast_forward("00:15")
    expect(warning).to_be_visible()
    with page.expect_response("**/desk/still-here") as asked:
        page.get_by_role("button", name="Stay signed in").click()
    assert asked.value.text() == "900"
    expect(warning).to_be_hidden()
    expect(page.get_by_label("What did they say?")).to_have_value("Nobody came on Monday.")


def test_at_the_end_what_was_typed_is_still_there(visit, site):
    page = visit(device=DESKTOP)
    page.clock.install()
    Officer(page, site.password).signs_in()
    page.goto("/desk/enter")
    page.get_by_label("What did they say?").fill("Nobody came on Monday.")
    page.clock.fast_forward("14:05")
    page.clock.fast_forward("01:00")
    expect(page.get_by_role("dialog", name=re.compile("Nothing you typed is lost"))).to_be_visible()
    page.get_by_role("button", name="Carry on").click()
    expect(page.get_by_label("What did they say?")).to_have_value("Nobody came on Monday.")


def test_whoever_writes_is_here(visit, site):
    page = visit(device=DESKTOP)
    page.clock.install()
    Officer(page, site.password).signs_in()
    page.goto("/desk/enter")
    page.clock.fast_forward("04:30")
    with page.expect_response("**/desk/still-here") as asked:
        page.get_by_label("What did they say?").press_sequentially("No")
    assert asked.value.ok
