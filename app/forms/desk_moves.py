"""The forms of the moves: each is made of the parts that the procedure’s table says it needs."""

from flask_babel import format_date
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import BooleanField, HiddenField
from wtforms.validators import InputRequired, ValidationError

from app.forms.desk import Day, DeskForm
from app.forms.desk_move_days import NewDate, PanelDate, Papers
from app.forms.desk_move_parts import Facts, Members, Officer, People, Reason, Spoke, Where, Why
from app.forms.desk_move_rows import Kept, Points, Undertakings
from app.model.move import Key, Said
from app.model.procedure import Need, ProcedureMove

LONGEST_NUMBER = 17
PARTS = {
    Need.REASON: Reason(_l("Why?")),
    Need.CHILD_REASON: Reason(_l("Why? Write it for the child"), _l("They read exactly this. Use short, plain words.")),
    Need.POINTS: Points(),
    Need.OFFICER: Officer(),
    Need.PEOPLE: People(),
    Need.MEMBERS: Members(),
    Need.NEW_DATE: NewDate(),
    Need.PANEL_DATE: PanelDate(),
    Need.WHERE: Where(),
    Need.BECAUSE: Why(),
    Need.SPOKE: Spoke(),
    Need.UNDERTAKINGS: Undertakings(),
    Need.UNDERTAKING: Kept(),
}
WARNS_ALONE = {Key.PAPERS_SENT: Papers()}  # asks for nothing besides the day


class MoveForm(DeskForm):
    parts = ()
    once = HiddenField()  # a press twice is one move
    seen = HiddenField()  # the newest move that the page showed
    on = Day(_l("On which day was it?"), validators=[InputRequired(_l("Give the day"))])
    sure = BooleanField(_l("It is so. I have read the warning"))

    def __init__(self, *args, facts: Facts, **kwargs):
        super().__init__(*args, **kwargs)
        self.facts, self.warning = facts, ""
        for part in self.parts:
            part.prepare(self, facts)

    @property
    def number_seen(self) -> int:
        return number_in(sent(self.seen))

    @property
    def said(self) -> Said:
        return Said(**{name: value for part in self.parts for name, value in part.said(self).items()})

    @property
    def reason(self) -> str:
        return self.why.data.strip() if "why" in self else ""

    def validate(self, extra_validators=None) -> bool:
        good = super().validate(extra_validators)
        for part in self.parts:
            for field, why in part.check(self, self.facts):
                field.errors = [*field.errors, why]
        if good and not self.errors:
            self.warning = next(filter(None, (part.warn(self, self.facts) for part in self.parts)), "")
            if self.warning and not self.sure.data:
                self.sure.errors = [self.warning]
        return good and not self.errors

    def validate_on(self, field):
        if field.data > self.facts.today:
            raise ValidationError(_("That day has not come yet"))
        if field.data < self.facts.since:
            day = format_date(self.facts.since, "d MMMM yyyy")
            raise ValidationError(_("That was before %(day)s, when this began. Check the day", day=day))


def sent(field) -> str:
    """What came with the form, and never what the page would begin with."""
    return next(iter(field.raw_data or ()), "")


def number_in(typed: str | None) -> int:
    """-1 when it is no number: then it was not on a page of ours, and whoever sent it has seen nothing."""
    number = typed or ""
    return int(number) if number.isascii() and number.isdecimal() and len(number) < LONGEST_NUMBER else -1


def form_class(move: ProcedureMove) -> type[MoveForm]:
    """The form of this move, with the parts that it needs."""
    parts = tuple(PARTS[need] for need in move.needs)
    if move.key in WARNS_ALONE:
        parts += (WARNS_ALONE[move.key],)
    fields = {name: field for part in parts for name, field in part.fields().items()}
    return type("MoveForm", (MoveForm,), {"parts": parts, **fields})
