"""How something stands against its day: in words, and with the tag that colours them."""

from dataclasses import dataclass
from datetime import date, datetime

from flask_babel import gettext as _
from flask_babel import ngettext

from app.model.london import LONDON, london_day
from app.model.representation import Representation
from app.model.working_days import BankHolidays, working_days_between
from app.pages.desk.blueprint import pages
from app.pages.here import today as this_day
from app.pages.showing import day as in_words
from app.records.overview import Glance


@dataclass(frozen=True)
class Standing:
    words: str
    tag: str  # "done", "due", "late", "urgent" or "quiet": the ending of a CSS class


def of_reference(told: Representation | Glance, today: date, holidays: BankHolidays) -> Standing:
    """Of the reference number that a person must still give it."""
    if told.issued_at is not None:
        return Standing(_("Issued by the clock: still needs a person"), "late")
    return of_day(told.reference_due_on, today, holidays)


def of_day(due_on: date, today: date, holidays: BankHolidays) -> Standing:
    left = working_days_between(today, due_on, holidays)
    if today > due_on:
        if left == 0:
            return Standing(_("Late"), "late")  # due on a Friday, and this is the weekend after it
        return Standing(ngettext("Late by %(num)s working day", "Late by %(num)s working days", -left), "late")
    if today == due_on:
        return Standing(_("Due today"), "due")
    return Standing(ngettext("On time: %(num)s working day left", "On time: %(num)s working days left", left), "done")


def waited(since: date, today: date) -> str:
    """How long it has waited, in days as everybody counts them."""
    days = (today - since).days
    if days <= 0:
        return _("Since today")
    if days == 1:
        return _("Since yesterday")
    return ngettext("For %(num)s day", "For %(num)s days", days)


@pages.app_template_filter("desk_moment")
def desk_moment(instant: datetime) -> str:
    """An instant in words, as it was in London."""
    return f"{desk_day(london_day(instant))}, {instant.astimezone(LONDON):%H:%M}"


@pages.app_template_filter("desk_day")
def desk_day(value: date) -> str:
    """A day in words; with its year, when that is not this one."""
    return in_words(value) if value.year == this_day().year else f"{in_words(value)} {value.year}"
