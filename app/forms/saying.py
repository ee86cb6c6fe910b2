"""What helps to say it: ways to begin, examples, faces; for a child, and for those who tell us for one."""

from flask_babel import lazy_gettext as _l

from app.forms.wording import ADULT, CHILD
from app.model.representation import Feeling, Kind

# Ways to begin, each under a key that stands in the page and says nothing of what is written.
_FEEL = ("a", _l("I feel …"))
_STARTED = ("b", _l("It started when …"))
_WANT = ("c", _l("I want …"))
_THEY_FEEL = ("d", _l("The child told me …"))
_ASKED = ("e", _l("We have asked for …"))
_THINK = ("f", _l("I think …"))
_BETTER = ("g", _l("It would be better if …"))
_THANK = ("h", _l("I want to say thank you to …"))
_HELPED = ("i", _l("It helped me when …"))
_HELPED_THEM = ("j", _l("It helped the child when …"))
_ADVOCATE = ("k", _l("I would like an advocate because …"))
_HELP_WITH = ("l", _l("I need help with …"))
_THEY_NEED = ("m", _l("They need an advocate because …"))
_STILL = ("n", _l("I am still unhappy because …"))
_STILL_WRONG = ("o", _l("It is still not right because …"))
_STOP = ("p", _l("I want to stop because …"))
_THEY_STOP = ("q", _l("They want to stop because …"))

STARTERS = {
    (Kind.COMPLAINT, CHILD): (_FEEL, _STARTED, _WANT),
    (Kind.COMPLAINT, ADULT): (_STARTED, _THEY_FEEL, _ASKED),
    (Kind.COMMENT, CHILD): (_THINK, _BETTER),
    (Kind.COMMENT, ADULT): (_THINK, _BETTER),
    (Kind.COMPLIMENT, CHILD): (_THANK, _HELPED),
    (Kind.COMPLIMENT, ADULT): (_THANK, _HELPED_THEM),
    (Kind.ADVOCATE, CHILD): (_ADVOCATE, _HELP_WITH),
    (Kind.ADVOCATE, ADULT): (_THEY_NEED, _THEY_FEEL),
    (Kind.GOING_ON, CHILD): (_STILL, _WANT),
    (Kind.GOING_ON, ADULT): (_STILL_WRONG, _THEY_FEEL),
    (Kind.STOP, CHILD): (_STOP, _FEEL),
    (Kind.STOP, ADULT): (_THEY_STOP, _THEY_FEEL),
}

_IDEAS = (
    _l("How a meeting about me could be better."),
    _l("A rule that makes no sense to me."),
    _l("Something that would help other young people too."),
)
_IDEAS_OF_ADULTS = (
    _l("How a meeting or a review could work better."),
    _l("A form or a rule that gets in the way."),
    _l("Something that would help other families too."),
)
_THANKS = (
    _l("Someone who stood up for me."),
    _l("Something that was done well or quickly."),
    _l("A person I would like to thank."),
)
_THANKS_OF_ADULTS = (
    _l("Someone who stood up for the child."),
    _l("Something that was done well or quickly."),
    _l("A person you would like to thank."),
)

EXAMPLES = {
    (Kind.COMPLAINT, CHILD): (
        _l("Nobody listens to me, or asks what I think."),
        _l("My social worker keeps changing, or does not call back."),
        _l("I do not see my family or friends as I should."),
        _l("I had to move, and nobody told me why."),
        _l("Help that I was promised has not come."),
    ),
    (Kind.COMPLAINT, ADULT): (
        _l("The child’s views were not asked for, or not written down."),
        _l("A visit, a review or a reply did not happen when it should have."),
        _l("Contact with family was changed or cancelled."),
        _l("The plan says one thing, and something else was done."),
        _l("A service that was agreed has not started."),
    ),
    (Kind.COMMENT, CHILD): _IDEAS,
    (Kind.COMMENT, ADULT): _IDEAS_OF_ADULTS,
    (Kind.COMPLIMENT, CHILD): _THANKS,
    (Kind.COMPLIMENT, ADULT): _THANKS_OF_ADULTS,
}

FEELINGS = [
    (Feeling.OK, _l("OK")),
    (Feeling.SAD, _l("Sad")),
    (Feeling.WORRIED, _l("Worried")),
    (Feeling.SCARED, _l("Scared")),
    (Feeling.ANGRY, _l("Angry")),
    (Feeling.CONFUSED, _l("Confused")),
]
FEELING_PICTURES = {feeling: f"face-{feeling}" for feeling in Feeling}

FEELING = {
    CHILD: (_l("How does it make you feel?"), _l("Choose the face that is nearest. You can leave this empty.")),
    ADULT: (
        _l("How does the child or young person feel about it?"),
        _l("As far as you know, and in their words if you can. You can leave this empty."),
    ),
}
WHEN = {
    CHILD: (_l("When was it?"), _l("Any way you like: “last week”, “every Tuesday”, “since I moved”.")),
    ADULT: (_l("When was it?"), _l("A day, a time of year, or how often. It helps us find the records.")),
}
WHO_WAS_THERE = {
    CHILD: (_l("Who was there?"), _l("A name, or what they do, like “my key worker”. You can leave this empty.")),
    ADULT: (_l("Who was there?"), _l("Names or roles, as far as you know. You can leave this empty.")),
}


def first_words(starter) -> str:
    """What goes into the text: the starter without its dots, and room to write on."""
    return str(starter).rstrip(" …") + " "


def and_then(words: str, first: str) -> str:
    """`words`, with the first words of a new sentence after them."""
    return words + ("" if not words or words[-1].isspace() else " ") + first
