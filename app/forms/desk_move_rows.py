"""Parts of the moves’ forms that have rows: points with their outcomes, and what was promised."""

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import BooleanField, RadioField, SelectChoice, SelectField, StringField

from app.forms.desk import Day, at_most
from app.forms.desk_move_parts import LONGEST_LINE, Part, chosen
from app.model.move import Outcome, Point, Undertaking

POINTS, PROMISES = 8, 5
ROWS_SHOWN = 3  # the rest when they are wanted


class Points(Part):
    rows = tuple((f"point_{number}", f"outcome_{number}") for number in range(1, POINTS + 1))

    def fields(self):
        outcomes = [
            SelectChoice("", _l("Choose")),
            SelectChoice(Outcome.UPHELD, _l("Upheld")),
            SelectChoice(Outcome.PARTLY, _l("Partly upheld")),
            SelectChoice(Outcome.NOT_UPHELD, _l("Not upheld")),
        ]
        found = {}
        for number, (point, outcome) in enumerate(self.rows, 1):
            label = _l("Point %(number)s", number=number)
            found[point] = StringField(label, validators=[at_most(LONGEST_LINE)])
            found[outcome] = SelectField(_l("Finding on point %(number)s", number=number), choices=outcomes, default="")
        return found

    def check(self, form, facts):
        filled = [row for row in self.rows if typed(form[row[0]]) or form[row[1]].data]
        if not filled:
            yield form.point_1, _("Write at least one point, and what was found")
        for point, outcome in filled:
            if not typed(form[point]):
                yield form[point], _("Write the point that this was found on")
            if not form[outcome].data:
                yield form[outcome], _("Choose what was found on this point")

    def said(self, form):
        rows = [(typed(form[point]), form[outcome].data) for point, outcome in self.rows]
        return {"points": tuple(Point(words, Outcome(outcome)) for words, outcome in rows if words)}


class Undertakings(Part):
    rows = tuple((f"promise_{number}", f"who_{number}", f"by_{number}") for number in range(1, PROMISES + 1))

    def fields(self):
        found = {"none": BooleanField(_l("Nothing was promised"))}
        for number, (what, who, by) in enumerate(self.rows, 1):
            found[what] = StringField(_l("Promise %(number)s", number=number), validators=[at_most(LONGEST_LINE)])
            found[who] = StringField(_l("Who does it"), validators=[at_most(LONGEST_LINE)])
            found[by] = Day(_l("By when"), validators=[])
        return found

    def check(self, form, facts):
        filled = [row for row in self.rows if any(typed(form[name]) for name in row)]
        if not filled and not form.none.data:
            yield form.promise_1, _("Write what was promised, or tick that nothing was")
        if filled and form.none.data:
            yield form.none, _("Something is written below. Take the tick away, or empty it")
        missing = (_("Write what was promised"), _("Say who does it"), _("Say by when"))
        for row in filled:
            yield from ((form[name], why) for name, why in zip(row, missing, strict=True) if not typed(form[name]))

    def said(self, form):
        rows = [[form[name].data for name in row] for row in self.rows if typed(form[row[0]])]
        return {"undertakings": tuple(Undertaking(what.strip(), who.strip(), by) for what, who, by in rows)}


class Kept(Part):
    """Which promise was kept."""

    def fields(self):
        return {"undertaking": RadioField(_l("Which promise?"), validators=[chosen()])}

    def prepare(self, form, facts):
        open_ones = [one for one in facts.course.promised if one.done_on is None]
        form.undertaking.choices = [SelectChoice(str(one.place), one.what.words) for one in open_ones]

    def said(self, form):
        return {"undertaking": int(form.undertaking.data)}


def typed(field) -> str:
    """What stands in a field, without the room around it."""
    return str(field.data or "").strip()
