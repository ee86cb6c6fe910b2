"""What every question’s form is made of."""

from collections.abc import Mapping

from flask_wtf import FlaskForm
from werkzeug.datastructures import MultiDict

from app.forms.answers import Answers, telling_of
from app.forms.question_pictures import choice_pictures
from app.model.representation import Telling


class QuestionForm(FlaskForm):
    """One question. `typed` is what came from the page, as it came; without it the form shows `answer`."""

    heading = ""  # of the page; when empty, the first field's label is
    hints: Mapping = {}  # of choices, by value
    pictures: Mapping = {}
    starters: tuple = ()  # ways to begin: a key, what the button says, and what goes into the text
    examples: tuple = ()

    class Meta:
        csrf = False  # CSRFProtect has looked at every POST before this; here a token would be one more answer

    def __init__(self, so_far: Answers, typed: MultiDict | None = None, answer: dict | None = None, prefix: str = ""):
        super().__init__(formdata=typed, data=answer, prefix=prefix)
        self.begun: dict[str, list[str]] = {}  # fields that were begun for them
        self.is_untouched = typed is None and answer is None
        self.by_advocate = telling_of(so_far) is Telling.ADVOCATE
        self.speak(so_far)

    def speak(self, so_far: Answers) -> None:
        """Find the words for this kind, and for who is telling."""

    def say(self, field, words) -> None:
        field.label.text, field.description = words

    def pictures_of(self, field, each: bool) -> Mapping:
        """Of a field’s choices, by value; with `each`, one for every choice there is, as in Easy Read."""
        return choice_pictures(field.short_name) if each else self.pictures

    def begin(self, key: str | None) -> bool:
        """Put the way to begin that has this key into what was typed. False if there is none."""
        return False

    @property
    def answer(self) -> dict[str, str]:
        return {name: value or "" for name, value in self.data.items()}
