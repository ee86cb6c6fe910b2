"""One whole record as plain values, for JSON: everything that was told, done and written. Officers are their roles."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date, datetime

from app.forms.desk_move_parts import OFFICER
from app.model.move import Made
from app.model.representation import Representation
from app.records.child_letters import ChildLetter
from app.records.deadlines import Kept
from app.records.events import Event
from app.records.files import KeptFile
from app.records.letters_whole import WholeLetter

OURS = ("id", "goes_with")  # of the machine: they say nothing to anybody


@dataclass(frozen=True)
class Whole:
    told: Representation
    history: Sequence[Event]
    made: Sequence[Made]
    dates: Sequence[Kept]
    letters: Sequence[WholeLetter]
    child_letters: Sequence[ChildLetter]  # those that went
    files: Sequence[tuple[KeptFile, bool]]  # with whether it can be opened
    roles: Mapping[str, str]  # of officers, by id

    def as_json(self, now: datetime) -> bytes:
        told = {name: value for name, value in asdict(self.told).items() if name not in OURS}
        everything = {
            "made_at": now,
            "told": told,
            "events": [_event(event, self.roles) for event in self.history],
            "moves": [_move(move, self.roles) for move in self.made],
            "dates": [_date(kept) for kept in self.dates],
            "letters": [_letter(number, one) for number, one in enumerate(self.letters, start=1)],
            "letters_to_the_young_person": [_child_letter(one, self.roles) for one in self.child_letters],
            "files": [_file(*pair) for pair in self.files],
        }
        return json.dumps(everything, ensure_ascii=False, indent=1, default=_plain).encode("utf-8")


def name_of_letter(number: int, letter: WholeLetter) -> str:
    return f"letters/{number:02}-{letter.purpose}.eml"


def name_of_file(file: KeptFile) -> str:
    return f"files/{file.neutral_name}"


def _event(event: Event, roles: Mapping[str, str]) -> dict:
    facts = {"what": event.what, "at": event.at, "words": event.words, "more": dict(event.more)}
    return facts | {"by": roles.get(event.officer, "")}


def _move(move: Made, roles: Mapping[str, str]) -> dict:
    people = {part: roles.get(who, "") if part == OFFICER else who for part, who in move.said.people.items()}
    facts = {"what": move.key, "stage": move.stage, "on": move.moved_on, "at": move.moved_at, "why": move.why}
    return facts | {"by": roles.get(move.officer, ""), "said": asdict(move.said) | {"people": people}}


def _date(kept: Kept) -> dict:
    return asdict(kept.deadline) | {"first_due_on": kept.first_due_on, "ended_on": kept.ended_on}


def _letter(number: int, letter: WholeLetter) -> dict:
    facts = {"what": letter.purpose, "to": letter.recipient, "subject": letter.subject, "words": letter.words}
    return facts | {"queued_at": letter.queued_at, "sent_at": letter.sent_at, "in": name_of_letter(number, letter)}


def _child_letter(letter: ChildLetter, roles: Mapping[str, str]) -> dict:
    facts = {"about": letter.what, "language": letter.language, "went_at": letter.went_at, "way": letter.way}
    return facts | asdict(letter.words) | {"by": roles.get(letter.went_by, "")}


def _file(file: KeptFile, can_be_opened: bool) -> dict:
    facts = {"called": file.name, "kind": file.kind, "size": file.size, "checked": file.checked}
    return facts | {"in": name_of_file(file) if can_be_opened else None}


def _plain(value):
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(type(value).__name__)
