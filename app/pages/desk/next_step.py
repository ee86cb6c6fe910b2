"""What to do next about something, and by when: in words, for a row of the desk's list."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from flask_babel import gettext as _

from app.model.event import What
from app.model.stage import Stage
from app.model.working_days import BankHolidays
from app.pages.desk import standing
from app.pages.desk.standing import Standing, desk_day
from app.records.due_dates import next_due_on
from app.records.overview import Glance


@dataclass(frozen=True)
class Step:
    words: str  # what to do
    by: str  # when
    standing: Standing | None


def next_step(it: Glance, unheard: Collection[What], today: date, holidays: BankHolidays) -> Step:
    return Step(_what_to_do(it, unheard), _by_when(it), _standing(it, today, holidays))


def _what_to_do(it: Glance, unheard: Collection[What]) -> str:
    if it.urgent and it.is_open:
        safe_first = _("Now: make sure that they are safe. Then record it")
        return _("Now: make sure that they are safe") if it.recorded_at else safe_first
    if What.ASKED_TO_STOP in unheard:
        return _("Speak with them: they asked to stop")
    if it.is_open and it.recorded_at is None:
        return _("Pick it up: record it") if it.issued_at else _("Record it")
    if What.ASKED_NEXT_STAGE in unheard:
        return _("Decide on the next stage that they ask for")
    if What.ASKED_ADVOCATE in unheard:
        return _("Find them an advocate")
    if unheard:
        return _("Read what was added")
    if not it.is_open:
        return _("Nothing: it has ended")
    return _answer(it)


def _answer(it: Glance) -> str:
    if next_due_on(it) is None:
        return _("Nothing that has a day")
    answers = {
        Stage.LOCAL_RESOLUTION: _("Send the answer of stage 1"),
        Stage.INVESTIGATION: _("Send the answer of stage 2"),
        Stage.REVIEW_PANEL: _("Send the answer of stage 3"),
    }
    return answers.get(it.stage, _("Answer them"))


def _by_when(it: Glance) -> str:
    if not it.is_open:
        return _("None due")
    day = next_due_on(it)
    if day is None:
        return _("No time limit")
    if it.recorded_at is None:
        return _("Reference due %(day)s", day=desk_day(day))
    return _("Answer due %(day)s", day=desk_day(day))


def _standing(it: Glance, today: date, holidays: BankHolidays) -> Standing | None:
    day = next_due_on(it)
    if day is None or not it.is_open:
        return None
    return standing.of_day(day, today, holidays) if it.recorded_at else standing.of_reference(it, today, holidays)
