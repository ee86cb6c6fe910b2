"""The words of the questions: for a child, and for those who tell us for one. The questions are the same."""

from flask_babel import lazy_gettext as _l

from app.model.representation import Answer, Kind, Onward, Telling
from app.model.topic import Topic

CHILD, ADULT = True, False

PARTS = {1: _l("To begin"), 2: _l("What you want to say"), 3: _l("How we reach you"), 4: _l("Check and send")}

KINDS = [
    (Kind.COMPLAINT, _l("Something is wrong")),
    (Kind.COMMENT, _l("I have an idea, or something to say")),
    (Kind.COMPLIMENT, _l("I want to say thank you")),
    (Kind.ADVOCATE, _l("I want an advocate")),
    (Kind.GOING_ON, _l("I told you something before, and it is not over for me")),
    (Kind.STOP, _l("I want to stop something I told you")),
]
KIND_HINTS = {
    Kind.COMPLAINT: _l("This is a complaint. You will not get in trouble for it."),
    Kind.ADVOCATE: _l("That is someone on your side. They help you say what you think, and it is free."),
    Kind.GOING_ON: _l("You can ask for the next stage, or say that you are still unhappy."),
    Kind.STOP: _l("Nothing stops until someone has talked with you."),
}
KIND_PICTURES = {
    Kind.COMPLAINT: "speech",
    Kind.COMMENT: "bulb",
    Kind.COMPLIMENT: "heart",
    Kind.ADVOCATE: "advocate",
    Kind.GOING_ON: "arrow",
    Kind.STOP: "stop",
}

ALSO = {
    CHILD: (
        _l("Is something wrong that you want to tell us now?"),
        _l("You do not have to. Your advocate can help you with it later."),
    ),
    ADULT: (
        _l("Is there also a complaint to send now?"),
        _l("It can wait. The advocate can help to write it."),
    ),
}
ALSO_CHOICES = {
    CHILD: [("yes", _l("Yes, I want to tell you now")), ("no", _l("No, I only want an advocate"))],
    ADULT: [("yes", _l("Yes, there is a complaint too")), ("no", _l("No, only the request for an advocate"))],
}

ONWARD = {
    CHILD: (_l("What would you like now?"), _l("Not sure? Choose the last one. We tell you what you can ask for.")),
    ADULT: (
        _l("What is asked for now?"),
        _l("If you are not sure, choose the last one. We explain what can be asked."),
    ),
}
ONWARDS = [
    (Onward.STAGE_2, _l("Stage 2: new people look into it")),
    (Onward.STAGE_3, _l("Stage 3: a panel looks at it again")),
    (Onward.UNHAPPY, _l("I am still unhappy")),
]

NUMBER = {
    CHILD: (
        _l("Do you have your code, or your reference number?"),
        _l("With your code we know at once what it is about. Without it, a person looks for it."),
    ),
    ADULT: (
        _l("Do you have the code, or the reference number?"),
        _l("The code shows at once what it is about. Otherwise an officer looks for it."),
    ),
}
HAVE = [("code", _l("Yes, the code")), ("reference", _l("Yes, the reference number")), ("none", _l("I do not have it"))]

TOPIC = {
    CHILD: (
        _l("What is it about?"),
        _l("Choose the nearest. Was it more than a year ago? Still send it."),
    ),
    ADULT: (
        _l("What is it about?"),
        _l("Choose the nearest. If it was more than a year ago, still send it: the council can look into it."),
    ),
}
TOPICS = [
    (Topic.WORKER, _l("A social worker")),
    (Topic.CARER, _l("A foster carer or a home")),
    (Topic.PLAN, _l("A plan or a meeting")),
    (Topic.FAMILY, _l("Seeing or talking with family")),
    (Topic.MOVING, _l("Moving")),
    (Topic.MONEY, _l("Money")),
    (Topic.LEAVING, _l("Leaving care")),
    (Topic.SCHOOL, _l("School")),
    (Topic.SEND, _l("Extra help to learn (SEND)")),
    (Topic.ADMISSIONS, _l("Getting a place at a school")),
    (Topic.HEALTH, _l("A doctor or a hospital")),
    (Topic.POLICE, _l("The police")),
    (Topic.COURT, _l("A court")),
    (Topic.ELSE, _l("Something else")),
]

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

# Why it should go on, or stop: a few words help, and none are needed.
WORDS |= {
    (Kind.GOING_ON, CHILD): (
        _l("What is still wrong?"),
        _l("You can leave this empty. You can write in any language."),
    ),
    (Kind.GOING_ON, ADULT): (
        _l("What is still wrong?"),
        _l("You can leave this empty. Say what is disputed, or what is late."),
    ),
    (Kind.STOP, CHILD): (
        _l("Would you like to tell us why?"),
        _l("You can leave this empty. You do not need a reason."),
    ),
    (Kind.STOP, ADULT): (
        _l("Why should it stop?"),
        _l("You can leave this empty. We ask the child or young person before anything stops."),
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
