"""The words of the questions: for a child, and for those who tell us for one. The questions are the same."""

from flask_babel import lazy_gettext as _l

from app.model.representation import Answer, Kind, Telling, Way

CHILD, ADULT = True, False

KINDS = [
    (Kind.COMPLAINT, _l("Something is wrong")),
    (Kind.COMMENT, _l("I have an idea, or something to say")),
    (Kind.COMPLIMENT, _l("I want to say thank you")),
    (Kind.ADVOCATE, _l("I want an advocate")),
]
KIND_HINTS = {
    Kind.COMPLAINT: _l("This is a complaint. You will not get in trouble for it."),
    Kind.ADVOCATE: _l("That is someone on your side. They help you say what you think, and it is free."),
}
KIND_PICTURES = {
    Kind.COMPLAINT: "speech",
    Kind.COMMENT: "bulb",
    Kind.COMPLIMENT: "heart",
    Kind.ADVOCATE: "advocate",
}

TELLERS = [
    (Telling.CHILD, _l("I am a child or young person")),
    (Telling.FAMILY, _l("I am a parent, carer or family member")),
    (Telling.ADVOCATE, _l("I am an advocate, telling you for a child")),
    (Telling.OTHER, _l("Someone else")),
]

YES_NO_NOT_SURE = [(Answer.YES, _l("Yes")), (Answer.NO, _l("No")), (Answer.NOT_SURE, _l("Not sure"))]

_OWN_WORDS = _l("Use your own words. Spelling does not matter. You can write in any language.")
_FACTS = _l("Say what happened, when, and who was there, as far as you know. You can write in any language.")

# Said before anything is written, to everybody.
DANGER = _l("If someone may be in danger, we may have to tell others, to keep people safe.")

# The question and what helps to answer it.
WORDS = {
    (Kind.COMPLAINT, CHILD): (_l("What happened?"), _OWN_WORDS),
    (Kind.COMPLAINT, ADULT): (_l("What happened?"), _FACTS),
    (Kind.COMMENT, CHILD): (_l("What would you like to say?"), _OWN_WORDS),
    (Kind.COMMENT, ADULT): (_l("What would you like to say?"), _OWN_WORDS),
    (Kind.COMPLIMENT, CHILD): (_l("What went well?"), _OWN_WORDS),
    (Kind.COMPLIMENT, ADULT): (_l("What went well?"), _OWN_WORDS),
    (Kind.ADVOCATE, CHILD): (
        _l("Why would you like an advocate?"),
        _l("A few words are enough. You could start with: I would like an advocate because…"),
    ),
    (Kind.ADVOCATE, ADULT): (
        _l("Why is an advocate needed?"),
        _l("A few words are enough. If they want a certain person, or a woman or a man, say so here."),
    ),
}

WISH = {
    CHILD: (_l("What would you like to happen?"), _l("You can leave this empty.")),
    ADULT: (
        _l("What would you like to happen?"),
        _l("If you know what the child or young person wants, say that first. You can leave this empty."),
    ),
}

NAME = {
    CHILD: (_l("What is your name?"), _l("You can leave this empty. We read what you wrote all the same.")),
    ADULT: (_l("What is your name?"), _l("You can leave this empty. It is harder then to talk with you about it.")),
}

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
WAY_HINTS = {Way.CODE: _l("You get a code when you have sent it. Only you have it.")}
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

ADVOCATE = {
    CHILD: (
        _l("Would you like an advocate?"),
        _l("An advocate is on your side and helps you say what you think. It is free."),
    ),
    ADULT: (
        _l("Would the child or young person like an advocate?"),
        _l("An advocate is on their side and helps them say what they think. It is free."),
    ),
}
