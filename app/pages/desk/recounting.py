"""What the desk says of days that a bank holiday moved."""

from datetime import date

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from app.pages.desk import standing
from app.pages.desk.wording_moves import CLOCKS
from app.records.events import Event

WHAT = {"reference": _l("Reference number"), **CLOCKS}


def in_words(event: Event) -> list[tuple[str, str]]:
    """Each date that moved, from when to when."""
    found = []
    for clock, days in event.more.items():
        before, after = (standing.desk_day(date.fromisoformat(day)) for day in days.split("/"))
        found.append((str(WHAT.get(clock, clock)), _("%(before)s before, %(after)s now", before=before, after=after)))
    return found
