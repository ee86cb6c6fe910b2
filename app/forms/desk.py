"""The small forms of the desk. A form that cannot be taken shows what was typed again."""

from datetime import date

from flask import g, request
from flask_babel import format_date
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm
from wtforms import BooleanField, DateField, HiddenField, PasswordField, RadioField, SelectChoice, StringField
from wtforms.validators import InputRequired, StopValidation, ValidationError

from app.forms.desk_age import age_field
from app.model.working_days import BankHolidays, is_working_day


class DeskForm(FlaskForm):
    """A token that is old, or not ours, is said in words; what was typed stays. What an officer had typed when they
    were signed out is there again when they are back: the door of the desk found it.
    """

    class Meta(FlaskForm.Meta):
        def wrap_formdata(self, form, formdata):
            given, typed = super().wrap_formdata(form, formdata), g.get("typed_before")
            if given is not None or request.method == "POST" or not typed:
                return given
            return typed if typed.keys() & {field.name for field in form} else None

    def validate(self, extra_validators=None) -> bool:
        good = super().validate(extra_validators)
        token = self._fields.get("csrf_token")
        if token is not None and token.errors:
            token.errors = ()
            self.form_errors = [_("We could not be sure that this came from this page. Nothing is lost: press again.")]
        return good

    @property
    def status(self) -> int:
        """Of the page that shows it."""
        return 400 if self.form_errors else 422 if self.errors else 200


def at_most(letters: int):
    """Not WTForms' own Length, which has the browser cut off what is too long without a word."""

    def check(form, field):
        if len(field.data or "") > letters:
            raise StopValidation(_("Write at most %(number)s letters", number=f"{letters:,}"))

    return check


class PressForm(DeskForm):
    """One button."""


class Day(DateField):
    """A day, as <input type=date> sends it."""

    def process_formdata(self, valuelist):
        try:
            super().process_formdata([value for value in valuelist if value.strip()])
        except ValueError:
            raise ValueError(_("Give a day, such as 2026-11-25")) from None

    def pre_validate(self, form):
        if self.process_errors:
            raise StopValidation


class SearchForm(DeskForm):
    """A reference number or a name; and which page of what was found."""

    sought = StringField(_l("Reference number or name"), [at_most(200)])
    page = HiddenField()


def given_day(text: str) -> date | None:
    """The day of an address, written as 2026-11-25. None for what is no day."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


class JoinForm(DeskForm):
    """Which one a request belongs to."""

    reference = StringField(_l("Reference number of what it belongs to"), [at_most(40)])


class SignInForm(DeskForm):
    email = StringField(_l("Email address"), [InputRequired(_l("Give your email address")), at_most(254)])
    password = PasswordField(_l("Password"), [InputRequired(_l("Give your password")), at_most(200)])
    then = HiddenField()


class RecordForm(DeskForm):
    """Whom the young person can ask, and the day of the answer."""

    contact = RadioField(
        _l("Whom can they ask about it?"),
        description=_l("They are told the name, and how to reach them."),
        validators=[InputRequired(_l("Choose whom they can ask"))],
    )
    answer_due_on = Day(_l("The answer is due by"), validators=[InputRequired(_l("Give the day of the answer"))])
    age_group = age_field()

    def __init__(
        self, *args, contacts: list[tuple[str, str]], usual: date | None, longest: date | None, today: date,
        holidays: BankHolidays, **kwargs,
    ):  # fmt: skip
        super().__init__(*args, **kwargs)
        self.contact.choices = [SelectChoice(key, name) for key, name in contacts]
        self.usual, self.longest, self.today, self.holidays = usual, longest, today, holidays
        if usual is None:
            del self.answer_due_on

    def validate_answer_due_on(self, field):
        day = field.data
        if day == self.usual:
            return
        if day > self.longest:
            latest = format_date(self.longest, "d MMMM yyyy")
            raise ValidationError(_("That is later than the law allows. The latest is %(day)s", day=latest))
        if day < self.today:
            raise ValidationError(_("That day is over. Choose a day to come"))
        if not is_working_day(day, self.holidays):
            raise ValidationError(_("That is not a working day. Choose one that is"))


class StopForm(DeskForm):
    """What the young person said when an officer spoke with them."""

    said = RadioField(
        _l("What did they say?"),
        choices=[SelectChoice("stops", _l("Yes, it stops")), SelectChoice("goes-on", _l("No, it goes on"))],
        validators=[InputRequired(_l("Choose what they said"))],
    )
    spoke = BooleanField(
        _l("I have spoken with the young person"),
        validators=[InputRequired(_l("Speak with the young person first. If you have, say so here"))],
    )
    spoken_on = Day(_l("On which day?"), validators=[InputRequired(_l("Give the day you spoke with them"))])

    def __init__(self, *args, since: date, today: date, **kwargs):
        super().__init__(*args, **kwargs)
        self.since, self.today = since, today

    def validate_spoken_on(self, field):
        if field.data > self.today:
            raise ValidationError(_("That day has not come yet"))
        if field.data < self.since:
            raise ValidationError(_("That was before it came to us. Check the day"))


class NewCodeForm(DeskForm):
    once = HiddenField()  # a press twice makes one code
    sure = BooleanField(
        _l("I am sure that this is the person it belongs to"),
        validators=[InputRequired(_l("Only make a code when you are sure who it is for"))],
    )
