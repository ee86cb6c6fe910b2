"""The form of a message to the young person, for their own page."""

from flask_babel import lazy_gettext as _l
from wtforms import BooleanField, HiddenField, RadioField, SelectChoice, TextAreaField
from wtforms.validators import InputRequired, ValidationError

from app.councils.languages import ENGLISH, Language
from app.forms.desk import DeskForm, at_most
from app.forms.desk_moves import number_in

LONGEST = 20_000


def plain_lines(words: str | None) -> str | None:
    """Line ends of one kind; nothing else is changed."""
    return words and words.replace("\r\n", "\n").replace("\r", "\n")


class MessageForm(DeskForm):
    once = HiddenField()  # a press twice is one message
    seen = HiddenField()  # the last message that was on the page
    words = TextAreaField(
        _l("What do you want to tell them?"),
        description=_l("They read exactly this on their own page. Use short, plain words."),
        validators=[at_most(LONGEST)],
        filters=[plain_lines],
    )
    language = RadioField(_l("Which language is it in?"), validators=[InputRequired(_l("Say which language it is in"))])
    signed = BooleanField(
        _l("Sign it with my name"), description=_l("Otherwise they read that the complaints team wrote it.")
    )

    def __init__(self, *args, theirs: Language, has_name: bool, **kwargs):
        """`theirs`: the language that the young person used. `has_name`: there is a name to sign with."""
        super().__init__(*args, **kwargs)
        self.language.choices = [SelectChoice(ENGLISH.tag, ENGLISH.english), SelectChoice(theirs.tag, theirs.english)]
        if theirs.spoken_as == ENGLISH.tag:
            del self.language
        if not has_name:
            del self.signed

    @property
    def is_signed(self) -> bool:
        return "signed" in self and self.signed.data

    @property
    def language_tag(self) -> str:
        return self.language.data if "language" in self else ENGLISH.tag

    @property
    def number_seen(self) -> int:
        return number_in(self.seen.data)

    def validate_words(self, field):
        if not (field.data or "").strip():
            raise ValidationError(_l("Write something, even if it is short"))


class HeardForm(DeskForm):
    """One button: everything up to here has been read."""

    seen = HiddenField()

    @property
    def number_seen(self) -> int:
        return number_in(self.seen.data)
