"""Fields that keep exactly what was typed, and refuse kindly. An empty one is an answer too, unless it is the words."""

import re
from datetime import date

from email_validator import EmailNotValidError, validate_email
from flask_babel import get_locale
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import RadioField, StringField, TextAreaField
from wtforms.fields.choices import SelectChoice
from wtforms.validators import StopValidation, ValidationError
from wtforms.widgets import DateInput

from app.councils.dates import day_and_year, number
from app.model.follow_up_code import InvalidCode, parse_code
from app.post.addresses import find_email

LONGEST_WORDS = 20_000  # characters; about ten pages
LONGEST_LINE = 200
LONGEST_ADDRESS = 1_000
ISO_DAY = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
NEARLY_A_CODE = 10  # digits: more than a reference number has, so it must never be kept as one
FEWEST_DIGITS = 7  # of a telephone number; what else it holds is for a person to read

LEFT_EMPTY = _l("You left this empty.")


class Typed:
    """What was typed, as it was typed: line ends become \\n whatever the machine, and a doubled field is kept whole."""

    def __init__(self, label="", longest=LONGEST_LINE, left_empty=LEFT_EMPTY, **more):
        super().__init__(label, **more)
        self.longest, self.left_empty = longest, left_empty

    def process_formdata(self, valuelist):
        if valuelist:
            self.data = with_plain_line_ends("\n".join(valuelist))

    def pre_validate(self, form):
        if len(self.data or "") > self.longest:
            raise StopValidation(_too_long(len(self.data), self.longest))  # nothing looks closer: that would take long

    @property
    def said(self):
        """For the check page: what was typed, or "" when it was left empty."""
        return (self.data or "") if (self.data or "").strip() else ""


class Line(Typed, StringField):
    """One line."""


class CodeOrReference(Line):
    """What names something told before. A code is not shown again, even on the check page."""

    @property
    def said(self):
        return _("Your code. It is not shown here.") if _is_code(self.data or "") else super().said

    def pre_validate(self, form):
        super().pre_validate(form)
        digits = sum(sign.isdecimal() for sign in self.data or "")
        if digits >= NEARLY_A_CODE and not _is_code(self.data):
            raise ValidationError(
                _("A code has 16 numbers. Look at each number again. Or choose that you do not have it, and empty this")
            )


class Words(Typed, TextAreaField):
    """As many lines as they like."""

    def __init__(self, label="", longest=LONGEST_WORDS, **more):
        super().__init__(label, longest, **more)

    @property
    def is_long(self) -> bool:
        """Long enough to be worth keeping while it is written."""
        return self.longest == LONGEST_WORDS


class Day(Typed, StringField):
    """A day, or nothing. The browser offers its calendar, and sends the day as 2026-11-22."""

    widget = DateInput()

    def __init__(self, label="", **more):
        super().__init__(label, filters=[lambda typed: (typed or "").strip()], **more)

    def pre_validate(self, form):
        super().pre_validate(form)
        if self.data and self.date is None:
            raise ValidationError(_("That is not a day we can read. Write it like 2026-11-22, or leave it empty"))

    @property
    def date(self) -> date | None:
        try:
            return date.fromisoformat(self.data or "") if ISO_DAY.fullmatch(self.data or "") else None
        except ValueError:
            return None

    @property
    def said(self):
        return day_and_year(self.date, str(get_locale())) if self.date else ""


class Choice(RadioField):
    """One of a few, or none of them."""

    def __init__(self, label="", choices=(), left_empty=LEFT_EMPTY, faces=False, **more):
        options = [SelectChoice(value, words) for value, words in choices]
        super().__init__(label, choices=options, validate_choice=False, **more)
        self.words, self.left_empty = dict(choices), left_empty
        self.faces = faces  # small cards, side by side

    def offer(self, choices):
        """These, in place of any it had."""
        self.choices, self.words = [SelectChoice(value, words) for value, words in choices], dict(choices)

    def pre_validate(self, form):
        if self.data and self.data not in self.words:
            raise ValidationError(_("Choose one of these"))

    @property
    def said(self):
        return self.words.get(self.data, "")


def _is_code(typed: str) -> bool:
    try:
        return bool(parse_code(typed))
    except InvalidCode:
        return False


def some_words(form, field):
    """The one thing that is required."""
    if not (field.data or "").strip():
        raise ValidationError(_("Write something, even if it is short"))


def email_or_nothing(form, field):
    field.data = (field.data or "").strip()
    if not field.data:
        return
    try:
        address = validate_email(field.data, check_deliverability=False, allow_smtputf8=False).normalized
    except EmailNotValidError:
        address = None
    if not find_email(address or ""):
        raise ValidationError(
            _("That does not look like an email address. It needs an @, like name@example.org. Or leave it empty")
        )


def phone_or_nothing(form, field):
    """Enough digits, of any script: "0151 496 0123, after four" is a good answer."""
    if (field.data or "").strip() and sum(sign.isdecimal() for sign in field.data) < FEWEST_DIGITS:
        raise ValidationError(_("That looks too short for a phone number. Put in the whole number, or leave it empty"))


def with_plain_line_ends(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _too_long(count: int, longest: int) -> str:
    locale = str(get_locale())
    return _(
        "This is too long to take at once: %(count)s letters, and only %(longest)s fit. Nothing is lost."
        " Make it shorter here. You can send the rest after it",
        count=number(count, locale),
        longest=number(longest, locale),
    )
