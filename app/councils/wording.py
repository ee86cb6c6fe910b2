"""How a length of time is said in a language: "10 working days", with the right plural and digits."""

from functools import cached_property

from babel.support import NullTranslations

from app.councils.catalogues import catalogue
from app.councils.dates import number
from app.councils.languages import Language
from app.model.timetable import TimeLimit, Unit

WORKING_DAYS_A_WEEK = 5


class Wording:
    """Says lengths of time in one language."""

    def __init__(self, language: Language):
        self.language = language

    @cached_property
    def catalogue(self) -> NullTranslations:
        return catalogue(self.language)

    def length(self, count: int, unit: Unit) -> str:
        ngettext = self.catalogue.ngettext
        words = {
            Unit.WORKING_DAYS: ngettext("%(count)s working day", "%(count)s working days", count),
            Unit.DAYS: ngettext("%(count)s day", "%(count)s days", count),
            Unit.MONTHS: ngettext("%(count)s month", "%(count)s months", count),
        }
        return words[unit] % {"count": self.number(count)}

    def more(self, count: int) -> str:
        """A length on top of another: "10 more working days"."""
        said = self.catalogue.ngettext("%(count)s more working day", "%(count)s more working days", count)
        return said % {"count": self.number(count)}

    def weeks(self, working_days: int) -> str:
        """How many weeks that is, rounded up: 30 working days are 6 weeks."""
        weeks = -(-working_days // WORKING_DAYS_A_WEEK)
        return self.catalogue.ngettext("%(count)s week", "%(count)s weeks", weeks) % {"count": self.number(weeks)}

    def around(self, usual: int, longest: int) -> str:
        """How many weeks a stage takes: "About 5 weeks. 13 weeks at the very longest." """
        gettext = self.catalogue.gettext
        said = gettext("About %(time)s.") % {"time": self.weeks(usual)}
        if longest > usual:
            said += " " + gettext("%(time)s at the very longest.") % {"time": self.weeks(longest)}
        return said

    def until_the_panel(self, meeting: int, after: int) -> str:
        """The same of the stage with a meeting in its middle."""
        said = self.catalogue.gettext("About %(time)s until the panel meets. Then %(more)s until the last letter.")
        return said % {"time": self.weeks(meeting), "more": self.weeks(after)}

    def limit(self, limit: TimeLimit) -> str:
        """A time limit as a step shows it."""
        said = self.length(limit.usual, limit.unit)
        return self.catalogue.gettext("At least %(time)s before") % {"time": said} if limit.at_least else said

    def place(self, badge: str, number: int) -> str:
        """Where a step stands: "Stage 1, step 2"."""
        return self.catalogue.gettext("%(stage)s, step %(number)s") % {"stage": badge, "number": self.number(number)}

    def number(self, count: int) -> str:
        return number(count, self.language.locale)
