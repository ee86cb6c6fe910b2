"""The questions, one small form each. Labels are read aloud: keep them short and whole.

Nothing but the words is required. A form is told the answers so far, and finds its words for them in wording.py.
"""

from flask_babel import lazy_gettext as _l

from app.forms.answers import is_child, way_of
from app.forms.fields import (
    LONGEST_ADDRESS,
    Choice,
    Line,
    Words,
    email_or_nothing,
    phone_or_nothing,
)
from app.forms.question_form import QuestionForm
from app.forms.wording import (
    ADVOCATE,
    CODE_INSTEAD,
    KIND_HINTS,
    KIND_PICTURES,
    KINDS,
    NAME,
    PHONE,
    TELLERS,
    WAY,
    WAY_HINTS,
    WAY_PICTURES,
    WAYS,
    YES_NO_NOT_SURE,
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


class ChildForm(QuestionForm):
    heading = _l("Who is it about?")

    name = Line(_l("The first name of the child or young person"), description=_l("You can leave this empty."))
    knows = Choice(_l("Do they know that you are telling us?"), choices=YES_NO_NOT_SURE)
    agrees = Choice(
        _l("Do they agree with it?"),
        choices=YES_NO_NOT_SURE,
        description=_l("You can tell us even if they do not know, or do not agree."),
    )


class NameForm(QuestionForm):
    name = Line()

    def speak(self, so_far):
        self.say(self.name, NAME[is_child(so_far)])


class WayForm(QuestionForm):
    hints, pictures = WAY_HINTS, WAY_PICTURES

    way = Choice(choices=WAYS, left_empty=CODE_INSTEAD)

    def speak(self, so_far):
        self.say(self.way, WAY[is_child(so_far)])


def what_is_safe_there() -> Choice:
    return Choice(
        _l("What is safe for us to say there?"),
        choices=[("no", _l("Only that there is news")), ("yes", _l("You can say what it is about"))],
        default="no",
        left_empty=_l("Only that there is news"),
    )


# Where to reach them. Each way asks for its own kind of place, and what may be said there.


class EmailForm(QuestionForm):
    where = Line(
        _l("What is your email address?"),
        description=_l("Give one that only you open. You can leave this empty."),
        validators=[email_or_nothing],
        left_empty=CODE_INSTEAD,
    )
    more = what_is_safe_there()


class PhoneForm(QuestionForm):
    where = Line(validators=[phone_or_nothing], left_empty=CODE_INSTEAD)
    more = what_is_safe_there()

    def speak(self, so_far):
        self.say(self.where, PHONE[way_of(so_far)])


class AddressForm(QuestionForm):
    where = Words(
        _l("Where can we send a letter?"),
        LONGEST_ADDRESS,
        description=_l("Think about who else may open it. You can leave this empty."),
        left_empty=CODE_INSTEAD,
    )
    more = what_is_safe_there()


class PersonForm(QuestionForm):
    where = Words(
        _l("Who can we go through?"),
        LONGEST_ADDRESS,
        description=_l("Tell us their name, and how we can reach them. You can leave this empty."),
        left_empty=CODE_INSTEAD,
    )
    more = what_is_safe_there()


class AdvocateForm(QuestionForm):
    advocate = Choice(
        choices=[("yes", _l("Yes, please")), ("no", _l("No, thank you")), ("not-sure", _l("I do not know yet"))]
    )

    def speak(self, so_far):
        self.say(self.advocate, ADVOCATE[is_child(so_far)])
