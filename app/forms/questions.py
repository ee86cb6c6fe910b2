"""The questions, one small form each. Labels are read aloud: keep them short and whole.

Nothing but the words is required. A form is told the answers so far, and finds its words for them in wording.py.
"""

from flask_babel import lazy_gettext as _l

from app.forms.answers import is_child
from app.forms.fields import Choice, CodeOrReference, Line
from app.forms.question_form import QuestionForm
from app.forms.wording import (
    ADVOCATE,
    ALSO,
    ALSO_CHOICES,
    HAVE,
    KIND_HINTS,
    KIND_PICTURES,
    KINDS,
    NAME,
    NUMBER,
    ONWARD,
    ONWARDS,
    TELLERS,
    TOPIC,
    TOPICS,
)


class KindForm(QuestionForm):
    hints, pictures = KIND_HINTS, KIND_PICTURES

    kind = Choice(
        _l("What would you like to tell us?"),
        choices=KINDS,
        left_empty=_l("You did not choose. We take it that something is wrong."),
    )


class TellingForm(QuestionForm):
    telling = Choice(
        _l("Who is telling us?"),
        choices=TELLERS,
        left_empty=_l("You did not choose. We take it that you are a child or young person."),
    )


class AlsoForm(QuestionForm):
    """With an advocate: is something wrong as well?"""

    also = Choice()

    def speak(self, so_far):
        self.say(self.also, ALSO[is_child(so_far)])
        self.also.offer(ALSO_CHOICES[is_child(so_far)])


class OnwardForm(QuestionForm):
    onward = Choice(choices=ONWARDS)

    def speak(self, so_far):
        self.say(self.onward, ONWARD[is_child(so_far)])


class NumberForm(QuestionForm):
    """Which of the things told before it is about."""

    have = Choice(choices=HAVE, left_empty=_l("You left this empty. A person looks for it."))
    given = CodeOrReference(_l("Write it here"))

    def speak(self, so_far):
        self.say(self.have, NUMBER[is_child(so_far)])


class TopicForm(QuestionForm):
    topic = Choice(choices=TOPICS)

    def speak(self, so_far):
        self.say(self.topic, TOPIC[is_child(so_far)])


class ElsewhereForm(QuestionForm):
    """Nothing is asked: somebody else decides what it is about, and here is how to reach them."""

    heading = _l("Somebody else may decide this")


class NameForm(QuestionForm):
    name = Line()

    def speak(self, so_far):
        self.say(self.name, NAME[is_child(so_far)])


class AdvocateForm(QuestionForm):
    advocate = Choice(
        choices=[("yes", _l("Yes, please")), ("no", _l("No, thank you")), ("not-sure", _l("I do not know yet"))]
    )

    def speak(self, so_far):
        self.say(self.advocate, ADVOCATE[is_child(so_far)])
