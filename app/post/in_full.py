"""What was sent, in full and exactly as typed, as labelled paragraphs for the council's inbox."""

from app.councils.languages import LANGUAGES
from app.model.representation import Answer, CameBy, Feeling, Kind, Representation, Telling, Way
from app.post.wording import GAP, NEWLINE, as_typed, day

KINDS = {
    Kind.COMPLAINT: "Complaint",
    Kind.COMMENT: "Comment (an idea or remark)",
    Kind.COMPLIMENT: "Compliment (a thank-you)",
    Kind.ADVOCATE: "Request for an advocate",
}
TELLING = {
    Telling.CHILD: "A child or young person",
    Telling.FAMILY: "A parent, carer or family member",
    Telling.ADVOCATE: "An advocate",
    Telling.OTHER: "Somebody else",
}
WAYS = {
    Way.EMAIL: "By email",
    Way.TEXT: "By text message",
    Way.CALL: "By telephone",
    Way.LETTER: "By letter",
    Way.PERSON: "Through somebody they trust",
    Way.CODE: "They come back with their code. Do not contact them in any other way",
}
CAME_BY = {
    CameBy.SITE: "the site",
    CameBy.PHONE: "telephone",
    CameBy.LETTER: "letter",
    CameBy.EMAIL: "email",
    CameBy.IN_PERSON: "a person who came in",
}
FEELINGS = {
    Feeling.OK: "OK",
    Feeling.SAD: "Sad",
    Feeling.WORRIED: "Worried",
    Feeling.SCARED: "Scared",
    Feeling.ANGRY: "Angry",
    Feeling.CONFUSED: "Confused",
}
ANSWERS = {Answer.YES: "Yes", Answer.NO: "No", Answer.NOT_SURE: "Not sure", None: "Not said"}
NOT_SAID = "(not said)"


def in_full(told: Representation) -> str:
    """Everything that was sent, the words first."""
    return paragraphs(
        [
            ("What they told us", told.words),
            *_account(told),
            ("What they would like to happen", told.wish),
            ("Kind", KINDS[told.kind]),
            ("Who is telling us", TELLING[told.telling]),
            *_about_the_child(told),
            ("Their name", told.name),
            *_reaching_them(told),
            ("They would like an advocate", "Yes" if told.wants_advocate else "No"),
            ("Language they used", _language(told.language)),
        ]
    )


def paragraphs(labelled: list[tuple[str, str]]) -> str:
    return GAP.join(f"{_headed(label)}{NEWLINE}{as_typed(words) or NOT_SAID}" for label, words in labelled)


def _headed(label: str) -> str:
    return label if label.endswith("?") else f"{label}:"


def _language(tag: str) -> str:
    return f"{LANGUAGES[tag].name} ({tag})" if tag in LANGUAGES else tag


def _account(told: Representation) -> list[tuple[str, str]]:
    """Only what was said: most leave some of it empty."""
    account = told.account
    said = [
        ("How it feels", FEELINGS[account.feeling] if account.feeling else ""),
        ("When it was", account.when),
        ("The day they chose", day(account.on) if account.on else ""),
        ("Who was there", account.who_was_there),
    ]
    return [(label, words) for label, words in said if words]


def _about_the_child(told: Representation) -> list[tuple[str, str]]:
    if told.telling is Telling.CHILD:
        return []
    return [
        ("The child's first name", told.on_behalf_of.name),
        ("Does the child know?", ANSWERS[told.on_behalf_of.knows]),
        ("Does the child agree?", ANSWERS[told.on_behalf_of.agrees]),
    ]


def _reaching_them(told: Representation) -> list[tuple[str, str]]:
    reaching = [("How we may reach them safely", WAYS[told.contact.way])]
    if told.contact.way is Way.CODE:
        return reaching
    safe = "Yes" if told.contact.may_say_more else "No. Say only that there is news, and nothing of what it is about"
    return [*reaching, ("Where", told.contact.where), ("Is it safe to give details there?", safe)]
