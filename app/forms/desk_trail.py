"""The form for taking the trail out: which days, and why."""

from datetime import date

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import StringField
from wtforms.validators import InputRequired, ValidationError

from app.forms.desk import Day, DeskForm, at_most


class ExportForm(DeskForm):
    since = Day(_l("From"), validators=[InputRequired(_l("Give the first day"))])
    until = Day(_l("Up to and with"), validators=[InputRequired(_l("Give the last day"))])
    reason = StringField(
        _l("Why is it taken out?"),
        validators=[InputRequired(_l("Say why")), at_most(500)],
        description=_l("It stands in the trail. No names, please."),
    )

    def __init__(self, *args, today: date, **more):
        super().__init__(*args, **more)
        self.today = today

    def validate_reason(self, field) -> None:
        if not field.data.strip():
            raise ValidationError(_("Say why"))

    def validate_until(self, field) -> None:
        if field.data > self.today:
            raise ValidationError(_("That day has not come yet"))
        if self.since.data and field.data < self.since.data:
            raise ValidationError(_("The last day is before the first"))
