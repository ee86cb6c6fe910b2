"""Letters to the council. English, to the council's own mailboxes, and with nothing of a child's in a header.

In `notice` mode they say only that something came, and where at the desk it is. In `sealed` mode they are sealed with
the council's certificate; when that does not hold they are notices, and say why. Where somebody at the council must not
read it, each is a notice to the nominated manager, whatever the mode. All of them leave by one door, _to_council.
"""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime
from enum import StrEnum

from app.councils.certificate import Certificate
from app.councils.council import FULL, SEALED, Council
from app.model.event import What
from app.model.london import london_day
from app.model.representation import Kind, Representation
from app.post.addresses import Addresses
from app.post.envelope import build
from app.post.in_full import CAME_BY, asked_with, in_full, paragraphs
from app.post.wording import GAP, NEWLINE, moment, render
from app.records.database import new_id
from app.records.outbox import Letter


class Purpose(StrEnum):
    INBOX = "inbox"  # something new, for the council
    ASKING = "asking"  # asked or added later, from the follow page
    REMINDER = "reminder"
    ISSUED_BY_THE_CLOCK = "issued-by-the-clock"
    RECEIPT = "receipt"  # to the young person, at once: we have it
    HELD = "held"  # something may be from a robot, and waits at the desk
    URGENT_MANY = "urgent-many"  # more urgent ones than go one by one
    ACKNOWLEDGEMENT = "acknowledgement"  # to the young person, in full
    NEW_PASSWORD = "new-password"  # to an officer, who asked for it
    PASSWORD_CHANGED = "password-changed"
    CHILD_LETTER = "child-letter"  # to the young person: a letter itself, where they said that details are safe
    GATHERED = "gathered"  # to the council, what came too thick to go one by one
    NEWS = "news"  # to the young person, saying only that there is some


NEW = {
    Kind.COMPLAINT: "A new complaint has come in",
    Kind.COMMENT: "A new comment has come in",
    Kind.COMPLIMENT: "A new compliment has come in",
    Kind.ADVOCATE: "Somebody is asking for an advocate",
    Kind.GOING_ON: "Somebody wants something they told before to go on",
    Kind.STOP: "Somebody is asking to stop",
}
URGENT = "Urgent: somebody may not be safe"
ASKED = {
    What.MESSAGE: "Something has been added",
    What.ASKED_NEXT_STAGE: "Somebody is asking for the next stage",
    What.ASKED_ADVOCATE: "Somebody is asking for an advocate",
    What.ASKED_TO_STOP: "Somebody is asking to stop",
}


def inbox_letter(
    told: Representation, council: Council, addresses: Addresses, now: datetime, files: int = 0
) -> Letter:  # fmt: skip
    """What has come in, for the council's inbox, and how many files came with it: those stay at the desk.

    Queue it with the representation: both, or neither.
    """
    subject = URGENT if told.urgent else NEW[told.kind]
    body = render(
        "inbox",
        subject=subject,
        told=told,
        came_by=CAME_BY[told.came_by],
        received=moment(told.received_at),
        desk=addresses.of_desk(told.id),
    )
    words = f"What was sent, exactly as it was typed:{GAP}{in_full(told, files)}"
    inbox = council.inboxes.urgent if told.urgent else council.inboxes.for_kind(told.kind)
    return _to_council(told, council, Purpose.INBOX, f"inbox:{told.id}", inbox, subject, body, now, words, told.urgent)


def asking_letter(
    told: Representation, council: Council, what: What, words: str, addresses: Addresses, now: datetime, once: str,
    urgent: bool = False, more: Mapping[str, str] | None = None,
) -> Letter:  # fmt: skip
    """What a young person added or asked for later. `once` names this asking: pass the one the event has, and the
    `more` it has.
    """
    subject = URGENT if urgent else ASKED[what]
    body = render("asking", subject=ASKED[what], what=what, told=told, urgent=urgent, desk=addresses.of_desk(told.id))
    typed = paragraphs([("What they wrote, exactly as it was typed", words), *asked_with(more or {})])
    inbox = council.inboxes.advocacy if what is What.ASKED_ADVOCATE else council.inboxes.for_kind(told.kind)
    inbox = council.inboxes.urgent if urgent else inbox
    subject = f"{subject}: {told.reference}" if told.reference else subject
    return _to_council(told, council, Purpose.ASKING, f"asking:{once}", inbox, subject, body, now, typed, urgent)


def reminder_letter(told: Representation, council: Council, day: date, addresses: Addresses, now: datetime) -> Letter:
    """Nobody has recorded it yet, and its reference number is nearly due. `day` is the one this reminder is for."""
    today = london_day(now)
    subject = "A reference number is due today" if today >= told.reference_due_on else "A reference number is due soon"
    body = render("reminder", subject=subject, told=told, desk=addresses.of_desk(told.id))
    once = f"reminder:{day.isoformat()}:{told.id}"
    inbox = council.inboxes.for_kind(told.kind)
    return _to_council(told, council, Purpose.REMINDER, once, inbox, subject, body, now)


def issued_letter(told: Representation, council: Council, addresses: Addresses, now: datetime) -> Letter:
    """The system has issued the reference itself: a person must still pick it up."""
    subject = "Nobody has picked this up"
    late = london_day(now) > told.reference_due_on
    body = render("issued", subject=subject, told=told, late=late, issued=moment(now), desk=addresses.of_desk(told.id))
    once, inbox = f"issued:{told.id}", council.inboxes.for_kind(told.kind)
    subject = f"{subject}: {told.reference}"
    return _to_council(told, council, Purpose.ISSUED_BY_THE_CLOCK, once, inbox, subject, body, now)


def _to_council(
    told: Representation, council: Council, purpose: Purpose, once: str, inbox: str, subject: str, body: str,
    now: datetime, words: str = "", urgent: bool = False,
) -> Letter:  # fmt: skip
    """A letter as the council takes its mail. `words`, what a child wrote, are in none that is a notice.

    An urgent one goes before all others, and nothing may gather or delay it; nor is a notice to the manager gathered.
    """
    if told.for_manager_only:
        body += GAP + render("for_manager_only")
        return write(told, council, purpose, once, council.inboxes.manager, subject, body, now, urgent=urgent)
    certificate = certificate_at(council, now)
    if words and (council.mail_mode == FULL or certificate):
        body += GAP + words
    body += why_not_sealed(council, now)
    letter = write(told, council, purpose, once, inbox, subject, body, now, certificate, urgent)
    return replace(letter, gathers=not urgent)


def certificate_at(council: Council, now: datetime) -> Certificate | None:
    """What letters to it are sealed with now."""
    return council.mail_certificate if council.mail_mode_at(now) == SEALED else None


def why_not_sealed(council: Council, now: datetime) -> str:
    """For the end of a letter that should have been sealed; nothing for others."""
    if council.mail_mode != SEALED or certificate_at(council, now):
        return ""
    return GAP + render("not_sealed", certificate=council.mail_certificate, now=now)


def write(
    told: Representation, council: Council, purpose: Purpose, once: str, recipient: str, subject: str, body: str,
    now: datetime, certificate: Certificate | None = None, urgent: bool = False,
) -> Letter:  # fmt: skip
    """The letter, ready to queue. Raises LetterUnsafe rather than send one with a wrong header."""
    id = new_id()
    return Letter(
        id=id,
        council=council.slug,
        purpose=purpose,
        once=once,
        queued_at=now,
        recipient=recipient,
        message=build(id, council.mail_from, recipient, subject, body + NEWLINE, now, certificate),
        representation_id=told.id,
        urgent=urgent,
    )
