"""The question about files. What is added is kept as it comes; this form holds only what was refused, and why."""

from werkzeug.datastructures import MultiDict

from app.forms.answers import Answers
from app.forms.files.refused import Why
from app.forms.files.wording import HEADING, REFUSED
from app.forms.question_form import QuestionForm

NUMBER = 40  # of the question, in its address
NAME = "files"


class FilesForm(QuestionForm):
    heading = HEADING

    def __init__(self, so_far: Answers, typed: MultiDict | None = None, answer: dict | None = None):
        super().__init__(so_far, typed, answer)
        self.refused = [Why(why) for why in dict.fromkeys((typed or MultiDict()).getlist("refused")) if why in set(Why)]

    def validate(self, extra_validators=None) -> bool:
        self.form_errors = [REFUSED[why] for why in self.refused]
        return not self.form_errors
