"""The walk by every page and state of the desk, as an officer, and as one who may not read."""

import re
from collections.abc import Iterator

from playwright.sync_api import Page

from tests.site.child import Child
from tests.site.devices import DESKTOP
from tests.site.officer import Officer
from tests.site.running import Site
from tests.site.telling import INBOX, PHONE, tells_something
from tests.site.walks import WORDS, Stop, Visit

PASSWORD = re.compile(r"shown only now: (\S+)")


def desk(visit: Visit, site: Site) -> Iterator[Stop]:
    child = Child(visit())
    tells_something(child, f"{WORDS} for the desk", reach_by="Text message", place=PHONE, where="07700 900123")
    code = child.sends()
    letter = site.wait_for_letter(INBOX, holding="for the desk")

    robot = Child(visit())
    tells_something(robot, WORDS)
    robot.reads_heading("Check your answers")
    robot.page.evaluate("document.querySelector('[name=homepage]').value = 'https://robot.example'")
    robot.sends()

    page = visit(device=DESKTOP)
    officer = Officer(page, site.password)
    page.goto("/desk/")
    yield "sign in", page
    officer.gives_password("wrong")
    officer.reads("do not belong together")
    yield "sign in, wrong", page
    officer.signs_in()
    yield "today", page
    page.goto("/desk/held")
    yield "held", page
    page.get_by_role("link", name="Open").first.click()
    officer.reads_heading("Held: may be from a robot")
    yield "opened, held", page
    page.get_by_role("button", name="It is a robot: put away").click()
    officer.reads("Put away. You find it")
    yield "put away", page

    officer.opens_from(letter)
    yield "opened", page
    page.get_by_role("link", name="Record it").click()
    officer.reads_heading("Record it")
    yield "record", page
    page.get_by_label("The answer is due by").fill("2029-01-01")
    page.get_by_role("button", name="Record it and tell them").click()
    officer.reads("That is later than the law allows")
    yield "record, wrong", page
    officer.opens_from(letter)
    officer.records_it()
    officer.reads("Recorded by")
    yield "recorded", page
    page.get_by_role("link", name="Change the age").click()
    officer.reads_heading("Age")
    yield "age", page
    page.get_by_label("How old is the child or young person?").select_option("13 to 15")
    page.get_by_role("button", name="Keep it").click()
    officer.reads("13 to 15")
    for summary in page.locator("main summary").all():
        summary.click()
    yield "recorded, all unfolded", page
    page.get_by_role("link", name="Stage 1 is answered").first.click()
    officer.reads_heading("Stage 1 is answered")
    yield "move", page
    page.get_by_role("button", name="Keep it and tell them").click()
    officer.reads_heading("There is something to mend")
    yield "move, wrong", page
    page.get_by_label("Point 1", exact=True).fill(WORDS)
    page.get_by_label("Finding on point 1").select_option("Upheld")
    page.get_by_role("button", name="Keep it and tell them").click()
    officer.reads("It is kept: Stage 1 is answered.")
    yield "moved", page
    page.get_by_role("link", name="Our answer to you").click()
    officer.reads_heading("A letter to the young person")
    yield "letter", page
    page.get_by_label("What it is called").fill("")
    page.get_by_role("button", name="Send it").click()
    officer.reads_heading("There is something to mend")
    yield "letter, wrong", page
    page.get_by_label("What it is called").fill(WORDS)
    page.get_by_role("button", name="Send it").click()
    officer.reads("The letter stands on their own page now.")
    page.get_by_role("link", name=WORDS).click()
    officer.reads("It stands on their own page")
    yield "letter that went", page
    officer.opens_from(letter)
    page.get_by_role("link", name="Write to them").click()
    officer.reads_heading("Write to the young person")
    yield "write", page
    page.get_by_role("button", name="Send it to their page").click()
    officer.reads_heading("There is something to mend")
    yield "write, wrong", page
    page.get_by_label("What do you want to tell them?").fill(WORDS)
    page.get_by_role("button", name="Send it to their page").click()
    officer.reads("Sent. It is on their own page now.")
    yield "opened, with a message", page
    page.get_by_role("link", name="It is closed").click()
    officer.reads_heading("It is closed")
    yield "move with promises", page
    officer.opens_from(letter)

    child.follows_with(code)
    child.reads("There is a new message for you.")
    yield "follow, with a message", child.page
    child.asks("Ask us to stop", "Would you like to tell us why you want to stop?", WORDS)
    page.reload()
    officer.reads_heading("They asked to stop")
    yield "opened, asked to stop", page
    page.get_by_role("link", name="Say what they said").click()
    officer.reads_heading("They asked to stop")
    yield "stop", page
    page.get_by_role("button", name="Keep what they said").click()
    officer.reads_heading("There is something to mend")
    yield "stop, wrong", page
    officer.opens_from(letter)
    officer.confirms_that_it_stops()
    yield "stopped, with a task", page
    child.page.goto("/sefton/en/follow")
    yield "follow, stopped", child.page

    page.get_by_role("link", name="Make a new follow-up code").click()
    officer.reads_heading("Make a follow-up code")
    yield "code", page
    page.get_by_role("button", name="Make the code").click()
    officer.reads_heading("There is something to mend")
    yield "code, wrong", page
    page.get_by_label("I am sure that this is the person it belongs to").check()
    page.get_by_role("button", name="Make the code").click()
    officer.reads_heading("The follow-up code")
    yield "new code", page

    page.goto("/desk/enter")
    yield "enter", page
    page.get_by_role("button", name="Keep it").click()
    officer.reads_heading("There is something to mend")
    yield "enter, wrong", page
    page.goto("/desk/")
    officer.reads_heading("Letters to look at and send")
    yield "today, afterwards", page
    page.goto("/desk/you")
    yield "how you sign in", page
    page.goto("/desk/you/password")
    yield "a new password", page
    page.goto("/desk/second-step")
    yield "the second step, to set up", page
    page.get_by_role("button", name="Sign out").click()
    officer.reads("You have signed out.")
    yield "signed out", page
    page.goto("/desk/new-password")
    yield "asking for a new password", page
    page.goto("/desk/representations/0")
    officer.gives_password(site.password)
    officer.reads_heading("We cannot find that page")
    yield "404 at the desk", page

    auditor = signed_in_as("auditor", visit, site)
    Officer(auditor, "").reads_heading("This is not open to you")
    yield "not open to an auditor", auditor
    auditor.get_by_role("link", name="Open the figures").click()
    Officer(auditor, "").reads_heading("Figures")
    yield "figures", auditor
    auditor.get_by_role("link", name="Report that writes itself").click()
    Officer(auditor, "").reads_heading("Annual report on representations and complaints")
    yield "the report", auditor

    yield from keeping(signed_in_as("manager", visit, site), letter)


def keeping(page: Page, letter) -> Iterator[Stop]:
    """What only a manager sees."""
    manager = Officer(page, "")
    manager.reads_heading("Today")
    page.goto("/desk/to-delete")
    yield "to be deleted", page
    manager.opens_from(letter)
    page.get_by_role("link", name="Take out all that we have about it").click()
    manager.reads_heading("Take out all that we have about it")
    yield "take out", page
    page.get_by_role("button", name="Take it out").click()
    manager.reads_heading("There is something to mend")
    yield "take out, wrong", page
    manager.opens_from(letter)
    page.get_by_role("link", name="Place a legal hold on it").click()
    manager.reads_heading("Place a legal hold")
    yield "legal hold", page
    page.get_by_label("Why?").fill(WORDS)
    page.get_by_role("button", name="Place it").click()
    manager.reads("Nothing deletes this until it is lifted")
    yield "opened, under a legal hold", page


def signed_in_as(role: str, visit: Visit, site: Site) -> Page:
    """Somebody new, in a browser of their own."""
    email = f"{role}@example.org"
    added = site.flask("officers", "add", email, "--council", "sefton", "--role", role, "--name", f"The {role}")
    page = visit(device=DESKTOP)
    page.goto("/desk/")
    page.get_by_label("Email address").fill(email)
    page.get_by_label("Password").fill(PASSWORD.search(added)[1])
    page.get_by_role("button", name="Sign in", exact=True).click()
    return page
