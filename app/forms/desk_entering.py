"""The form for what came by telephone, letter or email, or in person."""

from datetime import date

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import BooleanField, HiddenField, RadioField, SelectChoice, SelectField, StringField, TextAreaField
from wtforms.validators import InputRequired, Optional, ValidationError

from app.councils.bank_holidays import FIRST_YEAR
from app.councils.languages import LANGUAGES
from app.forms.desk import Day, DeskForm, at_most
from app.model.representation import Answer, CameBy, Kind, OnBehalfOf, SafeContact, Telling, Way
from app.post.addresses import find_email

LONGEST_WORDS = 20_000
LONGEST_NAME = 200
LONGEST_WHERE = 500
A_YEAR = 366

YES_OR_NO = [
    SelectChoice(Answer.YES, _l("Yes")),
    SelectChoice(Answer.NO, _l("No")),
    SelectChoice(Answer.NOT_SURE, _l("Not sure")),
]


def with_plain_newlines(text: str | None) -> str:
    return (text or "").replace("\r\n", "\n").replace("\r", "\n")


class EnterForm(DeskForm):
    once = HiddenField()  # a press twice is one representation
    came_by = RadioField(
        _l("How did it come?"),
        choices=[
            SelectChoice(CameBy.PHONE, _l("By telephone")),
            SelectChoice(CameBy.LETTER, _l("By letter")),
            SelectChoice(CameBy.EMAIL, _l("By email")),
            SelectChoice(CameBy.IN_PERSON, _l("In person")),
        ],
        validators=[InputRequired(_l("Choose how it came"))],
    )
    received_on = Day(
        _l("On which day did it come to the council?"),
        description=_l("Every time limit is counted from this day."),
        validators=[InputRequired(_l("Give the day it came"))],
    )
    long_ago = BooleanField(_l("It did come more than a year ago"))
    kind = RadioField(
        _l("What is it?"),
        choices=[
            SelectChoice(Kind.COMPLAINT, _l("A complaint: something is wrong")),
            SelectChoice(Kind.COMMENT, _l("A comment: an idea or remark")),
            SelectChoice(Kind.COMPLIMENT, _l("A compliment: something went well")),
            SelectChoice(Kind.ADVOCATE, _l("They ask for an advocate")),
        ],
        validators=[InputRequired(_l("Choose what it is"))],
    )
    words = TextAreaField(
        _l("What did they say?"),
        description=_l("In their own words, as nearly as you can."),
        validators=[InputRequired(_l("Write what they said, even if it is short")), at_most(LONGEST_WORDS)],
        filters=[with_plain_newlines],
    )
    wish = TextAreaField(
        _l("What would they like to happen?"), validators=[at_most(LONGEST_WORDS)], filters=[with_plain_newlines]
    )
    language = SelectField(_l("Which language did they use?"))
    telling = RadioField(
        _l("Who told us?"),
        choices=[
            SelectChoice(Telling.CHILD, _l("A child or young person, for themselves")),
            SelectChoice(Telling.FAMILY, _l("A parent, carer or family")),
            SelectChoice(Telling.ADVOCATE, _l("An advocate")),
            SelectChoice(Telling.OTHER, _l("Somebody else")),
        ],
        validators=[InputRequired(_l("Choose who told us"))],
    )
    name = StringField(
        _l("Their name"), description=_l("They may choose not to say."), validators=[at_most(LONGEST_NAME)]
    )
    child_name = StringField(_l("The child’s first name"), validators=[at_most(LONGEST_NAME)])
    knows = RadioField(_l("Does the child know?"), choices=YES_OR_NO, validators=[Optional()])
    agrees = RadioField(_l("Does the child agree?"), choices=YES_OR_NO, validators=[Optional()])
    way = RadioField(
        _l("How can we reach them safely?"),
        choices=[
            SelectChoice(Way.EMAIL, _l("Email")),
            SelectChoice(Way.TEXT, _l("Text message")),
            SelectChoice(Way.CALL, _l("Telephone call")),
            SelectChoice(Way.LETTER, _l("Letter")),
            SelectChoice(Way.PERSON, _l("Through somebody they trust")),
            SelectChoice(Way.CODE, _l("They come back with a follow-up code")),
        ],
        validators=[InputRequired(_l("Choose how we can reach them"))],
    )
    where = StringField(
        _l("Where?"),
        description=_l("The email address, the number, the postal address, or whom to go through."),
        validators=[at_most(LONGEST_WHERE)],
    )
    may_say_more = BooleanField(
        _l("They said it is safe to give details there"),
        description=_l("If not, we say only that there is news."),
    )
    wants_advocate = BooleanField(_l("They would like an advocate"))

    def __init__(self, *args, today: date, **kwargs):
        super().__init__(*args, **kwargs)
        self.today = today
        self.language.choices = [SelectChoice(tag, language.english) for tag, language in LANGUAGES.items()]

    def validate_received_on(self, field):
        if field.data > self.today:
            raise ValidationError(_("That day has not come yet"))
        if field.data.year < FIRST_YEAR:
            raise ValidationError(_("We cannot count from a day before %(year)s", year=str(FIRST_YEAR)))
        if (self.today - field.data).days > A_YEAR and not self.long_ago.data:
            raise ValidationError(_("That is more than a year ago. If it is right, tick the box below it"))

    def validate_words(self, field):
        if not field.data.strip():
            raise ValidationError(_("Write what they said, even if it is short"))

    def validate_where(self, field):
        where = (field.data or "").strip()
        if self.way.data in (Way.CODE, None):
            return
        if not where:
            raise ValidationError(_("Say where we can reach them"))
        if self.way.data == Way.EMAIL and find_email(where) is None:
            raise ValidationError(_("That is not an email address we can write to, such as name@example.org"))

    @property
    def contact(self) -> SafeContact:
        way = Way(self.way.data)
        if way is Way.CODE:
            return SafeContact(way=way)
        return SafeContact(way=way, where=self.where.data.strip(), may_say_more=self.may_say_more.data)

    @property
    def on_behalf_of(self) -> OnBehalfOf:
        if self.telling.data == Telling.CHILD:
            return OnBehalfOf()
        return OnBehalfOf(
            name=(self.child_name.data or "").strip(), knows=_answer(self.knows), agrees=_answer(self.agrees)
        )


def _answer(field: RadioField) -> Answer | None:
    return Answer(field.data) if field.data else None
