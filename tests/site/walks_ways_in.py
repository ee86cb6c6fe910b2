"""Walks by the other ways in: somebody who is not safe, and somebody who comes about something told before."""

from collections.abc import Iterator

from tests.site.child import Child
from tests.site.running import Site
from tests.site.telling import FILES, LITTLE_MORE
from tests.site.walks import WORDS, Stop, Visit


def not_safe(visit: Visit, site: Site) -> Iterator[Stop]:
    """Whom to call, send just this now, and write on; where somebody else decides; what keeps a call safe."""
    child = Child(visit())
    page = child.page
    child.begins_to_tell()
    child.gets_past("What would you like to tell us?", "Who is telling us?")
    child.press(page.get_by_role("radio", name="No", exact=True))
    child.carries_on()
    child.reads_heading("Get help now")
    yield "get help now", page
    child.writes("What is happening?", WORDS)
    child.presses("Send just this now")
    child.reads("so nobody has got it")
    yield "sent at once", page
    child.carries_on()
    child.answers("What is it about?", "The police")
    child.reads_heading("This may be for the police")
    yield "somebody else decides", page
    child.carries_on()
    for question in ("What happened?", LITTLE_MORE, "What would you like to happen?", FILES, "What is your name?"):
        child.answers(question)
    child.answers("How can we reach you safely?", "Phone call")
    child.answers("What number can we call?", "0151 496 0003")
    child.reads_heading("How do we keep it safe?")
    yield "how do we keep it safe", page


def about_another(visit: Visit, site: Site) -> Iterator[Stop]:
    """Going on with something told before: with a code that opens nothing, and with none."""
    child = Child(visit())
    page = child.page
    child.begins_to_tell()
    child.answers("What would you like to tell us?", "I told you something before, and it is not over for me")
    child.gets_past("Who is telling us?", "Do you feel safe right now?")
    child.reads_heading("What would you like now?")
    yield "what would you like now", page
    child.carries_on()
    number = "Do you have your code, or your reference number?"
    child.chooses(number, "Yes, the code")
    child.writes("Write it here", "1234 5678")
    yield "which one", page
    child.writes("Write it here", "1234 5678 9012")
    child.carries_on()
    child.reads_heading("There is something to mend")
    yield "nearly a code", page
    child.writes("Write it here", "")
    child.answers(number, "I do not have it")
    child.gets_past("What is still wrong?", FILES, "What is your name?", "How can we reach you safely?")
    child.gets_past("How do we keep it safe?", "Is there someone at the council who must not read this?")
    child.answers("Would you like an advocate?")
    child.reads_heading("Check your answers")
    child.presses("Send")
    child.reads_heading("We have it. Thank you for telling us.")
    yield "asked to go on", page
