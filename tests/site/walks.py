"""Walks that come by every page and every state of a page. At each place: its name, and the page as it stands.

Checkers and screenshots go along the same walks. The desk’s are in walks_desk.py.
"""

from collections.abc import Callable, Iterator
from pathlib import Path

from playwright.sync_api import Page, expect

from tests.site.child import Child
from tests.site.running import Site
from tests.site.telling import FILES, INBOX, LITTLE_MORE, tells_something

ROOT = Path(__file__).parents[2]
SEFTON = "/sefton/en/"
LONG_WORD = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft"
WORDS = f"My worker changed again 😡\nمجھے کوئی نہیں بتاتا کیوں۔\n{LONG_WORD}"
LATE = "2027-02-10T10:00:00+00:00"

Stop = tuple[str, Page]
Visit = Callable[..., Page]


def ids(folder: str) -> list[str]:
    found = sorted(path.stem for path in (ROOT / "content/england/en" / folder).glob("*.md"))
    assert found, f"found nothing in {folder}: look at this walk"
    return found


def guide(visit: Visit, site: Site) -> Iterator[Stop]:
    page = visit()
    for id in ids("guide"):
        page.goto(f"{SEFTON}guide/{id}")
        yield id, page
    for place in ("steps/", "save", "save/no-signal"):
        page.goto(f"{SEFTON}{place}")
        yield place, page


def steps(visit: Visit, site: Site) -> Iterator[Stop]:
    page = visit()
    for id in ids("steps"):
        page.goto(f"{SEFTON}steps/{id}")
        yield id, page


def stage_map(visit: Visit, site: Site) -> Iterator[Stop]:
    child = Child(visit())
    child.opens_the_map()
    yield "map", child.page
    child.asks_about("We write down your complaint")
    dialog = child.page.get_by_role("dialog", name="We write down your complaint")
    expect(dialog).to_contain_text("Your words come to the complaints team")
    yield "pop-up", child.page
    child.press(dialog.get_by_text("For parents, carers and advocates"))
    child.press(dialog.get_by_role("link", name="reference number").first)
    expect(dialog.get_by_role("status").filter(has_text="names your complaint")).to_be_visible()
    yield "pop-up, all open", child.page


def days(visit: Visit, site: Site) -> Iterator[Stop]:
    """The days on the map, and how they were counted."""
    child = Child(visit())
    page = child.page
    child.opens_the_map()
    child.press(page.get_by_text("How we counted"))
    child.press(page.get_by_text("Did you tell us on another day?"))
    yield "map, how we counted", page
    page.get_by_label("The day you told us").fill("2026-10-01")
    child.presses("Show the days")
    expect(page.get_by_role("heading", name="You told us on Thursday 1 October")).to_be_visible()
    child.press(page.get_by_text("How we counted"))
    yield "map, told on a day", page
    page.goto(f"{SEFTON}?told=31/2/2026")
    yield "map, no such day", page


def telling(visit: Visit, site: Site) -> Iterator[Stop]:
    """Every question: empty, wrong where it can be, and filled in."""
    child = Child(visit())
    page = child.page
    page.goto(f"{SEFTON}form/first")
    yield "before the first question", page
    child.follows("Try it now")
    child.reads_heading("That is how it works")
    yield "how leaving works", page
    child.begins_to_tell()
    for question, wrong, right in (
        ("What would you like to tell us?", None, "Something is wrong"),
        ("Who is telling us?", None, "I am a child or young person"),
        ("Do you feel safe right now?", None, "Yes"),
        ("What is it about?", None, "A social worker"),
        ("What happened?", "", WORDS),
        (LITTLE_MORE, None, ""),
        ("What would you like to happen?", "x" * 20_001, "One worker who stays"),
        (FILES, None, ""),
        ("What is your name?", "n" * 201, f"Amina {LONG_WORD}"),
        ("How can we reach you safely?", None, "Email"),
        ("What is your email address?", "no address", "amina@example.org"),
        ("How do we keep it safe?", None, ""),
        ("Is there someone at the council who must not read this?", None, "No"),
        ("Would you like an advocate?", None, "Yes, please"),
    ):
        child.reads_heading(question)
        yield question, page
        if wrong is not None:
            child.answers(question, wrong)
            child.reads_heading("There is something to mend")
            yield f"{question} wrong", page
        if question == "What happened?":
            for more in ("What can I write about? See some examples", "What happens with what I write?"):
                child.press(page.get_by_text(more))
        child.gives(question, right)
        yield f"{question} filled in", page
        child.carries_on()
    child.reads_heading("Check your answers")
    yield "check", page
    page.goto(f"{SEFTON}form/")
    yield "come back", page
    child.presses("Carry on")
    child.sends()
    yield "sent", page
    child.presses("I have written it down")
    child.reads("It is not shown here any more")
    yield "sent and written down", page
    stranger = visit()
    stranger.goto(f"{SEFTON}form/sent")
    yield "sent before", stranger


def short_form(visit: Visit, site: Site) -> Iterator[Stop]:
    """All the questions on one page: empty, wrong, and with what a choice opens."""
    child = Child(visit())
    page = child.page
    page.goto(f"{SEFTON}form/all")
    yield "all questions", page
    child.chooses("How can we reach you safely?", "Email")
    child.writes("What is your email address?", "no address")
    yield "all questions, by email", page
    child.carries_on()
    child.reads_heading("There is something to mend")
    yield "all questions, wrong", page


def other_ways(visit: Visit, site: Site) -> Iterator[Stop]:
    """What only those meet who choose something else."""
    child = Child(visit())
    page = child.page
    child.begins_to_tell()
    child.answers("What would you like to tell us?", "I want an advocate")
    child.answers("Who is telling us?", "I am a parent, carer or family member")
    child.answers("Is the child or young person safe right now?", "Yes")
    child.reads_heading("Who is it about?")
    yield "who is it about", page
    child.carries_on()
    may_we = "May someone from the council talk with the child or young person?"
    child.reads_heading(may_we)
    yield "may we talk with the child", page
    child.answers(may_we, "Not sure")
    child.reads_heading("Is there also a complaint to send now?")
    yield "a complaint too", page
    child.carries_on()
    child.reads_heading("Why is an advocate needed?")
    yield "why an advocate", page
    child.answers("Why is an advocate needed?", "She asked for one.")
    child.answers(FILES)
    child.answers("What is your name?", "A. Grandad")
    for way, place in (
        ("Text message", "What number can we text?"),
        ("Letter", "Where can we send a letter?"),
        ("Through someone I trust", "Who can we go through?"),
        ("Phone call", "What number can we call?"),
    ):
        child.answers("How can we reach you safely?", way)
        child.reads_heading(place)
        yield place, page
        child.follows("Go back")
    child.answers("How can we reach you safely?", "Phone call")
    child.answers("What number can we call?", "12")
    child.reads_heading("There is something to mend")
    yield "a number too short", page


def following(visit: Visit, site: Site) -> Iterator[Stop]:
    child = Child(visit())
    page = child.page
    page.goto(f"{SEFTON}follow")
    yield "code", page
    child.follows_with("1234")
    child.reads_heading("That code did not open anything")
    yield "wrong code", page
    tells_something(child, f"{WORDS} on a walk", reach_by="Email", where="walk@example.org")
    code = child.sends()
    site.wait_for_letter(INBOX, holding="on a walk")
    child.follows_with(code)
    child.sees_their_own_page()
    yield "own page, not recorded", page
    for asking in ("more", "next", "help", "end"):
        page.goto(f"{SEFTON}follow/{asking}")
        yield f"asking for {asking}", page
    page.goto(f"{SEFTON}follow/more")
    child.presses("Send")
    child.reads_heading("There is something to mend")
    yield "asking, nothing written", page
    child.writes("What would you like to add?", WORDS)
    child.presses("Send")
    child.reads_heading("We have it")
    yield "own page, after asking", page
    child.asks_about("We write down your complaint")
    expect(page.get_by_role("dialog")).to_contain_text("Your words come to the complaints team")
    yield "own page, pop-up", page
    with site.later(LATE) as later:
        child = Child(visit(at=later))
        child.follows_with(code)
        child.sees_their_own_page()
        yield "own page, late", child.page


def trouble(visit: Visit, site: Site) -> Iterator[Stop]:
    """Two councils, and things that go wrong. Needs a site of its own: it uses up the guesses at a code."""
    page = visit()
    page.goto("/")
    yield "chooser", page
    finder = page.get_by_role("searchbox", name="Type the first letters")
    finder.press_sequentially("sef")
    expect(page.get_by_role("link", name="Otherton")).to_be_hidden()
    yield "chooser, found", page
    finder.press_sequentially("xyz")
    expect(page.get_by_text("We have no council that begins like that")).to_be_visible()
    yield "chooser, not found", page
    for name, address in (("404 nowhere", "/no/such/place"), ("404 in a council", f"{SEFTON}guide/nothing")):
        page.goto(address)
        yield name, page
    page.goto(f"{SEFTON}form/")
    for name, address, length in (("405", f"{SEFTON}guide/why", 1), ("413", f"{SEFTON}form/4", 3_000_000)):
        with page.expect_navigation():
            page.evaluate(SEND_FORM, [address, length])
        yield name, page
    child = Child(page)
    for _ in range(30):
        child.follows_with("1234 5678 9012 3456")
        child.reads_heading("That code did not open anything")
    child.follows_with("1234 5678 9012 3456")
    child.reads_heading("Please wait a minute")
    yield "429", page


SEND_FORM = """([address, length]) => {
    const form = document.createElement('form');
    form.method = 'post';
    form.action = address;
    const words = form.appendChild(document.createElement('textarea'));
    words.name = 'words';
    words.value = 'x'.repeat(length);
    document.body.append(form);
    form.submit();
}"""
