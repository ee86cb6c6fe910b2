"""The form of a letter to the young person: its words, as an officer may change them."""

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import HiddenField, RadioField, SelectChoice, StringField, TextAreaField
from wtforms.validators import DataRequired, InputRequired

from app.forms.desk import DeskForm, at_most
from app.forms.desk_move_parts import plain
from app.forms.desk_moves import number_in, sent
from app.model.letter import Went, Words

LONGEST_LETTER, LONGEST_TITLE = 20_000, 200
SAFELY = "safely"  # in the way they said is safe


class LetterForm(DeskForm):
    seen = HiddenField()  # the version that the page showed
    title = StringField(_l("What it is called"), [DataRequired(_l("Give it a title")), at_most(LONGEST_TITLE)])
    words = TextAreaField(
        _l("What it says"), [DataRequired(_l("Write the letter")), at_most(LONGEST_LETTER)], filters=[plain]
    )
    english_title = StringField(
        _l("What it is called, in English"), [DataRequired(_l("Give it a title in English")), at_most(LONGEST_TITLE)]
    )
    english_words = TextAreaField(
        _l("What it says, in English"),
        [DataRequired(_l("Write the same in English")), at_most(LONGEST_LETTER)],
        filters=[plain],
    )
    how = RadioField(_l("How does it go?"), default=SAFELY, validators=[InputRequired(_l("Choose how it goes"))])

    def __init__(self, *args, has_english: bool, safe_way: str, **kwargs):
        super().__init__(*args, **kwargs)
        by_hand = SelectChoice(Went.BY_HAND, _("I print it, and a person gives it to them"))
        self.how.choices = [SelectChoice(SAFELY, safe_way), by_hand, SelectChoice(Went.NOT_NEEDED, _("None goes"))]
        if not has_english:
            del self.english_title, self.english_words

    @property
    def version_seen(self) -> int:
        """0 when it is no number: whoever sent it has seen none."""
        return max(number_in(sent(self.seen)), 0)

    @property
    def written(self) -> Words:
        english = (self.english_title.data.strip(), self.english_words.data.strip()) if "english_title" in self else ()
        return Words(self.title.data.strip(), self.words.data.strip(), *english)
