"""The questions about safety, one small form each."""

from app.forms.answers import is_child
from app.forms.fields import LONGEST_ADDRESS, Choice, Line, Words
from app.forms.question_form import QuestionForm
from app.forms.wording_safety import COUNCIL, MUST_NOT_READ, NOBODY, NOW, NOW_REACH, NOW_WORDS, SAFE, SAFE_CHOICES


class SafeForm(QuestionForm):
    safe = Choice()

    def speak(self, so_far):
        self.say(self.safe, SAFE[is_child(so_far)])
        self.safe.offer(SAFE_CHOICES[is_child(so_far)])


class NowForm(QuestionForm):
    """Whom to call now. And “send just this now”, with a few words or none, before all the rest."""

    words = Words()
    reach = Words(longest=LONGEST_ADDRESS)

    def speak(self, so_far):
        self.heading = NOW[is_child(so_far)]
        self.say(self.words, NOW_WORDS[is_child(so_far)])
        self.say(self.reach, NOW_REACH[is_child(so_far)])


class CouncilForm(QuestionForm):
    """Who must not read it at the council."""

    someone = Choice(choices=NOBODY)
    who = Line()

    def speak(self, so_far):
        self.say(self.someone, COUNCIL[is_child(so_far)])
        self.say(self.who, MUST_NOT_READ[is_child(so_far)])
