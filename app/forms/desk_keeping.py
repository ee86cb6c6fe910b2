"""The forms of keeping: why a legal hold is placed or lifted; and how one whole record is taken out."""

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import BooleanField, HiddenField, RadioField, SelectChoice, StringField
from wtforms.validators import InputRequired, ValidationError

from app.forms.desk import DeskForm, at_most

BUNDLE, JSON_ALONE = "bundle", "json"


class LegalHoldForm(DeskForm):
    seen = HiddenField()  # the id of the hold that was open when the page was shown; "" for none
    why = StringField(
        _l("Why?"),
        validators=[InputRequired(_l("Say why")), at_most(500)],
        description=_l("Such as: a claim, an inquiry, a police investigation. It stays beside what they told us."),
    )

    def validate_why(self, field) -> None:
        if not field.data.strip():
            raise ValidationError(_("Say why"))


class TakeOutForm(DeskForm):
    shape = RadioField(
        _l("As what?"),
        choices=[
            SelectChoice(BUNDLE, _l("A folder to read, with letters and files (ZIP)")),
            SelectChoice(JSON_ALONE, _l("For a computer (JSON), without the files")),
        ],
        validators=[InputRequired(_l("Choose what you need"))],
    )
    sure = BooleanField(
        _l("I am sure who asks for it, and I look through it before I give it to them"),
        validators=[InputRequired(_l("Be sure who asks for it first. If you are, say so here"))],
    )
