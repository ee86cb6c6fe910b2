"""Everything that happened to a representation, in order: what came, what was done, what was said with it."""

from collections.abc import Collection, Mapping, Sequence

from flask_babel import lazy_gettext as _l

from app.forms.desk_move_parts import OFFICER
from app.model.event import What
from app.model.london import LONDON, london_day
from app.model.move import Key, Made
from app.pages.desk import recounting, standing, wording, wording_said
from app.pages.desk.wording_moves import BECAUSE, MOVES, OUTCOMES, PARTS
from app.records.events import Event
from app.records.letters_sent import Sent
from app.records.messages import TALK

# What has both a move and an event says it once.
SAID_BY_EVENT = {Key.RECORDED: What.RECORDED, Key.WITHDRAWN: What.STOPPED}


def of(
    history: Sequence[Event], made: Sequence[Made], names: Mapping[str, str], sent: Sequence[Sent] = (),
    elsewhere: Collection[What] = TALK,
) -> list[dict]:  # fmt: skip
    """The oldest first. The words of what stands `elsewhere` on the page are left out here."""
    told_at = {(event.what, event.at) for event in history}
    moves = [move for move in made if (SAID_BY_EVENT.get(move.key), move.moved_at) not in told_at]
    rows = [(event.at, 0, _of_event(event, names, event.what in elsewhere)) for event in history]
    rows += [(move.moved_at, 1, of_move(move, names)) for move in moves]
    rows += [(letter.at, 2, _of_letter(letter)) for letter in sent]
    return [row for _at, _order, row in sorted(rows, key=lambda row: row[:2])]


def of_move(move: Made, names: Mapping[str, str]) -> dict:
    return {
        **_when(move.moved_at),
        "words": MOVES[move.key],
        "on_day": move.moved_on if move.moved_on != london_day(move.moved_at) else None,
        "by": names.get(move.officer, ""),
        "written": "",
        "more": [(label, str(words)) for label, words in _said(move, names) if str(words).strip()],
    }


def _of_letter(letter: Sent) -> dict:
    words = wording.LETTERS.get(letter.purpose, letter.purpose)
    return {
        **_when(letter.at),
        "words": _l("A letter went"),
        "on_day": None,
        "by": "",
        "written": "",
        "more": [("", words)],
    }


def _of_event(event: Event, names: Mapping[str, str], stands_elsewhere: bool) -> dict:
    is_ours = event.what is What.RECOUNTED  # the words are the clock's, and no child's
    return {
        **_when(event.at),
        "words": wording.HAPPENED[event.what],
        "on_day": None,
        "by": names.get(event.officer, ""),
        "written": "" if is_ours or stands_elsewhere else event.words,
        "written_in": event.more.get("language", "") if event.what is What.WRITTEN else "",
        "more": recounting.in_words(event) if is_ours else wording_said.said_with(event.more),
    }


def _when(at) -> dict:
    return {"on": london_day(at), "at": at, "time": at.astimezone(LONDON).strftime("%H:%M")}


def _said(move: Made, names: Mapping[str, str]):
    said = move.said
    for point in said.points:
        yield OUTCOMES[point.outcome], point.words
    for part, person in said.people.items():
        yield (_l("To"), names.get(person, "")) if part == OFFICER else (PARTS[part], person)
    if said.members:
        yield _l("Chair of the panel"), said.members[0]
        yield _l("Panel members"), ", ".join(said.members[1:])
    if said.new_date:
        label = _l("The panel meets on") if move.key is Key.PANEL_ARRANGED else _l("The answer is now due by")
        yield label, standing.desk_day(said.new_date)
    yield _l("It goes to"), said.where
    if said.because:
        yield _l("It waits"), BECAUSE[said.because]
    for one in said.undertakings:
        yield _l("Promised"), f"{one.words} ({one.who}, {standing.desk_day(one.by)})"
    yield _l("Why"), move.why
