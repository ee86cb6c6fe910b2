"""The forms of the follow page: the code, and what a young person may add or ask for."""

from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm
from wtforms import HiddenField, StringField, TextAreaField
from wtforms.validators import Length, ValidationError

from app.model.event import What
from app.model.follow_up_code import LONGEST_TYPED

LONGEST_WORDS = 20_000


class CodeForm(FlaskForm):
    code = StringField(
        _l("What is your code?"),
        description=_l("It has 16 numbers. You got it when you told us."),
        validators=[Length(max=LONGEST_TYPED)],
    )


class AskForm(FlaskForm):
    """Something more from the young person. Only adding something needs words."""

    once = HiddenField()  # a press twice is one asking
    under = HiddenField()  # the code that was given for this page, as owner_of says it: what is typed here is theirs
    words = TextAreaField(
        validators=[Length(max=LONGEST_WORDS, message=_l("That is too long. Send the rest after it."))]
    )

    def __init__(self, *args, what: What, **kwargs):
        super().__init__(*args, **kwargs)
        self.what = what
        self.words.label.text = QUESTIONS[what]
        self.words.description = HINTS[what]

    def validate_words(self, field):
        if self.what is What.MESSAGE and not (field.data or "").strip():
            raise ValidationError(_l("Write something, even if it is short"))


QUESTIONS = {
    What.MESSAGE: _l("What would you like to add?"),
    What.ASKED_NEXT_STAGE: _l("Why would you like to go on to the next stage?"),
    What.ASKED_ADVOCATE: _l("Would you like to tell us more about the help you want?"),
    What.ASKED_TO_STOP: _l("Would you like to tell us why you want to stop?"),
}
HINTS = {
    What.MESSAGE: _l("Use your own words. You can write in any language."),
    What.ASKED_NEXT_STAGE: _l("You can leave this empty. You can say what is still wrong, or that we are late."),
    What.ASKED_ADVOCATE: _l("You can leave this empty. You can say who you would like, if you know."),
    What.ASKED_TO_STOP: _l("You can leave this empty. Nothing stops until someone has checked with you."),
}
