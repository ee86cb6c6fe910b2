"""How to tell the council something, for tests that are about what comes after."""

from tests.site.child import Child

INBOX = "complaints@sefton.example.org"


EMAIL = "What is your email address?"
PHONE = "What number can we text?"
FILES = "Photos, papers and voice messages"
LITTLE_MORE = "Would you like to say a little more?"


def tells_something(
    child: Child, words: str, *, reach_by: str = "", place: str = EMAIL, where: str = "", say_more: bool = False
) -> None:
    """Up to the check page."""
    child.begins_to_tell()
    child.answers("What would you like to tell us?", "Something is wrong")
    child.answers("Who is telling us?", "I am a child or young person")
    child.answers("Do you feel safe right now?", "Yes")
    child.answers("What is it about?")
    child.answers("What happened?", words)
    child.answers(LITTLE_MORE)
    child.answers("What would you like to happen?")
    child.answers(FILES)
    child.answers("What is your name?", "Amina")
    child.answers("How can we reach you safely?", reach_by)
    if where:
        child.gives(place, where)
        if say_more:
            child.chooses("What is safe for us to say there?", "You can say what it is about")
        child.carries_on()
    child.gets_past("How do we keep it safe?", "Is there someone at the council who must not read this?")
    child.answers("Would you like an advocate?")
