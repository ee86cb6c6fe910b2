"""What was sent, in full and exactly as typed, as labelled paragraphs for the council's inbox."""

from collections.abc import Mapping

from app.councils.languages import LANGUAGES
from app.model.representation import Answer, CameBy, Feeling, IfAnother, Kind, Onward, Representation, Telling, Way
from app.model.topic import Topic
from app.post.wording import GAP, NEWLINE, as_typed, day

KINDS = {
    Kind.COMPLAINT: "Complaint",
    Kind.COMMENT: "Comment (an idea or remark)",
    Kind.COMPLIMENT: "Compliment (a thank-you)",
    Kind.ADVOCATE: "Request for an advocate",
    Kind.GOING_ON: "Request to go on with something they told before",
    Kind.STOP: "Request to stop something they told before",
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
    Way.AS_WRITTEN: "As they wrote it here, and in no other way",
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
IF_ANOTHER = {
    IfAnother.NOTHING: "Nothing",
    IfAnother.CALL_AGAIN: "Only that we call again",
    IfAnother.WHO_WE_ARE: "Who we are",
}
ONWARD = {
    Onward.STAGE_2: "Stage 2",
    Onward.STAGE_3: "Stage 3",
    Onward.UNHAPPY: "They are still unhappy. Tell them what they can ask for",
}
TOPICS = {
    Topic.WORKER: "A social worker",
    Topic.CARER: "A foster carer or a home",
    Topic.PLAN: "A plan or a meeting",
    Topic.FAMILY: "Contact with family",
    Topic.MOVING: "Moving",
    Topic.MONEY: "Money",
    Topic.LEAVING: "Leaving care",
    Topic.SCHOOL: "School",
    Topic.SEND: "Special educational needs or disability (SEND)",
    Topic.ADMISSIONS: "School admissions",
    Topic.HEALTH: "Health",
    Topic.POLICE: "Police",
    Topic.COURT: "Court",
    Topic.ELSE: "Something else",
}
NOT_SAID = "(not said)"


def in_full(told: Representation, files: int = 0) -> str:
    """Everything that was sent, the words first. Files are not mailed: only how many there are."""
    return paragraphs(
        [
            ("What they told us", told.words),
            *_account(told),
            ("What they would like to happen", told.wish),
            *_files(files),
            *_whether_safe(told),
            ("Kind", KINDS[told.kind]),
            *_about_another(told),
            *said("What it is about", TOPICS.get(told.topic, "")),
            ("Who is telling us", TELLING[told.telling]),
            *_about_the_child(told),
            ("Their name", told.name),
            *_reaching_them(told),
            ("They would like an advocate", "Yes" if told.wants_advocate else "No"),
            ("Language they used", _language(told.language)),
        ]
    )


def asked_with(more: Mapping[str, str]) -> list[tuple[str, str]]:
    """What was said with something that is asked later, by the names the event keeps it under."""
    return [
        *_files(int(more.get("files") or 0)),
        *said("They ask for", ONWARD.get(more.get("onward"), "")),
        *said("Who is telling us", TELLING.get(more.get("telling"), "")),
        *said("The child's first name", more.get("child", "")),
        *said("Their name", more.get("name", "")),
        *said("Do they feel safe now, or is the child safe?", ANSWERS[more["safe"]] if more.get("safe") else ""),
    ]


def said(label: str, words: str) -> list[tuple[str, str]]:
    """The paragraph, if anything was said."""
    return [(label, words)] if words.strip() else []


def paragraphs(labelled: list[tuple[str, str]]) -> str:
    return GAP.join(f"{_headed(label)}{NEWLINE}{as_typed(words) or NOT_SAID}" for label, words in labelled)


def _headed(label: str) -> str:
    return label if label.endswith("?") else f"{label}:"


def _language(tag: str) -> str:
    return f"{LANGUAGES[tag].english} ({tag})" if tag in LANGUAGES else tag


def _account(told: Representation) -> list[tuple[str, str]]:
    """Only what was said: most leave some of it empty."""
    account = told.account
    return [
        *said("How it feels", FEELINGS[account.feeling] if account.feeling else ""),
        *said("When it was", account.when),
        *said("The day they chose", day(account.on) if account.on else ""),
        *said("Who was there", account.who_was_there),
    ]


def _whether_safe(told: Representation) -> list[tuple[str, str]]:
    whom = "Do they feel safe now?" if told.telling is Telling.CHILD else "Is the child safe now?"
    return said(whom, ANSWERS[told.safe] if told.safe else "")


def _about_another(told: Representation) -> list[tuple[str, str]]:
    return [
        *said("They ask for", ONWARD.get(told.onward, "")),
        *said("The reference number they gave", told.reference_given),
    ]


def _about_the_child(told: Representation) -> list[tuple[str, str]]:
    if told.telling is Telling.CHILD:
        return []
    return [
        ("The child's first name, or the children's", told.on_behalf_of.name),
        *said("How they know the child", told.on_behalf_of.bond),
        ("Does the child know?", ANSWERS[told.on_behalf_of.knows]),
        ("Does the child agree?", ANSWERS[told.on_behalf_of.agrees]),
        ("May we contact the child ourselves?", ANSWERS[told.on_behalf_of.may_contact]),
        *said("How to contact the child", told.on_behalf_of.how_to_contact),
    ]


def _files(count: int) -> list[tuple[str, str]]:
    if not count:
        return []
    came = "1 came. It is" if count == 1 else f"{count} came. They are"
    return [("Photos, papers or voice messages", f"{came} at the desk, and not in this letter")]


def _reaching_them(told: Representation) -> list[tuple[str, str]]:
    contact = told.contact
    reaching = [("How we may reach them safely", WAYS[contact.way])]
    if contact.way is not Way.CODE:
        safe = "Yes" if contact.may_say_more else "No. Say only that there is news, and nothing of what it is about"
        reaching += [("Where", contact.where), ("Is it safe to give details there?", safe)]
    return [
        *reaching,
        *said("When is a good time", contact.when),
        *said("What we may say if somebody else answers", IF_ANOTHER.get(contact.if_another, "")),
        *said("Who must not know, and what we must never do", contact.keep_from),
    ]
