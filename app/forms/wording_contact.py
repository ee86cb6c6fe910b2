"""The words of the questions about contact: how to reach them, and who must not know."""

from flask_babel import lazy_gettext as _l

from app.forms.wording import ADULT, CHILD
from app.model.representation import IfAnother, Way

WAY = {
    CHILD: (
        _l("How can we reach you safely?"),
        _l("Choose what is safe for you. Think about who else may see it or hear it."),
    ),
    ADULT: (
        _l("How can we reach you safely?"),
        _l("Think about who else may see or hear it, and whether that is safe for the child."),
    ),
}
WAYS = [
    (Way.EMAIL, _l("Email")),
    (Way.TEXT, _l("Text message")),
    (Way.CALL, _l("Phone call")),
    (Way.LETTER, _l("Letter")),
    (Way.PERSON, _l("Through someone I trust")),
    (Way.CODE, _l("I will come back here with my code")),
]
WAY_HINTS = {  # what each cannot do safely, said where it is chosen
    Way.EMAIL: _l("Someone who can open your phone may see it."),
    Way.TEXT: _l("It may show on your phone while it is locked."),
    Way.CALL: _l("Someone else may answer, or hear you."),
    Way.LETTER: _l("A letter may be opened by someone else."),
    Way.PERSON: _l("That person learns that there is something."),
    Way.CODE: _l("The safest. You get a code when you have sent it. Only you have it."),
}
WAY_PICTURES = {
    Way.EMAIL: "email",
    Way.TEXT: "speech",
    Way.CALL: "phone",
    Way.LETTER: "letter",
    Way.PERSON: "people",
    Way.CODE: "key",
}
CODE_INSTEAD = _l("You left this empty. You can come back here with your code.")

PHONE = {
    Way.TEXT: (
        _l("What number can we text?"),
        _l("Give one where only you read the messages. You can leave this empty."),
    ),
    Way.CALL: (
        _l("What number can we call?"),
        _l("You can also say when it is safe to call. You can leave this empty."),
    ),
}


SAFELY = {
    CHILD: _l("How do we keep it safe?"),
    ADULT: _l("How do we keep contact safe?"),
}
WHEN = {
    CHILD: (_l("When is a good time?"), _l("Such as after school, or not at the weekend. You can leave this empty.")),
    ADULT: (_l("When is a good time?"), _l("You can leave this empty.")),
}
IF_ANOTHER = _l("If someone else answers, what may we say?")
IF_ANOTHERS = [
    (IfAnother.NOTHING, _l("Nothing. Just end the call")),
    (IfAnother.CALL_AGAIN, _l("Only that you call another time")),
    (IfAnother.WHO_WE_ARE, _l("You can say who you are")),
]
NOTHING_TO_OTHERS = _l("You left this empty. We say nothing to anyone else.")
KEEP_FROM = {
    CHILD: (
        _l("Is there someone who must not know?"),
        _l("Tell us who, and what we must never do. Such as: never phone home. You can leave this empty."),
    ),
    ADULT: (
        _l("Is there someone who must not know?"),
        _l("Say who, and what we must never do, such as telephone the home. You can leave this empty."),
    ),
}

BOND = _l("How do you know them?")
MAY_CONTACT = (
    _l("May someone from the council talk with the child or young person?"),
    _l("If there is more than one, say below how it is for each."),
)
HOW_TO_CONTACT = (
    _l("How can we do that safely?"),
    _l("Where, when, and who should not be there. You can leave this empty."),
)
