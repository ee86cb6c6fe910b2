"""From the child’s words to the officer’s desk, and back to the child: by email, and on their own page."""

import re
import uuid

import pytest
from playwright.sync_api import expect

from tests.site.telling import INBOX, tells_something

CODE = re.compile(r"(?:\d[\s-]*){16}")
ARABIC_INDIC = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")
BECAUSE_OF_THE_CLOCK = "2026-11-25T12:00:00+00:00"


@pytest.fixture
def mark() -> str:
    """One of a kind: to find this child’s letters among the others."""
    return uuid.uuid4().hex


@pytest.mark.parametrize(
    ("javascript", "say_more"),
    [(True, True), (False, False)],
    ids=["with JavaScript, details are safe", "without JavaScript, only that there is news"],
)
def test_an_officer_records_it_and_the_child_is_told_as_is_safe(child, officer, site, mark, say_more):
    address = f"amina-{mark}@example.org"
    tells_something(child, f"Nobody comes when I call. {mark}", reach_by="Email", where=address, say_more=say_more)
    code = child.sends()
    letter = site.wait_for_letter(INBOX, holding=mark)

    officer.signs_in()
    officer.sees_waiting("Complaint", "Wednesday 25 November")
    officer.opens_from(letter)
    officer.reads(f"Nobody comes when I call. {mark}")
    reference = officer.records_it()

    told = site.wait_for_letter(address, holding=reference if say_more else "")  # a receipt may have come before
    assert told["Subject"] == "There is news for you"
    assert (reference in told.get_content()) == say_more
    assert ("Friday 4 December" in told.get_content()) == say_more
    assert mark not in told.get_content().replace(address, "")
    assert code not in told.as_string() and not CODE.search(told.get_content())

    child.follows_with(code.replace(" ", ""))
    child.sees_their_own_page()
    child.reads("You are here: Stage 1")
    child.reads(reference)
    child.reads("Example Officer")
    child.reads("By Friday 4 December you get an answer")
    expect(child.page.get_by_role("listitem").filter(has=child.page.get_by_text("You are here"))).to_have_attribute(
        "aria-current", "step"
    )


def test_a_child_adds_something_and_asks_to_stop_and_an_officer_confirms_it(child, officer, site, mark):
    tells_something(child, f"They took my phone. {mark}")
    code = child.sends()
    first = site.wait_for_letter(INBOX, holding=mark)

    child.follows_with(code.translate(ARABIC_INDIC))
    child.sees_their_own_page()
    child.reads("By Wednesday 25 November you get your reference number")
    child.asks("Add something", "What would you like to add?", f"And they did it again 💔 {mark} added")
    site.wait_for_letter(INBOX, holding=f"And they did it again 💔 {mark} added")

    child.asks("Ask us to stop", "Would you like to tell us why you want to stop?", f"I made it up with them {mark}")
    child.reads("Nothing has stopped yet. Somebody will check with you first.")
    stop = site.wait_for_letter(INBOX, holding=f"I made it up with them {mark}")
    assert "speak with the young person first" in stop.get_content()

    officer.signs_in()
    officer.opens_from(first)
    officer.records_it()
    officer.confirms_that_it_stops()
    child.page.reload()
    child.reads("This has stopped, because you asked us to.")


def test_a_child_asks_for_an_advocate_and_for_the_next_stage(child, site, mark):
    tells_something(child, f"You are late. {mark}")
    child.follows_with(child.sends())

    child.asks(
        "Ask for the next stage", "Why would you like to go on to the next stage?", f"I am still not happy {mark}"
    )
    site.wait_for_letter(INBOX, holding=f"I am still not happy {mark}")
    child.asks("Ask for an advocate", "Would you like to tell us more about the help you want?", f"A woman {mark}")
    site.wait_for_letter("advocacy@sefton.example.org", holding=f"A woman {mark}")


def test_at_noon_on_the_third_working_day_the_clock_gives_the_reference(child, site, mark):
    address = f"tomos-{mark}@example.org"
    tells_something(child, f"No answer. {mark}", reach_by="Email", where=address, say_more=True)
    code = child.sends()

    site.flask("clock", "tick", "--now", BECAUSE_OF_THE_CLOCK)
    told = site.wait_for_letter(address, holding="Your reference number is SEF-")
    assert "Sefton complaints team" in told.get_content()
    child.follows_with(code)
    child.reads("SEF-")


def test_a_wrong_code_opens_nothing_and_says_how_to_mend_it(child):
    child.follows_with("1234 5678 9012 3456")

    expect(child.page.get_by_role("alert")).to_contain_text("That code did not open anything")
    expect(child.page).to_have_title("Error: Follow – Sefton")


def test_a_wrong_password_opens_nothing(officer):
    officer.page.goto("/desk/")
    officer.gives_password("not the password")

    expect(officer.page.get_by_role("alert")).to_contain_text("do not belong together")
    expect(officer.page).to_have_title("Error: the desk")
