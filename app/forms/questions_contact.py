"""The questions about contact, one small form each: the child's own, how to reach them, and how to keep it safe."""

from flask_babel import lazy_gettext as _l

from app.forms.answers import is_child, way_of
from app.forms.fields import LONGEST_ADDRESS, Choice, Line, Words, email_or_nothing, phone_or_nothing
from app.forms.question_form import QuestionForm
from app.forms.wording import YES_NO_NOT_SURE
from app.forms.wording_contact import (
    BOND,
    CODE_INSTEAD,
    HOW_TO_CONTACT,
    IF_ANOTHER,
    IF_ANOTHERS,
    KEEP_FROM,
    MAY_CONTACT,
    NOTHING_TO_OTHERS,
    PHONE,
    SAFELY,
    WAY,
    WAY_HINTS,
    WAY_PICTURES,
    WAYS,
    WHEN,
)
from app.model.representation import Way


class ChildForm(QuestionForm):
    heading = _l("Who is it about?")

    name = Words(
        _l("The first name of the child or young person"),
        LONGEST_ADDRESS,
        description=_l("If they are brothers and sisters, write each name. You can leave this empty."),
    )
    bond = Line(BOND, description=_l("Such as: mother, grandparent, neighbour, advocate."))
    knows = Choice(_l("Do they know that you are telling us?"), choices=YES_NO_NOT_SURE)
    agrees = Choice(
        _l("Do they agree with it?"),
        choices=YES_NO_NOT_SURE,
        description=_l("You can tell us even if they do not know, or do not agree."),
    )


class ChildsContactForm(QuestionForm):
    """May we speak with the child ourselves?"""

    may_contact = Choice(choices=YES_NO_NOT_SURE)
    how = Words(longest=LONGEST_ADDRESS)

    def speak(self, so_far):
        self.say(self.may_contact, MAY_CONTACT)
        self.say(self.how, HOW_TO_CONTACT)


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


class SafelyForm(QuestionForm):
    """What else keeps it safe. Asked as the way wants it: somebody else can answer a call, and nothing else."""

    when = Line()
    if_another = Choice(IF_ANOTHER, choices=IF_ANOTHERS, left_empty=NOTHING_TO_OTHERS)
    keep_from = Words(longest=LONGEST_ADDRESS)

    def speak(self, so_far):
        who, way = is_child(so_far), way_of(so_far)
        self.heading = SAFELY[who]
        self.say(self.when, WHEN[who])
        self.say(self.keep_from, KEEP_FROM[who])
        if way is not Way.CALL:
            del self.if_another
        if way not in (Way.CALL, Way.TEXT, Way.PERSON):
            del self.when
