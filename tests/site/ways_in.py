"""Every way in, as a table: what somebody comes for, who they are, and the questions that they then meet, in order."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import product

from tests.site.telling import EMAIL, FILES, INBOX, LITTLE_MORE

COMMENTS, ADVOCACY = "comments@sefton.example.org", "advocacy@sefton.example.org"
CHILD, FAMILY, AN_ADVOCATE, OTHER = WHO = (
    "I am a child or young person",
    "I am a parent, carer or family member",
    "I am an advocate, telling you for a child",
    "Someone else",
)
BEFORE = "I told you something before, and it is not over for me"
CODE, REFERENCE, NEITHER = HAVE = ("Yes, the code", "Yes, the reference number", "I do not have it")
A_REFERENCE = "SEF-7K4M-2XQ8"

Answered = tuple[str, str]  # a question, by its heading as it is read, and what is answered to it


@dataclass(frozen=True)
class Purpose:
    """What somebody comes for: the answer to the first question, and to those that come of it."""

    name: str
    kind: str
    inbox: str
    words: tuple[str, str]  # how a child is asked for them, and how an adult is
    onward: str = ""
    also: tuple[str, str] | None = None
    is_complaint: bool = False
    asks_topic: bool = False
    is_about_another: bool = False
    may_add_files: bool = True

    @property
    def wants_advocate(self) -> bool:
        return self.also is not None


SAME = ("What happened?", "What happened?")
TO_SAY = ("What would you like to say?", "What would you like to say?")
ADVOCATE = ("Why would you like an advocate?", "Why is an advocate needed?")
ALSO = ("Is something wrong that you want to tell us now?", "Is there also a complaint to send now?")
WHICH_ONE = ("Do you have your code, or your reference number?", "Do you have the code, or the reference number?")
OFFERED = ("Would you like an advocate?", "Would the child or young person like an advocate?")
STILL_WRONG = ("What is still wrong?", "What is still wrong?")
PURPOSES = (
    Purpose("complaint", "Something is wrong", INBOX, SAME, is_complaint=True, asks_topic=True),
    Purpose("comment", "I have an idea, or something to say", COMMENTS, TO_SAY, asks_topic=True),
    Purpose("compliment", "I want to say thank you", COMMENTS, ("What went well?",) * 2),
    Purpose(
        "advocate", "I want an advocate", ADVOCACY, ADVOCATE,
        also=("No, I only want an advocate", "No, only the request for an advocate"),
    ),
    Purpose(
        "advocate and complaint", "I want an advocate", INBOX, SAME, is_complaint=True, asks_topic=True,
        also=("Yes, I want to tell you now", "Yes, there is a complaint too"),
    ),
    Purpose("stage 2", BEFORE, INBOX, STILL_WRONG, "Stage 2: new people look into it", is_about_another=True),
    Purpose("stage 3", BEFORE, INBOX, STILL_WRONG, "Stage 3: a panel looks at it again", is_about_another=True),
    Purpose("still unhappy", BEFORE, INBOX, STILL_WRONG, "I am still unhappy", is_about_another=True),
    Purpose(
        "stop", "I want to stop something I told you", INBOX,
        ("Would you like to tell us why?", "Why should it stop?"), is_about_another=True, may_add_files=False,
    ),
)  # fmt: skip


@dataclass(frozen=True)
class WayIn:
    """One journey: for what, by whom, with what in their hand."""

    purpose: Purpose
    who: str
    javascript: bool
    phone: bool
    have: str = ""  # of HAVE, when it is about something told before

    def __str__(self) -> str:
        script, device = "js" if self.javascript else "no js", "phone" if self.phone else "desktop"
        return ", ".join(part for part in (self.purpose.name, self.who, self.have, script, device) if part)

    @property
    def is_child(self) -> bool:
        return self.who == CHILD

    def of(self, for_a_child: str, for_an_adult: str) -> str:
        return for_a_child if self.is_child else for_an_adult

    def questions(self, words: str, code: str) -> Iterator[Answered]:
        """All of them, each with its answer."""
        yield from self._begin(code)
        yield from self._tell(words)
        yield from self._reach()

    def _begin(self, code: str) -> Iterator[Answered]:
        yield "What would you like to tell us?", self.purpose.kind
        yield "Who is telling us?", self.who
        yield self.of("Do you feel safe right now?", "Is the child or young person safe right now?"), "Yes"
        if not self.is_child:
            yield "Who is it about?", ""
            yield "May someone from the council talk with the child or young person?", "Not sure"
        if self.purpose.onward:
            yield self.of("What would you like now?", "What is asked for now?"), self.purpose.onward
        if self.purpose.is_about_another:
            yield self.which_one, {CODE: code, REFERENCE: A_REFERENCE, NEITHER: ""}[self.have]
        if self.purpose.also:
            asked = self.of(
                "Is something wrong that you want to tell us now?", "Is there also a complaint to send now?"
            )
            yield asked, self.of(*self.purpose.also)

    def _tell(self, words: str) -> Iterator[Answered]:
        if self.purpose.asks_topic:
            yield "What is it about?", "A social worker"
        yield self.of(*self.purpose.words), words
        if self.purpose.is_complaint:
            yield LITTLE_MORE, ""
        if self.purpose.asks_topic:
            yield "What would you like to happen?", ""
        if self.purpose.may_add_files:
            yield FILES, ""

    def _reach(self) -> Iterator[Answered]:
        yield "What is your name?", "Amina"
        if self.have != CODE:  # what a code opens knows already how to reach them
            yield "How can we reach you safely?", "Email"
            yield EMAIL, "amina@example.org"
            yield self.of("How do we keep it safe?", "How do we keep contact safe?"), ""
        yield "Is there someone at the council who must not read this?", "No"
        if not self.purpose.wants_advocate and self.who != AN_ADVOCATE and self._may_be_offered_one:
            yield (
                self.of("Would you like an advocate?", "Would the child or young person like an advocate?"),
                "Yes, please",
            )

    @property
    def which_one(self) -> str:
        return self.of(*WHICH_ONE)

    @property
    def _may_be_offered_one(self) -> bool:
        return self.purpose.name != "stop" and self.have != CODE


def all_ways() -> list[WayIn]:
    ways = [WayIn(*way) for way in product(PURPOSES, WHO, (True, False), (True, False))]
    told_before = [replace(way, have=have) for way in ways if way.purpose.is_about_another for have in HAVE]
    return [way for way in ways if not way.purpose.is_about_another] + told_before


def sample() -> list[WayIn]:
    """Every purpose once, and each two of everything else meet: who, JavaScript or none, phone or desktop."""
    found = []
    for row, purpose in enumerate(PURPOSES):
        have = HAVE[row % 3] if purpose.is_about_another else ""
        javascript, phone = (row + row // 4) % 2 == 0, (row // 2 + row // 4) % 2 == 0
        found.append(WayIn(purpose, WHO[row % 4], javascript, phone, have))
    return found


def each_of(ways: list[WayIn]) -> set[str]:
    """What they come for, and what they have in their hand."""
    return {way.purpose.name for way in ways} | {way.have for way in ways}


def pairs(ways: list[WayIn]) -> set[tuple]:
    """Every two of who, JavaScript and device that meet in one of the ways."""
    met = set()
    for way in ways:
        parts = list(enumerate((way.who, way.javascript, way.phone)))
        met |= set(product(parts, parts))
    return met
