"""The questions about what happened: the words, what helps to understand them, and what they would like."""

from flask_babel import lazy_gettext as _l

from app.forms.answers import is_about_another, is_child, kind_of, said
from app.forms.fields import LONGEST_ADDRESS, Choice, Day, Line, Words, some_words
from app.forms.question_form import QuestionForm
from app.forms.saying import (
    EXAMPLES,
    FEELING,
    FEELING_PICTURES,
    FEELINGS,
    STARTERS,
    WHEN,
    WHO_WAS_THERE,
    and_then,
    first_words,
)
from app.forms.wording import DANGER, WISH, WORDS


class WordsForm(QuestionForm):
    words = Words()

    def speak(self, so_far):
        question, hint = WORDS[kind_of(so_far), is_child(so_far)]
        self.say(self.words, (question, f"{hint} {DANGER}"))
        if not is_about_another(so_far):  # what was told before has words already
            self.words.validators = [some_words]
        if self.is_untouched:
            self.words.data = said(so_far, "now", "words")  # they write on from what was urgent
        ways = STARTERS[kind_of(so_far), is_child(so_far)]
        self.starters = tuple((key, words, first_words(words)) for key, words in ways)
        self.examples = EXAMPLES.get((kind_of(so_far), is_child(so_far)), ())

    def begin(self, key):
        first = next((first for known, _words, first in self.starters if known == key), None)
        if first is None:
            return False
        self.words.data = and_then(self.words.data or "", first)
        self.begun = {"words": [self.words.data]}
        return True


class AccountForm(QuestionForm):
    """What helps to say it. On one page, so that those who want to leave it all empty do so once."""

    heading = _l("Would you like to say a little more?")
    pictures = FEELING_PICTURES

    feeling = Choice(choices=FEELINGS, faces=True)
    when = Line()
    day = Day(_l("The day, if you know it"))
    who = Line(longest=LONGEST_ADDRESS)

    def speak(self, so_far):
        self.say(self.feeling, FEELING[is_child(so_far)])
        self.say(self.when, WHEN[is_child(so_far)])
        self.say(self.who, WHO_WAS_THERE[is_child(so_far)])


class WishForm(QuestionForm):
    wish = Words()

    def speak(self, so_far):
        self.say(self.wish, WISH[is_child(so_far)])
