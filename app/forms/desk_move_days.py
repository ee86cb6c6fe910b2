"""Parts of the moves’ forms that are days: a new one for the answer, the panel’s, and when its papers go out."""

from datetime import date

from flask_babel import format_date, ngettext
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms.validators import InputRequired

from app.forms.desk import Day
from app.forms.desk_move_parts import Facts, Part
from app.model.working_days import is_working_day, working_days_between


class NewDate(Part):
    def fields(self):
        return {"new_date": Day(_l("The answer is now due by"), validators=[InputRequired(_l("Give the new day"))])}

    def check(self, form, facts):
        day = form.new_date.data
        if day is None:
            return
        if facts.due_on is None:  # no answer is counted yet, such as before the statement is agreed
            yield form.new_date, _("That cannot be done from where it stands now.")
        elif facts.longest_on and day > facts.longest_on:
            latest = format_date(facts.longest_on, "d MMMM yyyy")
            yield form.new_date, _("That is later than the law allows. The latest is %(day)s", day=latest)
        elif day < facts.today:
            yield form.new_date, _("That day is over. Choose a day to come")
        elif facts.due_on and day <= facts.due_on:
            due = format_date(facts.due_on, "d MMMM yyyy")
            yield form.new_date, _("That is no longer than now: it is due by %(day)s", day=due)
        elif not is_working_day(day, facts.holidays):
            yield form.new_date, _("That is not a working day. Choose one that is")

    def said(self, form):
        return {"new_date": form.new_date.data}


class PanelDate(Part):
    def fields(self):
        return {"panel_on": Day(_l("The panel meets on"), validators=[InputRequired(_l("Give the day it meets"))])}

    def check(self, form, facts):
        day = form.panel_on.data
        if day and day < facts.since:
            yield form.panel_on, _("That was before the panel was asked for. Check the day")
        elif day and not is_working_day(day, facts.holidays):
            yield form.panel_on, _("That is not a working day. Choose one that is")

    def warn(self, form, facts):
        day = form.panel_on.data
        if facts.due_on and day > facts.due_on:
            due = format_date(facts.due_on, "d MMMM yyyy")
            return _("The law says that the panel meets by %(day)s. A later day counts as late", day=due)
        return few_days(form.on.data, day, facts)

    def said(self, form):
        return {"new_date": form.panel_on.data}


class Papers(Part):
    """Asks nothing: warns when they go out too near the day."""

    def warn(self, form, facts):
        panel_on = facts.course.panel_on
        return few_days(form.on.data, panel_on, facts) if panel_on else ""


def few_days(sent_on: date, panel_on: date, facts: Facts) -> str:
    """The warning when the papers have fewer working days than they must; "" when they have enough."""
    left = max(working_days_between(sent_on, panel_on, facts.holidays), 0)
    if left >= facts.papers_days:
        return ""
    return ngettext(
        "That leaves %(num)s working day between the papers and the panel. There should be at least %(least)s",
        "That leaves %(num)s working days between the papers and the panel. There should be at least %(least)s",
        left, least=facts.papers_days,
    )  # fmt: skip
