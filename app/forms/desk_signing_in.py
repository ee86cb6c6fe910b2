"""The forms of signing in at the desk, over and above the password."""

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import HiddenField, PasswordField, StringField
from wtforms.validators import InputRequired, StopValidation

from app.forms.desk import DeskForm, at_most

SHORTEST = 12  # letters; NCSC advises length over mixtures of signs
FEWEST_SIGNS = 5  # different ones
# What guessers try first: long enough for us all the same when something is hung onto them.
EVERYBODYS = ("password", "qwerty", "123456", "letmein", "welcome", "abcdef")


def hard_to_guess(form, field):
    typed = field.data.lower()
    if len(typed) < SHORTEST:
        raise StopValidation(_("Make it longer: at least %(number)s letters. Three words do well", number=SHORTEST))
    own = form.email.partition("@")[0].lower()
    known = (*EVERYBODYS, own) if len(own) > 3 else EVERYBODYS
    if len(set(typed)) < FEWEST_SIGNS or any(word in typed for word in known):
        raise StopValidation(_("That is too easy to guess. Three words that do not belong together do well"))


class SecondStepForm(DeskForm):
    """Six digits, or a recovery code: one field takes either."""

    digits = StringField(
        _l("Six digits, or a recovery code"),
        [InputRequired(_l("Give the six digits that the app shows, or a recovery code")), at_most(60)],
    )
    then = HiddenField()


class SetUpForm(DeskForm):
    digits = StringField(
        _l("The six digits that the app shows"),
        [InputRequired(_l("Give the six digits that the app shows")), at_most(60)],
    )
    then = HiddenField()


class PasskeyForm(DeskForm):
    """What a passkey answered, as JSON; js/passkey.js fills it in."""

    answer = HiddenField(validators=[InputRequired()])
    name = StringField(_l("What do you call it?"), [at_most(60)], description=_l("Such as: work laptop"))
    then = HiddenField()


class AskForPasswordForm(DeskForm):
    email = StringField(_l("Email address"), [InputRequired(_l("Give your email address")), at_most(254)])


class NewPasswordForm(DeskForm):
    """`email` is of whom it is for."""

    password = PasswordField(
        _l("New password"),
        description=_l("At least 12 letters. Three words that do not belong together do well."),
        validators=[InputRequired(_l("Choose a new password")), at_most(200), hard_to_guess],
    )

    def __init__(self, *args, email: str, **kwargs):
        super().__init__(*args, **kwargs)
        self.email = email


class ChangePasswordForm(NewPasswordForm):
    current = PasswordField(
        _l("The password you have now"), [InputRequired(_l("Give the password you have now")), at_most(200)]
    )
