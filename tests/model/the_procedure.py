"""For tests of the procedure: a course made of moves, one a day."""

from datetime import UTC, date, datetime, timedelta

from app.model.course import Course
from app.model.move import Key, Made, Said
from app.model.procedure import PROCEDURE
from app.model.representation import Kind
from app.model.stage import Stage

FIRST_DAY = date(2026, 11, 23)
TO_STAGE_1 = (Key.RECORDED,)
TO_STAGE_2 = (*TO_STAGE_1, Key.STAGE_1_ANSWERED, Key.STAGE_2_ACCEPTED)
TO_ITS_ANSWER = (*TO_STAGE_2, Key.STATEMENT_AGREED, Key.PEOPLE_NAMED, Key.REPORTS_IN, Key.ADJUDICATED)
TO_STAGE_3 = (*TO_ITS_ANSWER, Key.STAGE_2_MEETING, Key.PANEL_ASKED)
TO_THE_END = (*TO_STAGE_3, Key.PANEL_ARRANGED, Key.PAPERS_SENT, Key.PANEL_REPORT, Key.FINAL_LETTER)


def made(key: Key, number: int = 1, stage: Stage | None = None, on: date | None = None, **said) -> Made:
    day = on or FIRST_DAY + timedelta(days=number - 1)
    at = datetime(day.year, day.month, day.day, 9, tzinfo=UTC)
    stage = stage or PROCEDURE[key].leads_to or Stage.LOCAL_RESOLUTION
    return Made(number=number, key=key, stage=stage, moved_at=at, moved_on=day, officer="ann", said=Said(**said))


def course(*keys: Key, kind: Kind = Kind.COMPLAINT, is_recorded: bool | None = None) -> Course:
    """After these moves, one a day, from when it was received."""
    found = Course(kind, Stage.RECEIVED, bool(keys) if is_recorded is None else is_recorded, ())
    for number, key in enumerate(keys, 1):
        stage = found.leads_to(key)
        found = Course(kind, stage, found.is_recorded, (*found.made, made(key, number, stage)))
    return found
