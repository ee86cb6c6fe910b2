"""Messages between the young person and the council, on the young person's own page. Each is an event, and stays."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from app.model.event import What
from app.records import events
from app.records.database import Db
from app.records.events import Event

TALK = (What.MESSAGE, What.WRITTEN)


@dataclass(frozen=True)
class Message:
    number: int  # of its event: later ones have higher numbers
    at: datetime  # UTC
    words: str
    officer: str = ""  # who wrote it; "" for the young person
    language: str = ""  # its tag, of what the council wrote; nobody asks the young person
    signed: str = ""  # the officer's name, where they chose to give it; else it is from the team
    shown_at: datetime | None = None  # of what the council wrote: when the young person's page first showed it

    @property
    def is_ours(self) -> bool:
        """From the council."""
        return bool(self.officer)


def of(history: Sequence[Event]) -> list[Message]:
    """What was said in this history of one representation, the oldest first."""
    shown = [(int(event.more["up_to"]), event.at) for event in history if event.what is What.SHOWN]

    def first_shown(one: Event) -> datetime | None:
        return min((at for up_to, at in shown if up_to >= one.number and one.what is What.WRITTEN), default=None)

    return [
        Message(
            number=event.number,
            at=event.at,
            words=event.words,
            officer=event.officer,
            language=event.more.get("language", ""),
            signed=event.more.get("signed", ""),
            shown_at=first_shown(event),
        )
        for event in history
        if event.what in TALK
    ]


def last_number(said: Sequence[Message]) -> int:
    """0 when nothing was said."""
    return said[-1].number if said else 0


def write(
    db: Db, representation_id: str, officer: str, words: str, language: str, signed: str, now: datetime, once: str
) -> bool:
    """What the council writes. False when it is there already. `signed` is a name, or "" for the team's."""
    more = {"language": language, "signed": signed}
    return events.add(
        db, representation_id, What.WRITTEN, now, words=words, officer=officer, once=f"written:{once}", more=more
    )


def is_written(db: Db, representation_id: str, once: str) -> bool:
    return events.is_there(db, representation_id, f"written:{once}")


def note_shown(db: Db, representation_id: str, said: Sequence[Message], now: datetime) -> None:
    """Their page shows them these. Only the first time is kept, and nothing of who looked, or with what."""
    new = [one.number for one in said if one.is_ours and one.shown_at is None]
    if new:
        once, more = f"shown:{representation_id}:{new[-1]}", {"up_to": str(new[-1])}
        events.add(db, representation_id, What.SHOWN, now, once=once, more=more)


def mark_heard(db: Db, representation_id: str, officer: str, last: int, now: datetime) -> bool:
    """An officer says that everything up to the message of this number has been read, and needs no answer. False when
    that was said already. Hold it first, and see that nothing has come since.
    """
    once = f"heard:{representation_id}:{last}"
    return events.add(db, representation_id, What.HEARD, now, officer=officer, once=once)
